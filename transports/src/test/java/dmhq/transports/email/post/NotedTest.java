package dmhq.transports.email.post;

import static org.assertj.core.api.Assertions.assertThat;

import dmhq.format.disk.DurableDisk;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotedTest {

    @TempDir
    Path folder;

    @Test
    void what_was_noted_is_known_to_whoever_looks_next_and_the_oldest_of_very_many_is_forgotten() throws Exception {
        Path file = folder.resolve("noted");
        for (int i = 0; i <= 1_000; i++) {
            new Noted(new DurableDisk(), file).add("note " + i);
            new Noted(new DurableDisk(), file).add("note " + i);
        }
        Noted noted = new Noted(new DurableDisk(), file);

        assertThat(noted.contains("note 0")).isFalse();
        assertThat(noted.contains("note 1")).isTrue();
        assertThat(noted.contains("note 1000")).isTrue();
        assertThat(noted.contains("note")).isFalse();
        assertThat(Files.readAllLines(file)).hasSize(1_000);
    }
}

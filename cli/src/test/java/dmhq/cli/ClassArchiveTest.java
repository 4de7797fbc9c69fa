package dmhq.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dmhq.format.disk.DurableDisk;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a jar with nothing in it, for which Java needs a second. */
class ClassArchiveTest {

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void install() throws IOException {
        file = folder.resolve("dmhq.jsa");
        writeJar("one");
        Files.writeString(folder.resolve("dmhq.classes"), "java/lang/Object\n");
    }

    private void writeJar(String entry) throws IOException {
        try (OutputStream out = Files.newOutputStream(folder.resolve("dmhq.jar"));
                JarOutputStream jar = new JarOutputStream(out)) {
            jar.putNextEntry(new ZipEntry(entry));
        }
    }

    private void renew() throws Exception {
        new ClassArchive(new DurableDisk(), file).renew();
    }

    @Test
    void it_is_made_once_and_again_when_the_jar_has_changed() throws Exception {
        renew();

        assertThat(file).isNotEmptyFile();
        assertThat(folder.resolve("dmhq.jsa.new")).doesNotExist();

        Files.writeString(file, "the one that is there");
        renew();

        assertThat(file).hasContent("the one that is there");

        writeJar("another, with a longer name");
        renew();

        assertThat(Files.size(file)).isGreaterThan(1_000_000);
    }

    @Test
    void where_java_makes_none_it_is_not_asked_twice() throws Exception {
        Files.delete(folder.resolve("dmhq.classes"));
        renew();

        assertThat(file).doesNotExist();

        Files.writeString(folder.resolve("dmhq.classes"), "java/lang/Object\n");
        renew();

        assertThat(file).doesNotExist();
    }

    @Test
    void in_a_folder_that_is_not_there_nothing_happens() {
        new ClassArchive(new DurableDisk(), folder.resolve("gone/dmhq.jsa")).renewMeanwhile();

        assertThat(folder.resolve("gone")).doesNotExist();
    }
}

package dmhq.format.sealing;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dmhq.format.signing.RealProgram;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The program {@code age} and ours open each other's files. */
class AgeTest {

    private static final SealingKey KEY = SealingKey.draw(new SplittableRandom(1));
    private static final SealingKey SECOND_KEY = SealingKey.draw(new SplittableRandom(2));

    @TempDir
    Path folder;

    private RealProgram age;

    @BeforeEach
    void find_age() {
        age = RealProgram.named("age");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, 200_000})
    void age_opens_what_we_closed_to_two_recipients(int size) throws Exception {
        Files.writeString(folder.resolve("key"), SECOND_KEY.secretText() + "\n");
        byte[] content = SealTest.content(size);
        byte[] sealed = Seal.close(content, List.of(KEY.recipient(), SECOND_KEY.recipient()));

        var opened = age.run(folder, sealed, "-d", "-i", "key");

        assertThat(opened.errors()).isEmpty();
        assertThat(opened.exit()).isZero();
        assertThat(opened.output().toArray()).isEqualTo(content);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, 200_000})
    void we_open_what_age_closed_to_two_recipients(int size) throws Exception {
        byte[] content = SealTest.content(size);
        String first = KEY.recipient().toString();
        String second = SECOND_KEY.recipient().toString();

        var sealed = age.run(folder, content, "-r", first, "-r", second);

        assertThat(sealed.errors()).isEmpty();
        assertThat(Seal.open(sealed.output().toArray(), SECOND_KEY, size)).isEqualTo(content);
    }

    @Test
    void armored_output_of_age_is_recognised_and_refused() throws Exception {
        var sealed = age.run(folder, new byte[1], "-a", "-r", KEY.recipient().toString());
        byte[] armored = sealed.output().toArray();

        assertThat(Seal.isSealed(armored)).isTrue();
        assertThatThrownBy(() -> Seal.open(armored, KEY, 1))
                .isInstanceOf(SealException.class)
                .hasMessageContaining("expected a binary age file");
    }

    @Test
    void a_key_that_age_keygen_made_is_read_and_names_the_same_recipient() throws Exception {
        RealProgram ageKeygen = RealProgram.named("age-keygen");
        String made = ageKeygen.run(folder, new byte[0]).text();
        String secret = made.lines()
                .filter(line -> line.startsWith("AGE-SECRET-KEY-1"))
                .findFirst()
                .orElseThrow();

        String recipient =
                ageKeygen.run(folder, secret.getBytes(US_ASCII), "-y").text();

        assertThat(SealingKey.parse(secret).recipient()).hasToString(recipient.strip());
    }
}

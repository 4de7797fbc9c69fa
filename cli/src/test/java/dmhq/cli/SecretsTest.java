package dmhq.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dmhq.format.container.ContainerException;
import dmhq.format.container.ContainerReader;
import dmhq.format.container.Limits;
import dmhq.format.disk.DurableDisk;
import dmhq.format.sealing.Seal;
import dmhq.format.sealing.SealException;
import dmhq.format.sealing.SealingKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys and dice secrets never leave the home they were drawn in, over a whole session. */
class SecretsTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path root;

    @Test
    void no_secret_is_in_any_workspace_post_save_or_output() throws IOException {
        Script tour = new Script(new Table(root, new DurableDisk()));
        tour.play(Script.folder().resolve("tour.txt"));
        List<Path> homes = List.of(home("nadia"), home("bruno"), home("chioma"));
        Map<String, String> open = new TreeMap<>(Map.of("what was said", tour.transcript()));
        for (Path file : files(root)) {
            if (!file.startsWith(root.resolve("homes"))) {
                addOpened(root.relativize(file).toString(), file, homes, open);
            }
        }
        assertThat(open).as("what was looked through").hasSizeGreaterThan(200);

        for (Path home : homes) {
            for (List<String> secret : Secrets.of(home)) {
                assertThat(files(home)).anyMatch(file -> secret.stream().anyMatch(text(file)::contains));
                open.forEach((name, text) -> assertThat(secret).as(name).noneMatch(text::contains));
            }
        }
    }

    @Test
    void neither_secrets_nor_the_passphrase_are_seen_of_an_identity_that_is_carried() throws IOException {
        Script carry = new Script(new Table(root, new DurableDisk()));
        carry.play(Script.folder().resolve("carry.txt"));

        assertThat(carry.transcript()).contains("Took in the identity of Nadia").doesNotContain("vier-wort");
        for (List<String> secret : Secrets.of(home("laptop"))) {
            assertThat(secret).noneMatch(carry.transcript()::contains);
            for (Path file : files(root)) {
                if (!file.startsWith(root.resolve("homes"))) {
                    assertThat(secret).as(file.toString()).noneMatch(text(file)::contains);
                }
            }
        }
    }

    private Path home(String player) {
        return root.resolve("homes").resolve(player);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile).toList();
        }
    }

    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file counts as it lies there and, opened by whoever can open it, entry by entry. */
    private static void addOpened(String name, Path file, List<Path> homes, Map<String, String> open)
            throws IOException {
        open.put(name, text(file));
        byte[] bytes = Files.readAllBytes(file);
        for (byte[] plain : Seal.isSealed(bytes) ? unsealed(bytes, homes) : List.of(bytes)) {
            try {
                ContainerReader.read(plain, Limits.usual())
                        .entries()
                        .forEach((entry, content) -> open.put(
                                name + "/" + entry, new String(content.content().toArray(), ISO_8859_1)));
            } catch (ContainerException e) {
                assertThat(name).as("a file that is no archive").doesNotEndWith(".zip");
            }
        }
    }

    private static List<byte[]> unsealed(byte[] sealed, List<Path> homes) throws IOException {
        List<byte[]> plain = new ArrayList<>();
        for (Path home : homes) {
            try {
                String key = Files.readString(home.resolve("identity/sealing_key"));
                plain.add(Seal.open(sealed, SealingKey.parse(key.strip()), Integer.MAX_VALUE));
            } catch (SealException e) {
                assertThat(e.reason()).isEqualTo(SealException.Reason.OTHER_KEY);
            }
        }
        assertThat(plain.size())
                .as("its reader can open it, perhaps the host who sent it, and nobody else")
                .isBetween(1, 2);
        return plain;
    }
}

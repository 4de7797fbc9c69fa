package dmhq.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dmhq.Keys;
import dmhq.Pty;
import dmhq.RealProgram;
import dmhq.format.Bytes;
import dmhq.format.json.JsonReader;
import dmhq.format.sealing.Passphrase;
import dmhq.format.sealing.Seal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real program in a process of its own, at a real terminal, beside the real ssh-keygen and age. */
class KeysAtTheTerminalTest {

    private static final String WORDS = "correct horse battery staple";

    @TempDir
    Path root;

    private Path export;

    @BeforeEach
    void lay() {
        export = root.resolve("nadia.age");
    }

    @Test
    void age_opens_an_export_with_the_passphrase_and_finds_all_of_the_home_in_it() throws Exception {
        makeIdentity("home");
        assertThat(exportWithVariable().exit()).isZero();
        Path opened = root.resolve("opened.json");

        RealProgram.Outcome outcome = Pty.run(
                Map.of(),
                RealProgram.named("age").path() + " -d -o " + opened + " " + export,
                List.of(Map.entry("passphrase", WORDS)));

        assertThat(outcome.exit()).as(outcome.text()).isZero();
        assertThat(JsonReader.read(Bytes.of(Files.readAllBytes(opened))).toText())
                .contains(Files.readString(root.resolve("home/identity/sealing_key"))
                        .strip())
                .contains(Files.readString(root.resolve("home/identity/signing_key"))
                        .replace("\n", "\\n"));
    }

    @Test
    void what_age_sealed_with_a_passphrase_is_opened_here() throws Exception {
        Path letter = root.resolve("letter");
        Files.writeString(letter, "hello");

        RealProgram.Outcome outcome = Pty.run(
                Map.of(),
                RealProgram.named("age").path() + " -p -o " + export + " " + letter,
                List.of(Map.entry("passphrase", WORDS), Map.entry("passphrase", WORDS)));

        assertThat(outcome.exit()).as(outcome.text()).isZero();
        assertThat(Seal.open(Files.readAllBytes(export), new Passphrase(WORDS), 5))
                .isEqualTo("hello".getBytes(UTF_8));
    }

    @Test
    void an_export_sealed_by_age_itself_is_imported() throws Exception {
        makeIdentity("home");
        exportWithVariable();
        Path document = root.resolve("document.json");
        Files.write(document, Seal.open(Files.readAllBytes(export), new Passphrase(WORDS), 1 << 20));
        Files.delete(export);
        Pty.run(
                Map.of(),
                RealProgram.named("age").path() + " -p -o " + export + " " + document,
                List.of(Map.entry("passphrase", WORDS), Map.entry("passphrase", WORDS)));

        RealProgram.Outcome outcome =
                dmhq("laptop", Map.of("DMHQ_PASSPHRASE", WORDS)).run(arguments("identity", "import", export));

        assertThat(outcome.text()).startsWith("Took in the identity of Nadia and 0 session secrets.");
        assertThat(outcome.exit()).isZero();
    }

    @Test
    void the_passphrase_is_asked_for_without_being_shown_twice_to_export_and_once_to_import() throws Exception {
        makeIdentity("home");

        RealProgram.Outcome exported = Pty.run(
                environment("home", Map.of()),
                command("identity", "export", export),
                List.of(Map.entry("for the file: ", WORDS), Map.entry("same again: ", WORDS)));
        RealProgram.Outcome imported = Pty.run(
                environment("laptop", Map.of()),
                command("identity", "import", export),
                List.of(Map.entry("of the file: ", WORDS)));

        assertThat(exported.text()).contains("Wrote the identity of Nadia").doesNotContain("horse");
        assertThat(imported.text()).contains("Took in the identity of Nadia").doesNotContain("horse");
        assertThat(Files.readString(root.resolve("laptop/identity/sealing_key")))
                .isEqualTo(Files.readString(root.resolve("home/identity/sealing_key")));
    }

    @Test
    void without_a_terminal_and_without_the_variable_nothing_is_written() throws Exception {
        makeIdentity("home");

        RealProgram.Outcome outcome = dmhq("home", Map.of()).run(arguments("identity", "export", export));

        assertThat(outcome.exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(outcome.text())
                .isEqualTo("dmhq: there is no terminal to ask for the passphrase; set the variable DMHQ_PASSPHRASE"
                        + " to it.\n");
        assertThat(export).doesNotExist();
    }

    @Test
    void ssh_keygen_itself_asks_for_the_passphrase_of_a_key_even_where_there_are_windows() throws Exception {
        Path key = Keys.make(root.resolve("id"), "ed25519", WORDS);

        RealProgram.Outcome outcome = Pty.run(
                environment("home", Map.of("DISPLAY", ":99", "SSH_AUTH_SOCK", "")),
                command("identity", "new", "--name", "Nadia", "--email", "n@example.org", "--signing-key", key),
                List.of(Map.entry("passphrase", WORDS)));

        assertThat(outcome.text()).contains("Made the keys of Nadia.").doesNotContain("horse");
        assertThat(outcome.exit()).isZero();
        assertThat(root.resolve("home/identity/signing_key")).doesNotExist();
    }

    @Test
    void show_and_export_say_where_a_key_lies_that_is_not_in_the_home() throws Exception {
        Path key = Keys.make(root.resolve("id"), "ed25519", "");
        RealProgram dmhq = dmhq("home", Map.of("DMHQ_PASSPHRASE", WORDS, "SSH_AUTH_SOCK", ""));
        dmhq.run(arguments("identity", "new", "--name", "Nadia", "--email", "n@example.org", "--signing-key", key));

        assertThat(dmhq.run(arguments("identity", "show")).text())
                .contains(Files.readString(Keys.publicHalf(key)).split(" ", -1)[1])
                .contains("ssh-keygen signs, with " + key + "; all other secrets stay in " + root.resolve("home"));
        String json = dmhq.run(arguments("identity", "show", "--json")).text();
        assertThat(json).contains("\"signing_key_file\":\"" + key + "\"");
        assertThat(new JsonSchemas().faults(List.of("identity", "show", "--json"), new Said(ExitCode.DONE, json)))
                .isEmpty();
        assertThat(dmhq.run(arguments("identity", "export", export)).text())
                .contains("The signing key itself is NOT in it. It stays in " + key);
    }

    @Test
    void a_wrong_passphrase_of_a_key_is_told_and_nothing_is_written() throws Exception {
        Path key = Keys.make(root.resolve("id"), "ed25519", WORDS);

        RealProgram.Outcome outcome = Pty.run(
                environment("home", Map.of("SSH_AUTH_SOCK", "")),
                command("identity", "new", "--name", "Nadia", "--email", "n@example.org", "--signing-key", key),
                List.of(Map.entry("passphrase", "wrong")));

        assertThat(outcome.exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(outcome.text()).contains("dmhq: ssh-keygen did not sign with " + key);
        assertThat(root.resolve("home")).doesNotExist();
    }

    private void makeIdentity(String home) throws Exception {
        RealProgram.Outcome outcome =
                dmhq(home, Map.of()).run(arguments("identity", "new", "--name", "Nadia", "--email", "n@example.org"));
        assertThat(outcome.exit()).as(outcome.text()).isZero();
    }

    private RealProgram.Outcome exportWithVariable() throws Exception {
        return dmhq("home", Map.of("DMHQ_PASSPHRASE", WORDS)).run(arguments("identity", "export", export));
    }

    private RealProgram dmhq(String home, Map<String, String> more) {
        return new RealProgram(Path.of(System.getProperty("java.home"), "bin", "java"), environment(home, more));
    }

    private Map<String, String> environment(String home, Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(more);
        environment.put("DMHQ_HOME", root.resolve(home).toString());
        environment.put("CLASSPATH", System.getProperty("java.class.path"));
        return environment;
    }

    private static String[] arguments(Object... words) {
        String[] arguments = new String[words.length + 1];
        arguments[0] = "dmhq.cli.Main";
        for (int i = 0; i < words.length; i++) {
            arguments[i + 1] = words[i].toString();
        }
        return arguments;
    }

    private static String command(Object... words) {
        return Path.of(System.getProperty("java.home"), "bin", "java") + " " + String.join(" ", arguments(words));
    }
}

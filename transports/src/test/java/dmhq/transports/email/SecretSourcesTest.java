package dmhq.transports.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretSourcesTest {

    private static final Duration LONG = Duration.ofMinutes(2);

    @TempDir
    Path folder;

    /** A program of any system: this Java, with a file of source. */
    private List<String> program(String body) throws Exception {
        Path source = folder.resolve("Teller.java");
        Files.writeString(
                source, "class Teller { public static void main(String[] a) throws Exception {" + body + "} }");
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                source.toString(),
                "an-argument-that-nobody-should-see");
    }

    @Test
    void the_first_line_that_a_command_prints_is_the_secret() throws Exception {
        List<String> command =
                program("System.out.print(\"wolf \\u00e4\".length() + \" wolves\\r\\nsecond line\\n\");");
        assertThat(new FromCommand(command, LONG).secret()).isEqualTo("6 wolves");
    }

    @Test
    void a_command_that_fails_is_named_without_what_it_was_given_and_what_it_said() throws Exception {
        List<String> command =
                program("System.out.println(\"secret\"); System.err.println(\"secret\"); System.exit(3);");
        assertThatThrownBy(() -> new FromCommand(command, LONG).secret())
                .isInstanceOf(SecretException.class)
                .hasMessage("the command " + command.get(0) + " ended with 3");
    }

    @Test
    void a_command_that_prints_nothing_is_named() throws Exception {
        List<String> command = program("System.out.print(\" \\nsecret\\n\");");
        assertThatThrownBy(() -> new FromCommand(command, LONG).secret())
                .isInstanceOf(SecretException.class)
                .hasMessage("the command " + command.get(0) + " printed nothing on its first line");
    }

    @Test
    void a_command_that_waits_for_input_gets_none() throws Exception {
        List<String> command = program("System.out.println(\"read \" + System.in.read());");
        assertThat(new FromCommand(command, LONG).secret()).isEqualTo("read -1");
    }

    @Test
    void a_command_that_never_ends_is_ended() throws Exception {
        List<String> command = program("new java.util.concurrent.CountDownLatch(1).await();");
        List<ProcessHandle> before = ProcessHandle.current().descendants().toList();
        assertThatThrownBy(() -> new FromCommand(command, Duration.ofMillis(50)).secret())
                .isInstanceOf(SecretException.class)
                .hasMessage("the command " + command.get(0) + " did not end within 0.05 s");
        for (ProcessHandle left : ProcessHandle.current().descendants().toList()) {
            if (!before.contains(left)) {
                left.onExit().get(1, TimeUnit.MINUTES);
            }
        }
    }

    @Test
    void a_command_that_is_not_there_is_named() {
        assertThatThrownBy(() -> new FromCommand(List.of("no-such-program-3025", "secret"), LONG).secret())
                .isInstanceOf(SecretException.class)
                .hasMessage("the command no-such-program-3025 could not be started");
    }

    @Test
    void a_variable_of_the_environment_is_the_secret() throws Exception {
        assertThat(new FromEnvironment("DMHQ_MAIL", Map.of("DMHQ_MAIL", "wolf")::get).secret())
                .isEqualTo("wolf");
        assertThatThrownBy(() -> new FromEnvironment("DMHQ_MAIL", name -> null).secret())
                .isInstanceOf(SecretException.class)
                .hasMessage("the environment variable DMHQ_MAIL is not set");
    }

    @Test
    void what_is_typed_in_is_the_secret_and_is_wiped() throws Exception {
        char[] typed = "wolf".toCharArray();
        List<String> asked = new ArrayList<>();
        FromPrompt prompt = new FromPrompt("Password for natasha@example.org: ", question -> {
            asked.add(question);
            return typed;
        });
        assertThat(prompt.secret()).isEqualTo("wolf");
        assertThat(asked).containsExactly("Password for natasha@example.org: ");
        assertThat(typed).containsOnly(' ');
    }

    @Test
    void a_prompt_with_nobody_before_it_is_a_failure() {
        assertThatThrownBy(() -> new FromPrompt("?", question -> null).secret())
                .isInstanceOf(SecretException.class)
                .hasMessage("nobody is there to be asked for it");
        assertThatThrownBy(() -> new FromPrompt("?", question -> new char[0]).secret())
                .isInstanceOf(SecretException.class)
                .hasMessage("nothing was typed in");
    }
}

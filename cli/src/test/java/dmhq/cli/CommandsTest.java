package dmhq.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dmhq.format.disk.DurableDisk;
import dmhq.transports.Posts;
import dmhq.workspace.NoMail;
import dmhq.workspace.Surroundings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class CommandsTest {

    private static CommandLine lineFor(String... arguments) {
        Surroundings surroundings = new Surroundings(
                new DurableDisk(),
                () -> Instant.EPOCH,
                new Random(3025),
                new Posts(List.of()),
                (command, input) -> {
                    throw new IOException("there are no other programs here");
                },
                Path.of("home"),
                null,
                "dmhq under test",
                NoMail.at(Path.of("home"), new DurableDisk(), () -> Instant.EPOCH));
        PrintWriter screen = new PrintWriter(Writer.nullWriter());
        BufferedReader keys = new BufferedReader(Reader.nullReader());
        Terminal terminal = new Terminal(
                screen,
                screen,
                keys,
                question -> null,
                () -> false,
                () -> 0,
                Path.of(""),
                ZoneOffset.UTC,
                time -> false,
                surroundings);
        return new Dmhq(terminal).commandLine(List.of(arguments));
    }

    @ParameterizedTest
    @ValueSource(strings = {"submit turn.zip", "-C plan submit turn.zip", "--quiet -C border-war submit"})
    void a_line_that_names_a_command_has_that_one(String typed) {
        assertThat(lineFor(typed.split(" ")).getSubcommands()).containsOnlyKeys("submit");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "sbumit turn.zip", "-C submit", "completion bash"})
    void a_line_that_does_not_has_them_all(String typed) {
        assertThat(lineFor(typed.split(" ")).getSubcommands()).containsOnlyKeys(Commands.NAMES);
    }

    @Test
    void the_version_needs_none() {
        assertThat(lineFor("--version").getSubcommands()).isEmpty();
    }

    @Test
    void every_command_has_the_name_it_goes_by() {
        assertThat(lineFor().getSubcommands())
                .allSatisfy((name, line) -> assertThat(line.getCommandName()).isEqualTo(name))
                .hasSize(Commands.NAMES.size());
    }
}

package dmhq.cli;

import dmhq.format.disk.DurableDisk;
import dmhq.transports.Posts;
import dmhq.workspace.NoMail;
import dmhq.workspace.Surroundings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A terminal at which a person types lines and then ends the input; what they type is seen. */
final class TypedLines {

    private final StringWriter screen = new StringWriter();
    private final Terminal terminal;

    TypedLines(List<String> lines) {
        this(lines, true);
    }

    private TypedLines(List<String> lines, boolean attended) {
        PrintWriter out = new PrintWriter(screen, true);
        StringReader keys = new StringReader(lines.isEmpty() ? "" : String.join("\n", lines) + "\n");
        BufferedReader shown = new BufferedReader(keys) {
            @Override
            public @Nullable String readLine() throws IOException {
                String line = super.readLine();
                if (line != null && attended) {
                    out.println(line);
                }
                return line;
            }
        };
        Path nowhere = Path.of("nowhere");
        Surroundings surroundings = new Surroundings(
                new DurableDisk(),
                () -> Instant.EPOCH,
                new Random(3025),
                new Posts(List.of()),
                (command, input) -> {
                    throw new IOException("there is no " + command.get(0) + " here");
                },
                nowhere,
                null,
                "dmhq under test",
                NoMail.at(nowhere, new DurableDisk(), () -> Instant.EPOCH));
        this.terminal = new Terminal(
                out,
                out,
                shown,
                question -> null,
                () -> attended,
                () -> 0,
                nowhere,
                ZoneOffset.UTC,
                time -> false,
                surroundings);
    }

    /** Returns one where the lines come out of a pipe, and nobody sees them. */
    static TypedLines piped(List<String> lines) {
        return new TypedLines(lines, false);
    }

    Terminal terminal() {
        return terminal;
    }

    /** Returns all that was on the screen. */
    String screen() {
        return screen.toString().replace(System.lineSeparator(), "\n");
    }
}

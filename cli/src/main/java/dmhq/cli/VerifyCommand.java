package dmhq.cli;

import dmhq.engine.Findings;
import dmhq.engine.Verification;
import dmhq.format.json.Codec;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dmhq verify}: what a file proves. */
@Command(
        name = "verify",
        description = "Check everything that can be checked of a file, and say what it proves.",
        mixinStandardHelpOptions = true,
        footer = {"", "Exits with 3 if anything is wrong.", "Example: dmhq verify turn.zip"})
final class VerifyCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "The file.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    private final Terminal terminal;

    VerifyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        byte[] opened = UnsealedFile.read(terminal, file);
        Findings findings = Verification.of(opened);
        if (json) {
            terminal.print(Codec.of(Findings.class).encode(findings));
        } else {
            show("Proved:", findings.proved());
            show("Not yet provable:", findings.notYetProvable());
            show("WRONG:", findings.wrong());
        }
        return findings.wrong().isEmpty() ? ExitCode.DONE : ExitCode.REFUSED;
    }

    private void show(String heading, List<String> sentences) {
        if (!sentences.isEmpty()) {
            terminal.print(heading);
            sentences.forEach(sentence -> terminal.print("  - " + sentence + "."));
        }
    }
}

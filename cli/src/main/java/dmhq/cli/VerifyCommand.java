package dmhq.cli;

import dmhq.engine.Findings;
import dmhq.engine.Verification;
import dmhq.format.archive.ArchiveException;
import dmhq.format.archive.PackedFile;
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
        String cure = "Do not use it; ask its sender for it again, or put it back from a copy.";
        Findings findings;
        try {
            findings = Verification.of(PackedFile.read(UnsealedFile.read(terminal, file)));
        } catch (ArchiveException e) {
            findings = new Findings(List.of(), List.of(), List.of(String.valueOf(e.getMessage())));
            cure = e.isOfLaterVersion() ? "Install a newer dmhq and try again." : cure;
        }
        if (json) {
            terminal.print(Codec.of(Findings.class).encode(findings));
        } else {
            show("Proved:", findings.proved());
            show("Not yet provable:", findings.notYetProvable());
            show("WRONG:", findings.wrong());
        }
        if (findings.wrong().isEmpty()) {
            return ExitCode.DONE;
        }
        terminal.complain(file + " does not hold: what is WRONG lies in its layer "
                + layer(findings.wrong().get(0)));
        terminal.cure(cure);
        return ExitCode.REFUSED;
    }

    /** Every sentence on what is wrong begins with its layer and a colon. */
    private static String layer(String sentence) {
        return sentence.substring(0, Math.max(0, sentence.indexOf(':')));
    }

    private void show(String heading, List<String> sentences) {
        if (!sentences.isEmpty()) {
            terminal.print(heading);
            sentences.forEach(sentence -> terminal.print("  - " + sentence + "."));
        }
    }
}

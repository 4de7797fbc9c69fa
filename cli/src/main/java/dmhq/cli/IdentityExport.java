package dmhq.cli;

import dmhq.workspace.Exporting;
import dmhq.workspace.SigningKeyFile;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code dmhq identity export}. */
@Command(
        name = "export",
        description = "Write your keys and the secrets of your sessions to a file, sealed with a passphrase.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "The passphrase is asked for, or taken from the variable DMHQ_PASSPHRASE. 'age -d FILE' opens the file too.",
            "The folders of your sessions are not in it; copy them as they are. Afterwards both machines are the",
            "same player: play on from one of them only, as neither learns what the other draws later.",
            "Example: dmhq identity export nadia.age"
        })
final class IdentityExport implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "The file to write.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    private final Terminal terminal;

    IdentityExport(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        IdentityCommand.require(terminal);
        Path to = terminal.folder().resolve(file).normalize();
        Exporting exporting = new Exporting(terminal.surroundings());
        exporting.check(to);
        Exporting.Result result = exporting.export(to, new Asking(terminal).chosen());
        terminal.say("Wrote the identity of " + result.identity().name() + " and "
                + Counted.of(result.secrets(), "session secret") + " to " + file + ".");
        if (result.identity().signingKeyFile().isPresent()) {
            SigningKeyFile elsewhere = result.identity().signingKeyFile().get();
            terminal.say("The signing key itself is NOT in it. It stays in " + elsewhere.file()
                    + "; bring it to the other machine by other means.");
        }
        terminal.say("Whoever has the file and the passphrase is you. Play on from one machine only.");
        terminal.next("on the other machine: dmhq identity import " + file.getFileName());
        return ExitCode.DONE;
    }
}

package dmhq.cli;

import dmhq.workspace.Identity;
import dmhq.workspace.Importing;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dmhq identity import}. */
@Command(
        name = "import",
        description = "Take in what 'identity export' wrote. The same again adds the secrets of newer sessions.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "The passphrase is asked for, or taken from the variable DMHQ_PASSPHRASE.",
            "Afterwards both machines are the same player: play on from one of them only.",
            "Example: dmhq identity import nadia.age"
        })
final class IdentityImport implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "The file that was exported.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(
            names = "--signing-key",
            paramLabel = "FILE",
            description = "Where a signing key that is not in the export lies on this machine.")
    private @Nullable Path signingKey;

    private final Terminal terminal;

    IdentityImport(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        Importing importing = new Importing(terminal.surroundings());
        byte[] sealed = importing.file(terminal.folder().resolve(file).normalize());
        Importing.Result result = importing.take(
                file,
                sealed,
                new Asking(terminal).known(),
                signingKey == null ? null : terminal.folder().resolve(signingKey));
        Identity identity = result.identity();
        terminal.say(
                result.fresh() || result.newer()
                        ? "Took in " + (result.fresh() ? "the identity of " : "the new keys of ") + identity.name()
                                + " and " + Counted.of(result.secrets(), "session secret") + "."
                        : "The identity of " + identity.name() + " was here already; took in "
                                + Counted.of(result.secrets(), "session secret") + ".");
        IdentityCommand.tell(terminal, identity);
        if (signingKey == null && identity.signingKeyFile().isPresent()) {
            terminal.say("The signing key itself was not in the file. If it does not lie there on this machine: "
                    + "dmhq identity import " + file + " --signing-key FILE");
        }
        if (result.fresh()) {
            terminal.say(
                    "Not in the file: the folders of your sessions, which you copy, or dmhq recover makes again; and"
                            + " your mail account, which dmhq doctor sets up.");
        }
        terminal.say("Play on from one machine only.");
        return ExitCode.DONE;
    }
}

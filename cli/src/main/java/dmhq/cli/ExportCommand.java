package dmhq.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code dmhq export}: files for other programs. */
@Command(
        name = "export",
        description = "Write units of a save into a file for MegaMek.",
        mixinStandardHelpOptions = true,
        subcommands = ExportForce.class)
final class ExportCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to export: force");
    }
}

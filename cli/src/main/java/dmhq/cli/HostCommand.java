package dmhq.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code dmhq host}: the host's desk. */
@Command(
        name = "host",
        description = "As the host: decide what only a host decides.",
        mixinStandardHelpOptions = true,
        subcommands = {
            HostSettings.class,
            HostExtend.class,
            HostPause.class,
            HostResume.class,
            HostRemind.class,
            HostSkip.class,
            HostReplace.class,
            HostRollback.class,
            HostAddress.class
        })
final class HostCommand implements Runnable {

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private Root root;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    Root root() {
        return root;
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "Say what to do: settings, extend, pause, resume, remind, skip, replace, rollback or address");
    }
}

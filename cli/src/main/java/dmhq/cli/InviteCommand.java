package dmhq.cli;

import dmhq.workspace.Contacts;
import dmhq.workspace.Inviting;
import dmhq.workspace.Workspace;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code dmhq invite}: offer a seat. */
@Command(
        name = "invite",
        description = "Write and send the invitation to a seat.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "An invitation is the one file that travels unsealed: whoever has it may ask for the seat.",
            "Example: dmhq -C border-war invite sabres --to folder:/shared/border-war",
            "Example: dmhq -C border-war invite sabres --to sabres-invitation.zip"
        })
final class InviteCommand implements Callable<Integer> {

    @Parameters(paramLabel = "SEAT", description = "The seat to offer.")
    @SuppressWarnings("NullAway.Init")
    private String seat;

    @Option(
            names = "--to",
            required = true,
            paramLabel = "ADDRESS|FILE",
            description = "Where to send it, such as folder:PATH, or a file to hand over.")
    @SuppressWarnings("NullAway.Init")
    private String to;

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private Root root;

    private final Terminal terminal;

    InviteCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        return terminal.alone(
                "invite",
                Folders.session(root.sessionFolder(), terminal),
                () -> invite(Workspace.open(terminal.surroundings(), root.sessionFolder())));
    }

    private int invite(Workspace workspace) throws Exception {
        return new Invited(terminal, to)
                .handOut(workspace, Invited.seat(seat), new Inviting(workspace)::write, Contacts::write);
    }
}

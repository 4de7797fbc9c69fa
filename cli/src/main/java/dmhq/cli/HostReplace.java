package dmhq.cli;

import dmhq.format.SeatId;
import dmhq.workspace.Contacts;
import dmhq.workspace.Inviting;
import dmhq.workspace.Workspace;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dmhq host replace}: offer the seat of somebody who plays to another player. */
@Command(
        name = "replace",
        description = {
            "As the host: write and send an invitation to take over a seat from who sits there.",
            "Nothing changes until somebody has joined with it, and you have let them in."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "The invitation is the same each time, until somebody was seated by it or you withdraw it.",
            "Whoever has it may ask for the seat, and sees all that the seat has seen once let in.",
            "Example: dmhq host replace sabres --to sabres-invitation.zip",
            "Example: dmhq host replace sabres --undo"
        })
final class HostReplace extends DeskCommand {

    @Parameters(paramLabel = "SEAT", description = "Whose seat.")
    @SuppressWarnings("NullAway.Init")
    private String seat;

    @Option(
            names = "--to",
            paramLabel = "ADDRESS|FILE",
            description = "Where to send it, such as folder:PATH, or a file to hand over.")
    private @Nullable String to;

    @Option(names = "--undo", description = "Withdraw the invitation; who has joined with it is turned down.")
    private boolean undo;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    HostReplace(Terminal terminal) {
        super("replace", terminal);
    }

    @Override
    int decide(Workspace workspace) throws Exception {
        if (undo == (to != null)) {
            throw new ParameterException(
                    spec.commandLine(), "Say where the invitation goes with --to, or withdraw it with --undo");
        }
        SeatId offered = Invited.seat(seat);
        Inviting inviting = new Inviting(workspace);
        if (to != null) {
            return new Invited(terminal(), to).handOut(workspace, offered, inviting::writeToReplace, Contacts::asks);
        }
        inviting.withdraw(offered);
        terminal().say("Withdrew the invitation to take over " + seat + "; nobody is seated by it any more.");
        return new Posting(terminal()).send(workspace, workspace.hostArchive().chain());
    }
}

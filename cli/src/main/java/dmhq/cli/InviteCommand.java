package dmhq.cli;

import dmhq.engine.RuleSets;
import dmhq.format.SeatId;
import dmhq.transports.TransportException;
import dmhq.workspace.Inviting;
import dmhq.workspace.Refusal;
import dmhq.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
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
        Inviting inviting = new Inviting(workspace);
        String address = Addresses.isOne(to) ? Addresses.absolute(to, terminal).toString() : null;
        Path invitation = inviting.write(seatId());
        if (address == null) {
            Path file = terminal.folder().resolve(to);
            inviting.handOver(invitation, file);
            terminal.say("Wrote the invitation for " + seat + " to " + to + ".");
            terminal.next(join(workspace, file));
            return ExitCode.DONE;
        }
        try {
            String name = invitation.getFileName().toString();
            inviting.send(invitation, address, new PostCovers(terminal, workspace).invitation(seatId(), name));
        } catch (TransportException e) {
            terminal.complain(String.valueOf(e.getMessage()));
            terminal.cure("The invitation is kept as " + invitation + "; invite again when the post can be reached.");
            return ExitCode.POST;
        }
        terminal.say("Sent the invitation for " + seat + " to " + to + " as " + invitation.getFileName() + ".");
        terminal.next(join(workspace, invitation));
        return ExitCode.DONE;
    }

    private static String join(Workspace workspace, Path invitation) throws Refusal, IOException {
        var rules = RuleSets.of(workspace.archive().chain().rules());
        return "the player runs: dmhq join " + invitation.getFileName()
                + (rules.filter(Bringing::takesSave).isPresent() ? " --campaign SAVE" : "");
    }

    private SeatId seatId() throws Refusal {
        try {
            return new SeatId(seat);
        } catch (IllegalArgumentException e) {
            throw new Refusal(String.valueOf(e.getMessage()));
        }
    }
}

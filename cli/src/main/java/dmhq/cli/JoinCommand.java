package dmhq.cli;

import dmhq.engine.RuleSet;
import dmhq.engine.RuleSets;
import dmhq.format.RulesId;
import dmhq.format.SessionId;
import dmhq.format.archive.InvitationFile;
import dmhq.transports.TransportException;
import dmhq.workspace.Game;
import dmhq.workspace.Joining;
import dmhq.workspace.MailedInvitations.Found;
import dmhq.workspace.Refusal;
import dmhq.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code dmhq join}: take a seat. */
@Command(
        name = "join",
        description = "Take the seat you are invited to: makes a folder of the session's name and asks the host.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Example: dmhq join invitation.zip --campaign sorenson-sabres.cpnx",
            "Example: dmhq join mail: --session border-war --campaign sorenson-sabres.cpnx"
        })
final class JoinCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "INVITATION",
            description = "The invitation's file; or mail: to look for it in your own mailbox.")
    @SuppressWarnings("NullAway.Init")
    private String invitation;

    @Option(names = "--seat", paramLabel = "ID", description = "The seat you expect to be invited to.")
    private @Nullable String seat;

    @Option(names = "--session", paramLabel = "NAME", description = "The session you expect to be invited to.")
    private @Nullable String session;

    @Option(names = "--campaign", paramLabel = "SAVE", description = "The MekHQ save you play with.")
    private @Nullable Path campaign;

    @Option(
            names = "--post",
            paramLabel = "ADDRESS",
            description = "Where parcels travel for you, if the host's addresses are others on your machine.")
    private List<String> posts = new ArrayList<>();

    @Option(
            names = "--via",
            paramLabel = "FILE|draft",
            description = "Write the join to a file to hand over, or as a mail that you send yourself.")
    private @Nullable Path via;

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private Root root;

    private final Terminal terminal;

    JoinCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        IdentityCommand.require(terminal);
        Optional<String> mailbox = Addresses.mailed(invitation);
        if (mailbox.isEmpty()) {
            return join(fromFile(), "");
        } else if (!mailbox.get().isEmpty()) {
            throw new Refusal("invitations are looked for in your own mailbox alone; say mail: without an address");
        }
        try {
            Optional<Found> chosen = new InvitationChoice(terminal, session, seat).chosen();
            return chosen.isEmpty()
                    ? ExitCode.DONE
                    : join(chosen.get().file(), chosen.get().sender());
        } catch (TransportException e) {
            terminal.complain(String.valueOf(e.getMessage()));
            terminal.cure(
                    "Try again when your mailbox can be reached, or save the attached file and name that: dmhq join FILE");
            return ExitCode.POST;
        }
    }

    private InvitationFile fromFile() throws Refusal, IOException {
        InvitationFile file = new Joining(terminal.surroundings())
                .invitation(terminal.folder().resolve(invitation), invitation);
        String invited = file.invitation().seat().value();
        SessionId to = file.invitation().session();
        if (seat != null && !seat.equals(invited)) {
            throw new Refusal("the invitation is for the seat " + invited + ", not for " + seat
                    + "; ask the host for yours, or leave out --seat");
        } else if (session != null && !session.equals(to.name()) && !session.equals(to.value())) {
            throw new Refusal("the invitation is to the session " + to + ", not to " + session
                    + "; name the other, or leave out --session");
        }
        return file;
    }

    /**
     * Joins.
     *
     * @param sender the address from which it came by mail; empty if it did not
     */
    private int join(InvitationFile file, String sender) throws Exception {
        Joining joining = new Joining(terminal.surroundings());
        RulesId id = file.zero().record().rules();
        RuleSet<?, ?, ?> rules = RuleSets.of(id)
                .orElseThrow(() -> new Refusal("the session is played by " + id + ", this dmhq has " + Game.installed()
                        + "; both need the same version"));
        Bringing bringing = Bringing.of(
                terminal.surroundings(),
                rules,
                campaign == null ? null : terminal.folder().resolve(campaign));
        Path folder = root.sessionFolder().resolve(file.invitation().session().name());
        Joining.Wish wish = new Joining.Wish(
                bringing.brought(), Addresses.allAbsolute(posts, terminal), bringing.campaign(), bringing.campaignId());
        return terminal.alone("join", folder, () -> tell(joining.join(folder, file, rules, wish), file, sender));
    }

    private int tell(Workspace workspace, InvitationFile file, String sender) throws Exception {
        var host = file.zero().record().opening();
        terminal.say("Joined " + file.invitation().session() + " on seat "
                + file.invitation().seat() + ", in " + workspace.folder() + ".");
        if (host != null) {
            terminal.say("The host is " + host.host().name() + ", "
                    + host.host().signingKey().fingerprint() + "; make sure by another way that this is so.");
        }
        if (!sender.isEmpty()) {
            terminal.say("The mail says that it is from " + Quoted.of(sender) + ", which proves nothing.");
        }
        new Cautions(terminal).show(workspace.archive().chain());
        if (via != null) {
            new Posting(terminal)
                    .handOver(
                            workspace,
                            Joining.label(workspace.seat()),
                            via,
                            workspace.archive().chain());
            return ExitCode.DONE;
        }
        int code = new Posting(terminal).send(workspace, workspace.archive().chain());
        Where there = root.where().inside(file.invitation().session().name());
        terminal.next(
                code == ExitCode.POST
                        ? there.dmhq("fetch") + ", which sends your join when it can: it waits in the outbox"
                        : "when the host has seated everyone: " + there.dmhq("fetch")
                                + (workspace.place().takesFiles() ? " FILE" : ""));
        return code;
    }
}

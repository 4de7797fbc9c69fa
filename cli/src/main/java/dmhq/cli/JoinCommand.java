package dmhq.cli;

import dmhq.engine.RuleSet;
import dmhq.engine.RuleSets;
import dmhq.format.RulesId;
import dmhq.format.archive.InvitationFile;
import dmhq.workspace.Game;
import dmhq.workspace.Joining;
import dmhq.workspace.Refusal;
import dmhq.workspace.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
        footer = {"", "Example: dmhq join invitation.zip --campaign sorenson-sabres.cpnx"})
final class JoinCommand implements Callable<Integer> {

    @Parameters(paramLabel = "INVITATION", description = "The invitation's file.")
    @SuppressWarnings("NullAway.Init")
    private Path invitation;

    @Option(names = "--seat", paramLabel = "ID", description = "The seat you expect to be invited to.")
    private @Nullable String seat;

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
        Joining joining = new Joining(terminal.surroundings());
        InvitationFile file = joining.invitation(terminal.folder().resolve(invitation), invitation.toString());
        String invited = file.invitation().seat().value();
        if (seat != null && !seat.equals(invited)) {
            throw new Refusal("the invitation is for the seat " + invited + ", not for " + seat
                    + "; ask the host for yours, or leave out --seat");
        }
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
        return terminal.alone("join", folder, () -> tell(joining.join(folder, file, rules, wish), file));
    }

    private int tell(Workspace workspace, InvitationFile file) throws Exception {
        var host = file.zero().record().opening();
        terminal.say("Joined " + file.invitation().session() + " on seat "
                + file.invitation().seat() + ", in " + workspace.folder() + ".");
        if (host != null) {
            terminal.say("The host is " + host.host().name() + ", "
                    + host.host().signingKey().fingerprint() + "; make sure by another way that this is so.");
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
        terminal.next("when the host has seated everyone: dmhq -C "
                + file.invitation().session().name() + " fetch");
        return code;
    }
}

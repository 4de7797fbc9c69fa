package dmhq.cli;

import dmhq.engine.RuleSet;
import dmhq.engine.RuleSets;
import dmhq.format.SeatId;
import dmhq.format.session.Opening.Place;
import dmhq.transports.Address;
import dmhq.transports.AddressException;
import dmhq.transports.TransportException;
import dmhq.workspace.Game;
import dmhq.workspace.NewSession;
import dmhq.workspace.Refusal;
import dmhq.workspace.Workspace;
import dmhq.workspace.WorkspaceLock;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code dmhq new}: open a session as its host. */
@Command(
        name = "new",
        description = "Open a session, with you as its host, in a folder of its name.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Example: dmhq new border-war --rules distributed-mekhq --campaign foxs-teeth.cpnx \\",
            "           --seat fox --seat sabres --seat wolfhounds:2 --post folder:/shared/border-war"
        })
final class NewCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "NAME",
            description = "The session's name and folder: lower-case letters, digits and hyphens.")
    @SuppressWarnings("NullAway.Init")
    private String name;

    @Option(names = "--rules", required = true, paramLabel = "ID", description = "The rule set to play by.")
    @SuppressWarnings("NullAway.Init")
    private String rules;

    @Option(
            names = "--seat",
            required = true,
            paramLabel = "ID[:TEAM]",
            description = "A seat at the table, once for each. With --campaign the first is yours. Teams count from 1.")
    private List<String> seats = new ArrayList<>();

    @Option(names = "--campaign", paramLabel = "SAVE", description = "The MekHQ save you play with yourself.")
    private @Nullable Path campaign;

    @Option(
            names = "--post",
            paramLabel = "ADDRESS",
            description = "Where parcels travel, such as folder:PATH; without one they are handed over as files.")
    private List<String> posts = new ArrayList<>();

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private Root root;

    private final Terminal terminal;

    NewCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        new dmhq.workspace.Home(terminal.surroundings()).identity();
        RuleSet<?, ?, ?> set = RuleSets.named(rules.replaceFirst("@.*", ""))
                .orElseThrow(() -> new Refusal("there are no rules '" + rules + "'; there are " + Game.installed()));
        Bringing bringing = campaign == null
                ? null
                : Bringing.of(terminal.surroundings(), set, terminal.folder().resolve(campaign));
        List<Place> places = places();
        NewSession.Wish wish = new NewSession.Wish(
                name,
                set,
                places,
                bringing == null ? null : places.get(0).seat(),
                bringing == null ? null : bringing.brought(),
                preparedPosts(),
                bringing == null ? null : bringing.campaign(),
                bringing == null ? null : bringing.campaignId());
        Path folder = root.sessionFolder().resolve(name);
        tell(WorkspaceLock.holding(folder, () -> new NewSession(terminal.surroundings()).open(folder, wish)), folder);
        return ExitCode.DONE;
    }

    private void tell(Workspace workspace, Path folder) throws Exception {
        terminal.say("Opened session " + workspace.place().session() + " in " + folder + ".");
        terminal.say("You are its host, " + workspace.identity().name() + ", "
                + workspace.identity().signingKey().verifyingKey().fingerprint() + ".");
        for (Place place : places()) {
            boolean own = place.seat().equals(workspace.place().seat());
            terminal.say("  seat " + place.seat() + ", team " + place.team() + (own ? ", yours" : ""));
        }
        terminal.next("dmhq -C " + name + " invite SEAT --to ADDRESS, once for each seat of the others");
    }

    private List<Place> places() throws Refusal {
        List<Place> places = new ArrayList<>();
        for (String seat : seats) {
            String[] parts = seat.split(":", 2);
            try {
                int team = parts.length == 1 ? 1 : Integer.parseInt(parts[1]);
                places.add(new Place(new SeatId(parts[0]), team));
            } catch (NumberFormatException e) {
                throw new Refusal("a team is a number, as in sabres:2; found '" + seat + "'");
            } catch (IllegalArgumentException e) {
                throw new Refusal("the seat '" + seat + "'", e);
            }
        }
        return places;
    }

    private List<String> preparedPosts() throws Refusal {
        List<String> prepared = new ArrayList<>();
        for (String post : posts) {
            try {
                Address address = Addresses.absolute(Address.parse(post), terminal.folder());
                terminal.surroundings().posts().prepare(address);
                prepared.add(address.toString());
            } catch (AddressException e) {
                throw new Refusal("the post " + post, e);
            } catch (TransportException e) {
                throw new Refusal(String.valueOf(e.getMessage()));
            }
        }
        return prepared;
    }
}

package dmhq.cli;

import dmhq.engine.RuleSet;
import dmhq.engine.RuleSets;
import dmhq.format.RulesId;
import dmhq.format.SeatId;
import dmhq.format.session.Opening.Place;
import dmhq.transports.Address;
import dmhq.transports.AddressException;
import dmhq.transports.TransportException;
import dmhq.workspace.Game;
import dmhq.workspace.NewSession;
import dmhq.workspace.Refusal;
import dmhq.workspace.Workspace;
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
        IdentityCommand.require(terminal);
        RuleSet<?, ?, ?> set = (rules.contains("@") ? version() : RuleSets.named(rules))
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
                addresses(),
                bringing == null ? null : bringing.campaign(),
                bringing == null ? null : bringing.campaignId());
        Path folder = root.sessionFolder().resolve(name);
        NewSession session = new NewSession(terminal.surroundings());
        session.check(folder, wish);
        prepare(wish.posts());
        tell(terminal.alone("new", folder, () -> session.open(folder, wish)), folder);
        return ExitCode.DONE;
    }

    private Optional<RuleSet<?, ?, ?>> version() {
        try {
            return RuleSets.of(new RulesId(rules));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
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
                if (parts.length == 2 && !parts[1].matches("[1-9][0-9]{0,3}")) {
                    throw new Refusal("a team is a number from 1 on, as in sabres:2; found '" + seat + "'");
                }
                places.add(new Place(new SeatId(parts[0]), parts.length == 1 ? 1 : Integer.parseInt(parts[1])));
            } catch (IllegalArgumentException e) {
                throw new Refusal(String.valueOf(e.getMessage()));
            }
        }
        return places;
    }

    private List<String> addresses() throws Refusal {
        List<String> addresses = new ArrayList<>();
        for (String post : posts) {
            addresses.add(Addresses.absolute(post, terminal).toString());
        }
        return addresses;
    }

    private void prepare(List<String> addresses) throws Refusal {
        for (String post : addresses) {
            try {
                terminal.surroundings().posts().prepare(Address.parse(post));
            } catch (AddressException | TransportException e) {
                throw new Refusal(e.getMessage() + "; make the folder above it, or name another post");
            }
        }
    }
}

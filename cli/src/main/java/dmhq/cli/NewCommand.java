package dmhq.cli;

import dmhq.engine.RuleSet;
import dmhq.engine.RuleSets;
import dmhq.format.Bytes;
import dmhq.format.RulesId;
import dmhq.format.SeatId;
import dmhq.format.json.Json;
import dmhq.format.json.JsonException;
import dmhq.format.json.JsonReader;
import dmhq.format.session.Opening.Place;
import dmhq.format.session.Opening.Settings;
import dmhq.format.session.Opening.Style;
import dmhq.transports.Address;
import dmhq.transports.AddressException;
import dmhq.transports.TransportException;
import dmhq.workspace.Game;
import dmhq.workspace.Joining;
import dmhq.workspace.NewSession;
import dmhq.workspace.Refusal;
import dmhq.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
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
            "Example: dmhq new border-war --rules distributed-mekhq \\",
            "           --campaign foxs-teeth.cpnx --seat fox --seat sabres --seat wolfhounds:2 \\",
            "           --post folder:/shared/border-war",
            "Example: dmhq new harvest --rules claims-economy --seat ada --seat ben --as ada",
            "Example: dmhq new try-out --rules claims-economy --seat ada --seat ben \\",
            "           --as ada --solo"
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
            description = "A seat at the table, once for each. Teams count from 1.")
    private List<String> seats = new ArrayList<>();

    @Option(
            names = "--campaign",
            paramLabel = "SAVE",
            description = "The MekHQ save you play with yourself; with --solo once for each seat, in their order.")
    private List<Path> campaigns = new ArrayList<>();

    @Option(
            names = "--solo",
            description = "For trying out: all seats on this machine, each in a folder of its own in NAME.")
    private boolean solo;

    @Option(
            names = "--as",
            paramLabel = "ID",
            description = "The seat you play yourself; without it you only host, or play the first with --campaign.")
    private @Nullable String own;

    @Option(
            names = "--setup",
            paramLabel = "FILE",
            description = "What the rules are set up with: a JSON object. Whatever it leaves out is as usual.")
    private @Nullable Path setup;

    @Option(
            names = "--style",
            paramLabel = "STYLE",
            description = "How seats move: simultaneous (as usual), or sequential, one after the other.")
    private Style style = Style.SIMULTANEOUS;

    @Option(
            names = "--host-first",
            paramLabel = "yes|no",
            description = "With no, a host who plays need not commit to its orders first, which every report shows.")
    private @Nullable String hostFirst;

    @Option(
            names = "--missed-turns",
            paramLabel = "N",
            description = "Missing so many turns on end, a seat is not waited for until it comes back: 3, 0 for never.")
    private @Nullable Integer missedTurns;

    @Option(
            names = "--deadline",
            paramLabel = "TIME",
            description = "How long each turn waits for orders, such as 7d, 36h or P7D; without it, for ever.")
    private @Nullable String deadline;

    @Option(
            names = "--grace",
            paramLabel = "TIME",
            description = "How much longer than to the deadline you wait all the same; without it, not at all.")
    private @Nullable String grace;

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
        requireFewCampaigns();
        List<Place> places = places();
        SeatId seat = ownSeat(places);
        Bringing bringing = seat == null
                ? null
                : bringing(set, solo ? places.stream().map(Place::seat).toList().indexOf(seat) : 0);
        NewSession.Wish wish = new NewSession.Wish(
                name,
                set,
                places,
                seat,
                bringing == null ? null : bringing.brought(),
                manner(NewSession.completed(setup(), set)),
                Addresses.allAbsolute(posts, terminal),
                bringing == null ? null : bringing.campaign(),
                bringing == null ? null : bringing.campaignId());
        Path folder = root.sessionFolder().resolve(name);
        if (solo) {
            SortedMap<SeatId, Joining.Wish> others = others(wish);
            return terminal.alone(
                    "new", folder, () -> new SoloOpening(terminal, root.where().file(name), folder).open(wish, others));
        }
        NewSession session = new NewSession(terminal.surroundings());
        session.check(folder, wish);
        prepare(wish.posts());
        tell(terminal.alone("new", folder, () -> session.open(folder, wish)), folder);
        return ExitCode.DONE;
    }

    private Bringing bringing(RuleSet<?, ?, ?> set, int seat) throws Refusal, IOException {
        return Bringing.of(
                terminal.surroundings(),
                set,
                seat < campaigns.size() ? terminal.folder().resolve(campaigns.get(seat)) : null);
    }

    private SortedMap<SeatId, Joining.Wish> others(NewSession.Wish wish) throws Refusal, IOException {
        SortedMap<SeatId, Joining.Wish> others = new TreeMap<>();
        for (int i = 0; i < wish.seats().size(); i++) {
            SeatId seat = wish.seats().get(i).seat();
            if (!seat.equals(wish.hostSeat())) {
                Bringing brings = bringing(wish.rules(), i);
                others.put(seat, new Joining.Wish(brings.brought(), List.of(), brings.campaign(), brings.campaignId()));
            }
        }
        return others;
    }

    private void requireFewCampaigns() throws Refusal {
        if (!solo && campaigns.size() > 1) {
            throw new Refusal("--campaign names your own save, once; only with --solo does it once for each seat");
        } else if (solo && !posts.isEmpty()) {
            throw new Refusal("with --solo, all is on this machine; leave out --post");
        } else if (solo && campaigns.size() > seats.size()) {
            throw new Refusal("found " + campaigns.size() + " saves for " + seats.size() + " seats; name one for each");
        }
    }

    private @Nullable SeatId ownSeat(List<Place> places) throws Refusal {
        if (own == null) {
            return campaigns.isEmpty() ? null : places.get(0).seat();
        }
        return places.stream()
                .map(Place::seat)
                .filter(seat -> seat.value().equals(own))
                .findFirst()
                .orElseThrow(() -> new Refusal("there is no seat '" + own + "' to play as; name it with --seat too"));
    }

    private NewSession.Manner manner(Json.Members setup) throws Refusal {
        Settings usual = NewSession.Manner.USUAL.settings();
        SettingsOptions options = new SettingsOptions(usual, usual);
        options.deadline(deadline);
        options.grace(grace);
        options.missedTurns(missedTurns);
        options.style(style);
        boolean trusted = options.hostFirst(hostFirst);
        return new NewSession.Manner(options.settings(), trusted, setup);
    }

    private Json.Members setup() throws Refusal, IOException {
        if (setup == null) {
            return new Json.Members(Map.of());
        }
        try {
            Path file = terminal.folder().resolve(setup);
            if (JsonReader.read(Bytes.of(terminal.surroundings().disk().read(file))) instanceof Json.Members members) {
                return members;
            }
        } catch (JsonException e) {
            throw new Refusal(setup.toString(), e, "write one JSON object, such as {\"turns\": 20}");
        }
        throw new Refusal(setup + " is no JSON object; write one, such as {\"turns\": 20}");
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
            boolean mine = place.seat().equals(workspace.place().seat());
            terminal.say("  seat " + place.seat() + ", team " + place.team() + (mine ? ", yours" : ""));
        }
        new Cautions(terminal).show(workspace.archive().chain());
        terminal.next(
                root.where().inside(name).dmhq("invite SEAT --to ADDRESS") + ", once for each seat of the others");
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

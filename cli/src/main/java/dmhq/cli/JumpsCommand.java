package dmhq.cli;

import dmhq.campaign.Campaign;
import dmhq.format.SeatId;
import dmhq.format.json.Json;
import dmhq.mekhq.stars.StarSystem;
import dmhq.workspace.OwnStarMap;
import dmhq.workspace.Refusal;
import dmhq.workspace.Whereabouts;
import dmhq.workspace.Workspace;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code dmhq jumps}: how far it is to other campaigns, or from one star system to another. */
@Command(
        name = "jumps",
        description = {
            "Tell how many jumps it is to the other campaigns, or to a star system, by the star map of your MekHQ; and"
                    + " how many days a JumpShip recharges on the way."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Without a session, say where from and where to; days are counted if you say a date.",
            "Example: dmhq jumps",
            "Example: dmhq jumps sabres",
            "Example: dmhq jumps Outreach --from Galatea --date 3025-04-10 --mekhq ~/mekhq"
        })
final class JumpsCommand implements Callable<Integer> {

    @Parameters(
            arity = "0..1",
            paramLabel = "TO",
            description = "A seat, whose campaign is meant, or a star system as MekHQ names it; by default each of the"
                    + " other campaigns.")
    private @Nullable String to;

    @Option(
            names = "--from",
            paramLabel = "SYSTEM",
            description = "The star system to start from; by default where your campaign is.")
    private @Nullable String from;

    @Option(
            names = "--date",
            paramLabel = "DATE",
            converter = Day.class,
            description = "The day, such as 3025-04-10, as recharge stations come and go; by default that of your"
                    + " campaign.")
    private @Nullable LocalDate date;

    @Option(
            names = "--mekhq",
            paramLabel = "DIR",
            description = "The folder that MekHQ is installed in; remembered. By default the one that MEKHQ_HOME names,"
                    + " or the one remembered.")
    private @Nullable Path mekhq;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private Root root;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    /** Days, refused in a sentence of our own. */
    static final class Day implements ITypeConverter<LocalDate> {

        @Override
        public LocalDate convert(String text) {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeException e) {
                throw new TypeConversionException("'" + text + "' is no day such as 3025-04-10");
            }
        }
    }

    private final Terminal terminal;

    JumpsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        Whereabouts known = whereabouts();
        Optional<Campaign> own = known.own();
        String start = from != null ? from : own.map(Campaign::location).orElse(null);
        if (start == null || (to == null && known.campaigns().isEmpty())) {
            throw new ParameterException(
                    spec.commandLine(), "Say --from SYSTEM and TO; no campaign of yours is known here");
        }
        LocalDate day = date != null ? date : own.map(Campaign::date).orElse(null);
        OwnStarMap stars = OwnStarMap.find(
                terminal.surroundings(),
                mekhq == null ? null : terminal.folder().resolve(mekhq));
        StarSystem here = stars.system(start);
        List<Passage> passages = to != null
                ? List.of(passage(stars, here, to, known, day))
                : known.others().entrySet().stream()
                        .map(each -> Passage.of(
                                stars.map(),
                                here,
                                each.getKey(),
                                each.getValue().location(),
                                day))
                        .toList();
        if (json) {
            terminal.print(asJson(stars, here, passages, day));
        } else if (to != null) {
            show(here, passages.get(0), day);
        } else {
            show(here, passages, day);
        }
        return ExitCode.DONE;
    }

    private static Passage passage(
            OwnStarMap stars, StarSystem from, String to, Whereabouts known, @Nullable LocalDate day) throws Refusal {
        Optional<SeatId> seat = known.seat(to);
        String goal = seat.isPresent() ? known.at(seat.get()).location() : to;
        if (seat.isEmpty()
                && !known.campaigns().isEmpty()
                && stars.map().system(to).isEmpty()) {
            throw new Refusal(stars.unknown(to) + "; the seats of this session are "
                    + known.campaigns().keySet().stream().map(SeatId::value).collect(Collectors.joining(", ")));
        }
        return Passage.of(
                stars.map(), from, seat.orElse(null), stars.system(goal).id(), day);
    }

    private void show(StarSystem from, Passage passage, @Nullable LocalDate day) {
        terminal.print("From " + from.id() + on(day) + " to " + passage.goal() + ": " + passage.distance());
        passage.stops().forEach(stop -> terminal.print("  " + stop));
    }

    private void show(StarSystem from, List<Passage> passages, @Nullable LocalDate day) {
        if (passages.isEmpty()) {
            terminal.print("There is no other campaign in this session.");
            return;
        }
        terminal.print("From " + from.id() + on(day) + ":");
        passages.forEach(passage -> terminal.print("  " + passage.goal() + ": " + passage.distance()));
    }

    private static String on(@Nullable LocalDate day) {
        return day == null ? "" : " on " + day;
    }

    private static Json.Members asJson(
            OwnStarMap stars, StarSystem from, List<Passage> passages, @Nullable LocalDate day) {
        Map<String, Json> answer = new LinkedHashMap<>();
        answer.put("mekhq", new Json.Text(stars.folder().toString()));
        answer.put("from", new Json.Text(from.id()));
        answer.put("date", day == null ? new Json.Null() : new Json.Text(day.toString()));
        answer.put(
                "passages",
                new Json.Elements(passages.stream().<Json>map(Passage::asJson).toList()));
        return new Json.Members(answer);
    }

    /** Without a session here, which is no fault unless one was named, nobody's whereabouts are known. */
    private Whereabouts whereabouts() throws Exception {
        Path folder = root.sessionFolder();
        if (root.where().folder() == null
                && !Workspace.isOne(terminal.surroundings().disk(), folder)) {
            return Whereabouts.UNKNOWN;
        }
        return Whereabouts.of(Workspace.open(terminal.surroundings(), Folders.session(folder, terminal)));
    }
}

package dmhq.cli;

import dmhq.format.SeatId;
import dmhq.format.json.Json;
import dmhq.format.session.Manifest.Phase;
import dmhq.workspace.Glance;
import dmhq.workspace.KnownSessions;
import dmhq.workspace.Refusal;
import dmhq.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code dmhq games}: all sessions of this player in one glance. */
@Command(
        name = "games",
        description = "Show all your sessions in one glance: whose turn it is, and what is waited for.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "What needs you most stands first. A session is known once any of its commands has run here.",
            "Example: dmhq games"
        })
final class GamesCommand implements Callable<Integer> {

    /** What needs this player stands before what needs others, and that before what needs nobody. */
    private static final List<Phase> BY_URGENCY = List.of(
            Phase.PLANNING, Phase.SIMULATING, Phase.WAITING_FOR_ALL, Phase.JOINING, Phase.REPLAYING, Phase.CLOSED);

    private static final Comparator<Glance> MOST_URGENT_FIRST = Comparator.comparing(
                    (Glance each) -> each.overdue().isEmpty())
            .thenComparing(each -> BY_URGENCY.indexOf(each.phase()))
            .thenComparing(each -> each.deadline().orElse(Instant.MAX))
            .thenComparing(Glance::folder);

    @Option(names = "--json", description = "Print JSON, an array of sessions.")
    private boolean json;

    @Option(
            names = "--forget",
            paramLabel = "DIR",
            description = "Leave out the session in that folder from now on; the folder itself stays.")
    private @Nullable Path forgotten;

    private final Terminal terminal;

    GamesCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        KnownSessions known = new KnownSessions(terminal.surroundings());
        if (forgotten != null) {
            known.forget(terminal.folder().resolve(forgotten));
            terminal.say("Forgot the session in " + forgotten + ", which stays as it is.");
            return ExitCode.DONE;
        }
        List<Glance> glances = new ArrayList<>();
        SortedMap<Path, List<Unreached>> unreached = new TreeMap<>();
        List<String> faults = new ArrayList<>();
        for (Path folder : known.folders()) {
            look(folder, glances, unreached, faults);
        }
        glances.sort(MOST_URGENT_FIRST);
        if (json) {
            terminal.print(
                    new Json.Elements(glances.stream().<Json>map(GlanceJson::of).toList()));
        } else {
            show(glances, unreached, faults.isEmpty());
        }
        faults.forEach(terminal::complain);
        return faults.isEmpty() ? ExitCode.DONE : ExitCode.REFUSED;
    }

    private void look(
            Path folder, List<Glance> glances, SortedMap<Path, List<Unreached>> unreached, List<String> faults)
            throws IOException {
        if (!Workspace.isOne(terminal.surroundings().disk(), folder)) {
            faults.add("there is no session in " + folder + " any more; put it back, or leave it out with dmhq games"
                    + " --forget " + folder);
            return;
        }
        try {
            Workspace workspace = Workspace.open(terminal.surroundings(), folder);
            Glance glance = Glance.at(workspace);
            unreached.put(
                    glance.folder(),
                    Unreached.of(workspace, terminal.surroundings().mail()));
            glances.add(glance);
        } catch (Refusal e) {
            faults.add(String.valueOf(e.getMessage()));
        }
    }

    private void show(List<Glance> glances, SortedMap<Path, List<Unreached>> unreached, boolean all) {
        if (glances.isEmpty() && all) {
            terminal.print("No session is known here.");
            terminal.next("dmhq new NAME, or dmhq join INVITATION");
            return;
        }
        int widest = glances.stream()
                .mapToInt(glance -> glance.session().value().length())
                .max()
                .orElse(0);
        glances.forEach(glance ->
                terminal.printExactly(line(glance, unreached.getOrDefault(glance.folder(), List.of()), widest)));
        glances.stream()
                .findFirst()
                .filter(first -> first.phase() != Phase.CLOSED)
                .ifPresent(first -> terminal.next(new Where(shown(first.folder())).dmhq("status")));
    }

    private String line(Glance glance, List<Unreached> unreached, int width) {
        String name = glance.session().value();
        return name + " ".repeat(width - name.length()) + "  turn " + glance.turn() + "  " + words(glance)
                + (unreached.isEmpty()
                        ? ""
                        : ", mails do not reach "
                                + DeskReport.named(
                                        unreached.stream().map(Unreached::seat).toList()))
                + (glance.due() == 0 ? "" : ", " + Counted.of(glance.due(), "settlement") + " for your save")
                + "  (" + (glance.seat() == null ? "host" : glance.seat() + (glance.host() ? ", host" : "")) + ", "
                + shown(glance.folder()) + ")";
    }

    private String words(Glance glance) {
        boolean running = glance.phase() == Phase.PLANNING || glance.phase() == Phase.WAITING_FOR_ALL;
        return phase(glance)
                + (glance.paused() ? ", paused" : "")
                + glance.deadline()
                        .filter(deadline -> running)
                        .map(deadline -> ", deadline " + terminal.instants().deadline(deadline))
                        .orElse("");
    }

    private static String phase(Glance glance) {
        if (glance.lost()) {
            return "given to another player";
        } else if (glance.left() && glance.phase() == Phase.WAITING_FOR_ALL) {
            return "left";
        }
        String others = glance.waitingFor().stream().map(SeatId::value).collect(Collectors.joining(", "));
        return switch (glance.phase()) {
            case PLANNING -> "YOUR TURN";
            case SIMULATING -> glance.host() ? "everyone is there: resolve" : "simulating";
            case WAITING_FOR_ALL ->
                glance.overdue()
                        .map(age -> "NO RECEIPT for " + Ages.words(age))
                        .orElse("waiting for " + (others.isEmpty() ? "the host" : others));
            case JOINING -> glance.host() && !others.isEmpty() ? "waiting for " + others + " to join" : "joining";
            case REPLAYING -> "over";
            case CLOSED -> "closed";
        };
    }

    /** A folder below the one that the player stands in is named from there. */
    private Path shown(Path folder) {
        Path here = terminal.folder().toAbsolutePath().normalize();
        return folder.startsWith(here) && !folder.equals(here) ? here.relativize(folder) : folder;
    }
}

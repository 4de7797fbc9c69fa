package dmhq.cli;

import dmhq.campaign.CampaignState;
import dmhq.engine.Attendance;
import dmhq.format.Party;
import dmhq.format.SeatId;
import dmhq.format.archive.SessionArchive;
import dmhq.format.json.Codec;
import dmhq.format.json.Json;
import dmhq.format.session.Manifest.Status;
import dmhq.workspace.CampaignDesk;
import dmhq.workspace.Doorkeeper;
import dmhq.workspace.Drafts;
import dmhq.workspace.Game;
import dmhq.workspace.Glance;
import dmhq.workspace.LostSeat;
import dmhq.workspace.Outbox;
import dmhq.workspace.Refusal;
import dmhq.workspace.Resolving;
import dmhq.workspace.Submissions;
import dmhq.workspace.TurnClock;
import dmhq.workspace.Workspace;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code dmhq status}: how this session stands. */
@Command(
        name = "status",
        description = "Show how this session stands: whose turn it is, what is planned, sent, receipted and settled.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example: dmhq status --json"})
final class StatusCommand implements Callable<Integer> {

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private Root root;

    private final Terminal terminal;

    StatusCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        Path folder = Folders.session(root.sessionFolder(), terminal);
        Workspace workspace = Workspace.open(terminal.surroundings(), folder);
        if (json) {
            terminal.print(asJson(workspace));
            return ExitCode.DONE;
        }
        new LostSeat(workspace).requireNone();
        show(workspace);
        new NextStep(terminal, root.where()).offer(workspace);
        return ExitCode.DONE;
    }

    private void show(Workspace workspace) throws Exception {
        SessionArchive archive = workspace.archive();
        int coming = archive.chain().newest() + 1;
        terminal.print("Session " + archive.chain().session() + ", turn "
                + archive.chain().newest()
                + (workspace.place().host()
                        ? ", hosted here"
                        : ", hosted by " + archive.chain().host().name()));
        var seats = archive.chain().seats();
        SeatId own = workspace.place().seat();
        Optional<Game<?, ?, ?>> game = coming == 1 ? Optional.empty() : Optional.of(workspace.play(archive));
        Optional<Attendance> attendance =
                game.isPresent() ? Optional.of(game.get().attendance()) : Optional.empty();
        SortedMap<SeatId, Integer> teams = teams(archive, game);
        archive.chain()
                .opening()
                .seats()
                .forEach(place -> terminal.print("  seat " + place.seat() + ", team " + teams.get(place.seat()) + ": "
                        + (seats.containsKey(place.seat())
                                ? seats.get(place.seat()).name()
                                : "open")
                        + attendance
                                .map(each -> standing(each.status(place.seat()), hasLeft(archive, place.seat())))
                                .orElse("")
                        + (place.seat().equals(own) ? " (you)" : "")));
        new Cautions(terminal).show(archive.chain());
        new ClockReport(terminal).lines(TurnClock.of(workspace)).forEach(terminal::print);
        if (own != null && coming > 1) {
            showSeat(workspace);
        }
        if (workspace.place().host() && archive.closing() == null) {
            showHost(workspace);
        }
        if (workspace.archive().closing() == null) {
            new MovedAccount(terminal).warn(workspace);
        }
        for (Unreached each : Unreached.of(workspace, terminal.surroundings().mail())) {
            terminal.print(each.line(root.where()));
        }
        int aside = terminal.surroundings()
                        .disk()
                        .list(workspace.folder().resolve("set-aside"))
                        .size()
                / 2;
        if (aside > 0) {
            terminal.print(
                    "Set aside because unusable: " + Counted.of(aside, "file") + ", with the reasons in set-aside/");
        }
        List<Party> waiting = new Outbox(workspace).waiting();
        if (!waiting.isEmpty()) {
            terminal.print("Waiting in the outbox: " + waiting.size() + ", for "
                    + waiting.stream()
                            .map(reader -> reader.isHost() ? "the host" : reader.toString())
                            .distinct()
                            .sorted()
                            .collect(Collectors.joining(", ")));
        }
        if (!workspace.place().host()) {
            new Outbox(workspace)
                    .refused().stream()
                            .map(Outbox.Refused::sentence)
                            .distinct()
                            .forEach(why ->
                                    terminal.print("A watch does not try it again, only a command that sends: " + why));
        }
    }

    /** The seats' teams: those of the opening, or those that campaigns were assigned since. */
    private static SortedMap<SeatId, Integer> teams(SessionArchive archive, Optional<Game<?, ?, ?>> game)
            throws Refusal {
        SortedMap<SeatId, Integer> teams = new TreeMap<>();
        archive.chain().opening().seats().forEach(place -> teams.put(place.seat(), place.team()));
        if (game.isPresent() && game.get().state() instanceof CampaignState campaigns) {
            campaigns.campaigns().forEach((seat, campaign) -> teams.put(seat, campaign.team()));
        }
        return teams;
    }

    private static boolean hasLeft(SessionArchive archive, SeatId seat) {
        return !archive.chain().waitedFor().contains(seat);
    }

    private static String standing(Status status, boolean left) {
        return switch (status) {
            case DISCONNECTED -> left ? " (has left, not waited for)" : " (disconnected, not waited for)";
            case ELIMINATED -> " (out of the game)";
            default -> "";
        };
    }

    private void showSeat(Workspace workspace) throws Exception {
        SessionArchive archive = workspace.seatArchive();
        Game<?, ?, ?> game = workspace.play(archive);
        SeatReport report = new SeatReport(terminal, root.where());
        report.show(workspace, game);
        report.warnOfOverdue(workspace);
        Optional<CampaignDesk> desk = CampaignDesk.of(workspace, game);
        if (desk.isPresent()) {
            new CampaignReport(terminal, root.where()).show(desk.get(), game);
        } else {
            new ViewReport(terminal).show(game);
        }
    }

    private void showHost(Workspace workspace) throws Exception {
        Resolving.Result result = new Resolving(workspace)
                .resolve(new Resolving.Wish(false, true, null), (join, sender) -> Doorkeeper.Answer.LATER);
        if (result.standing() != null && !result.standing().running()) {
            if (workspace.place().seat() == null) {
                terminal.print(
                        "The game is over: " + SeatReport.won(result.standing().winners()) + ".");
            }
            return;
        }
        new DeskReport(terminal, root.where()).show(workspace, result);
    }

    private Json.Members asJson(Workspace workspace) throws Exception {
        SessionArchive archive = workspace.archive();
        int coming = archive.chain().newest() + 1;
        var seat = workspace.place().seat();
        Map<String, Json> status = new LinkedHashMap<>();
        status.put("session", new Json.Text(archive.chain().session().value()));
        status.put("turn", Json.Amount.of(archive.chain().newest()));
        status.put("head", new Json.Text(archive.chain().head().toString()));
        status.putAll(GlanceJson.standing(Glance.at(workspace)));
        status.put("host", new Json.Flag(workspace.place().host()));
        status.put("seat", seat == null ? new Json.Null() : new Json.Text(seat.value()));
        status.put(
                "seated",
                new Json.Elements(archive.chain().seats().keySet().stream()
                        .<Json>map(each -> new Json.Text(each.value()))
                        .toList()));
        int revision = new Submissions(workspace).newestRevision(coming);
        TurnClock clock = TurnClock.of(workspace);
        status.put("grace", new Json.Text(clock.grace().toString()));
        status.put("host_says", new Json.Text(clock.text()));
        status.put("your_turn", new Json.Flag(seat != null && coming > 1 && revision == 0));
        status.put("submitted_revision", Json.Amount.of(revision));
        status.put("planned", new Json.Elements(List.copyOf(new Drafts(workspace).planned(coming))));
        status.put(
                "unreached",
                new Json.Elements(
                        Unreached.of(workspace, terminal.surroundings().mail()).stream()
                                .<Json>map(each -> new Json.Text(each.seat().value()))
                                .toList()));
        status.put("outbox", Json.Amount.of(new Outbox(workspace).waiting().size()));
        status.put(
                "view", seat == null || coming == 1 ? new Json.Null() : view(workspace.play(workspace.seatArchive())));
        return new Json.Members(status);
    }

    private static <S extends Record> Json view(Game<S, ?, ?> game) throws Refusal {
        return Codec.of(game.rules().stateType()).encode(game.state());
    }
}

package dmhq.cli;

import dmhq.format.SeatId;
import dmhq.format.archive.ArchiveException;
import dmhq.format.archive.SessionArchive;
import dmhq.format.json.Codec;
import dmhq.format.json.Json;
import dmhq.workspace.CampaignDesk;
import dmhq.workspace.Drafts;
import dmhq.workspace.Game;
import dmhq.workspace.Outbox;
import dmhq.workspace.Receipts;
import dmhq.workspace.Refusal;
import dmhq.workspace.Resolving;
import dmhq.workspace.Submissions;
import dmhq.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
        archive.chain()
                .opening()
                .seats()
                .forEach(place -> terminal.print("  seat " + place.seat() + ", team " + place.team() + ": "
                        + (seats.containsKey(place.seat())
                                ? seats.get(place.seat()).name()
                                : "open")
                        + (place.seat().equals(own) ? " (you)" : "")));
        if (own != null && coming > 1) {
            showSeat(workspace, coming);
        }
        if (workspace.place().host()) {
            var waited = new Resolving(workspace).resolve(new Resolving.Wish(false, true, null), join -> true);
            terminal.print(
                    waited.missing().isEmpty()
                            ? "Everyone is there."
                            : "Waiting for "
                                    + waited.missing().stream()
                                            .map(Object::toString)
                                            .collect(Collectors.joining(", ")) + ".");
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
        int waiting = new Outbox(workspace).waiting().size();
        if (waiting > 0) {
            terminal.print("Waiting in the outbox: " + waiting);
        }
    }

    private void showSeat(Workspace workspace, int coming) throws Exception {
        SessionArchive archive = workspace.seatArchive();
        int revision = new Submissions(workspace).newestRevision(coming);
        if (revision == 0) {
            terminal.print("YOUR TURN: turn " + coming + ", "
                    + Counted.of(new Drafts(workspace).planned(coming).size(), "action") + " planned");
        } else {
            terminal.print("Submitted for turn " + coming + ": revision " + revision + ", "
                    + (workspace.place().host()
                            ? "at your own table"
                            : receipted(workspace, archive, coming, revision)));
        }
        Optional<CampaignDesk> desk = CampaignDesk.of(workspace, game(workspace, archive));
        if (desk.isPresent()) {
            new CampaignReport(terminal, root.where()).show(desk.get());
        }
    }

    private static String receipted(Workspace workspace, SessionArchive archive, int coming, int revision)
            throws Refusal, IOException {
        return new Receipts(workspace)
                .of(coming, archive.chain()).stream()
                        .filter(receipt -> receipt.revision() == revision)
                        .map(receipt -> "receipt: " + receipt.verdict().name().toLowerCase(Locale.ROOT))
                        .reduce((earlier, later) -> later)
                        .orElse("no receipt yet");
    }

    private static Game<?, ?, ?> game(Workspace workspace, SessionArchive archive) throws Refusal, IOException {
        try {
            return workspace.game(archive);
        } catch (ArchiveException e) {
            throw new Refusal("the session's archive", e);
        }
    }

    private static Json.Members asJson(Workspace workspace) throws Exception {
        SessionArchive archive = workspace.archive();
        int coming = archive.chain().newest() + 1;
        var seat = workspace.place().seat();
        Map<String, Json> status = new LinkedHashMap<>();
        status.put("session", new Json.Text(archive.chain().session().value()));
        status.put("turn", Json.Amount.of(archive.chain().newest()));
        status.put("head", new Json.Text(archive.chain().head().toString()));
        status.put("host", new Json.Flag(workspace.place().host()));
        status.put("seat", seat == null ? new Json.Null() : new Json.Text(seat.value()));
        status.put(
                "seated",
                new Json.Elements(archive.chain().seats().keySet().stream()
                        .<Json>map(each -> new Json.Text(each.value()))
                        .toList()));
        int revision = new Submissions(workspace).newestRevision(coming);
        status.put("your_turn", new Json.Flag(seat != null && coming > 1 && revision == 0));
        status.put("submitted_revision", Json.Amount.of(revision));
        status.put("planned", new Json.Elements(List.copyOf(new Drafts(workspace).planned(coming))));
        status.put("outbox", Json.Amount.of(new Outbox(workspace).waiting().size()));
        status.put(
                "view", seat == null || coming == 1 ? new Json.Null() : view(game(workspace, workspace.seatArchive())));
        return new Json.Members(status);
    }

    private static <S extends Record> Json view(Game<S, ?, ?> game) throws Refusal {
        return Codec.of(game.rules().stateType()).encode(game.state());
    }
}

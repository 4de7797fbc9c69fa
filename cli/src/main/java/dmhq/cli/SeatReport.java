package dmhq.cli;

import dmhq.format.SeatId;
import dmhq.format.archive.Chain;
import dmhq.format.archive.Submission;
import dmhq.format.json.Json;
import dmhq.format.session.Receipt;
import dmhq.workspace.CampaignDesk;
import dmhq.workspace.Drafts;
import dmhq.workspace.Game;
import dmhq.workspace.HandingOver;
import dmhq.workspace.Leaving;
import dmhq.workspace.Outbox;
import dmhq.workspace.Overdue;
import dmhq.workspace.Predecessors;
import dmhq.workspace.Receipts;
import dmhq.workspace.Refusal;
import dmhq.workspace.Submissions;
import dmhq.workspace.Submitting;
import dmhq.workspace.Workspace;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Shows what a seat has to do in the coming turn, and what became of what it sent. */
final class SeatReport {

    private final Terminal terminal;
    private final Where where;

    SeatReport(Terminal terminal, Where where) {
        this.terminal = terminal;
        this.where = where;
    }

    /** Shows whose turn it is, and how the seat's orders fare. */
    void show(Workspace workspace, Game<?, ?, ?> game) throws Refusal, IOException {
        Chain chain = game.archive().chain();
        int coming = chain.newest() + 1;
        int revision = new Submissions(workspace).newestRevision(coming);
        SeatId before = revision == 0 ? new Submitting(workspace).waitsFor(game) : null;
        String planned = Counted.of(new Drafts(workspace).planned(coming).size(), "action") + " planned";
        if (game.archive().closing() != null) {
            terminal.print("The session is closed; all that was hidden in it is in turn.zip.");
        } else if (!game.standing().running()) {
            terminal.print("The game is over: " + won(game.standing().winners()) + ".");
        } else if (before != null) {
            terminal.print("Turn " + coming + ": it is the turn of " + before + "; yours comes after, " + planned);
        } else if (revision == 0 && new Leaving(workspace).isAsked()) {
            terminal.print("You have asked to leave; the host's next turn has it. Orders take it back.");
        } else if (revision == 0 && !chain.waitedFor().contains(workspace.seat())) {
            terminal.print("You have left, and nobody waits for you. Orders for turn " + coming
                    + " bring you back when they count, " + planned);
        } else if (revision == 0) {
            terminal.print("YOUR TURN: turn " + coming + ", " + planned);
        } else {
            terminal.print("Submitted for turn " + coming + ": revision " + revision + ", "
                    + (workspace.place().host()
                            ? "at your own table"
                            : receipted(workspace, new Receipts(workspace).of(coming, chain), coming, revision)));
        }
        tellDeclared(workspace, game);
    }

    /** Returns who has won, as the end of a sentence. */
    static String won(List<SeatId> winners) {
        return winners.isEmpty()
                ? "nobody has won"
                : winners.stream().map(SeatId::value).collect(Collectors.joining(" and "))
                        + (winners.size() == 1 ? " has won" : " have won");
    }

    private static String receipted(Workspace workspace, List<Receipt> receipts, int record, int revision)
            throws Refusal, IOException {
        Optional<String> receipt = receipts.stream()
                .filter(each -> each.revision() == revision)
                .map(SeatReport::words)
                .reduce((earlier, later) -> later);
        if (receipt.isPresent()) {
            return receipt.get();
        }
        return new HandingOver(workspace)
                .givenOut(Submitting.label(workspace.seat(), record, revision))
                .map(file -> "no receipt yet; if you have not, send or hand over "
                        + workspace.folder().relativize(file))
                .orElse("no receipt yet");
    }

    private static String words(Receipt receipt) {
        String missing = receipt.missing().stream().map(SeatId::value).collect(Collectors.joining(", "));
        return "receipt: " + receipt.verdict().name().toLowerCase(Locale.ROOT) + " ("
                + (missing.isEmpty() ? "everyone was there" : "then waiting for " + missing) + ")";
    }

    /** Tells what those who move before this seat have declared for the coming turn. */
    void tellDeclared(Workspace workspace, Game<?, ?, ?> game) throws Refusal, IOException {
        for (Submission each : new Predecessors(workspace).before(game)) {
            SeatId seat = each.signed().header().seat();
            List<Json.Members> actions = each.body().actions();
            terminal.say("Declared before you by " + seat + ":" + (actions.isEmpty() ? " nothing" : ""));
            actions.forEach(action -> terminal.say("  " + Story.words(action)));
        }
    }

    /** Warns of orders that the host has not answered for long; returns the exit code for it. */
    int warnOfOverdue(Workspace workspace) throws Refusal, IOException {
        Chain chain = workspace.seatArchive().chain();
        Optional<Duration> overdue =
                workspace.seatArchive().closing() == null ? new Overdue(workspace).of(chain) : Optional.empty();
        if (overdue.isEmpty()) {
            return ExitCode.DONE;
        }
        boolean waiting = !new Outbox(workspace).waiting().isEmpty();
        terminal.complain("the host has not answered your orders for turn " + (chain.newest() + 1) + " for "
                + Ages.words(overdue.get())
                + (waiting ? "; something still waits in the outbox" : "; they may be lost"));
        terminal.cure("Send them again: dmhq submit " + where.turn()
                + ", or by another way: as a file with --via FILE, or a mail of" + " your own with --via draft.");
        CampaignDesk.of(workspace, workspace.play(workspace.seatArchive()))
                .ifPresent(desk -> new CampaignReport(terminal, where).offerToGoOn(desk));
        return ExitCode.WAITING;
    }
}

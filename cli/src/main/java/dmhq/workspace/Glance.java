package dmhq.workspace;

import dmhq.format.SeatId;
import dmhq.format.SessionId;
import dmhq.format.archive.Chain;
import dmhq.format.archive.SessionArchive;
import dmhq.format.session.Receipt;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One session as its player wants to see it among others: whose turn it is, and what is waited for.
 *
 * @param turn the newest record's number
 * @param seat the player's; null for a host who only resolves
 * @param waitingFor the seats that are waited for, as far as is known
 * @param overdue for how long the host has not answered the player's orders, if that is too long
 * @param due how many settlements the player's save has to take in
 */
public record Glance(
        Path folder,
        SessionId session,
        int turn,
        boolean host,
        @Nullable SeatId seat,
        Kind kind,
        List<SeatId> waitingFor,
        Optional<Duration> overdue,
        int due) {

    /** What a session needs next, the most urgent first. */
    public enum Kind {
        /** The player's orders. */
        YOUR_TURN,
        /** That the host resolves: everyone is there. */
        SIMULATING,
        /** Orders, or an answer, of others. */
        WAITING,
        /** That seats are taken, or that the host begins. */
        JOINING,
        /** Nothing but its closing: the game is over. */
        OVER,
        /** Nothing. */
        CLOSED
    }

    public Glance {
        waitingFor = List.copyOf(waitingFor);
    }

    /**
     * Looks at the session in a workspace.
     *
     * @throws Refusal if it cannot be read
     */
    public static Glance at(Workspace workspace) throws Refusal, IOException {
        SessionArchive archive = workspace.archive();
        Place place = workspace.place();
        Chain chain = archive.chain();
        if (archive.closing() != null) {
            return glance(workspace, Kind.CLOSED, List.of());
        } else if (chain.newest() < 1) {
            return glance(workspace, Kind.JOINING, place.host() ? open(chain) : List.of());
        }
        Game<?, ?, ?> game = workspace.play(archive);
        if (!game.standing().running()) {
            return glance(workspace, Kind.OVER, List.of());
        }
        int mine = place.seat() == null ? 0 : new Submissions(workspace).newestRevision(chain.newest() + 1);
        SeatId before = place.seat() == null || mine > 0
                ? null
                : new Submitting(workspace).waitsFor(workspace.play(workspace.seatArchive()));
        if (before != null) {
            return glance(workspace, Kind.WAITING, List.of(before));
        } else if (place.seat() != null && mine == 0) {
            return glance(workspace, Kind.YOUR_TURN, List.of());
        } else if (place.host()) {
            List<SeatId> missing = new Resolving(workspace)
                    .resolve(new Resolving.Wish(false, true, null), join -> true)
                    .missing();
            return glance(workspace, missing.isEmpty() ? Kind.SIMULATING : Kind.WAITING, missing);
        }
        Optional<Receipt> receipt = new Receipts(workspace)
                .of(chain.newest() + 1, chain).stream()
                        .filter(each -> each.revision() == mine)
                        .reduce((earlier, later) -> later);
        List<SeatId> missing = receipt.map(Receipt::missing).orElse(List.of());
        return glance(workspace, receipt.isPresent() && missing.isEmpty() ? Kind.SIMULATING : Kind.WAITING, missing);
    }

    private static Glance glance(Workspace workspace, Kind kind, List<SeatId> waitingFor) throws Refusal, IOException {
        Place place = workspace.place();
        SessionArchive archive = workspace.archive();
        boolean playing = place.seat() != null && archive.chain().newest() >= 1;
        return new Glance(
                workspace.folder(),
                archive.chain().session(),
                archive.chain().newest(),
                place.host(),
                place.seat(),
                kind,
                waitingFor,
                playing && kind == Kind.WAITING ? new Overdue(workspace).of(archive.chain()) : Optional.empty(),
                playing ? due(workspace) : 0);
    }

    private static int due(Workspace workspace) throws Refusal, IOException {
        Optional<CampaignDesk> desk = CampaignDesk.of(workspace, workspace.play(workspace.seatArchive()));
        return desk.isPresent() ? desk.get().due().size() : 0;
    }

    private static List<SeatId> open(Chain chain) {
        return chain.opening().seats().stream()
                .map(each -> each.seat())
                .filter(seat -> !chain.seats().containsKey(seat))
                .toList();
    }
}

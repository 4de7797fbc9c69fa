package dmhq.workspace;

import dmhq.format.SeatId;
import dmhq.format.SessionId;
import dmhq.format.archive.Chain;
import dmhq.format.session.Manifest.Phase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One session as its player wants to see it among others: whose turn it is, and what is waited for.
 *
 * @param turn the newest record's number
 * @param seat the player's; null for a host who only resolves
 * @param phase as this folder knows it; {@code REPLAYING} once the game is over and only its closing is left
 * @param waitingFor the seats that are waited for, as far as is known
 * @param overdue for how long the host has not answered the player's orders, if that is too long
 * @param deadline until when the coming turn is waited for, if that is limited
 * @param paused whether the host lets its time stand still
 * @param left whether the player has left, or has asked to
 * @param lost whether another player has the player's seat now
 * @param due how many settlements the player's save has to take in
 */
public record Glance(
        Path folder,
        SessionId session,
        int turn,
        boolean host,
        @Nullable SeatId seat,
        Phase phase,
        List<SeatId> waitingFor,
        Optional<Duration> overdue,
        Optional<Instant> deadline,
        boolean paused,
        boolean left,
        boolean lost,
        int due) {

    public Glance {
        waitingFor = List.copyOf(waitingFor);
    }

    private record Wait(Phase phase, List<SeatId> seats) {

        private static final Wait MINE = new Wait(Phase.PLANNING, List.of());

        static Wait of(List<SeatId> missing) {
            return new Wait(missing.isEmpty() ? Phase.SIMULATING : Phase.WAITING_FOR_ALL, missing);
        }
    }

    /**
     * Looks at the session in a workspace.
     *
     * @throws Refusal if it cannot be read
     */
    public static Glance at(Workspace workspace) throws Refusal, IOException {
        Place place = workspace.place();
        Chain chain = workspace.archive().chain();
        Wait wait = wait(workspace, place, chain);
        TurnClock clock = TurnClock.of(workspace);
        boolean playing = place.seat() != null && chain.newest() >= 1;
        return new Glance(
                workspace.folder(),
                chain.session(),
                chain.newest(),
                place.host(),
                place.seat(),
                wait.phase,
                wait.seats,
                playing && wait.phase == Phase.WAITING_FOR_ALL && !new LostSeat(workspace).isOne()
                        ? new Overdue(workspace).of(chain)
                        : Optional.empty(),
                Optional.ofNullable(clock.deadline()),
                clock.paused(),
                playing && new Leaving(workspace).isAway(),
                new LostSeat(workspace).isOne(),
                playing && !new LostSeat(workspace).isOne() ? due(workspace) : 0);
    }

    private static Wait wait(Workspace workspace, Place place, Chain chain) throws Refusal, IOException {
        if (workspace.archive().closing() != null) {
            return new Wait(Phase.CLOSED, List.of());
        } else if (new LostSeat(workspace).isOne()) {
            return new Wait(Phase.WAITING_FOR_ALL, List.of());
        } else if (chain.newest() < 1) {
            return new Wait(Phase.JOINING, place.host() ? open(chain) : List.of());
        } else if (!workspace.play(workspace.archive()).standing().running()) {
            return new Wait(Phase.REPLAYING, List.of());
        }
        int mine = place.seat() == null ? 0 : new Submissions(workspace).newestRevision(chain.newest() + 1);
        if (place.seat() != null && mine == 0 && new Leaving(workspace).isAway()) {
            return new Wait(Phase.WAITING_FOR_ALL, List.of());
        } else if (place.seat() != null && mine == 0) {
            SeatId before = new Submitting(workspace).waitsFor(workspace.play(workspace.seatArchive()));
            return before == null ? Wait.MINE : Wait.of(List.of(before));
        }
        return place.host() ? Wait.of(missing(workspace)) : answered(workspace, chain, mine);
    }

    private static List<SeatId> missing(Workspace workspace) throws Refusal, IOException {
        return new Resolving(workspace)
                .resolve(new Resolving.Wish(false, true, null), Doorkeeper.OPEN)
                .missing();
    }

    /** What the host said when it took in my orders; as long as it said nothing, nobody knows who is missing. */
    private static Wait answered(Workspace workspace, Chain chain, int mine) throws Refusal, IOException {
        return new Receipts(workspace)
                .of(chain.newest() + 1, chain).stream()
                        .filter(each -> each.revision() == mine)
                        .reduce((earlier, later) -> later)
                        .map(receipt -> Wait.of(receipt.missing()))
                        .orElse(new Wait(Phase.WAITING_FOR_ALL, List.of()));
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

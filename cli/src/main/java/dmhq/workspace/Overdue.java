package dmhq.workspace;

import dmhq.format.SeatId;
import dmhq.format.archive.Chain;
import dmhq.format.archive.Submission;
import dmhq.format.session.Receipt;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The alarm of a player whose orders the host has not answered. */
public final class Overdue {

    /** How long a receipt may take. */
    public static final Duration PATIENCE = Duration.ofHours(24);

    private final Workspace workspace;

    /** Makes the alarm of a workspace with a seat. */
    public Overdue(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * Returns for how long the newest orders for the coming turn have gone without a receipt, if that is
     * longer than {@link #PATIENCE}; never at the host's own table.
     *
     * @throws Refusal if a file of them is damaged
     */
    public Optional<Duration> of(Chain chain) throws Refusal, IOException {
        int coming = chain.newest() + 1;
        SeatId seat = workspace.seat();
        Optional<Submission> newest = new Submissions(workspace).newest(coming, chain);
        if (newest.isEmpty() || seat.equals(chain.hostSeat())) {
            return Optional.empty();
        }
        int revision = newest.get().signed().header().revision();
        List<Receipt> receipts = new Receipts(workspace).of(coming, chain);
        Instant sent = newest.get().signed().header().sent();
        boolean answered = receipts.stream().anyMatch(receipt -> receipt.revision() == revision);
        return sent == null || answered
                ? Optional.empty()
                : Optional.of(Duration.between(sent, workspace.surroundings().now()))
                        .filter(age -> age.compareTo(PATIENCE) > 0);
    }
}

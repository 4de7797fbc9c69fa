package dmhq.workspace;

import dmhq.engine.Objection;
import dmhq.format.Digest;
import dmhq.format.Party;
import dmhq.format.SeatId;
import dmhq.format.archive.Chain;
import dmhq.format.archive.SessionArchive;
import dmhq.format.archive.Submission;
import dmhq.format.json.Json;
import dmhq.format.session.Body;
import dmhq.format.session.Header;
import dmhq.format.session.SignedHeader;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Signs a seat's orders for the coming turn and puts them into the outbox, or, at the host's own
 * table, straight into the intake.
 */
public final class Submitting {

    private static final int SALT_SIZE = 16;

    private final Workspace workspace;
    private final Submissions submissions;

    /** Makes the step for a workspace with a seat. */
    public Submitting(Workspace workspace) {
        this.workspace = workspace;
        this.submissions = new Submissions(workspace);
    }

    /**
     * What came of it.
     *
     * @param fresh whether this revision is new; if not, the same orders had been submitted before
     * @param objections why nothing was submitted; empty if something was
     */
    public record Result(int record, int revision, boolean fresh, List<Objection> objections) {

        public Result {
            objections = List.copyOf(objections);
        }
    }

    /**
     * Submits actions for the turn after the seat's newest record. The same actions again are the same
     * orders, which are sent again.
     *
     * @throws Refusal if play has not begun, the host's orders have not come, or the host has committed
     *     to other orders already
     */
    public Result submit(Game<?, ?, ?> game, List<Json.Members> actions) throws Refusal, IOException {
        SessionArchive archive = game.archive();
        SeatId seat = workspace.seat();
        int record = archive.chain().newest() + 1;
        int newest = submissions.newestRevision(record);
        List<Objection> objections = game.objections(seat, actions);
        if (!objections.isEmpty()) {
            return new Result(record, newest, false, objections);
        }
        boolean same = newest > 0 && hasSameActions(record, newest, archive.chain(), actions);
        if (!same) {
            requireFree(archive.chain(), seat, newest);
            sign(archive, seat, newest + 1, actions);
        }
        int revision = same ? newest : newest + 1;
        hand(archive.chain(), seat, record, revision);
        return new Result(record, revision, !same, List.of());
    }

    private boolean hasSameActions(int record, int revision, Chain chain, List<Json.Members> actions)
            throws Refusal, IOException {
        return submissions.read(record, revision, chain).body().checksum().equals(Body.checksum(actions));
    }

    /** Others plan on the host's orders, so the first ones stand. */
    private static void requireFree(Chain chain, SeatId seat, int newest) throws Refusal {
        boolean commits = chain.settings().hostFirst() && seat.equals(chain.hostSeat());
        if (commits && newest > 0) {
            throw new Refusal(
                    "the host's orders for turn " + (chain.newest() + 1)
                            + " are committed and may have been sent to the others; they stand, so plan the rest for the next turn");
        }
    }

    private void sign(SessionArchive archive, SeatId seat, int revision, List<Json.Members> actions)
            throws Refusal, IOException {
        Chain chain = archive.chain();
        int record = chain.newest() + 1;
        Instant now = workspace.surroundings().now();
        Body body = Body.of(record, seat, now, actions, workspace.surroundings().drawn(SALT_SIZE));
        Header header = new Header(
                chain.session(),
                record,
                seat,
                revision,
                chain.head(),
                body.digest(),
                workspace.home().seatChain(chain.opening().nonce(), seat).link(record),
                Header.State.FINAL,
                hostHeader(archive, seat),
                null,
                null,
                now);
        Submission submission =
                new Submission(SignedHeader.of(header, workspace.identity().signingKey()), body);
        submissions.keep(
                record, revision, submission.pack(chain, workspace.identity().signingKey(), now));
    }

    private static @Nullable Digest hostHeader(SessionArchive archive, SeatId seat) throws Refusal {
        var opening = archive.chain().opening();
        if (!opening.settings().hostFirst()
                || opening.hostSeat() == null
                || opening.hostSeat().equals(seat)) {
            return null;
        }
        SignedHeader ahead = archive.hostHeader();
        if (ahead == null) {
            throw new Refusal("the host's own orders for this turn have not come with it; fetch again");
        }
        return ahead.digest();
    }

    private void hand(Chain chain, SeatId seat, int record, int revision) throws Refusal, IOException {
        byte[] packed = submissions.bytes(record, revision);
        if (workspace.place().host()) {
            new HostIntake(workspace).keep(submissions.read(record, revision, chain), packed);
            new Dispatch(workspace).dispatch(workspace.hostArchive());
            return;
        }
        new Outbox(workspace)
                .putAgain(label(seat, record, revision), packed, chain.host().sealingKey());
    }

    /** Returns the label under which a submission travels. */
    public static Outbox.Label label(SeatId seat, int record, int revision) {
        return new Outbox.Label("submission", record, Party.of(seat), Party.HOST, revision);
    }
}

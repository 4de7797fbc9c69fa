package dmhq.workspace;

import dmhq.engine.Attendance;
import dmhq.engine.Objection;
import dmhq.format.Attachment;
import dmhq.format.Bytes;
import dmhq.format.Digest;
import dmhq.format.Party;
import dmhq.format.SeatId;
import dmhq.format.archive.Chain;
import dmhq.format.archive.SessionArchive;
import dmhq.format.archive.Submission;
import dmhq.format.json.Json;
import dmhq.format.sealing.SealingRecipient;
import dmhq.format.session.Body;
import dmhq.format.session.Header;
import dmhq.format.session.Join;
import dmhq.format.session.SignedHeader;
import dmhq.format.signing.Signer;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
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
     * @param waitingFor the seat that has to move first, so that nothing was submitted; else null
     */
    public record Result(
            int record,
            int revision,
            boolean fresh,
            List<Objection> objections,
            @Nullable SeatId waitingFor) {

        public Result {
            objections = List.copyOf(objections);
        }
    }

    /**
     * Submits actions for the turn after the seat's newest record. The same actions again are the same
     * orders, which are sent again.
     *
     * @throws Refusal if play has not begun, the session is closed, another player has the seat, the host's orders have not come, or
     *     the host has committed to other orders already
     */
    public Result submit(Game<?, ?, ?> game, List<Json.Members> actions) throws Refusal, IOException {
        return submit(game, actions, Header.State.FINAL);
    }

    /**
     * Submits actions as {@link #submit(Game, List)} does.
     *
     * @param state how the seat means them
     */
    public Result submit(Game<?, ?, ?> game, List<Json.Members> actions, Header.State state)
            throws Refusal, IOException {
        SessionArchive archive = game.archive();
        SeatId seat = workspace.seat();
        int record = archive.chain().newest() + 1;
        int newest = submissions.newestRevision(record);
        new LostSeat(workspace).requireNone();
        if (archive.closing() != null) {
            throw new Refusal("the session is closed; nothing more is submitted");
        }
        SeatId before = waitsFor(game);
        if (before != null) {
            return new Result(record, newest, false, List.of(), before);
        }
        List<Objection> objections = game.objections(seat, actions);
        if (!objections.isEmpty()) {
            return new Result(record, newest, false, objections, null);
        }
        boolean same = newest > 0 && isSame(submissions.read(record, newest, archive.chain()), actions, state);
        if (!same) {
            requireFree(archive.chain(), seat, newest);
            requireUpToDate(record, newest);
            sign(game, seat, newest + 1, actions, state);
        }
        int revision = same ? newest : newest + 1;
        if (state != Header.State.WITHDRAWN) {
            new Leaving(workspace).takeBack();
        }
        hand(game, seat, record, revision);
        return new Result(record, revision, !same, List.of(), null);
    }

    /**
     * Returns the seat that has to move before mine in the coming turn; null if mine may.
     *
     * @throws Refusal if play has not begun
     */
    public @Nullable SeatId waitsFor(Game<?, ?, ?> game) throws Refusal, IOException {
        Attendance attendance = game.attendance();
        if (attendance.objection(workspace.seat()) != null) {
            return attendance.currentPlayer();
        }
        SeatId before = attendance.predecessor(workspace.seat());
        return before == null || !new Predecessors(workspace).before(game).isEmpty() ? null : before;
    }

    /**
     * Submits the dice link that a deal waits for, if the coming turn is one and nothing was submitted
     * for it: it takes no actions, so nobody is asked.
     */
    public boolean submitLinkIfDue(Game<?, ?, ?> game) throws Refusal, IOException {
        int coming = game.archive().chain().newest() + 1;
        boolean due = game.rules().deals(coming)
                && game.archive().closing() == null
                && submissions.newestRevision(coming) == 0
                && !new Leaving(workspace).isAsked()
                && waitsFor(game) == null;
        return due && submit(game, List.of()).objections().isEmpty();
    }

    private static boolean isSame(Submission before, List<Json.Members> actions, Header.State state) {
        return before.body().checksum().equals(Body.checksum(actions))
                && before.signed().header().state() == state;
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

    /** A host that was put back from an older copy may have signed these orders, or later records, before. */
    private void requireUpToDate(int record, int newest) throws Refusal, IOException {
        if (!workspace.place().host()) {
            return;
        }
        new Collecting(workspace).ownFromPosts();
        new Recovering(workspace).catchUp();
        SessionArchive host = workspace.hostArchive();
        if (host.closing() != null
                || host.chain().newest() != record - 1
                || submissions.newestRevision(record) > newest) {
            throw new Refusal("this folder was an older copy, and is brought up to date from what you had sent;"
                    + " run dmhq resolve, then plan and submit again if it is still your turn");
        }
    }

    private void sign(Game<?, ?, ?> game, SeatId seat, int revision, List<Json.Members> actions, Header.State state)
            throws Refusal, IOException {
        SessionArchive archive = game.archive();
        List<Submission> before = new Predecessors(workspace).before(game);
        SortedMap<Attachment, Bytes> attachments = new TreeMap<>();
        before.forEach(each -> attachments.putAll(each.attachments()));
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
                state,
                hostHeader(archive, seat),
                before.isEmpty() ? null : before.get(before.size() - 1).signed().digest(),
                null,
                now);
        Signer key = workspace.signer(chain, Party.of(seat));
        Submission submission = new Submission(SignedHeader.of(header, key), body, attachments, before);
        submissions.keep(record, revision, submission.pack(chain, key, now));
    }

    private static @Nullable Digest hostHeader(SessionArchive archive, SeatId seat) throws Refusal {
        Chain chain = archive.chain();
        if (!chain.settings().hostFirst() || chain.hostSeat() == null || seat.equals(chain.hostSeat())) {
            return null;
        }
        SignedHeader ahead = archive.hostHeader();
        if (ahead == null) {
            throw new Refusal("the host's own orders for this turn have not come with it; fetch again");
        }
        return ahead.digest();
    }

    private void hand(Game<?, ?, ?> game, SeatId seat, int record, int revision) throws Refusal, IOException {
        Chain chain = game.archive().chain();
        byte[] packed = submissions.bytes(record, revision);
        List<SealingRecipient> readers = new ArrayList<>();
        if (workspace.place().host()) {
            new Dispatch(workspace).dispatch(workspace.hostArchive());
        } else {
            readers.add(chain.host().sealingKey());
        }
        SeatId next = game.attendance().successor(seat);
        if (next != null && !next.equals(chain.hostSeat())) {
            Join join = Objects.requireNonNull(chain.seats().get(next));
            readers.add(join.sealingKey());
        }
        if (!readers.isEmpty()) {
            Party to = workspace.place().host() && next != null ? Party.of(next) : Party.HOST;
            new Outbox(workspace)
                    .putAgain(
                            new ParcelLabel("submission", record, Party.of(seat), to, revision),
                            packed,
                            readers.toArray(SealingRecipient[]::new));
        }
    }

    /** Returns the label under which a submission travels. */
    public static ParcelLabel label(SeatId seat, int record, int revision) {
        return new ParcelLabel("submission", record, Party.of(seat), Party.HOST, revision);
    }
}

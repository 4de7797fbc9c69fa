package dmhq.workspace;

import dmhq.engine.Merge;
import dmhq.engine.Referee;
import dmhq.engine.Standing;
import dmhq.format.Party;
import dmhq.format.SeatId;
import dmhq.format.archive.ArchiveException;
import dmhq.format.archive.Chain;
import dmhq.format.archive.JoinRequest;
import dmhq.format.archive.Letter;
import dmhq.format.archive.SessionArchive;
import dmhq.format.archive.Submission;
import dmhq.format.session.Join;
import dmhq.format.session.Manifest;
import dmhq.format.session.Receipt;
import dmhq.format.session.RosterEntry;
import dmhq.format.session.SignedJoin;
import dmhq.format.session.TurnRecord;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The host's step from one record to the next: joins become seats, orders become events, receipts and
 * turns go into the outbox.
 *
 * <p>The record is written first and everything else follows from it, so that running it again after
 * a kill finishes the step and never makes a second record of one number.
 */
public final class Resolving {

    private final Workspace workspace;
    private final HostIntake intake;
    private final JoinIntake joins;
    private final Candidates candidates;
    private final RosterIntake roster;
    private final Dispatch dispatch;
    private final FinishedMark finished;

    /** Makes the step for a host's workspace. */
    public Resolving(Workspace workspace) {
        this.workspace = workspace;
        this.intake = new HostIntake(workspace);
        this.joins = new JoinIntake(workspace);
        this.candidates = new Candidates(workspace);
        this.roster = new RosterIntake(workspace);
        this.dispatch = new Dispatch(workspace);
        this.finished = new FinishedMark(workspace);
    }

    /**
     * How to resolve.
     *
     * @param now whether to go on without those who are missing, as after a deadline and its grace anyway
     * @param dryRun whether only to say what would happen
     * @param at the instant to record; null for now
     */
    public record Wish(
            boolean now, boolean dryRun, @Nullable Instant at) {}

    /**
     * What a host goes back to.
     *
     * @param to the turn after which the game goes on
     * @param reason why, as all will read
     */
    public record WayBack(int to, String reason) {}

    /**
     * What came of it.
     *
     * @param record the record that was written; -1 if none was
     * @param missing the seats waited for
     * @param fates what became of the orders that were there
     * @param released whether the newest record has left for the other seats
     * @param standing how the game stands; null before play has begun
     * @param asking the joins for open seats that nothing was decided about
     */
    public record Result(
            int record,
            List<SeatId> missing,
            List<Merge.Fate> fates,
            boolean released,
            @Nullable Standing standing,
            List<JoinRequest> asking) {

        public Result {
            asking = List.copyOf(asking);
            missing = List.copyOf(missing);
            fates = List.copyOf(fates);
        }
    }

    /**
     * Does the step, as far as it can be done.
     *
     * @param doorkeeper which joins the host lets in, for free seats and for those of others
     * @throws Refusal if this folder is an older copy that cannot be brought up to date, the session is closed, the instant lies before the newest record's, or a file
     *     here is damaged
     */
    public Result resolve(Wish wish, Doorkeeper doorkeeper) throws Refusal, IOException {
        SessionArchive archive = upToDate();
        Instant at = instant(wish.at(), archive.chain());
        try {
            if (!wish.dryRun()) {
                if (finished.read() < archive.chain().newest()) {
                    return finish(archive, List.of(), List.of());
                }
                dispatch.dispatch(archive);
            }
            return archive.chain().newest() == 0
                    ? begin(archive, wish, doorkeeper, at)
                    : next(archive, wish, doorkeeper, at);
        } catch (ArchiveException e) {
            throw new Refusal(workspace.folder().toString(), e);
        }
    }

    /**
     * Writes a record that goes back to an earlier turn, whoever is missing. Orders that are there are in it, and
     * nothing comes of them but the consents. If the newest record goes back to that turn, it stays the newest.
     *
     * @throws Refusal if there is no such turn, or the newest has not left yet, or the rules cannot go back, or for
     *     what {@link #resolve} refuses
     */
    public Result goBack(WayBack way) throws Refusal, IOException {
        SessionArchive archive = upToDate();
        int newest = archive.chain().newest();
        try {
            if (finished.read() < newest) {
                finish(archive, List.of(), List.of());
            }
            if (hasGoneBack(way.to())) {
                return new Result(
                        newest, List.of(), List.of(), dispatch.isReleased(archive), standing(archive), List.of());
            }
            requireWayBack(archive, way.to());
            new Promises(workspace).requireKept();
            dispatch.dispatch(archive);
            Referee<?, ?, ?> referee = referee(archive);
            List<Submission> waiting = unrecorded(archive.chain(), intake.submissions(archive.chain()));
            Merge merge = referee.merge(archive, waiting, roster.leaving(archive.chain()));
            List<Merge.Fate> fates = answered(referee, archive, merge);
            return written(
                    referee.rollBack(
                            archive,
                            waiting,
                            changes(archive.chain(), merge),
                            way.to(),
                            way.reason(),
                            instant(null, archive.chain())),
                    merge.missing(),
                    fates);
        } catch (ArchiveException e) {
            throw new Refusal(workspace.folder().toString(), e);
        }
    }

    /**
     * Returns the seats whose orders for the coming turn are there and agree to go back to an earlier one.
     *
     * @throws Refusal for what {@link #goBack} refuses
     */
    public List<SeatId> consents(int to) throws Refusal, IOException {
        SessionArchive archive = upToDate();
        requireWayBack(archive, to);
        try {
            Referee<?, ?, ?> referee = referee(archive);
            return referee.consents(
                    referee.merge(archive, unrecorded(archive.chain(), intake.submissions(archive.chain()))), to);
        } catch (ArchiveException e) {
            throw new Refusal(workspace.folder().toString(), e);
        }
    }

    /**
     * Returns what becomes of the orders for the coming turn that are here by now. Nothing is changed.
     *
     * @throws Refusal if play has not begun, or a file here is damaged
     */
    public Merge here() throws Refusal, IOException {
        SessionArchive archive = workspace.hostArchive();
        Chain chain = archive.chain();
        try {
            return referee(archive).merge(archive, intake.submissions(chain), roster.leaving(chain));
        } catch (ArchiveException e) {
            throw new Refusal(workspace.folder().toString(), e);
        }
    }

    /** Tells whether the newest record goes back to a turn, so that there is nothing left to go back from. */
    public boolean hasGoneBack(int to) throws Refusal, IOException {
        Chain chain = workspace.hostArchive().chain();
        TurnRecord.Rollback rollback = chain.record(chain.newest()).rollback();
        return rollback != null && rollback.to() == to;
    }

    private void requireWayBack(SessionArchive archive, int to) throws Refusal, IOException {
        int newest = archive.chain().newest();
        if (newest < 2) {
            throw new Refusal("there is no earlier turn to go back to yet; go on until turn 2 at least");
        } else if (to < 1 || to >= newest) {
            throw new Refusal("the game is at turn " + newest + " and cannot go back to turn " + to
                    + "; name a turn from 1 to " + (newest - 1));
        } else if (!dispatch.isReleased(archive)) {
            throw new Refusal("turn " + newest + " has not left for the others yet; submit your own orders for turn "
                    + (newest + 1) + " first, or that you do nothing, and then go back");
        }
    }

    private SessionArchive upToDate() throws Refusal, IOException {
        new Recovering(workspace).catchUp();
        SessionArchive archive = workspace.hostArchive();
        if (archive.closing() != null) {
            throw new Refusal(
                    "the session is closed after turn " + archive.chain().newest() + "; nothing more is resolved");
        }
        return archive;
    }

    /** A clock that lies behind the newest record's instant stops nobody; one that is asked for does. */
    private Instant instant(@Nullable Instant at, Chain chain) throws Refusal {
        Instant newest = chain.record(chain.newest()).resolvedAt();
        if (at == null) {
            Instant now = workspace.surroundings().now();
            return now.isBefore(newest) ? newest : now;
        }
        if (at.isBefore(newest)) {
            throw new Refusal("the instant " + at + " lies before that of record " + chain.newest()
                    + "; name one that is not before " + newest);
        }
        return at;
    }

    private Result begin(SessionArchive archive, Wish wish, Doorkeeper doorkeeper, Instant at)
            throws Refusal, ArchiveException, IOException {
        List<SignedJoin> joins = new ArrayList<>();
        List<SeatId> missing = new ArrayList<>(archive.chain().opening().seatIds());
        missing.removeAll(archive.chain().seats().keySet());
        List<JoinRequest> asking = new ArrayList<>();
        for (JoinRequest request : candidates.all(archive.chain())) {
            Join join = request.signed().join();
            if (!missing.contains(join.seat())) {
                continue;
            }
            switch (doorkeeper.to(request, new Asked(workspace).sender(join))) {
                case SEATED -> {
                    joins.add(request.signed());
                    missing.remove(join.seat());
                    asking.removeIf(other -> other.signed().join().seat().equals(join.seat()));
                }
                case TURNED_DOWN -> {
                    if (!wish.dryRun()) {
                        new Asked(workspace).turnDown(join);
                    }
                }
                case LATER -> asking.add(request);
            }
        }
        if (!wish.dryRun()) {
            candidates.settle(archive.chain());
        }
        boolean nobody = joins.isEmpty() && archive.chain().seats().isEmpty();
        // Who has joined is not missing, and could not be let in later.
        boolean waiting = !missing.isEmpty() && (!wish.now() || !asking.isEmpty());
        if (wish.dryRun() || nobody || waiting) {
            return new Result(-1, missing, List.of(), false, null, asking);
        }
        return written(referee(archive).begin(archive, joins, at), missing, List.of());
    }

    private Result next(SessionArchive archive, Wish wish, Doorkeeper doorkeeper, Instant at)
            throws Refusal, ArchiveException, IOException {
        Referee<?, ?, ?> referee = referee(archive);
        Chain chain = archive.chain();
        List<Submission> waiting = unrecorded(chain, intake.submissions(chain));
        Merge merge = referee.merge(archive, waiting, roster.leaving(chain));
        List<SeatId> missing = missing(merge);
        boolean released = dispatch.isReleased(archive);
        Standing standing = standing(archive);
        if (wish.dryRun()) {
            return new Result(
                    -1,
                    waitedFor(archive, missing, released),
                    List.copyOf(merge.fates().values()),
                    released,
                    standing,
                    List.of());
        }
        List<Merge.Fate> fates = answered(referee, archive, merge);
        if (!released || !standing.running()) {
            return new Result(-1, waitedFor(archive, missing, released), fates, released, standing, List.of());
        }
        boolean overdue = wish.now() || TurnClock.of(workspace).isOver(at);
        Successors successors = Successors.NONE;
        List<JoinRequest> asking = joins.replacements(chain);
        if (!asking.isEmpty()
                && (overdue
                        || !isWaiting(
                                chain,
                                referee.merge(
                                        archive, waiting, Successors.of(asking).with(roster.leaving(chain)))))) {
            // Whom to let in is asked when the turn can end with it, and not each time it is looked for orders.
            successors = Successors.of(letIn(asking, doorkeeper));
            merge = referee.merge(archive, waiting, successors.with(roster.leaving(chain)));
        }
        if (!overdue && isWaiting(chain, merge)) {
            return new Result(-1, missing, fates, released, standing, List.of());
        }
        new Promises(workspace).requireKept();
        List<RosterEntry> changes = successors.in(changes(chain, merge));
        return written(referee.resolve(archive, waiting, changes, at), merge.missing(), fates);
    }

    private List<JoinRequest> letIn(List<JoinRequest> asking, Doorkeeper doorkeeper) throws Refusal, IOException {
        List<JoinRequest> seated = new ArrayList<>();
        for (JoinRequest request : asking) {
            String sender = new Contacts(workspace)
                    .asking(request.signed().join().seat())
                    .orElse("");
            if (doorkeeper.to(request, sender) == Doorkeeper.Answer.SEATED) {
                seated.add(request);
            }
        }
        return seated;
    }

    /** What others have asked for, and what the host has decided, holds from the record after this one on. */
    private List<RosterEntry> changes(Chain chain, Merge merge) throws Refusal, IOException {
        List<RosterEntry> changes = new ArrayList<>(roster.entries(chain, merge));
        changes.addAll(new HostWishes(workspace).changes());
        return changes;
    }

    /** Every file of orders has its receipt; what came too late is answered once. */
    private List<Merge.Fate> answered(Referee<?, ?, ?> referee, SessionArchive archive, Merge merge)
            throws Refusal, IOException {
        List<Merge.Fate> fates = List.copyOf(merge.fates().values());
        List<SeatId> missing = missing(merge);
        for (Merge.Fate fate : fates) {
            putReceipt(
                    referee.receipt(
                            archive, fate, missing, workspace.surroundings().now()),
                    archive.chain());
        }
        dropStale(archive.chain(), fates);
        return fates;
    }

    /** Those who are waited for, without whom the host skips this time. */
    private List<SeatId> missing(Merge merge) throws Refusal, IOException {
        List<SeatId> skipped = new HostWishes(workspace).skipped();
        return merge.missing().stream().filter(seat -> !skipped.contains(seat)).toList();
    }

    /** A turn in which nobody is left to wait for goes on by itself only if somebody plays it. */
    private boolean isWaiting(Chain chain, Merge merge) throws Refusal, IOException {
        List<SeatId> skipped = new HostWishes(workspace).skipped();
        boolean anyoneActive = chain.seats().keySet().stream()
                .anyMatch(seat -> merge.attendance().status(seat) == Manifest.Status.ACTIVE && !skipped.contains(seat));
        return !missing(merge).isEmpty() || (!anyoneActive && merge.counted().isEmpty());
    }

    private Standing standing(SessionArchive archive) throws Refusal, ArchiveException, IOException {
        return workspace.game(archive).standing();
    }

    /** Returns the orders no record holds yet; those that one holds need no further answer, and are dropped. */
    private List<Submission> unrecorded(Chain chain, List<Submission> submissions) throws IOException {
        List<Submission> left = new ArrayList<>();
        for (Submission submission : submissions) {
            int record = submission.signed().header().record();
            boolean recorded = record <= chain.newest()
                    && chain.record(record).orders().stream()
                            .anyMatch(orders ->
                                    orders.header().equals(submission.signed().header()));
            if (recorded) {
                intake.drop(submission);
            } else {
                left.add(submission);
            }
        }
        return left;
    }

    private void dropStale(Chain chain, List<Merge.Fate> fates) throws IOException {
        for (Merge.Fate fate : fates) {
            if (fate.submission().signed().header().record() <= chain.newest()) {
                intake.drop(fate.submission());
            }
        }
    }

    private void putReceipt(Receipt receipt, Chain chain) throws Refusal, IOException {
        Optional<Join> join = chain.sitting(receipt.seat(), receipt.record() - 1);
        if (join.isEmpty() || receipt.seat().equals(chain.hostSeat())) {
            return;
        }
        byte[] file =
                Letter.pack(receipt, chain, workspace.signer(chain, Party.HOST, receipt.record() - 1), receipt.at());
        String distinction = "_" + receipt.verdict().name().toLowerCase(Locale.ROOT) + "_"
                + receipt.header().abbreviated();
        new Outbox(workspace)
                .put(
                        HostIntake.receipt(receipt.record(), receipt.seat(), receipt.revision()),
                        distinction,
                        file,
                        join.get().sealingKey(),
                        chain.host().sealingKey());
    }

    /** While the turn has not left, nobody can be waited for but the host's own seat. */
    private static List<SeatId> waitedFor(SessionArchive archive, List<SeatId> missing, boolean released) {
        SeatId hostSeat = archive.chain().hostSeat();
        return released || hostSeat == null ? missing : List.of(hostSeat);
    }

    private Result written(SessionArchive longer, List<SeatId> missing, List<Merge.Fate> fates)
            throws Refusal, IOException {
        workspace.writeHost(longer);
        return finish(longer, missing, fates);
    }

    /** Does what follows from the newest record; a run that was killed in between leaves it to the next. */
    private Result finish(SessionArchive archive, List<SeatId> missing, List<Merge.Fate> fates)
            throws Refusal, IOException {
        int newest = archive.chain().newest();
        dispatch.dispatch(archive);
        Standing standing;
        try {
            standing = standing(archive);
            if (archive.chain().hostSeat() != null) {
                new Submitting(workspace).submitLinkIfDue(workspace.game(workspace.seatArchive()));
            }
        } catch (ArchiveException e) {
            throw new Refusal(workspace.folder().toString(), e);
        }
        for (Merge.Fate fate : fates) {
            intake.drop(fate.submission());
        }
        unrecorded(archive.chain(), intake.submissions(archive.chain()));
        roster.settle(archive.chain());
        answerCandidates(archive.chain());
        finished.set(newest);
        return new Result(newest, missing, fates, dispatch.isReleased(archive), standing, List.of());
    }

    private void answerCandidates(Chain chain) throws Refusal, IOException {
        try {
            candidates.settle(chain);
        } catch (ArchiveException e) {
            throw new Refusal(workspace.folder().toString(), e);
        }
    }

    private Referee<?, ?, ?> referee(SessionArchive archive) throws Refusal, ArchiveException, IOException {
        return workspace.game(archive).referee(workspace.hostSecrets(archive.chain()));
    }
}

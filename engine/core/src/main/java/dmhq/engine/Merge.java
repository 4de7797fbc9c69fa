package dmhq.engine;

import dmhq.format.Digest;
import dmhq.format.SeatId;
import dmhq.format.archive.ArchiveException;
import dmhq.format.archive.Chain;
import dmhq.format.archive.SessionArchive;
import dmhq.format.archive.Submission;
import dmhq.format.session.Header;
import dmhq.format.session.Receipt.Verdict;
import dmhq.format.session.Recorded;
import dmhq.format.session.Recorded.Outcome;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which orders count for the next record, whatever order they arrived in.
 *
 * <p>Of each seat the highest revision that nothing is wrong with counts; of two bodies under one
 * revision the one with the smaller digest stands. Orders that rules object to are recorded as
 * refused if they are above the one that counts; orders for another record are not recorded. Where a
 * playing host commits to its orders first, others must have planned on them, and they stand. Where
 * seats move one after the other, orders have to stand in that {@link Line}.
 */
public final class Merge {

    /** Highest revision first, then the smaller body digest; nothing is left to the order of arrival. */
    private static final Comparator<Submission> PRECEDENCE = Comparator.comparing(
                    (Submission each) -> -each.signed().header().revision())
            .thenComparing(each -> each.signed().header().body())
            .thenComparing(each -> each.signed().digest())
            .thenComparing(each -> each.signed().signature().value());

    /**
     * What became of one submission.
     *
     * @param objections sentences that say why it is refused; empty otherwise
     */
    public record Fate(Submission submission, Verdict verdict, List<String> objections) {}

    private final SortedMap<Digest, Fate> fates = new TreeMap<>();
    private final SortedMap<SeatId, Submission> counted = new TreeMap<>();
    private final SortedSet<SeatId> settled = new TreeSet<>();
    private final List<Recorded> recorded = new ArrayList<>();
    private final SessionArchive archive;
    private final Attendance attendance;
    private final SortedSet<SeatId> leaving;

    private Merge(SessionArchive archive, Attendance attendance, Collection<SeatId> leaving) {
        this.archive = archive;
        this.attendance = attendance;
        this.leaving = new TreeSet<>(leaving);
    }

    static <S extends Record, A extends Action, E> Merge of(
            SessionArchive archive,
            Attendance attendance,
            S state,
            Judge<S, A, E> judge,
            Collection<Submission> arrived,
            Collection<SeatId> leaving) {
        Merge merge = new Merge(archive, attendance, leaving);
        SortedMap<SeatId, List<Submission>> bySeat = new TreeMap<>();
        List<Submission> onHead = arrived.stream().filter(merge::isOnHead).toList();
        Digest hostHeader = hostHeader(archive.chain(), onHead);
        Line line = Line.of(attendance, onHead.stream().map(Submission::signed).toList());
        for (Submission submission : onHead) {
            Header header = submission.signed().header();
            String outOfLine = line.objection(header);
            String apart = outOfLine == null ? apart(archive.chain(), header, hostHeader) : outOfLine;
            if (apart != null) {
                merge.note(submission, Verdict.REFUSED, List.of(apart));
            } else {
                bySeat.computeIfAbsent(submission.signed().header().seat(), seat -> new ArrayList<>())
                        .add(submission);
            }
        }
        bySeat.forEach((seat, submissions) -> merge.choose(submissions, state, judge));
        return merge;
    }

    private boolean isOnHead(Submission submission) {
        Chain chain = archive.chain();
        int record = submission.signed().header().record();
        if (record <= chain.newest()) {
            String stale = "made on turn " + (record - 1) + ", the session is at turn " + chain.newest()
                    + "; fetch it and plan again";
            note(submission, Verdict.REFUSED, List.of(stale));
            return false;
        }
        try {
            submission.checkOnHead(chain);
            return true;
        } catch (ArchiveException e) {
            note(submission, Verdict.REFUSED, List.of(String.valueOf(e.getMessage())));
            return false;
        }
    }

    /** Returns the digest of the orders that a playing host commits to before others plan theirs. */
    private static @Nullable Digest hostHeader(Chain chain, List<Submission> onHead) {
        return onHead.stream()
                .filter(each -> commits(chain, each.signed().header()))
                .filter(each -> each.signed().header().revision() == 1)
                .min(PRECEDENCE)
                .map(each -> each.signed().digest())
                .orElse(null);
    }

    private static boolean commits(Chain chain, Header header) {
        return chain.settings().hostFirst() && header.seat().equals(chain.hostSeat());
    }

    /** Why orders do not go together with the host's own, or null if they do. */
    private static @Nullable String apart(Chain chain, Header header, @Nullable Digest hostHeader) {
        boolean commits = commits(chain, header);
        if (commits && header.revision() > 1) {
            return "others plan on the host's first orders for this turn, so those stand";
        }
        return Objects.equals(header.hostHeader(), commits ? null : hostHeader)
                ? null
                : "planned without the host's own orders for this turn; fetch them and submit again";
    }

    private <S extends Record, A extends Action, E> void choose(
            List<Submission> submissions, S state, Judge<S, A, E> judge) {
        SortedSet<Digest> bodies = new TreeSet<>();
        Submission above = null;
        Header standing = null;
        for (Submission submission : submissions.stream().sorted(PRECEDENCE).toList()) {
            Header header = submission.signed().header();
            if (above != null && header.equals(above.signed().header())) {
                continue;
            }
            boolean settled = standing != null && standing.revision() > header.revision();
            Submission twin = above != null && above.signed().header().revision() == header.revision() ? above : null;
            // An archive holds a body once, so a header that repeats one is not recorded beside it.
            boolean fresh = bodies.add(header.body());
            above = submission;
            if (settled || (twin == null && !fresh)) {
                note(submission, Verdict.REPLACED, List.of());
            } else if (twin != null) {
                if (fresh) {
                    record(submission, Outcome.DOUBLED);
                }
                note(submission, Verdict.REPLACED, List.of(bothNamed(twin, submission)));
            } else if (decide(submission, state, judge)) {
                standing = header;
            }
        }
    }

    private static String bothNamed(Submission first, Submission second) {
        return "two different orders were sent as revision "
                + second.signed().header().revision() + ": "
                + first.signed().digest().abbreviated() + " comes first, "
                + second.signed().digest().abbreviated() + " does not count; send a higher revision";
    }

    private <S extends Record, A extends Action, E> boolean decide(
            Submission submission, S state, Judge<S, A, E> judge) {
        Header header = submission.signed().header();
        if (header.state() == Header.State.WITHDRAWN) {
            record(submission, Outcome.WITHDRAWN);
            note(submission, Verdict.COUNTS, List.of());
            return true;
        }
        List<Objection> objections = judge.objections(
                archive, state, header.seat(), submission.body().actions());
        if (!objections.isEmpty()) {
            record(submission, Outcome.REFUSED);
            note(
                    submission,
                    Verdict.REFUSED,
                    objections.stream().map(Objection::toString).toList());
            return false;
        }
        record(submission, Outcome.COUNTED);
        counted.put(header.seat(), submission);
        if (header.state() == Header.State.PROVISIONAL) {
            note(submission, Verdict.WAITS, List.of());
        } else {
            settled.add(header.seat());
            note(submission, Verdict.COUNTS, List.of());
        }
        return true;
    }

    private void record(Submission submission, Outcome outcome) {
        recorded.add(
                new Recorded(submission.signed().header(), submission.signed().signature(), outcome));
    }

    private void note(Submission submission, Verdict verdict, List<String> objections) {
        fates.put(submission.signed().digest(), new Fate(submission, verdict, objections));
    }

    /** Returns what became of each submission, by the digest of its header. */
    public SortedMap<Digest, Fate> fates() {
        return Collections.unmodifiableSortedMap(fates);
    }

    /** Returns the orders that count, by seat. */
    public SortedMap<SeatId, Submission> counted() {
        return Collections.unmodifiableSortedMap(counted);
    }

    /** Returns who plays the turn. */
    public Attendance attendance() {
        return attendance;
    }

    /**
     * Returns the seats that are waited for and whose final orders do not count yet, in the order they move in.
     * Who is leaving is not waited for; in a line, neither are those who could only move after them.
     */
    public List<SeatId> missing() {
        List<SeatId> unsettled = attendance.waitedFor().stream()
                .filter(seat -> !settled.contains(seat))
                .toList();
        if (attendance.movesInLine() && unsettled.stream().limit(1).anyMatch(seat -> leaving.contains(seat))) {
            return List.of();
        }
        return unsettled.stream().filter(seat -> !leaving.contains(seat)).toList();
    }

    /** Returns the headers that the next record holds, in their order there. */
    List<Recorded> recorded() {
        return Collections.unmodifiableList(recorded);
    }
}

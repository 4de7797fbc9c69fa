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
 * refused if they are above the one that counts; orders for another record are not recorded.
 */
public final class Merge {

    /** Highest revision first, then the smaller body digest. */
    private static final Comparator<Submission> PRECEDENCE = Comparator.comparing(
                    (Submission each) -> -each.signed().header().revision())
            .thenComparing(each -> each.signed().header().body());

    /**
     * What became of one submission.
     *
     * @param objections sentences that say why it is refused; empty otherwise
     */
    public record Fate(Submission submission, Verdict verdict, List<String> objections) {}

    private final SortedMap<Digest, Fate> fates = new TreeMap<>();
    private final SortedMap<SeatId, Submission> counted = new TreeMap<>();
    private final SortedSet<SeatId> provisional = new TreeSet<>();
    private final List<Recorded> recorded = new ArrayList<>();
    private final SessionArchive archive;

    private Merge(SessionArchive archive) {
        this.archive = archive;
    }

    static <S extends Record, A extends Action, E> Merge of(
            SessionArchive archive, S state, Judge<S, A, E> judge, Collection<Submission> arrived) {
        Merge merge = new Merge(archive);
        SortedMap<SeatId, List<Submission>> bySeat = new TreeMap<>();
        Digest hostHeader = hostHeader(archive, arrived);
        for (Submission submission : arrived) {
            Header header = submission.signed().header();
            String misplaced = misplaced(archive.chain(), submission, hostHeader);
            if (misplaced != null) {
                merge.note(submission, Verdict.REFUSED, List.of(misplaced));
            } else {
                bySeat.computeIfAbsent(header.seat(), seat -> new ArrayList<>()).add(submission);
            }
        }
        bySeat.forEach((seat, submissions) -> merge.choose(submissions, state, judge));
        return merge;
    }

    private static @Nullable Digest hostHeader(SessionArchive archive, Collection<Submission> arrived) {
        SeatId hostSeat = archive.chain().opening().hostSeat();
        return arrived.stream()
                .filter(each -> each.signed().header().seat().equals(hostSeat))
                .filter(each ->
                        each.signed().header().record() == archive.chain().newest() + 1)
                .map(each -> each.signed().digest())
                .findFirst()
                .orElse(null);
    }

    /** Why a submission cannot stand in the next record at all, or null if it can. */
    private static @Nullable String misplaced(Chain chain, Submission submission, @Nullable Digest hostHeader) {
        Header header = submission.signed().header();
        if (header.record() <= chain.newest()) {
            return "made on turn " + (header.record() - 1) + ", the session is at turn " + chain.newest()
                    + "; fetch it and plan again";
        }
        try {
            submission.checkOnHead(chain);
        } catch (ArchiveException e) {
            return String.valueOf(e.getMessage());
        }
        boolean ofHost = header.seat().equals(chain.opening().hostSeat());
        Digest expected = ofHost || !chain.opening().settings().hostFirst() ? null : hostHeader;
        if (!java.util.Objects.equals(header.hostHeader(), expected)) {
            return "planned without the host's own orders for this turn; fetch them and submit again";
        }
        return null;
    }

    private <S extends Record, A extends Action, E> void choose(
            List<Submission> submissions, S state, Judge<S, A, E> judge) {
        Submission above = null;
        boolean decided = false;
        for (Submission submission :
                submissions.stream().sorted(PRECEDENCE).distinct().toList()) {
            Header header = submission.signed().header();
            boolean doubled = above != null && above.signed().header().revision() == header.revision();
            above = submission;
            if (doubled) {
                record(submission, Outcome.DOUBLED);
                note(
                        submission,
                        Verdict.REPLACED,
                        List.of("two different orders were sent as revision " + header.revision()
                                + "; send a higher one"));
            } else if (decided) {
                note(submission, Verdict.REPLACED, List.of());
            } else {
                decided = decide(submission, state, judge);
            }
        }
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
            provisional.add(header.seat());
            note(submission, Verdict.WAITS, List.of());
        } else {
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

    /** Returns the seats that are waited for: those seated whose final orders do not count yet. */
    public List<SeatId> missing() {
        return archive.chain().seats().keySet().stream()
                .filter(seat -> !counted.containsKey(seat) || provisional.contains(seat))
                .toList();
    }

    /** Returns the headers that the next record holds, in their order there. */
    List<Recorded> recorded() {
        return Collections.unmodifiableList(recorded);
    }
}

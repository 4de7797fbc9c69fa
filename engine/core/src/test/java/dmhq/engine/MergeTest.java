package dmhq.engine;

import static dmhq.engine.HuntByPost.ADA;
import static dmhq.engine.HuntByPost.BOB;
import static dmhq.engine.HuntByPost.CYD;
import static dmhq.engine.HuntByPost.dig;
import static dmhq.engine.HuntByPost.give;
import static dmhq.format.session.Receipt.Verdict.COUNTS;
import static dmhq.format.session.Receipt.Verdict.REFUSED;
import static dmhq.format.session.Receipt.Verdict.REPLACED;
import static dmhq.format.session.Receipt.Verdict.WAITS;
import static org.assertj.core.api.Assertions.assertThat;

import dmhq.format.archive.ArchiveException;
import dmhq.format.archive.PackedFile;
import dmhq.format.archive.SessionArchive;
import dmhq.format.archive.Submission;
import dmhq.format.session.Receipt.Verdict;
import dmhq.format.session.Recorded;
import dmhq.format.session.Recorded.Outcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which of a seat's orders count. */
class MergeTest {

    private HuntByPost post;

    @BeforeEach
    void begin() throws ArchiveException {
        post = HuntByPost.begun(1);
    }

    @Test
    void the_highest_revision_counts_and_lower_ones_are_not_recorded() throws ArchiveException {
        Submission first = post.plan(ADA).doing(dig("a", 1)).signed();
        Submission second =
                post.plan(ADA).revision(2).doing(dig("a", 2), dig("b", 3)).signed();
        Submission tenth = post.plan(ADA).revision(10).doing(dig("a", 4)).signed();

        Merge merge = post.merge(List.of(second, tenth, first));

        assertThat(verdict(merge, first)).isEqualTo(REPLACED);
        assertThat(verdict(merge, second)).isEqualTo(REPLACED);
        assertThat(verdict(merge, tenth)).isEqualTo(COUNTS);
        assertThat(objections(merge, first)).isEmpty();
        assertThat(merge.counted()).hasSize(1).containsEntry(ADA, tenth);
        assertRecorded(merge, recorded(tenth, Outcome.COUNTED));
    }

    @Test
    void refused_revisions_are_recorded_and_the_highest_unrefused_one_counts() throws ArchiveException {
        Submission first = post.plan(ADA).doing(dig("a", 1)).signed();
        Submission second = post.plan(ADA).revision(2).doing(dig("a", 2)).signed();
        Submission third = post.plan(ADA).revision(3).doing(dig("a", 10)).signed();
        Submission fourth = post.plan(ADA).revision(4).doing(give("g", BOB, 1)).signed();

        Merge merge = post.merge(List.of(first, second, third, fourth));

        assertThat(verdict(merge, first)).isEqualTo(REPLACED);
        assertThat(verdict(merge, second)).isEqualTo(COUNTS);
        assertThat(verdict(merge, third)).isEqualTo(REFUSED);
        assertThat(objections(merge, third)).containsExactly("action a: field 10 has nothing left; dig in another");
        assertThat(objections(merge, fourth)).containsExactly("action g: give a hunter from 1 to 0 coins");
        assertRecorded(
                merge,
                recorded(fourth, Outcome.REFUSED),
                recorded(third, Outcome.REFUSED),
                recorded(second, Outcome.COUNTED));
        assertThat(merge.missing()).containsExactly(BOB, CYD);
    }

    @Test
    void of_two_bodies_under_one_revision_the_smaller_digest_stands() throws ArchiveException {
        List<Submission> two = twoUnder(1);

        Merge merge = post.merge(two);

        assertThat(verdict(merge, two.get(0))).isEqualTo(COUNTS);
        assertThat(verdict(merge, two.get(1))).isEqualTo(REPLACED);
        assertThat(objections(merge, two.get(1)))
                .containsExactly("two different orders were sent as revision 1: "
                        + two.get(0).signed().digest().abbreviated() + " comes first, "
                        + two.get(1).signed().digest().abbreviated() + " does not count; send a higher revision");
        assertRecorded(merge, recorded(two.get(0), Outcome.COUNTED), recorded(two.get(1), Outcome.DOUBLED));
        assertThat(merge.missing()).containsExactly(BOB, CYD);
    }

    @Test
    void a_higher_revision_settles_two_bodies_under_one() throws ArchiveException {
        List<Submission> two = twoUnder(1);
        Submission settling = post.plan(ADA).revision(2).doing(dig("a", 5)).signed();

        Merge merge = post.merge(List.of(two.get(1), settling, two.get(0)));

        assertThat(verdict(merge, settling)).isEqualTo(COUNTS);
        assertThat(two).allSatisfy(each -> {
            assertThat(verdict(merge, each)).isEqualTo(REPLACED);
            assertThat(objections(merge, each)).isEmpty();
        });
        assertRecorded(merge, recorded(settling, Outcome.COUNTED));
    }

    @Test
    void if_the_smaller_of_two_bodies_is_refused_neither_stands() throws ArchiveException {
        List<Submission> two = sortedByBody(
                post.plan(ADA).revision(2).doing(dig("a", 10)).signed(),
                post.plan(ADA).revision(2).doing(dig("a", 11)).signed());
        Submission below = post.plan(ADA).doing(dig("a", 1)).signed();

        Merge merge = post.merge(List.of(two.get(1), below, two.get(0)));

        assertThat(merge.counted()).containsEntry(ADA, below);
        assertRecorded(
                merge,
                recorded(two.get(0), Outcome.REFUSED),
                recorded(two.get(1), Outcome.DOUBLED),
                recorded(below, Outcome.COUNTED));
    }

    @Test
    void withdrawn_orders_are_recorded_and_count_for_nothing() throws ArchiveException {
        Submission first = post.plan(ADA).doing(dig("a", 1)).signed();
        Submission withdrawn = post.plan(ADA).revision(2).withdrawn().signed();

        Merge merge = post.merge(List.of(first, withdrawn));

        assertThat(verdict(merge, withdrawn)).isEqualTo(COUNTS);
        assertThat(verdict(merge, first)).isEqualTo(REPLACED);
        assertThat(merge.counted()).isEmpty();
        assertThat(merge.missing()).containsExactly(ADA, BOB, CYD);
        assertRecorded(merge, recorded(withdrawn, Outcome.WITHDRAWN));
        post.resolve(first, withdrawn);
        assertThat(post.newest().absent()).containsExactly(ADA, BOB, CYD);
    }

    @Test
    void orders_after_a_withdrawal_count_again() throws ArchiveException {
        Submission withdrawn = post.plan(ADA).withdrawn().signed();
        Submission again = post.plan(ADA).revision(2).signed();

        Merge merge = post.merge(List.of(again, withdrawn));

        assertThat(merge.counted()).containsEntry(ADA, again);
        assertRecorded(merge, recorded(again, Outcome.COUNTED));
    }

    @Test
    void provisional_orders_wait_and_count_when_resolved_anyway() throws ArchiveException {
        Submission provisional = post.plan(ADA).provisional().doing(dig("a", 1)).signed();
        Submission bobs = post.plan(BOB).signed();

        Merge merge = post.merge(List.of(provisional, bobs));

        assertThat(verdict(merge, provisional)).isEqualTo(WAITS);
        assertThat(merge.missing()).containsExactly(ADA, CYD);
        post.resolve(provisional, bobs);
        assertThat(post.newest().absent()).containsExactly(CYD);
        assertThat(post.state().digs()).containsEntry("1", 1);
    }

    @Test
    void the_newest_state_of_provisional_and_final_orders_decides() throws ArchiveException {
        Submission early = post.plan(ADA).provisional().signed();
        Submission late = post.plan(ADA).revision(2).signed();

        assertThat(post.merge(List.of(late, early)).missing()).containsExactly(BOB, CYD);

        Submission taken = post.plan(ADA).revision(3).provisional().signed();
        assertThat(post.merge(List.of(late, early, taken)).missing()).containsExactly(ADA, BOB, CYD);
    }

    @Test
    void nobody_is_missing_when_all_final_orders_count() throws ArchiveException {
        assertThat(post.merge(List.of()).missing()).containsExactly(ADA, BOB, CYD);
        assertThat(post.merge(Stream.of(ADA, BOB, CYD)
                                .map(seat -> post.plan(seat).signed())
                                .toList())
                        .missing())
                .isEmpty();
    }

    @Test
    void the_same_orders_twice_are_the_same_orders() throws ArchiveException {
        Submission once = post.plan(ADA).doing(dig("a", 1)).signed();
        Submission again = post.plan(ADA).doing(dig("a", 1)).signed();

        Merge merge = post.merge(List.of(once, again));

        assertThat(merge.fates()).hasSize(1);
        assertRecorded(merge, recorded(once, Outcome.COUNTED));
    }

    @Test
    void one_body_under_two_headers_is_recorded_once_and_the_archive_stays_readable() throws ArchiveException {
        List<Submission> refused = List.of(
                post.plan(ADA).doing(dig("a", 10)).signed(),
                post.plan(ADA).provisional().doing(dig("a", 10)).signed());
        assertThat(refused.get(0).body()).isEqualTo(refused.get(1).body());

        Merge merge = post.merge(refused);
        Merge reversed = post.merge(List.of(refused.get(1), refused.get(0)));

        assertThat(merge.recorded()).hasSize(1).isEqualTo(reversed.recorded());
        post.resolve(refused.toArray(Submission[]::new));
        byte[] file = post.archive().pack(post.secrets().key(), HuntByPost.at(9));
        assertThat(SessionArchive.read(PackedFile.read(file)).chain().head())
                .isEqualTo(post.archive().chain().head());
    }

    @Test
    void any_order_of_arrival_gives_the_same_record_and_the_same_fates() throws ArchiveException {
        List<Submission> bag = new ArrayList<>(twoUnder(2));
        bag.add(post.plan(ADA).doing(dig("x", 9)).signed());
        bag.add(post.plan(ADA).revision(3).doing(dig("a", 10)).signed());
        bag.add(post.plan(ADA).revision(2).provisional().doing(dig("a", 1)).signed());
        bag.add(post.plan(BOB).provisional().doing(dig("b", 4)).signed());
        bag.add(post.plan(BOB).revision(2).doing(give("b", CYD, 3)).signed());
        bag.add(post.plan(CYD).withdrawn().signed());
        bag.add(post.plan(CYD).revision(2).base(post.zero().digest()).signed());
        bag.add(post.plan(CYD).record(1).revision(3).signed());
        Merge expected = post.merge(bag);
        var record = post.referee().resolve(post.archive(), bag, HuntByPost.at(2));

        for (int seed = 1; seed <= 40; seed++) {
            List<Submission> shuffled = new ArrayList<>(bag);
            shuffled.addAll(bag.subList(seed % 4, seed % 8));
            Collections.shuffle(shuffled, new Random(seed));
            Merge merge = post.merge(shuffled);
            assertThat(merge.recorded()).as("seed %d", seed).isEqualTo(expected.recorded());
            assertThat(merge.fates()).as("seed %d", seed).isEqualTo(expected.fates());
            assertThat(merge.missing()).as("seed %d", seed).isEqualTo(expected.missing());
            if (seed <= 8) {
                assertThat(post.referee()
                                .resolve(post.archive(), shuffled, HuntByPost.at(2))
                                .chain()
                                .head())
                        .as("seed %d", seed)
                        .isEqualTo(record.chain().head());
            }
        }
    }

    /** Two bodies under one revision, the one with the smaller digest first. */
    private List<Submission> twoUnder(int revision) {
        return sortedByBody(
                post.plan(ADA).revision(revision).doing(dig("a", 1)).signed(),
                post.plan(ADA).revision(revision).doing(dig("a", 2)).signed());
    }

    private static List<Submission> sortedByBody(Submission... some) {
        return Stream.of(some)
                .sorted(Comparator.comparing(each -> each.body().digest()))
                .toList();
    }

    private static Verdict verdict(Merge merge, Submission submission) {
        return fate(merge, submission).verdict();
    }

    private static List<String> objections(Merge merge, Submission submission) {
        return fate(merge, submission).objections();
    }

    private static Merge.Fate fate(Merge merge, Submission submission) {
        return Objects.requireNonNull(merge.fates().get(submission.signed().digest()));
    }

    private static Recorded recorded(Submission submission, Outcome outcome) {
        return new Recorded(submission.signed().header(), submission.signed().signature(), outcome);
    }

    private static void assertRecorded(Merge merge, Recorded... expected) {
        assertThat(merge.recorded()).containsExactly(expected);
    }
}

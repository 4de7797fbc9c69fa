package dmhq.engine;

import static dmhq.engine.HuntByPost.ADA;
import static dmhq.engine.HuntByPost.BOB;
import static dmhq.engine.HuntByPost.CYD;
import static dmhq.engine.HuntByPost.dig;
import static org.assertj.core.api.Assertions.assertThat;

import dmhq.format.SeatId;
import dmhq.format.SessionId;
import dmhq.format.archive.ArchiveException;
import dmhq.format.archive.Submission;
import dmhq.format.session.Receipt.Verdict;
import dmhq.format.session.Recorded;
import dmhq.format.session.SignedHeader;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Orders that have no place in the next record, whatever they want. */
class MergePlaceTest {

    private static final String HOSTS_FIRST =
            "planned without the host's own orders for this turn; fetch them and submit again";

    @Test
    void orders_for_a_record_that_is_there_are_stale() throws ArchiveException {
        HuntByPost post = HuntByPost.begun(1);
        Submission stale = post.plan(ADA).signed();
        post.resolve().resolve();

        assertMisplaced(post, stale, "made on turn 1, the session is at turn 3; fetch it and plan again");
    }

    @Test
    void orders_for_a_later_record_have_no_place() throws ArchiveException {
        HuntByPost post = HuntByPost.begun(1);

        assertMisplaced(
                post,
                post.plan(ADA).record(3).signed(),
                "orders: the orders of ada for record 3 do not follow record 1");
    }

    @Test
    void orders_planned_on_another_record_have_no_place() throws ArchiveException {
        HuntByPost post = HuntByPost.begun(1);

        assertMisplaced(
                post,
                post.plan(ADA).base(post.zero().digest()).signed(),
                "orders: the orders of ada for record 2 were planned on another record 1");
    }

    @Test
    void a_dice_link_that_does_not_lead_to_the_last_one_has_no_place() throws ArchiveException {
        HuntByPost post = HuntByPost.begun(1);

        assertMisplaced(
                post,
                post.plan(ADA).link(post.hunter(ADA).links().link(3)).signed(),
                "dice: the orders of ada for record 2 carry a dice link that does not lead to the seat's last one");
    }

    @Test
    void a_dice_link_may_skip_the_turns_a_seat_was_absent() throws ArchiveException {
        HuntByPost post = HuntByPost.begun(1).resolve().resolve().resolve();

        Submission late = post.plan(ADA).signed();

        assertThat(post.merge(List.of(late)).counted()).containsEntry(ADA, late);
    }

    @Test
    void orders_of_nobody_seated_have_no_place() throws ArchiveException {
        HuntByPost post = HuntByPost.opened(1).begin(ADA, BOB);
        Hunter stranger = Hunter.drawn(new SeatId("dan"), post.hunter(ADA).nonce(), new Random(5));

        assertMisplaced(
                post, post.plan(stranger).signed(), "orders: the orders are of dan, who has no seat in this session");
        assertMisplaced(
                post, post.plan(CYD).signed(), "orders: the orders are of cyd, who has no seat in this session");
    }

    @Test
    void orders_signed_by_another_have_no_place() throws ArchiveException {
        HuntByPost post = HuntByPost.begun(1);
        Submission own = post.plan(ADA).signed();
        SignedHeader forged =
                SignedHeader.of(own.signed().header(), post.hunter(BOB).key());

        assertMisplaced(
                post, new Submission(forged, own.body()), "orders: the orders are not signed by the key of ada");
    }

    @Test
    void orders_for_another_session_have_no_place() throws ArchiveException {
        HuntByPost post = HuntByPost.begun(1);
        SessionId other = new SessionId("hunt-0123456789abcdef");

        assertMisplaced(
                post,
                post.plan(ADA).session(other).signed(),
                "orders: the orders are for session hunt-0123456789abcdef, this is "
                        + post.archive().chain().session());
    }

    @Test
    void misplaced_orders_of_a_higher_revision_do_not_replace_good_ones() throws ArchiveException {
        HuntByPost post = HuntByPost.begun(1);
        Submission good = post.plan(ADA).doing(dig("a", 1)).signed();
        Submission misplaced =
                post.plan(ADA).revision(2).base(post.zero().digest()).signed();

        Merge merge = post.merge(List.of(misplaced, good));

        assertThat(merge.counted()).containsEntry(ADA, good);
    }

    @Test
    void where_the_host_plays_orders_name_the_hosts_own() throws ArchiveException {
        HuntByPost post = HuntByPost.hostedByAda(true, 1);
        Submission hosts = post.sendAhead(post.plan(ADA).doing(dig("a", 1)).signed());
        Submission named = post.plan(BOB).signed();
        Submission unnamed = post.plan(CYD).hostHeader(null).signed();
        Submission other =
                post.plan(CYD).revision(2).hostHeader(post.zero().digest()).signed();

        Merge merge = post.merge(List.of(unnamed, named, hosts, other));

        assertThat(merge.counted()).containsOnlyKeys(ADA, BOB);
        assertThat(objections(merge, unnamed)).containsExactly(HOSTS_FIRST);
        assertThat(objections(merge, other)).containsExactly(HOSTS_FIRST);
        assertThat(merge.missing()).containsExactly(CYD);
        post.resolve(unnamed, named, hosts, other);
        assertThat(post.newest().absent()).containsExactly(CYD);
    }

    @Test
    void the_first_orders_of_a_host_that_plans_first_stand() throws ArchiveException {
        HuntByPost post = HuntByPost.hostedByAda(true, 1);
        Submission first = post.sendAhead(post.plan(ADA).doing(dig("a", 1)).signed());
        Submission second = post.plan(ADA).revision(2).doing(dig("a", 2)).signed();
        Submission bobs = post.plan(BOB).signed();

        for (List<Submission> arrived : List.of(List.of(first, second, bobs), List.of(bobs, second, first))) {
            Merge merge = post.merge(arrived);
            assertThat(merge.counted()).containsEntry(ADA, first).containsEntry(BOB, bobs);
            assertThat(objections(merge, second))
                    .containsExactly("others plan on the host's first orders for this turn, so those stand");
        }
        post.resolve(second, bobs, first);
        assertThat(post.newest().absent()).containsExactly(CYD);
    }

    @Test
    void of_two_first_orders_of_a_host_others_plan_on_the_one_that_stands() throws ArchiveException {
        HuntByPost post = HuntByPost.hostedByAda(true, 1);
        Submission one = post.plan(ADA).doing(dig("a", 1)).signed();
        Submission two = post.plan(ADA).doing(dig("a", 2)).signed();
        boolean oneStands = one.body().digest().compareTo(two.body().digest()) < 0;
        post.sendAhead(oneStands ? one : two);
        Submission bobs = post.plan(BOB).signed();

        for (List<Submission> arrived : List.of(List.of(one, two, bobs), List.of(bobs, two, one))) {
            assertThat(post.merge(arrived).counted()).containsEntry(BOB, bobs);
        }
        post.resolve(two, one, bobs);
        assertThat(post.newest().orders())
                .extracting(Recorded::outcome)
                .containsExactly(Recorded.Outcome.COUNTED, Recorded.Outcome.DOUBLED, Recorded.Outcome.COUNTED);
    }

    @Test
    void host_orders_without_a_place_are_not_planned_on() throws ArchiveException {
        HuntByPost post = HuntByPost.hostedByAda(true, 1);
        Submission misplaced =
                post.sendAhead(post.plan(ADA).base(post.zero().digest()).signed());
        Submission bobs = post.plan(BOB).signed();

        assertMisplaced(post, bobs, HOSTS_FIRST, misplaced);
        post.resolve(misplaced, bobs);
        assertThat(post.newest().orders()).isEmpty();
    }

    @Test
    void refused_host_orders_are_still_those_that_others_planned_on() throws ArchiveException {
        HuntByPost post = HuntByPost.hostedByAda(true, 1);
        Submission refused = post.sendAhead(post.plan(ADA).doing(dig("a", 10)).signed());
        Submission bobs = post.plan(BOB).signed();

        post.resolve(refused, bobs);

        assertThat(post.newest().absent()).containsExactly(ADA, CYD);
    }

    @Test
    void where_the_host_does_not_plan_first_orders_name_no_host_orders() throws ArchiveException {
        HuntByPost post = HuntByPost.hostedByAda(false, 1);
        Submission hosts = post.plan(ADA).signed();
        Submission later = post.plan(ADA).revision(2).doing(dig("a", 2)).signed();
        Submission bobs = post.plan(BOB).signed();
        Submission cyds = post.plan(CYD).hostHeader(hosts.signed().digest()).signed();

        Merge merge = post.merge(List.of(hosts, bobs, cyds, later));

        assertThat(merge.counted()).containsEntry(ADA, later).containsEntry(BOB, bobs);
        assertThat(merge.missing()).containsExactly(CYD);
        post.resolve(hosts, bobs, cyds, later);
        assertThat(post.newest().absent()).containsExactly(CYD);
    }

    private static void assertMisplaced(HuntByPost post, Submission submission, String sentence, Submission... beside)
            throws ArchiveException {
        List<Submission> arrived =
                Stream.concat(Stream.of(submission), Stream.of(beside)).toList();
        Merge merge = post.merge(arrived);
        assertThat(fate(merge, submission).verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(objections(merge, submission)).containsExactly(sentence);
        assertThat(merge.recorded()).isEmpty();
        assertThat(merge.counted()).isEmpty();
        assertThat(merge.missing())
                .isEqualTo(List.copyOf(post.archive().chain().seats().keySet()));
    }

    private static List<String> objections(Merge merge, Submission submission) {
        return fate(merge, submission).objections();
    }

    private static Merge.Fate fate(Merge merge, Submission submission) {
        return Objects.requireNonNull(merge.fates().get(submission.signed().digest()));
    }
}

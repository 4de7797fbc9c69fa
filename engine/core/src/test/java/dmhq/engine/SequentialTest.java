package dmhq.engine;

import static dmhq.engine.HuntByPost.ADA;
import static dmhq.engine.HuntByPost.BOB;
import static dmhq.engine.HuntByPost.CYD;
import static dmhq.engine.HuntByPost.dig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dmhq.engine.hunt.FatalHunt;
import dmhq.engine.hunt.HuntRules;
import dmhq.engine.hunt.OpenHunt;
import dmhq.format.SeatId;
import dmhq.format.archive.ArchiveException;
import dmhq.format.archive.SessionArchive;
import dmhq.format.archive.Submission;
import dmhq.format.session.Recorded;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Seats that move one after the other. */
class SequentialTest {

    @Test
    void without_secrets_each_seat_plans_on_the_orders_before_and_one_record_holds_the_round() throws ArchiveException {
        HuntByPost post = HuntByPost.inTurns(new OpenHunt(), 1);
        Submission ada = post.plan(ADA).doing(dig("a", 1)).signed();
        Submission bob = post.plan(BOB).doing(dig("b", 2)).after(ada).signed();
        Submission cyd = post.plan(CYD).doing(dig("c", 3)).after(bob).signed();

        assertThat(post.merge(List.of(ada)).missing()).containsExactly(BOB, CYD);
        assertThat(post.merge(List.of(cyd, ada, bob)).missing()).isEmpty();
        post.resolve(cyd, ada, bob);

        assertThat(counted(post)).containsExactly(ADA, BOB, CYD);
        assertThat(post.viewOf(CYD)).isEqualTo(post.state());
        assertThat(post.attendance().currentPlayer()).isEqualTo(ADA);
    }

    @Test
    void who_is_to_move_and_leaves_ends_the_line_and_is_passed_over_from_then_on() throws ArchiveException {
        HuntByPost post = HuntByPost.inTurns(new OpenHunt(), 1);
        Submission ada = post.plan(ADA).doing(dig("a", 1)).signed();
        assertThat(post.merge(List.of(ada), CYD).missing()).containsExactly(BOB);
        assertThat(post.merge(List.of(ada), BOB).missing()).isEmpty();

        post.resolveLeaving(BOB, ada);

        assertThat(post.attendance().waitedFor()).containsExactly(ADA, CYD);
        assertThat(post.attendance().predecessor(CYD)).isEqualTo(ADA);
    }

    private static List<SeatId> counted(HuntByPost post) {
        return post.newest().orders().stream()
                .filter(each -> each.outcome() == Recorded.Outcome.COUNTED)
                .map(each -> each.header().seat())
                .toList();
    }

    @Test
    void who_moves_before_their_turn_is_not_counted() throws ArchiveException {
        HuntByPost post = HuntByPost.inTurns(new OpenHunt(), 1);
        Submission early = post.plan(BOB).doing(dig("b", 2)).signed();

        assertRefused(post, early, "made before ada has moved, or on orders of theirs that do not stand");
    }

    private static void assertRefused(HuntByPost post, Submission orders, String sentence, Submission... others)
            throws ArchiveException {
        List<Submission> all = new ArrayList<>(List.of(others));
        all.add(orders);
        Merge merge = post.merge(all);
        assertThat(merge.fates().values())
                .filteredOn(fate -> fate.submission().equals(orders))
                .singleElement()
                .satisfies(fate -> assertThat(fate.objections()).containsExactly(sentence));
        assertThat(merge.counted()).doesNotContainValue(orders);
        assertThat(merge.recorded())
                .extracting(Recorded::header)
                .doesNotContain(orders.signed().header());
    }

    @Test
    void orders_that_another_has_planned_on_stand_against_later_revisions() throws ArchiveException {
        HuntByPost post = HuntByPost.inTurns(new OpenHunt(), 1);
        Submission ada = post.plan(ADA).doing(dig("a", 1)).signed();
        Submission other = post.plan(ADA).doing(dig("a", 2)).revision(2).signed();
        assertThat(post.merge(List.of(ada, other)).counted()).containsEntry(ADA, other);
        Submission bob = post.plan(BOB).doing(dig("b", 2)).after(ada).signed();

        assertRefused(post, other, "bob has planned on revision 1, so that stands", ada, bob);
        assertThat(post.merge(List.of(other, bob, ada)).counted())
                .containsEntry(ADA, ada)
                .containsEntry(BOB, bob);
    }

    @Test
    void who_plans_on_a_later_revision_after_having_planned_on_one_has_no_place() throws ArchiveException {
        HuntByPost post = HuntByPost.inTurns(new OpenHunt(), 1);
        Submission ada = post.plan(ADA).signed();
        Submission other = post.plan(ADA).doing(dig("a", 2)).revision(2).signed();
        Submission bob = post.plan(BOB).after(ada).signed();
        Submission bobAgain = post.plan(BOB).after(other).revision(2).signed();

        assertRefused(
                post,
                bobAgain,
                "made on other orders of ada than those that stand; fetch them and submit again",
                ada,
                other,
                bob);
    }

    @Test
    void whatever_order_files_are_fed_in_the_record_is_the_same() throws ArchiveException {
        HuntByPost post = HuntByPost.inTurns(new OpenHunt(), 2);
        Submission ada = post.plan(ADA).doing(dig("a", 1)).signed();
        Submission ada2 = post.plan(ADA).doing(dig("a", 4)).revision(2).signed();
        Submission twin = post.plan(ADA).doing(dig("a", 5)).salted(9).signed();
        Submission bob = post.plan(BOB).after(ada).signed();
        Submission bob2 =
                post.plan(BOB).doing(dig("b", 2)).after(ada).revision(2).signed();
        Submission bob3 = post.plan(BOB).after(ada2).revision(3).signed();
        Submission cyd = post.plan(CYD).after(bob2).signed();
        Submission bad =
                post.plan(CYD).doing(dig("c", 11)).after(bob2).revision(2).signed();
        List<Submission> all = new ArrayList<>(List.of(ada, ada2, twin, bob, bob2, bob3, cyd, bad));
        SessionArchive first = post.referee().resolve(post.archive(), all, HuntByPost.at(2));
        for (long seed = 1; seed <= 30; seed++) {
            Collections.shuffle(all, new Random(seed));
            assertThat(post.referee()
                            .resolve(post.archive(), all, HuntByPost.at(2))
                            .chain()
                            .head())
                    .as("seed " + seed)
                    .isEqualTo(first.chain().head());
        }
        post.resolve(all.toArray(Submission[]::new));
        assertThat(counted(post)).containsExactly(ADA, BOB, CYD);
        assertThat(post.viewOf(ADA)).isEqualTo(post.state());
    }

    @Test
    void with_secrets_one_seat_moves_a_record_and_the_next_one_follows() throws ArchiveException {
        HuntByPost post = HuntByPost.inTurns(new HuntRules(), 3);
        for (SeatId mover : List.of(ADA, BOB, CYD, ADA)) {
            assertThat(post.attendance().currentPlayer()).isEqualTo(mover);
            assertThat(post.attendance().waitedFor()).containsExactly(mover);
            Submission move = post.plan(mover)
                    .doing(dig(mover + "-" + post.newest().number(), 2))
                    .signed();
            if (post.newest().number() == 4) {
                move = post.plan(mover).signed();
            }
            assertThat(post.merge(List.of(move)).missing()).isEmpty();
            post.resolve(move);
            assertThat(counted(post)).containsExactly(mover);
        }
        assertThat(post.viewOf(BOB).digs()).isEqualTo(post.state().digs());
    }

    @Test
    void with_secrets_only_the_seat_whose_turn_it_is_moves() throws ArchiveException {
        HuntByPost post = HuntByPost.inTurns(new HuntRules(), 4);
        Submission bob = post.plan(BOB).doing(dig("b", 2)).signed();

        assertRefused(post, bob, "it is the turn of ada; bob moves when its own turn comes");
        post.resolve(bob);
        assertThat(post.newest().orders()).isEmpty();
        assertThat(post.attendance().currentPlayer()).isEqualTo(BOB);
    }

    @Test
    void a_host_that_counts_a_move_out_of_turn_is_found() throws ArchiveException {
        HuntByPost lying = HuntByPost.inTurns(new FatalHunt(ADA), 5);
        lying.resolve(lying.plan(BOB).signed());

        for (SessionArchive copy : List.of(lying.archive(), lying.copyOf(CYD))) {
            assertThatThrownBy(() -> new Replay<>(new HuntRules(), copy).state())
                    .hasMessage("replay: record 2: revision 1 of bob is counted, but they have no place: "
                            + "it is the turn of ada; bob moves when its own turn comes");
        }
    }
}

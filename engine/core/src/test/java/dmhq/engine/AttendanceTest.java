package dmhq.engine;

import static dmhq.engine.HuntByPost.ADA;
import static dmhq.engine.HuntByPost.BOB;
import static dmhq.engine.HuntByPost.CYD;
import static dmhq.engine.HuntByPost.dig;
import static org.assertj.core.api.Assertions.assertThat;

import dmhq.engine.hunt.FatalHunt;
import dmhq.engine.hunt.HuntRules;
import dmhq.engine.hunt.OpenHunt;
import dmhq.format.archive.ArchiveException;
import dmhq.format.archive.Submission;
import dmhq.format.json.Json;
import dmhq.format.session.Manifest.Status;
import dmhq.format.session.Opening;
import dmhq.format.session.Opening.Style;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who is waited for. */
class AttendanceTest {

    @Test
    void three_missed_turns_disconnect_a_seat_and_orders_bring_it_back() throws ArchiveException {
        HuntByPost post = HuntByPost.begun(1);
        for (int missed = 1; missed <= 3; missed++) {
            assertThat(post.attendance().status(CYD)).isEqualTo(Status.ACTIVE);
            post.resolve(post.plan(ADA).signed(), post.plan(BOB).signed());
        }
        assertThat(post.attendance().status(CYD)).isEqualTo(Status.DISCONNECTED);
        assertThat(post.attendance().waitedFor()).containsExactly(ADA, BOB);
        assertThat(post.merge(List.of(post.plan(ADA).signed(), post.plan(BOB).signed()))
                        .missing())
                .isEmpty();

        Submission back = post.plan(CYD).signed();
        assertThat(post.merge(List.of(back)).counted()).containsKey(CYD);
        post.resolve(back);

        assertThat(post.attendance().status(CYD)).isEqualTo(Status.ACTIVE);
        assertThat(post.attendance().waitedFor()).containsExactly(ADA, BOB, CYD);
    }

    @Test
    void a_seat_that_asks_to_leave_is_not_waited_for_and_orders_bring_it_back() throws ArchiveException {
        HuntByPost post = HuntByPost.begun(1);
        List<Submission> others =
                List.of(post.plan(ADA).signed(), post.plan(BOB).signed());
        assertThat(post.merge(others).missing()).containsExactly(CYD);
        assertThat(post.merge(others, CYD).missing()).isEmpty();
        assertThat(post.merge(List.of(), CYD).missing()).containsExactly(ADA, BOB);

        post.resolveLeaving(CYD, others.toArray(Submission[]::new));

        assertThat(post.attendance().status(CYD)).isEqualTo(Status.DISCONNECTED);
        assertThat(post.attendance().waitedFor()).containsExactly(ADA, BOB);
        post.resolve(post.plan(ADA).signed(), post.plan(BOB).signed());
        assertThat(post.newest().absent()).isEmpty();
        post.resolve(post.plan(CYD).signed());
        assertThat(post.attendance().waitedFor()).containsExactly(ADA, BOB, CYD);
    }

    @Test
    void turns_missed_between_others_do_not_add_up() throws ArchiveException {
        HuntByPost post = HuntByPost.begun(1);
        post.resolve().resolve();
        post.resolve(post.plan(ADA).signed()).resolve().resolve();

        assertThat(post.attendance().status(ADA)).isEqualTo(Status.ACTIVE);
        assertThat(post.attendance().status(BOB)).isEqualTo(Status.DISCONNECTED);
    }

    @Test
    void a_session_says_how_many_missed_turns_disconnect_and_0_is_never() throws ArchiveException {
        HuntByPost strict =
                HuntByPost.patient(1, Style.SIMULTANEOUS, new HuntRules(), 1).resolve();
        HuntByPost never = HuntByPost.patient(0, Style.SIMULTANEOUS, new HuntRules(), 1);
        for (int turn = 0; turn < 5; turn++) {
            never.resolve();
        }

        assertThat(strict.attendance().waitedFor()).isEmpty();
        assertThat(never.attendance().waitedFor()).containsExactly(ADA, BOB, CYD);
    }

    @Test
    void settings_that_a_record_changes_hold_from_the_next_turn_on_for_everyone() throws ArchiveException {
        HuntByPost post = HuntByPost.begun(1);
        Json.Members options = new Json.Members(Map.of(Attendance.MISSED_TURNS_OPTION, Json.Amount.of(1)));
        Opening.Settings strict = new Opening.Settings(Opening.Style.SIMULTANEOUS, false, options);

        post.resolveChanging(strict, post.plan(ADA).signed(), post.plan(BOB).signed());

        assertThat(post.attendance().waitedFor()).containsExactly(ADA, BOB);
        assertThat(post.copyOf(BOB).chain().settings()).isEqualTo(strict);
        assertThat(post.copyOf(BOB).chain().settings(1)).isNotEqualTo(strict);
        assertThat(Verification.of(VerificationTest.hostFile(post)).wrong()).isEmpty();
    }

    @Test
    void in_line_only_the_seat_that_held_up_the_others_has_missed_the_turn() throws ArchiveException {
        HuntByPost post = HuntByPost.patient(1, Style.SEQUENTIAL, new OpenHunt(), 1);
        post.resolve(post.plan(ADA).signed());

        assertThat(post.attendance().status(ADA)).isEqualTo(Status.ACTIVE);
        assertThat(post.attendance().status(BOB)).isEqualTo(Status.DISCONNECTED);
        assertThat(post.attendance().status(CYD)).isEqualTo(Status.ACTIVE);
        assertThat(post.attendance().successor(ADA)).isEqualTo(CYD);
        Submission ada = post.plan(ADA).signed();
        Submission cyd = post.plan(CYD).after(ada).signed();
        Submission bob = post.plan(BOB).signed();
        post.resolve(ada, bob, cyd);
        assertThat(post.newest().absent()).isEmpty();
        assertThat(post.attendance().waitedFor()).containsExactly(ADA, BOB, CYD);
    }

    @Test
    void with_secrets_the_turn_of_a_disconnected_seat_comes_and_is_not_waited_for() throws ArchiveException {
        HuntByPost post = HuntByPost.patient(1, Style.SEQUENTIAL, new HuntRules(), 1);
        post.resolve();
        post.resolve(post.plan(BOB).signed());
        post.resolve(post.plan(CYD).signed());

        assertThat(post.attendance().status(ADA)).isEqualTo(Status.DISCONNECTED);
        assertThat(post.attendance().waitedFor()).isEmpty();
        post.resolve(post.plan(ADA).signed());
        assertThat(post.attendance().status(ADA)).isEqualTo(Status.ACTIVE);
        assertThat(post.attendance().currentPlayer()).isEqualTo(BOB);
    }

    @Test
    void who_is_out_of_the_game_is_not_waited_for_and_gives_no_orders() throws ArchiveException {
        HuntByPost post = HuntByPost.begun(new FatalHunt(BOB), 1);

        assertThat(post.attendance().status(BOB)).isEqualTo(Status.ELIMINATED);
        assertThat(post.attendance().waitedFor()).containsExactly(ADA, CYD);
        Merge merge = post.merge(List.of(post.plan(BOB).doing(dig("b", 1)).signed()));
        assertThat(merge.fates().values())
                .singleElement()
                .satisfies(fate -> assertThat(fate.objections()).containsExactly("bob is out of the game"));
    }

    @Test
    void a_game_that_is_over_waits_for_nobody() throws ArchiveException {
        HuntByPost post = HuntByPost.begun(new FatalHunt(ADA, BOB), 1);

        assertThat(post.attendance().waitedFor()).isEmpty();
        Merge merge = post.merge(List.of(post.plan(CYD).doing(dig("c", 1)).signed()));
        assertThat(merge.fates().values())
                .singleElement()
                .satisfies(fate -> assertThat(fate.objections()).containsExactly("the game is over"));
    }
}

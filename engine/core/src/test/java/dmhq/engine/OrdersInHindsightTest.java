package dmhq.engine;

import static dmhq.engine.HuntByPost.ADA;
import static dmhq.engine.HuntByPost.BOB;
import static dmhq.engine.HuntByPost.CYD;
import static dmhq.engine.HuntByPost.dig;
import static dmhq.engine.HuntByPost.give;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dmhq.engine.hunt.Hunt;
import dmhq.engine.hunt.HuntAction;
import dmhq.engine.hunt.HuntRules;
import dmhq.format.Bytes;
import dmhq.format.Digest;
import dmhq.format.SeatId;
import dmhq.format.archive.ArchiveException;
import dmhq.format.archive.Submission;
import dmhq.format.json.Json;
import dmhq.format.session.Body;
import dmhq.format.session.Recorded;
import dmhq.format.session.Recorded.Outcome;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What can be done with orders after they have left, by their own seat and by those who see their headers. */
class OrdersInHindsightTest {

    private HuntByPost post;

    @BeforeEach
    void begin() throws ArchiveException {
        post = HuntByPost.begun(1);
    }

    @Test
    void orders_cannot_be_taken_back_once_their_turn_is_resolved() throws ArchiveException {
        Submission wrong = post.plan(ADA).doing(dig("a", 1)).signed();
        Submission regret = post.plan(ADA).revision(2).withdrawn().signed();
        Submission change = post.plan(ADA).revision(3).doing(dig("a", 2)).signed();
        post.resolve(wrong);

        Merge merge = post.merge(List.of(regret, change));

        assertThat(merge.recorded()).isEmpty();
        assertThat(merge.counted()).isEmpty();
        assertThat(merge.fates().values())
                .allSatisfy(fate -> assertThat(fate.objections())
                        .containsExactly("made on turn 1, the session is at turn 2; fetch it and plan again"));
        assertThat(post.newest().orders()).extracting(Recorded::outcome).containsExactly(Outcome.COUNTED);
    }

    @Test
    void orders_that_counted_once_do_not_count_again_in_the_next_turn() throws ArchiveException {
        Submission adas = post.plan(ADA).doing(dig("a", 1)).signed();
        post.resolve(adas);

        post.resolve(adas);

        assertThat(post.newest().orders()).isEmpty();
        assertThat(post.newest().absent()).containsExactly(ADA, BOB, CYD);
        assertThat(post.state().digs()).containsEntry("1", 1);
    }

    /** There are few things that one may want, so all could be tried. */
    @Test
    void what_somebody_planned_is_not_found_by_trying_everything_it_could_be() {
        Submission bobs = post.plan(BOB).doing(dig("b", 4)).signed();
        Digest seen = bobs.signed().header().body();
        Random chance = new Random(3025);

        for (int field = 1; field <= 9; field++) {
            List<Json.Members> guess =
                    post.plan(BOB).doing(dig("b", field)).signed().body().actions();
            assertThat(Body.of(2, BOB, null, guess, Bytes.of(new byte[32])).digest())
                    .isNotEqualTo(seen);
            assertThat(Body.of(2, BOB, null, guess, HuntByPost.drawn(32, chance))
                            .digest())
                    .isNotEqualTo(seen);
            assertThat(Body.of(2, BOB, null, guess, bobs.body().salt()).digest().equals(seen))
                    .as("with the salt, which leaves with the body alone, the right guess is found")
                    .isEqualTo(field == 4);
        }
    }

    @Test
    void an_action_of_anothers_name_stands_in_nobodys_way() throws ArchiveException {
        Submission adas = post.plan(ADA).doing(dig("the-same", 1)).signed();
        Submission bobs = post.plan(BOB).doing(dig("the-same", 2)).signed();

        post.resolve(adas, bobs);

        assertThat(post.newest().orders()).extracting(Recorded::outcome).containsOnly(Outcome.COUNTED);
        assertThat(post.state().digs()).containsEntry("1", 1).containsEntry("2", 1);
    }

    @Test
    void spending_what_one_does_not_have_is_refused_whatever_its_own_program_says() throws ArchiveException {
        Submission adas = post.plan(ADA).doing(give("g", BOB, 5)).signed();

        post.resolve(adas);

        assertThat(post.newest().orders()).extracting(Recorded::outcome).containsExactly(Outcome.REFUSED);
        assertThat(post.newest().absent()).contains(ADA);
    }

    @Test
    void orders_that_a_host_counts_against_the_rules_are_wrong_in_the_copy_of_their_own_seat() throws ArchiveException {
        HuntRules lax = new HuntRules() {
            @Override
            public List<Objection> objections(Hunt state, SeatId seat, List<HuntAction> actions) {
                return List.of();
            }
        };
        HuntByPost game = HuntByPost.begun(lax, 1);
        game.resolve(game.plan(ADA).doing(dig("a", 10)).signed());

        assertThatThrownBy(() -> new Replay<>(new HuntRules(), game.copyOf(ADA)).state())
                .isInstanceOf(ArchiveException.class)
                .hasMessageStartingWith("replay: record 2: revision 1 of ada is counted, but action a: field 10");
    }
}

package dmhq.engine;

import static dmhq.engine.HuntByPost.ADA;
import static dmhq.engine.HuntByPost.BOB;
import static dmhq.engine.HuntByPost.dig;
import static dmhq.engine.HuntByPost.give;
import static org.assertj.core.api.Assertions.assertThat;

import dmhq.engine.hunt.Hunt;
import dmhq.engine.hunt.HuntAction;
import dmhq.engine.hunt.HuntEvent;
import dmhq.format.archive.ArchiveException;
import dmhq.format.json.Json;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JudgeTest {

    private static final String USED = "this id was used before; every action needs an id of its own";

    @Test
    void an_id_is_used_once_within_orders() throws ArchiveException {
        HuntByPost post = HuntByPost.begun(1);

        assertThat(judged(post, dig("a", 1), dig("b", 2), dig("a", 3))).containsExactly(new Objection("a", USED));
    }

    @Test
    void an_id_of_a_counted_turn_is_used_up_for_its_seat_alone() throws ArchiveException {
        HuntByPost post = HuntByPost.begun(1);
        post.resolve(post.plan(ADA).doing(dig("a", 1)).signed());
        post.resolve();

        assertThat(judged(post, dig("a", 2))).containsExactly(new Objection("a", USED));
        assertThat(post.merge(List.of(post.plan(BOB).doing(dig("a", 2)).signed()))
                        .counted())
                .containsOnlyKeys(BOB);
    }

    @Test
    void another_revision_of_the_same_turn_may_repeat_an_id() throws ArchiveException {
        HuntByPost post = HuntByPost.begun(1);
        var second = post.plan(ADA).revision(2).doing(dig("a", 2)).signed();

        var merge = post.merge(List.of(post.plan(ADA).doing(dig("a", 1)).signed(), second));

        assertThat(merge.counted()).containsEntry(ADA, second);
    }

    @Test
    void an_id_that_never_counted_may_be_used_later() throws ArchiveException {
        HuntByPost post = HuntByPost.begun(1);
        post.resolve(
                post.plan(ADA).revision(3).doing(dig("refused", 10)).signed(),
                post.plan(ADA)
                        .revision(2)
                        .withdrawn()
                        .doing(dig("withdrawn", 1))
                        .signed(),
                post.plan(ADA).doing(dig("replaced", 1)).signed());

        assertThat(judged(post, dig("refused", 1), dig("withdrawn", 2), dig("replaced", 3)))
                .isEmpty();
    }

    @Test
    void what_is_not_an_action_of_these_rules_is_refused() throws ArchiveException {
        HuntByPost post = HuntByPost.begun(1);
        Json.Members unknown = new Json.Members(Map.of("action_type", new Json.Text("fly")));
        var submission = post.plan(ADA).acting(unknown).signed();

        var fate = post.merge(List.of(submission)).fates().values().iterator().next();

        assertThat(fate.objections())
                .singleElement()
                .asString()
                .startsWith("an action is not of the form these rules know: ");
        post.resolve(submission);
        assertThat(post.newest().absent()).contains(ADA);
        assertThat(judged(post, dig("a", 1))).isEmpty();
    }

    @Test
    void objections_of_the_rules_come_after_those_to_ids() throws ArchiveException {
        HuntByPost post = HuntByPost.begun(1);

        assertThat(judged(post, dig("a", 1), give("a", BOB, 1)))
                .containsExactly(new Objection("a", USED), new Objection("a", "give a hunter from 1 to 0 coins"));
    }

    @Test
    void a_player_hears_from_the_own_copy_what_the_host_would_say() throws ArchiveException {
        HuntByPost post = HuntByPost.begun(1);
        post.resolve(post.plan(ADA).doing(dig("a", 1)).signed());
        List<Json.Members> actions = post.plan(ADA)
                .doing(dig("a", 1), give("b", BOB, 100), dig("c", 11))
                .signed()
                .body()
                .actions();
        Judge<Hunt, HuntAction, HuntEvent> judge = new Judge<>(post.rules());

        assertThat(judge.objections(post.copyOf(ADA), post.viewOf(ADA), ADA, actions))
                .hasSize(3)
                .isEqualTo(judge.objections(post.archive(), post.state(), ADA, actions));
    }

    private static List<Objection> judged(HuntByPost post, HuntAction... actions) throws ArchiveException {
        return new Judge<>(post.rules())
                .objections(
                        post.archive(),
                        post.state(),
                        ADA,
                        post.plan(ADA).doing(actions).signed().body().actions());
    }
}

package dmhq.engine;

import static dmhq.engine.HuntByPost.ADA;
import static dmhq.engine.HuntByPost.BOB;
import static dmhq.engine.HuntByPost.CYD;
import static dmhq.engine.HuntByPost.dig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dmhq.engine.hunt.DealtHunt;
import dmhq.engine.hunt.Hunt;
import dmhq.engine.hunt.HuntEvent;
import dmhq.format.archive.ArchiveException;
import dmhq.format.json.Codec;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A game that chance decides the beginning of. */
class DealTest {

    @Test
    void record_2_deals_with_the_links_of_all_who_sent_one() throws ArchiveException {
        HuntByPost all = HuntByPost.begun(new DealtHunt(), 4);
        assertThat(all.state().coins().balances()).isEmpty();
        all.resolve(
                all.plan(ADA).signed(), all.plan(BOB).signed(), all.plan(CYD).signed());
        HuntByPost without = HuntByPost.begun(new DealtHunt(), 4);
        without.resolve(without.plan(ADA).signed(), without.plan(BOB).signed());

        assertThat(purses(all)).hasSize(3).allSatisfy(coins -> assertThat(coins).isBetween(1L, 100L));
        assertThat(purses(without)).isNotEqualTo(purses(all));
        assertThat(all.newest().absent()).isEmpty();
    }

    private static List<Long> purses(HuntByPost post) throws ArchiveException {
        Hunt hunt = post.state();
        return List.of(ADA, BOB, CYD).stream()
                .map(seat -> hunt.coins().balance(seat.value()))
                .toList();
    }

    @Test
    void a_seat_sees_its_own_deal_and_its_copy_proves_it() throws ArchiveException {
        HuntByPost post = HuntByPost.begun(new DealtHunt(), 5);
        post.resolve(post.plan(ADA).signed());

        assertThat(post.copyOf(BOB).history().events(2))
                .hasSize(1)
                .allSatisfy(line -> assertThat(Codec.of(HuntEvent.class).decode(line.event()))
                        .isInstanceOf(HuntEvent.Found.class));
        assertThat(post.viewOf(BOB).coins().balance("bob"))
                .isEqualTo(post.state().coins().balance("bob"));
    }

    @Test
    void orders_with_actions_for_the_deal_are_refused_and_their_link_counts() throws ArchiveException {
        HuntByPost post = HuntByPost.begun(new DealtHunt(), 6);

        Merge merge = post.merge(List.of(post.plan(ADA).doing(dig("a", 1)).signed()));

        assertThat(merge.fates().values())
                .singleElement()
                .satisfies(fate -> assertThat(fate.objections())
                        .containsExactly(
                                "turn 2 deals what the game begins with and takes no actions; play begins after it"));
        assertThat(merge.recorded()).hasSize(1);
    }

    @Test
    void a_host_that_deals_otherwise_is_found() throws ArchiveException {
        HuntByPost lying = HuntByPost.begun(
                new DealtHunt() {
                    @Override
                    public List<Event<HuntEvent>> deal(Hunt state, Dice dice) {
                        HuntEvent much = new HuntEvent.Found(ADA, 100);
                        return List.of(new Event<>(much, Audience.of(ADA)));
                    }
                },
                7);
        lying.resolve();

        assertThatThrownBy(() -> new Replay<>(new DealtHunt(), lying.archive()).state())
                .hasMessage("replay: record 2: resolving the orders again gives other events");
    }
}

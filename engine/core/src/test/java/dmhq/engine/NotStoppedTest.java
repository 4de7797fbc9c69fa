package dmhq.engine;

import static dmhq.engine.HuntByPost.ADA;
import static dmhq.engine.HuntByPost.BOB;
import static dmhq.engine.HuntByPost.CYD;
import static dmhq.engine.HuntByPost.at;
import static dmhq.engine.HuntByPost.dig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dmhq.engine.hunt.Hunt;
import dmhq.engine.hunt.HuntAction;
import dmhq.engine.hunt.HuntEvent;
import dmhq.engine.hunt.HuntRules;
import dmhq.engine.hunt.OpenHunt;
import dmhq.format.SeatId;
import dmhq.format.archive.ArchiveException;
import dmhq.format.archive.SessionArchive;
import dmhq.format.archive.Submission;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

/** Attacks that nothing stops: that they succeed, how far, and what is to be seen of them. */
class NotStoppedTest {

    private static final int SEEDS = 12;

    @Test
    void who_keeps_orders_back_buys_one_other_roll_and_is_named_as_absent() throws ArchiveException {
        int otherwise = 0;
        for (int seed = 1; seed <= SEEDS; seed++) {
            HuntByPost post = HuntByPost.begun(new OpenHunt(), seed);
            Submission adas = post.plan(ADA).doing(dig("a", 1)).signed();
            Submission bobs = post.plan(BOB).signed();
            Submission cyds = post.plan(CYD).signed();

            SessionArchive all = resolved(post, List.of(adas, bobs, cyds));
            SessionArchive without = resolved(post, List.of(adas, cyds));

            otherwise += coins(post, all, ADA) == coins(post, without, ADA) ? 0 : 1;
            assertThat(all.chain().record(2).absent()).as("seed %d", seed).isEmpty();
            assertThat(without.chain().record(2).absent()).as("seed %d", seed).containsExactly(BOB);
        }
        assertThat(otherwise).as("games in which the roll was another").isGreaterThan(SEEDS / 2);
    }

    @Test
    void a_host_that_has_all_orders_picks_the_best_roll_only_by_leaving_orders_out_in_sight_of_all()
            throws ArchiveException {
        int gained = 0;
        for (int seed = 1; seed <= SEEDS; seed++) {
            HuntByPost post = HuntByPost.begun(new OpenHunt(), seed);
            Submission adas = post.plan(ADA).doing(dig("a", 1)).signed();
            Submission bobs = post.plan(BOB).signed();
            Submission cyds = post.plan(CYD).signed();
            long honest = coins(post, resolved(post, List.of(adas, bobs, cyds)), ADA);

            for (List<Submission> kept : List.of(List.of(adas, bobs), List.of(adas, cyds), List.of(adas))) {
                SessionArchive picked = resolved(post, kept);
                gained += coins(post, picked, ADA) > honest ? 1 : 0;
                assertThat(picked.chain().record(2).absent())
                        .as("seed %d", seed)
                        .hasSize(3 - kept.size());
            }
        }
        assertThat(gained).as("choices that paid").isPositive();
    }

    /** The host's program gives every finder six coins, and commits to it all. */
    @Test
    void what_a_host_makes_of_hidden_things_is_not_seen_in_a_seats_copy_and_is_found_in_the_hosts()
            throws ArchiveException {
        HuntRules generous = new HuntRules() {
            @Override
            public List<Event<HuntEvent>> resolve(Hunt state, SortedMap<SeatId, List<HuntAction>> orders, Dice dice) {
                List<Event<HuntEvent>> told = new ArrayList<>();
                for (Event<HuntEvent> event : super.resolve(state, orders, dice)) {
                    boolean found = event.event() instanceof HuntEvent.Found;
                    told.add(found ? new Event<>(new HuntEvent.Found(ADA, 600), event.audience()) : event);
                }
                return told;
            }
        };
        HuntByPost post = HuntByPost.begun(generous, 1);
        post.resolve(post.plan(ADA).doing(dig("a", 1)).signed());
        HuntRules honest = new HuntRules();

        for (SeatId seat : List.of(ADA, BOB, CYD)) {
            assertThat(new Replay<>(honest, post.copyOf(seat)).state().seats()).hasSize(3);
        }
        assertThat(new Replay<>(honest, post.copyOf(ADA)).state().coins().balance("ada"))
                .isEqualTo(600);
        assertThatThrownBy(() -> new Replay<>(honest, post.archive()).state())
                .isInstanceOf(ArchiveException.class)
                .hasMessage("replay: record 2: resolving the orders again gives other events");
    }

    @Test
    void a_host_who_plays_knows_what_the_others_keep_from_each_other() throws ArchiveException {
        HuntByPost post = HuntByPost.hostedByAda(true, 1);
        Submission adas = post.sendAhead(post.plan(ADA).signed());
        post.resolve(adas, post.plan(BOB).doing(dig("b", 1)).signed());

        for (SeatId seat : List.of(ADA, CYD)) {
            Hunt view = post.viewOf(seat);
            assertThatThrownBy(() -> view.coins().balance("bob")).hasMessageContaining("folded away");
        }
        assertThat(post.state().coins().balance("bob")).isPositive();
    }

    @Test
    void where_it_is_agreed_that_the_host_does_not_plan_first_it_plans_last_and_record_0_says_so()
            throws ArchiveException {
        HuntByPost post = HuntByPost.hostedByAda(false, 1);
        Submission adas = post.plan(ADA).doing(dig("a", 1)).signed();
        Submission bobs = post.plan(BOB).doing(dig("b", 2)).signed();
        Submission afterReading = post.plan(ADA).revision(2).doing(dig("a", 2)).signed();

        Merge merge = post.merge(List.of(adas, bobs, afterReading));

        assertThat(merge.counted()).containsEntry(ADA, afterReading);
        assertThat(Objects.requireNonNull(post.zero().record().opening())
                        .settings()
                        .hostFirst())
                .isFalse();
    }

    private static SessionArchive resolved(HuntByPost post, List<Submission> orders) throws ArchiveException {
        return post.referee().resolve(post.archive(), orders, at(2));
    }

    private static long coins(HuntByPost post, SessionArchive archive, SeatId seat) throws ArchiveException {
        return new Replay<>(post.rules(), archive).state().coins().balance(seat.value());
    }
}

package dmhq.engine;

import static dmhq.engine.HuntByPost.ADA;
import static dmhq.engine.HuntByPost.BOB;
import static dmhq.engine.HuntByPost.CYD;
import static org.assertj.core.api.Assertions.assertThat;

import dmhq.format.Bytes;
import dmhq.format.Digest;
import dmhq.format.SeatId;
import dmhq.format.archive.ArchiveException;
import dmhq.format.archive.Submission;
import dmhq.format.session.Recorded;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever draws secrets until the dice suit finds that they suit only what was guessed of the others. */
class AimedDiceTest {

    private static final int SIDES = 1000;

    private HuntByPost post;
    private Random chance;

    @BeforeEach
    void begin() throws ArchiveException {
        post = HuntByPost.begun(1);
        chance = new Random(3025);
    }

    @Test
    void a_host_that_tries_many_secrets_aims_at_no_roll_that_hangs_on_the_players_too() {
        List<Recorded> guessed = links(drawn(), drawn(), drawn());
        Bytes best = drawn();
        for (int i = 0; i < 500; i++) {
            Bytes other = drawn();
            best = roll(other, guessed) > roll(best, guessed) ? other : best;
        }
        assertThat(roll(best, guessed)).as("aimed at the guess").isGreaterThan(990);

        List<Integer> rolls = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            rolls.add(roll(best, links(drawn(), drawn(), drawn())));
        }
        assertThat(average(rolls)).as("seed 3025").isBetween(430, 570);
    }

    @Test
    void a_player_and_the_host_together_aim_at_no_roll_that_hangs_on_one_other() {
        Bytes host = drawn();
        Bytes others = drawn();
        Bytes guessed = drawn();
        Bytes best = drawn();
        for (int i = 0; i < 500; i++) {
            Bytes other = drawn();
            best = roll(host, links(other, guessed, others)) > roll(host, links(best, guessed, others)) ? other : best;
        }
        assertThat(roll(host, links(best, guessed, others))).isGreaterThan(990);

        List<Integer> rolls = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            rolls.add(roll(host, links(best, drawn(), others)));
        }
        assertThat(average(rolls)).as("seed 3025").isBetween(430, 570);
    }

    @Test
    void the_order_in_which_links_arrive_changes_no_roll() {
        List<Recorded> links = links(drawn(), drawn(), drawn());
        Bytes host = drawn();

        assertThat(roll(host, List.of(links.get(2), links.get(0), links.get(1))))
                .isEqualTo(roll(host, links));
    }

    private int roll(Bytes host, List<Recorded> links) {
        Digest seed = Seed.of(post.archive().chain().session(), 2, host, List.of(ADA, BOB, CYD), links);
        return Dice.of(seed, host).roll("deal/ada", SIDES);
    }

    private List<Recorded> links(Bytes adas, Bytes bobs, Bytes cyds) {
        return List.of(recorded(ADA, adas), recorded(BOB, bobs), recorded(CYD, cyds));
    }

    private Recorded recorded(SeatId seat, Bytes link) {
        Submission orders = post.plan(seat).link(link).signed();
        return new Recorded(orders.signed().header(), orders.signed().signature(), Recorded.Outcome.COUNTED);
    }

    private Bytes drawn() {
        return HuntByPost.drawn(32, chance);
    }

    private static int average(List<Integer> rolls) {
        return rolls.stream().mapToInt(Integer::intValue).sum() / rolls.size();
    }
}

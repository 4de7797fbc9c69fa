package dmhq.engine;

import static dmhq.engine.HuntByPost.ADA;
import static dmhq.engine.HuntByPost.BOB;
import static dmhq.engine.HuntByPost.CYD;
import static dmhq.engine.HuntByPost.at;
import static dmhq.engine.HuntByPost.dig;
import static org.assertj.core.api.Assertions.assertThat;

import dmhq.format.Bytes;
import dmhq.format.Digest;
import dmhq.format.archive.ArchiveException;
import dmhq.format.archive.SessionArchive;
import dmhq.format.archive.Submission;
import dmhq.format.session.TurnRecord;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What a record, and what its dice depend on. */
class RefereeInputsTest {

    @Test
    void the_same_inputs_give_the_same_bytes() throws ArchiveException {
        for (int seed = 1; seed <= 2; seed++) {
            HuntByPost one = HuntByPost.begun(seed).play(6, new Random(seed));
            HuntByPost two = HuntByPost.begun(seed).play(6, new Random(seed));

            assertThat(packed(one, one.archive())).as("seed %d", seed).isEqualTo(packed(two, two.archive()));
            for (var seat : List.of(ADA, BOB, CYD)) {
                assertThat(one.turnFor(seat, 0)
                                .pack(one.archive().chain(), one.secrets().key(), at(9)))
                        .as("seed %d, seat %s", seed, seat)
                        .isEqualTo(two.turnFor(seat, 0)
                                .pack(two.archive().chain(), two.secrets().key(), at(9)));
            }
        }
    }

    @Test
    void another_instant_is_another_record_with_the_same_dice() throws ArchiveException {
        HuntByPost post = HuntByPost.begun(1);
        List<Submission> orders =
                List.of(post.plan(ADA).doing(dig("a", 1), dig("b", 2)).signed());

        SessionArchive early = post.referee().resolve(post.archive(), orders, at(2));
        SessionArchive late = post.referee().resolve(post.archive(), orders, at(3));

        assertThat(late.chain().head()).isNotEqualTo(early.chain().head());
        assertThat(late.history().events()).hasSize(4).isEqualTo(early.history().events());
        assertThat(late.chain().record(2).state())
                .isEqualTo(early.chain().record(2).state());
        assertThat(seed(post, late)).isEqualTo(seed(post, early));
    }

    @Test
    void other_orders_are_rolled_for_with_the_same_dice() throws ArchiveException {
        HuntByPost post = HuntByPost.begun(1);
        Submission adas = post.plan(ADA).doing(dig("a", 1)).signed();
        Submission bobs = post.plan(BOB).doing(dig("b", 2)).signed();
        Submission other =
                post.plan(BOB).revision(7).doing(dig("x", 9), dig("y", 8)).signed();
        Submission withdrawn = post.plan(BOB).withdrawn().signed();
        Submission refused = post.plan(BOB).doing(dig("b", 10)).signed();

        SessionArchive first = post.referee().resolve(post.archive(), List.of(adas, bobs), at(2));
        for (Submission each : List.of(other, withdrawn, refused)) {
            SessionArchive second = post.referee().resolve(post.archive(), List.of(adas, each), at(2));
            assertThat(seed(post, second)).isEqualTo(seed(post, first));
            assertThat(second.history().events().subList(0, 2))
                    .isEqualTo(first.history().events().subList(0, 2));
            assertThat(second.chain().record(2).state())
                    .isNotEqualTo(first.chain().record(2).state());
        }
    }

    @Test
    void an_absence_or_another_link_is_rolled_for_with_other_dice() throws ArchiveException {
        HuntByPost post = HuntByPost.begun(1);
        HuntByPost others = HuntByPost.begun(2);
        Submission adas = post.plan(ADA).signed();
        Submission bobs = post.plan(BOB).signed();

        SessionArchive both = post.referee().resolve(post.archive(), List.of(adas, bobs), at(2));
        SessionArchive one = post.referee().resolve(post.archive(), List.of(adas), at(2));
        TurnRecord record = both.chain().record(2);
        Digest withOtherLink = Seed.of(
                both.chain().session(), 2, others.secrets().open().link(2), List.of(ADA, BOB, CYD), record.orders());

        assertThat(List.of(seed(post, both), seed(post, one), withOtherLink)).doesNotHaveDuplicates();
    }

    @Test
    void hidden_rolls_hang_on_the_hosts_hidden_link() throws ArchiveException {
        HuntByPost post = HuntByPost.begun(1);
        Submission adas = post.plan(ADA).doing(dig("a", 1)).signed();
        Digest seed = seed(post, post.referee().resolve(post.archive(), List.of(adas), at(2)));
        Bytes link = post.secrets().hidden().link(2);
        Bytes other = HuntByPost.begun(2).secrets().hidden().link(2);

        int roll = Dice.of(seed, link).hidden().roll("find/ada/a", 1000);

        assertThat(Dice.of(seed, link).hidden().roll("find/ada/a", 1000)).isEqualTo(roll);
        assertThat(Dice.of(seed, other).hidden().roll("find/ada/a", 1000)).isNotEqualTo(roll);
    }

    private static Digest seed(HuntByPost post, SessionArchive archive) {
        TurnRecord record = archive.chain().record(2);
        return Seed.of(
                archive.chain().session(),
                2,
                Objects.requireNonNull(record.link()),
                Seed.seatedBefore(post.archive().chain(), 2),
                record.orders());
    }

    private static byte[] packed(HuntByPost post, SessionArchive archive) {
        return archive.pack(post.secrets().key(), at(9));
    }
}

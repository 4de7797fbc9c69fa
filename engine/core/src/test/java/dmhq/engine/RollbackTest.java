package dmhq.engine;

import static dmhq.engine.HuntByPost.ADA;
import static dmhq.engine.HuntByPost.BOB;
import static dmhq.engine.HuntByPost.CYD;
import static dmhq.engine.HuntByPost.dig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dmhq.engine.hunt.Hunt;
import dmhq.engine.hunt.HuntRules;
import dmhq.engine.hunt.OpenHunt;
import dmhq.format.Bytes;
import dmhq.format.archive.ArchiveException;
import dmhq.format.archive.SessionArchive;
import dmhq.format.json.Json;
import dmhq.format.json.JsonReader;
import dmhq.format.session.Receipt.Verdict;
import dmhq.format.session.TurnRecord;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A record that goes back to an earlier turn. */
class RollbackTest {

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void the_game_goes_on_from_the_turn_gone_back_to_for_the_host_and_every_seat(boolean secrets)
            throws ArchiveException {
        HuntByPost post =
                HuntByPost.begun(secrets ? new HuntRules() : new OpenHunt(), 7).play(3, new Random(7));
        Hunt then = post.state();
        Hunt thenAda = post.viewOf(ADA);
        post.play(3, new Random(8));
        assertThat(post.state()).isNotEqualTo(then);

        post.rollBack(4, "the wrong file was resolved");

        assertThat(post.state()).isEqualTo(then);
        assertThat(post.viewOf(ADA)).isEqualTo(thenAda);
        assertThat(post.newest().number()).isEqualTo(8);
        assertThat(rollback(post).reason()).isEqualTo("the wrong file was resolved");
        post.play(2, new Random(9));
        assertThat(post.viewOf(BOB).digs()).isEqualTo(post.state().digs());
    }

    private static TurnRecord.Rollback rollback(HuntByPost post) {
        return Objects.requireNonNull(post.newest().rollback());
    }

    @Test
    void seats_agree_in_their_orders_and_the_record_names_those_who_did() throws ArchiveException {
        HuntByPost post = HuntByPost.begun(1).play(4, new Random(1));

        post.rollBack(
                2,
                "a storm",
                post.plan(ADA).consenting(2).signed(),
                post.plan(BOB).consenting(1).signed(),
                post.plan(CYD).signed());

        assertThat(rollback(post).consents()).containsExactly(ADA);
        assertThat(post.newest().absent()).isEmpty();
        assertThat(post.newest().orders()).hasSize(3);
        assertThat(post.archive().history().events(6)).isEmpty();
    }

    @Test
    void agreeing_comes_to_nothing_when_the_host_does_not_go_back() throws ArchiveException {
        HuntByPost post = HuntByPost.begun(1).play(3, new Random(1));
        Hunt before = post.state();

        post.resolve(post.plan(ADA).consenting(1).signed());

        assertThat(post.newest().rollback()).isNull();
        assertThat(post.state()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 4, 5})
    void agreeing_to_a_turn_that_cannot_be_gone_back_to_is_refused(int to) throws ArchiveException {
        HuntByPost post = HuntByPost.begun(1).play(3, new Random(1));

        Merge merge = post.merge(List.of(post.plan(ADA).consenting(to).signed()));

        assertThat(merge.fates().values()).singleElement().satisfies(fate -> {
            assertThat(fate.verdict()).isEqualTo(Verdict.REFUSED);
            assertThat(fate.objections())
                    .containsExactly("action back-to-" + to + ": there is no going back to turn " + to
                            + "; name one from 1 to 3");
        });
    }

    @Test
    void ids_used_in_turns_that_were_struck_through_stay_used() throws ArchiveException {
        HuntByPost post = HuntByPost.begun(1);
        post.resolve(post.plan(ADA).doing(dig("mine", 3)).signed()).resolve();
        post.rollBack(1, "a storm");

        Merge merge = post.merge(List.of(post.plan(ADA).doing(dig("mine", 3)).signed()));

        assertThat(merge.counted()).isEmpty();
    }

    @Test
    void rules_that_cannot_go_back_say_so_and_no_record_is_written() throws ArchiveException {
        HuntByPost post = HuntByPost.begun(
                        new HuntRules() {
                            @Override
                            public Optional<Hunt> goBack(Hunt newest, Hunt earlier) {
                                return Optional.empty();
                            }
                        },
                        1)
                .play(2, new Random(1));

        assertThatThrownBy(() -> post.rollBack(1, "a storm"))
                .isInstanceOf(ArchiveException.class)
                .hasMessage("replay: the rules hunt@1 cannot go back to an earlier turn; go on from the newest");
        assertThat(post.archive().chain().newest()).isEqualTo(3);
    }

    @Test
    void a_host_that_invents_or_hides_a_consent_is_found_by_whoever_holds_the_orders() throws Exception {
        HuntByPost post = HuntByPost.begun(1).play(3, new Random(1));
        post.rollBack(
                1,
                "a storm",
                post.plan(ADA).signed(),
                post.plan(BOB).consenting(1).signed());
        for (String consents : List.of("[\"ada\",\"bob\"]", "[]")) {
            Json lie = JsonReader.read(Bytes.of(("{\"to\":1,\"reason\":\"a storm\",\"consents\":" + consents + "}")
                    .getBytes(StandardCharsets.UTF_8)));
            SessionArchive restated = new LyingHost(post).restated(record -> LyingHost.with(record, "rollback", lie));

            assertThatThrownBy(() -> new Replay<>(post.rules(), restated).state())
                    .hasMessageMatching(
                            "replay: record 5: whether (ada|bob) agreed to go back is not what its orders say");
        }
    }

    @Test
    void a_host_that_goes_back_to_another_state_is_found() throws ArchiveException {
        HuntByPost post = HuntByPost.begun(1).play(3, new Random(1));
        HuntByPost lying = HuntByPost.begun(
                        new HuntRules() {
                            @Override
                            public Optional<Hunt> goBack(Hunt newest, Hunt earlier) {
                                return Optional.of(newest);
                            }
                        },
                        1)
                .play(3, new Random(1));
        lying.rollBack(1, "a storm");

        assertThatThrownBy(() -> new Replay<>(post.rules(), lying.archive()).state())
                .hasMessageStartingWith("replay: record 5:");
        assertThatThrownBy(() -> new Replay<>(post.rules(), lying.copyOf(ADA)).state())
                .hasMessageStartingWith("replay: record 5:");
    }

    @Test
    void playing_on_from_a_known_state_gives_the_same_also_across_a_way_back() throws ArchiveException {
        HuntByPost post = HuntByPost.begun(3).play(4, new Random(3)).rollBack(3, "one");
        post.play(2, new Random(4)).rollBack(2, "two").play(1, new Random(5));
        Replay<Hunt, ?, ?> replay = new Replay<>(post.rules(), post.archive());
        for (int number = 1; number <= post.newest().number(); number++) {
            assertThat(replay.state(number, replay.state(number)))
                    .as("from record " + number)
                    .isEqualTo(post.state());
        }
        assertThat(Map.of(2, replay.state(2), 3, replay.state(3)))
                .containsEntry(2, replay.state(9))
                .containsEntry(3, replay.state(6));
    }
}

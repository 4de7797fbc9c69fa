package dmhq.engine;

import static dmhq.engine.HuntByPost.ADA;
import static dmhq.engine.HuntByPost.BOB;
import static dmhq.engine.HuntByPost.CYD;
import static dmhq.engine.HuntByPost.dig;
import static dmhq.engine.HuntByPost.give;
import static dmhq.engine.LyingHost.replaced;
import static dmhq.engine.LyingHost.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dmhq.engine.hunt.Hunt;
import dmhq.engine.hunt.HuntEvent;
import dmhq.engine.hunt.HuntRules;
import dmhq.engine.hunt.OpenHunt;
import dmhq.format.Digest;
import dmhq.format.archive.ArchiveException;
import dmhq.format.archive.Layer;
import dmhq.format.archive.PackedFile;
import dmhq.format.archive.SessionArchive;
import dmhq.format.json.Codec;
import dmhq.format.json.Json;
import dmhq.format.session.Recorded;
import dmhq.format.session.TurnRecord;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whoever holds everything resolves every record anew: nothing that was told otherwise stands. */
class HostReplayTest {

    @Test
    void resolving_anew_gives_what_was_resolved() throws ArchiveException {
        for (int seed = 1; seed <= 3; seed++) {
            HuntByPost post = HuntByPost.begun(seed).play(7, new Random(seed));
            byte[] file = post.archive().pack(post.secrets().key(), HuntByPost.at(9));
            SessionArchive read = SessionArchive.read(PackedFile.read(file));

            assertThat(new Replay<>(post.rules(), read).state())
                    .as("seed %d", seed)
                    .isEqualTo(post.state());
        }
    }

    @Test
    void a_roll_that_was_not_is_found_though_all_is_committed_to() throws ArchiveException {
        HuntByPost post = dug(new HuntRules());

        assertFound(
                post,
                new LyingHost(post).retold(told -> replaced(told, 1, with(told.get(1), new HuntEvent.Found(ADA, 100)))),
                "record 2: resolving the orders again gives other events");
    }

    @Test
    void an_event_that_was_kept_from_everyone_is_found() throws ArchiveException {
        HuntByPost post = dug(new HuntRules());

        assertFound(
                post,
                new LyingHost(post).retold(told -> told.subList(0, 1)),
                "record 2: resolving the orders again gives other events");
    }

    @Test
    void another_commitment_to_the_state_is_found() throws ArchiveException {
        HuntByPost post = dug(new HuntRules());
        Json other = new Json.Text(Digest.of().toString());

        assertFound(
                post,
                new LyingHost(post).restated(record -> with(record, "state", other)),
                "record 2: the state is not the one the record commits to");
    }

    @Test
    void another_commitment_to_a_view_is_found() throws ArchiveException {
        HuntByPost post = dug(new HuntRules());
        LyingHost host = new LyingHost(post);
        TurnRecord truth = post.newest();
        List<TurnRecord.Shown> shown = truth.seats().stream()
                .map(each -> each.seat().equals(CYD) ? new TurnRecord.Shown(CYD, each.part(), Digest.of()) : each)
                .toList();

        assertFound(
                post,
                host.restated(record -> host.showing(record.publicEvents(), shown, record.state())),
                "record 2: the view of cyd is not the one the record commits to");
    }

    @Test
    void a_snapshot_that_is_not_the_state_is_found() throws ArchiveException {
        HuntByPost post = HuntByPost.begun(1).play(4, new Random(1));
        Json.Members initial = Objects.requireNonNull(post.archive().history().initialState());

        assertFound(
                post,
                post.archive().withSnapshot(5, initial),
                "record 5: the snapshot is not the state after the record");
    }

    @Test
    void orders_that_count_against_the_rules_are_found() throws ArchiveException {
        HuntByPost post = HuntByPost.begun(1);
        post.resolve(post.plan(ADA).doing(give("g", BOB, 1)).signed());
        Json.Elements orders = new Json.Elements(post.newest().orders().stream()
                .map(each -> Codec.of(Recorded.class)
                        .encode(new Recorded(each.header(), each.signature(), Recorded.Outcome.COUNTED)))
                .toList());
        Json absent = Json.Elements.of(new Json.Text("bob"), new Json.Text("cyd"));

        assertFound(
                post,
                new LyingHost(post).restated(record -> with(with(record, "orders", orders), "absent", absent)),
                "record 2: revision 1 of ada is counted, but action g: give a hunter from 1 to 0 coins");
    }

    @Test
    void a_session_that_says_otherwise_than_the_rules_whether_there_are_secrets_is_found() throws ArchiveException {
        HuntByPost post = dug(new HuntRules());

        assertThatThrownBy(() -> new Replay<>(new OpenHunt(), post.copyOf(CYD)).state())
                .isInstanceOf(ArchiveException.class)
                .hasMessage("replay: record 0: it does not say as open-hunt@1 do whether there are secrets");
    }

    @Test
    void without_secrets_every_seat_resolves_anew() throws ArchiveException {
        for (int seed = 1; seed <= 3; seed++) {
            HuntByPost post = HuntByPost.begun(new OpenHunt(), seed).play(6, new Random(seed));
            Replay<?, ?, ?> replay = new Replay<>(post.rules(), post.copyOf(CYD));

            assertThat(replay.resolvesAnew()).isTrue();
            assertThat(replay.state()).as("seed %d", seed).isEqualTo(post.state());
        }
    }

    @Test
    void without_secrets_every_seat_finds_a_roll_that_was_not() throws ArchiveException {
        HuntByPost post = dug(new OpenHunt());
        SessionArchive before =
                SessionArchive.open(post.zero(), post.copyOf(CYD).holder());
        SessionArchive lie =
                new LyingHost(post).retold(told -> replaced(told, 1, with(told.get(1), new HuntEvent.Found(ADA, 100))));

        assertFound(
                post,
                before.taking(post.referee().turnFor(lie, CYD, 1, null)),
                "record 2: resolving the orders again gives other events");
    }

    @Test
    void without_secrets_every_seat_finds_another_beginning() throws ArchiveException {
        HuntByPost post = HuntByPost.begun(
                new OpenHunt() {
                    @Override
                    public Hunt setUp(Setup setup) {
                        return apply(super.setUp(setup), new HuntEvent.Found(ADA, 100));
                    }
                },
                1);

        assertThatThrownBy(() -> new Replay<>(new OpenHunt(), post.copyOf(CYD)).state())
                .isInstanceOf(ArchiveException.class)
                .hasMessage("replay: record 1: setting the game up again gives another state");
    }

    private static HuntByPost dug(HuntRules rules) throws ArchiveException {
        HuntByPost post = HuntByPost.begun(rules, 1);
        return post.resolve(post.plan(ADA).doing(dig("a", 1)).signed());
    }

    private static void assertFound(HuntByPost post, SessionArchive lie, String sentence) {
        assertThatThrownBy(() -> new Replay<>(post.rules(), lie).state())
                .isInstanceOfSatisfying(
                        ArchiveException.class, e -> assertThat(e.layer()).isEqualTo(Layer.REPLAY))
                .hasMessage("replay: " + sentence);
    }
}

package dmhq.engine;

import static dmhq.engine.HuntByPost.ADA;
import static dmhq.engine.HuntByPost.BOB;
import static dmhq.engine.HuntByPost.CYD;
import static dmhq.engine.HuntByPost.dig;
import static dmhq.engine.LyingHost.replaced;
import static dmhq.engine.LyingHost.with;
import static dmhq.engine.LyingHost.without;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dmhq.engine.hunt.Hunt;
import dmhq.engine.hunt.HuntAction;
import dmhq.engine.hunt.HuntEvent;
import dmhq.engine.hunt.HuntRules;
import dmhq.format.Digest;
import dmhq.format.SeatId;
import dmhq.format.archive.ArchiveException;
import dmhq.format.archive.History;
import dmhq.format.archive.Layer;
import dmhq.format.archive.SessionArchive;
import dmhq.format.archive.Submission;
import dmhq.format.archive.Turn;
import dmhq.format.json.Codec;
import dmhq.format.json.Json;
import dmhq.format.session.Body;
import dmhq.format.session.EventLine;
import dmhq.format.session.Recorded;
import dmhq.format.session.Salts;
import dmhq.format.session.SignedHeader;
import dmhq.format.session.SignedRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a host can change in what ada is shown, and where she finds it. */
class SeatReplayTest {

    private HuntByPost post;
    private LyingHost host;
    private SessionArchive before;

    /** Ada's copy then holds: ada digs, ada finds, bob digs. */
    @BeforeEach
    void play() throws ArchiveException {
        play(new HuntRules());
    }

    private void play(HuntRules rules) throws ArchiveException {
        post = HuntByPost.begun(rules, 1);
        before = post.copyOf(ADA);
        post.resolve(
                post.plan(ADA).doing(dig("a", 1)).signed(),
                post.plan(BOB).doing(dig("b", 2)).signed());
        host = new LyingHost(post);
    }

    @Test
    void every_seat_reaches_the_view_that_the_host_shows_it() throws ArchiveException {
        for (int seed = 1; seed <= 3; seed++) {
            HuntByPost game = HuntByPost.begun(seed).play(7, new Random(seed));
            for (SeatId seat : List.of(ADA, BOB, CYD)) {
                assertThat(game.viewOf(seat))
                        .as("seed %d, seat %s", seed, seat)
                        .isEqualTo(game.rules().viewFor(game.state(), seat));
            }
        }
    }

    @Test
    void many_records_can_be_taken_at_once_and_again() throws ArchiveException {
        HuntByPost game = HuntByPost.begun(4);
        SessionArchive fresh = SessionArchive.open(game.zero(), game.copyOf(ADA).holder());
        game.play(6, new Random(4));

        SessionArchive caughtUp = fresh.taking(game.turnFor(ADA, 1));
        SessionArchive again = caughtUp.taking(game.turnFor(ADA, 3));

        assertThat(new Replay<>(game.rules(), again).state()).isEqualTo(game.viewOf(ADA));
    }

    @Test
    void a_private_event_that_was_not_is_found() {
        assertFound(
                handing(replaced(lines(), 1, with(lines().get(1), new HuntEvent.Found(ADA, 100)))),
                Layer.COMMITMENT,
                "record 2: the private events of ada are not those the record commits to");
    }

    @Test
    void a_private_event_that_is_kept_back_is_found() {
        assertFound(
                handing(without(lines(), 1)),
                Layer.COMMITMENT,
                "record 2: the private events of ada are not those the record commits to");
    }

    @Test
    void a_public_event_that_was_not_is_found() {
        assertFound(
                handing(replaced(lines(), 2, with(lines().get(2), new HuntEvent.Dug(BOB, 3)))),
                Layer.COMMITMENT,
                "record 2: the public events are not those the record commits to");
    }

    @Test
    void public_events_in_another_order_are_found() {
        assertFound(
                handing(List.of(lines().get(2), lines().get(1), lines().get(0))),
                Layer.COMMITMENT,
                "record 2: the public events are not those the record commits to");
    }

    @Test
    void a_private_event_in_another_place_is_found() {
        assertFound(
                handing(List.of(lines().get(0), lines().get(2), lines().get(1))),
                Layer.COMMITMENT,
                "record 2: a private event is not in its place");
    }

    @Test
    void somebody_elses_events_are_found() {
        assertFound(
                handing(post.copyOf(BOB).history().events(2)),
                Layer.COMMITMENT,
                "record 2: the private events of ada are not those the record commits to");
    }

    @Test
    void an_event_that_was_committed_to_but_does_not_lead_to_the_view_is_found() throws ArchiveException {
        assertFound(
                retold(told -> replaced(told, 1, with(told.get(1), new HuntEvent.Found(ADA, 100)))),
                Layer.REPLAY,
                "record 2: the view of ada is not the one the record commits to");
    }

    @Test
    void an_event_that_is_none_of_the_rules_is_found() throws ArchiveException {
        Json.Members flown = new Json.Members(Map.of("event_type", new Json.Text("flown")));

        assertFound(retold(told -> replaced(told, 1, with(told.get(1), flown))), Layer.REPLAY, "record 2: an event: ");
    }

    @Test
    void an_event_that_the_rules_cannot_apply_is_found() throws ArchiveException {
        assertFound(
                retold(told -> replaced(told, 1, with(told.get(1), new HuntEvent.Found(ADA, 0)))),
                Layer.REPLAY,
                "record 2: an event that cannot be: ");
    }

    @Test
    void another_commitment_to_the_view_is_found() {
        Json.Elements shown = new Json.Elements(post.newest().seats().stream()
                .<Json>map(each -> {
                    Map<String, Json> members = new LinkedHashMap<>();
                    members.put("seat", new Json.Text(each.seat().value()));
                    members.put("part", new Json.Text(each.part().toString()));
                    members.put("view", new Json.Text(Digest.of().toString()));
                    return new Json.Members(members);
                })
                .toList());

        assertFound(
                host.handing(ADA, "seats", shown),
                Layer.REPLAY,
                "record 2: the view of ada is not the one the record commits to");
    }

    @Test
    void other_salts_are_found() {
        Salts.SeatSalts own =
                LyingHost.salts(post.copyOf(ADA).history()).of(ADA).orElseThrow();

        assertFound(
                handing(new Salts.SeatSalts(ADA, own.view(), own.view())),
                Layer.COMMITMENT,
                "record 2: the private events of ada are not those the record commits to");
        assertFound(
                handing(new Salts.SeatSalts(ADA, own.part(), own.part())),
                Layer.REPLAY,
                "record 2: the view of ada is not the one the record commits to");
        assertFound(
                handing(new Salts.SeatSalts(BOB, own.part(), own.view())),
                Layer.COMMITMENT,
                "record 2: the salts are of other seats than the holder's");
    }

    @Test
    void a_snapshot_that_is_not_the_view_is_found() throws ArchiveException {
        Rules<Hunt, ?, ?> rules = new Rules<>(post.rules());
        SortedMap<Integer, Json.Members> snapshots = new TreeMap<>();
        snapshots.put(2, rules.state(post.viewOf(BOB)));

        assertFound(
                host.handing(
                        ADA, given -> History.of(given.events(), given.bodies(), LyingHost.salts(given), snapshots)),
                Layer.COMMITMENT,
                "the view in which turn 2 ends is not the one record 2 commits to");
    }

    @Test
    void other_orders_in_place_of_ones_own_are_found() {
        Submission other = planned(dig("a", 9));
        SortedMap<Digest, Body> bodies = new TreeMap<>(Map.of(other.body().digest(), other.body()));

        assertFound(
                host.handing(
                        ADA, given -> History.of(given.events(), bodies, LyingHost.salts(given), given.snapshots())),
                Layer.ORDERS,
                "record 2: the body of the orders of ada is missing");
    }

    @Test
    void orders_that_the_host_signed_in_place_of_the_seat_are_found() {
        Submission other = planned(dig("a", 9));
        SignedHeader forged =
                SignedHeader.of(other.signed().header(), post.secrets().key());

        assertFound(
                host.handing(
                        ADA,
                        "orders",
                        orders(new Recorded(forged.header(), forged.signature(), Recorded.Outcome.COUNTED))),
                Layer.ORDERS,
                "the orders are not signed by the key of ada");
    }

    @Test
    void orders_that_are_refused_without_a_reason_are_found() throws ArchiveException {
        assertFoundInOutcome(
                Recorded.Outcome.REFUSED,
                Layer.REPLAY,
                "record 2: revision 1 of ada is refused, but nothing is wrong with them");
    }

    @Test
    void orders_that_are_said_to_be_withdrawn_are_found() throws ArchiveException {
        assertFoundInOutcome(
                Recorded.Outcome.WITHDRAWN,
                Layer.ORDERS,
                "record 2: the orders of ada in revision 1 are withdrawn, but the seat sent them as final");
    }

    @Test
    void orders_that_are_said_to_be_doubled_are_found() throws ArchiveException {
        assertFoundInOutcome(
                Recorded.Outcome.DOUBLED,
                Layer.ORDERS,
                "record 2: the orders of ada in revision 1 cannot be doubled after the ones above them");
    }

    @Test
    void a_seat_that_is_named_as_absent_though_its_orders_count_is_found() {
        assertFound(
                host.handing(ADA, "absent", Json.Elements.of(new Json.Text("ada"), new Json.Text("cyd"))),
                Layer.ORDERS,
                "record 2 names others as absent than those whose orders it does not count");
    }

    @Test
    void another_dice_link_of_the_host_is_found() {
        assertFound(
                host.handing(
                        ADA, "link", new Json.Text(post.secrets().open().link(3).hex())),
                Layer.DICE,
                "record 2 carries a host dice link that does not lead to the last one");
    }

    @Test
    void a_record_that_follows_another_is_found() {
        assertFound(
                host.handing(ADA, "previous", new Json.Text(post.zero().digest().toString())),
                Layer.CHAIN,
                "record 2 does not follow the record before it");
    }

    @Test
    void a_record_that_somebody_else_signed_is_found() {
        Turn turn = post.turnFor(ADA, 2);

        assertFound(
                host.handing(
                        turn, SignedRecord.of(post.newest(), post.hunter(BOB).key()), turn.history()),
                Layer.CHAIN,
                "record 2 is not signed by the host");
    }

    @Test
    void two_records_with_one_number_are_found() throws ArchiveException {
        SessionArchive other = post.referee().resolve(post.archive(1), List.of(), HuntByPost.at(2));
        SessionArchive taken = before.taking(post.turnFor(ADA, 2));

        assertThatThrownBy(() -> taken.taking(post.referee().turnFor(other, ADA, 2, null)))
                .isInstanceOfSatisfying(
                        ArchiveException.class, e -> assertThat(e.layer()).isEqualTo(Layer.CHAIN))
                .hasMessageContaining("the host has signed two different records 2");
    }

    @Test
    void another_view_to_begin_with_is_found() throws ArchiveException {
        HuntByPost game = HuntByPost.begun(1);
        Rules<Hunt, ?, ?> rules = new Rules<>(game.rules());
        Json.Members other = rules.state(post.state());
        SessionArchive fresh = SessionArchive.open(game.zero(), game.copyOf(ADA).holder());
        Turn lie = new LyingHost(game).handing(ADA, given -> given.beginning(other));

        assertFound(fresh, lie, Layer.COMMITMENT, "the view in which play begins is not the one record 1 commits to");
    }

    private void assertFoundInOutcome(Recorded.Outcome outcome, Layer layer, String sentence) throws ArchiveException {
        play();
        Recorded own = post.newest().orders().get(0);
        HuntByPost game = HuntByPost.begun(1);
        SessionArchive lied = game.referee()
                .resolve(
                        game.archive(),
                        List.of(game.plan(BOB).doing(dig("b", 2)).signed()),
                        HuntByPost.at(2));
        History truth = post.archive().history();
        Turn turn = game.referee().turnFor(lied, ADA, 2, null);
        Json orders = orders(new Recorded(own.header(), own.signature(), outcome));
        History given = turn.history();
        SortedMap<Digest, Body> bodies = new TreeMap<>(truth.bodies());
        bodies.values().removeIf(body -> !body.playerId().equals(ADA));

        assertFound(
                host.handing(
                        turn,
                        SignedRecord.of(
                                with(turn.records().get(0).record(), "orders", orders),
                                post.secrets().key()),
                        History.of(given.events(), bodies, LyingHost.salts(given), given.snapshots())),
                layer,
                sentence);
    }

    private Submission planned(HuntAction action) {
        return new Planned(post, post.hunter(ADA), null)
                .record(2)
                .base(post.archive().chain().digest(1))
                .link(post.hunter(ADA).links().link(2))
                .doing(action)
                .signed();
    }

    /** The orders of the newest record with others of ada's. */
    private Json orders(Recorded own) {
        List<Recorded> orders = new ArrayList<>(post.newest().orders());
        orders.set(0, own);
        var codec = Codec.of(Recorded.class);
        return new Json.Elements(orders.stream().map(codec::encode).toList());
    }

    private List<EventLine> lines() {
        return post.copyOf(ADA).history().events(2);
    }

    private Turn handing(List<EventLine> events) {
        return host.handing(ADA, given -> with(given, events));
    }

    private Turn handing(Salts.SeatSalts other) {
        Salts salts = new Salts(2, null, other, null);
        return host.handing(ADA, given -> History.of(given.events(), given.bodies(), salts, given.snapshots()));
    }

    private Turn retold(UnaryOperator<List<EventLine>> lie) throws ArchiveException {
        return post.referee().turnFor(host.retold(lie), ADA, 2, null);
    }

    private void assertFound(Turn lie, Layer layer, String sentence) {
        assertFound(before, lie, layer, sentence);
    }

    private void assertFound(SessionArchive copy, Turn lie, Layer layer, String sentence) {
        assertThatThrownBy(() -> new Replay<>(post.rules(), copy.taking(lie)).state())
                .isInstanceOfSatisfying(
                        ArchiveException.class, e -> assertThat(e.layer()).isEqualTo(layer))
                .hasMessageStartingWith(layer + ": " + sentence);
    }
}

package dmhq.format.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dmhq.format.Bytes;
import dmhq.format.Party;
import dmhq.format.RulesId;
import dmhq.format.SeatId;
import dmhq.format.SessionId;
import dmhq.format.json.Codec;
import dmhq.format.json.Json;
import dmhq.format.sealing.SealingKey;
import dmhq.format.session.Handover;
import dmhq.format.session.Join;
import dmhq.format.session.Leave;
import dmhq.format.session.Opening;
import dmhq.format.session.Recorded.Outcome;
import dmhq.format.session.RosterEntry;
import dmhq.format.session.Rotation;
import dmhq.format.session.Salts;
import dmhq.format.session.SignedHandover;
import dmhq.format.session.SignedJoin;
import dmhq.format.session.SignedLeave;
import dmhq.format.session.SignedRotation;
import dmhq.format.session.TurnRecord;
import dmhq.format.signing.SigningKey;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who may sit, sign and host is what the records say, from the next record on. */
class RosterTest {

    private static final SeatId BEN = new SeatId("ben");
    private static final SeatId CARA = new SeatId("cara");

    private final Game game = Game.hostWatches();
    private final SplittableRandom random = new SplittableRandom(7);
    private final SigningKey newKey = SigningKey.draw(random);
    private final SealingKey newSealing = SealingKey.draw(random);

    @Test
    void a_player_may_join_while_the_game_goes_on() throws Exception {
        game.late.add(CARA);
        SessionArchive host = grown(game.host(2), new RosterEntry.Joined(game.joined("cara")));
        host = grown(grown(host));

        SessionArchive cara = taken("cara", host, 0);

        assertThat(host.chain().seats()).containsOnlyKeys(BEN, CARA);
        assertThat(cara.chain().newest()).isEqualTo(5);
        assertThat(cara.history().salts()).containsOnlyKeys(3, 4, 5);
        assertThat(cara.history().initialState()).isEqualTo(game.view(CARA, 3));
        assertThat(cara.history().events(2)).allMatch(line -> line.isPublic());
        assertThat(cara.history().events(3)).anyMatch(line -> !line.isPublic());
        assertReadBack(cara, game.player("cara").key());
        assertReadBack(host, game.hostKey);
        assertReadBack(taken("ben", host, 0), game.player("ben").key());
    }

    @Test
    void nothing_from_before_a_player_joined_is_theirs() throws Exception {
        game.late.add(CARA);
        SessionArchive host = grown(game.host(2), new RosterEntry.Joined(game.joined("cara")));
        SessionArchive cara = taken("cara", host, 0);
        History ben = taken("ben", host, 0).history();

        var salts = new TreeMap<>(cara.history().salts());
        salts.put(2, salts(ben));
        History with = new History(
                cara.history().events(),
                cara.history().bodies(),
                salts,
                cara.history().initialState(),
                cara.history().snapshots());
        Refusal.of(
                () -> new HistoryCheck(cara.chain(), with, Party.of(CARA), false).from(0),
                Layer.COMMITMENT,
                "record 2: salts are there of before cara sat");
        History told = new History(
                ben.events(),
                cara.history().bodies(),
                cara.history().salts(),
                cara.history().initialState(),
                new TreeMap<>());
        Refusal.of(
                () -> new HistoryCheck(cara.chain(), told, Party.of(CARA), false).from(0),
                Layer.COMMITMENT,
                "record 1: private events are there of before cara sat");
    }

    @Test
    void a_seat_that_left_is_not_waited_for_until_its_orders_count_again() throws Exception {
        SessionArchive host = grown(game.host(2), left("ben", game.player("ben").key()));

        assertThat(host.chain().waitedFor()).containsExactly(CARA);
        assertThat(host.chain().seats()).containsOnlyKeys(BEN, CARA);

        Submission caras = game.orders(host, "cara", 1);
        SessionArchive without =
                game.with(host, game.step(host, List.of(game.recorded(caras, Outcome.COUNTED)), List.of(caras)));
        assertThat(without.chain().record(4).absent()).isEmpty();
        assertThat(grown(without).chain().waitedFor()).containsExactly(BEN, CARA);
    }

    @Test
    void a_leave_is_the_seats_own_and_good_once() throws Exception {
        refused(left("ben", game.player("cara").key()), "record 3: the leave of ben is not signed by the seat's key");
        RosterEntry.Left good = left("ben", game.player("ben").key());
        SessionArchive back = grown(grown(game.host(2), good));
        refused(back, good, "record 5: the leave of ben is in an earlier record already");
        SessionArchive gone = grown(game.host(2), good);
        Submission caras = game.orders(gone, "cara", 1);
        SessionArchive away =
                game.with(gone, game.step(gone, List.of(game.recorded(caras, Outcome.COUNTED)), List.of(caras)));
        Leave again = new Leave(away.chain().session(), BEN, Game.START.plusSeconds(9));
        Game.Step next = only(
                away,
                "cara",
                new RosterEntry.Left(SignedLeave.of(again, game.player("ben").key())));
        Refusal.of(
                () -> game.with(away, next),
                Layer.CHAIN,
                "record 5: the leave of ben is of a seat that has left already");
        Leave elsewhere = new Leave(new SessionId("other-0123456789abcdef"), BEN, Game.START);
        refused(
                new RosterEntry.Left(
                        SignedLeave.of(elsewhere, game.player("ben").key())),
                "record 3: the leave of ben is for another session");
        Leave nobody = new Leave(game.chain().session(), new SeatId("dora"), Game.START);
        refused(
                new RosterEntry.Left(SignedLeave.of(nobody, newKey)),
                "record 3: the leave of dora names dora, where nobody sits");
    }

    @Test
    void a_seat_signs_with_its_new_key_from_the_next_record_on() throws Exception {
        SigningKey oldKey = game.player("ben").key();
        SessionArchive host = grown(game.host(2), rotated(Party.of(BEN), oldKey, newKey, oldKey, newKey));
        Submission stale = game.orders(host, "ben", 1);
        Refusal.of(() -> stale.checkOnHead(host.chain()), Layer.ORDERS, "the orders are not signed by the key of ben");

        change("ben", newKey);
        SessionArchive longer = grown(host);

        assertThat(longer.chain().seats().get(BEN)).extracting(Join::sealingKey).isEqualTo(newSealing.recipient());
        SessionArchive ben = taken("ben", longer, 0);
        assertReadBack(ben, newKey);
        Refusal.of(
                () -> SessionArchive.read(PackedFile.read(ben.pack(oldKey, Game.START))),
                Layer.MANIFEST,
                "the file says it is from ben, but is signed by a key that was replaced");
    }

    @Test
    void a_rotation_is_signed_by_both_keys_and_follows_the_one_in_use() throws Exception {
        SigningKey bens = game.player("ben").key();
        SigningKey caras = game.player("cara").key();

        refused(
                rotated(Party.of(BEN), bens, newKey, caras, newKey),
                "record 3: the new key of ben is not signed by both keys");
        refused(
                rotated(Party.of(BEN), bens, newKey, bens, caras),
                "record 3: the new key of ben is not signed by both keys");
        refused(
                rotated(Party.of(BEN), caras, newKey, caras, newKey),
                "record 3: the new key of ben follows another key");
        refused(rotated(Party.HOST, bens, newKey, bens, newKey), "record 3: the new key of host follows another key");
    }

    @Test
    void the_host_signs_with_its_new_key_from_the_next_record_on() throws Exception {
        SigningKey oldKey = game.hostKey;
        SessionArchive host = grown(game.host(2), rotated(Party.HOST, oldKey, newKey, oldKey, newKey));
        Refusal.of(() -> grown(host), Layer.CHAIN, "record 4 is not signed by the host");

        game.hostKey = newKey;
        SessionArchive longer = grown(host);

        assertThat(longer.chain().host().sealingKey()).isEqualTo(newSealing.recipient());
        assertReadBack(longer, newKey);
        assertThat(taken("ben", longer, 1).chain().newest()).isEqualTo(4);
    }

    @Test
    void a_player_who_replaces_another_brings_keys_and_dice_of_their_own() throws Exception {
        LinkChain links = new LinkChain(LinkChain.Owner.seat(nonce(), BEN), Bytes.ofHex("77".repeat(32)));
        SessionArchive host = grown(game.host(2), new RosterEntry.Replaced(join("ben", newKey, links)));
        Refusal.of(() -> grown(host), Layer.ORDERS, "the orders are not signed by the key of ben");
        change("ben", newKey);
        Refusal.of(
                () -> grown(host), Layer.DICE, "the orders of ben for record 4 carry a dice link that does not lead");

        game.players.put(BEN, new Game.Player(BEN, newKey, newSealing, links));
        SessionArchive longer = grown(host);

        assertReadBack(longer, game.hostKey);
        assertReadBack(taken("ben", longer, 0), newKey);
        Chain chain = longer.chain();
        assertThat(chain.replacements(BEN)).containsExactly(3);
        assertThat(chain.sitting(BEN, 2).orElseThrow().signingKey()).isEqualTo(chain.key(Party.of(BEN), 2));
        assertThat(chain.sitting(BEN, 3).orElseThrow().signingKey()).isEqualTo(newKey.verifyingKey());
        assertThat(chain.sitting(BEN, 0)).isEmpty();
        assertThat(chain.sitting(BEN, 99).orElseThrow().signingKey()).isEqualTo(newKey.verifyingKey());
    }

    @Test
    void who_was_replaced_is_known_by_the_last_keys_they_had() throws Exception {
        SigningKey oldKey = game.player("ben").key();
        SessionArchive host = grown(game.host(2), rotated(Party.of(BEN), oldKey, newKey, oldKey, newKey));
        change("ben", newKey);
        SigningKey third = SigningKey.draw(new SplittableRandom(3));
        LinkChain links = new LinkChain(LinkChain.Owner.seat(nonce(), BEN), Bytes.ofHex("77".repeat(32)));

        Chain chain =
                grown(host, new RosterEntry.Replaced(join("ben", third, links))).chain();

        assertThat(chain.sitting(BEN, 1).orElseThrow().signingKey()).isEqualTo(newKey.verifyingKey());
        assertThat(chain.sitting(BEN, 4).orElseThrow().signingKey()).isEqualTo(third.verifyingKey());
    }

    @Test
    void only_a_seat_that_is_taken_can_be_replaced() {
        game.late.add(CARA);
        refused(new RosterEntry.Replaced(game.joined("cara")), "record 3 replaces cara, where nobody sits");
        refused(new RosterEntry.Joined(game.joined("ben")), "record 3 seats ben, who already sits");
    }

    @Test
    void another_host_goes_on_with_keys_and_dice_of_its_own() throws Exception {
        LinkChain open = new LinkChain(LinkChain.Owner.hostOpen(nonce()), Bytes.ofHex("88".repeat(32)));
        LinkChain hidden = new LinkChain(LinkChain.Owner.hostHidden(nonce()), Bytes.ofHex("99".repeat(32)));
        SessionArchive host = grown(game.host(2), handedOver(open, hidden, BEN, newKey));
        Refusal.of(() -> grown(host), Layer.CHAIN, "record 4 is not signed by the host");
        game.hostKey = newKey;
        Refusal.of(() -> grown(host), Layer.DICE, "record 4 carries a host dice link that does not lead");
        game.openLinks = open;
        Refusal.of(() -> grown(host), Layer.DICE, "record 4: the hidden dice link does not lead");

        game.hiddenLinks = hidden;
        SessionArchive longer = grown(grown(host));

        assertThat(longer.chain().host().name()).isEqualTo("Nora");
        assertThat(longer.chain().hostSeat()).isEqualTo(BEN);
        assertReadBack(longer, newKey);
        assertThat(taken("ben", longer, 1).chain().newest()).isEqualTo(5);
    }

    @Test
    void a_handover_is_signed_by_the_new_host_who_may_sit() {
        LinkChain open = new LinkChain(LinkChain.Owner.hostOpen(nonce()), Bytes.ofHex("88".repeat(32)));

        refused(
                handedOver(open, open, BEN, game.hostKey),
                "record 3: the handover to Nora is not signed by the new host");
        refused(
                handedOver(open, open, new SeatId("dora"), newKey),
                "record 3: the handover to Nora names dora, where nobody sits");
    }

    @Test
    void other_settings_and_rules_hold_from_the_next_record_on() throws Exception {
        var settings = new Opening.Settings(Opening.Style.SEQUENTIAL, false, Game.object("{\"travel_days\":3}"));
        SessionArchive host = grown(
                game.host(2),
                new RosterEntry.SettingsChanged(settings),
                new RosterEntry.RulesChanged(RulesId.of("tests", 2)));

        assertThat(host.chain().settings()).isEqualTo(settings);
        assertThat(host.chain().rules()).isEqualTo(RulesId.of("tests", 2));
        Refusal.of(() -> grown(host), Layer.CHAIN, "record 4 is played by other rules: tests@1");
    }

    @Test
    void one_thing_changes_once_in_a_record() {
        RosterEntry rules = new RosterEntry.RulesChanged(RulesId.of("tests", 2));
        SigningKey bens = game.player("ben").key();
        Game.Step twice = game.changing(game.host(2), rules, rules);
        Game.Step both =
                game.changing(game.host(2), rotated(Party.of(BEN), bens, newKey, bens, newKey), left("ben", bens));

        Refusal.of(
                () -> game.with(game.host(2), twice), Layer.CHAIN, "record 3 changes the same thing twice: the rules");
        Refusal.of(
                () -> game.with(game.host(2), both),
                Layer.CHAIN,
                "record 3: the leave of ben is not signed by the seat's key");
        Game.Step left =
                game.changing(game.host(2), left("ben", bens), rotated(Party.of(BEN), bens, newKey, bens, newKey));
        Refusal.of(() -> game.with(game.host(2), left), Layer.CHAIN, "record 3 changes the same thing twice: ben");
    }

    private Bytes nonce() {
        return game.chain().opening().nonce();
    }

    private SessionArchive grown(SessionArchive archive, RosterEntry... roster) throws ArchiveException {
        return game.with(archive, game.changing(archive, roster));
    }

    private Game.Step only(SessionArchive archive, String seat, RosterEntry entry) {
        Submission orders = game.orders(archive, seat, 1);
        Game.Step step = game.step(archive, List.of(game.recorded(orders, Outcome.COUNTED)), List.of(orders));
        Json roster = Codec.of(RosterEntry.class).encode(entry);
        return new Game.Step(
                Doctored.value(TurnRecord.class, step.record(), "roster", old -> Json.Elements.of(roster)),
                step.history());
    }

    private void refused(RosterEntry entry, String sentence) {
        refused(game.host(2), entry, sentence);
    }

    private void refused(SessionArchive archive, RosterEntry entry, String sentence) {
        Refusal.of(() -> grown(archive, entry), Layer.CHAIN, sentence);
    }

    private void change(String seat, SigningKey key) {
        Game.Player player = game.player(seat);
        game.players.put(player.seat(), new Game.Player(player.seat(), key, newSealing, player.links()));
    }

    private RosterEntry.Left left(String seat, SigningKey key) {
        Leave leave = new Leave(game.chain().session(), new SeatId(seat), Game.START);
        return new RosterEntry.Left(SignedLeave.of(leave, key));
    }

    private RosterEntry rotated(
            Party party, SigningKey from, SigningKey to, SigningKey signsAsOld, SigningKey signsAsNew) {
        Rotation rotation = new Rotation(
                game.chain().session(),
                party,
                from.verifyingKey(),
                to.verifyingKey(),
                newSealing.recipient(),
                Game.START);
        return new RosterEntry.Rotated(SignedRotation.of(rotation, signsAsOld, signsAsNew));
    }

    private RosterEntry handedOver(LinkChain open, LinkChain hidden, @Nullable SeatId seat, SigningKey signs) {
        var host =
                new Opening.Host("Nora", newKey.verifyingKey(), newSealing.recipient(), open.anchor(), hidden.anchor());
        return new RosterEntry.HandedOver(
                SignedHandover.of(new Handover(game.chain().session(), host, seat, Game.START), signs));
    }

    private SignedJoin join(String seat, SigningKey key, LinkChain links) {
        Join join = game.joined(seat).join();
        return SignedJoin.of(
                new Join(
                        join.session(),
                        join.nonce(),
                        join.seat(),
                        "Another",
                        join.faction(),
                        key.verifyingKey(),
                        newSealing.recipient(),
                        links.anchor(),
                        join.software(),
                        join.rules(),
                        join.entry(),
                        join.sent()),
                key);
    }

    /** Returns the archive of a seat that takes in everything a host holds in one turn, by a file. */
    private SessionArchive taken(String seat, SessionArchive host, int from) throws ArchiveException {
        SeatId id = new SeatId(seat);
        int first = host.chain().firstFor(id);
        Turn turn = Turn.of(host, id, from, game.view(id, first), null);
        Turn read = Turn.read(PackedFile.read(turn.pack(host.chain(), game.hostKey, Game.START)));
        return SessionArchive.open(game.zero, Party.of(id)).taking(read);
    }

    private static void assertReadBack(SessionArchive archive, SigningKey key) throws ArchiveException {
        SessionArchive read = SessionArchive.read(PackedFile.read(archive.pack(key, Game.START)));
        assertThat(read.history()).isEqualTo(archive.history());
        assertThat(read.chain().head()).isEqualTo(archive.chain().head());
        assertThat(read.chain().seats()).isEqualTo(archive.chain().seats());
    }

    private static Salts salts(History history) {
        Salts salts = history.salts().get(2);
        if (salts == null) {
            throw new AssertionError(history.salts().keySet());
        }
        return salts;
    }
}

package dmhq.format.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dmhq.format.Bytes;
import dmhq.format.SeatId;
import dmhq.format.json.Json;
import dmhq.format.session.Header;
import dmhq.format.session.Recorded.Outcome;
import dmhq.format.session.SignedHeader;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A seat that has lost its dice secret goes on with a new chain, good from the next record. */
class NewDiceTest {

    private static final SeatId BEN = new SeatId("ben");

    private final Game game = Game.hostWatches();
    private final SessionArchive before = game.host(2);
    private final LinkChain fresh =
            new LinkChain(LinkChain.Owner.seat(before.chain().opening().nonce(), BEN), Bytes.ofHex("55".repeat(32)));

    @Test
    void a_header_with_an_anchor_may_lack_its_link_and_the_new_chain_holds_from_then_on() throws Exception {
        SessionArchive host = counted(orders(null));
        Submission old = game.orders(host, "ben", 1);
        Refusal.of(
                () -> old.checkOnHead(host.chain()),
                Layer.DICE,
                "the orders of ben for record 4 carry a dice link that does not lead to the seat's last one");

        Game.Player ben = game.player("ben");
        game.players.put(BEN, new Game.Player(BEN, ben.key(), ben.sealing(), fresh));
        SessionArchive longer = game.with(host, game.changing(host));

        assertThat(SessionArchive.read(PackedFile.read(longer.pack(game.hostKey, Game.START)))
                        .chain()
                        .newest())
                .isEqualTo(4);
    }

    @Test
    void an_old_link_beside_the_anchor_still_has_to_lead_back() {
        Bytes good = game.player("ben").links().link(3);

        assertThat(counted(orders(good)).chain().newest()).isEqualTo(3);
        Submission wrong = orders(fresh.link(3));
        Refusal.of(
                () -> wrong.checkOnHead(before.chain()),
                Layer.DICE,
                "the orders of ben for record 3 carry a dice link that does not lead to the seat's last one");
    }

    @Test
    void of_two_anchors_in_one_record_that_of_the_higher_revision_holds() throws Exception {
        LinkChain other = new LinkChain(
                LinkChain.Owner.seat(before.chain().opening().nonce(), BEN), Bytes.ofHex("66".repeat(32)));
        Submission low = orders(1, null, other);
        Submission high = orders(2, null, fresh);
        SessionArchive host = game.with(
                before,
                game.step(
                        before,
                        List.of(game.recorded(high, Outcome.REFUSED), game.recorded(low, Outcome.COUNTED)),
                        List.of(high, low)));

        Game.Player ben = game.player("ben");
        game.players.put(BEN, new Game.Player(BEN, ben.key(), ben.sealing(), fresh));

        assertThat(game.with(host, game.changing(host)).chain().newest()).isEqualTo(4);
    }

    private Submission orders(@Nullable Bytes link) {
        return orders(1, link, fresh);
    }

    private Submission orders(int revision, @Nullable Bytes link, LinkChain next) {
        Submission plain = game.orders(before, "ben", revision);
        Header anchored = Doctored.value(
                Header.class,
                plain.signed().header(),
                "anchor",
                old -> new Json.Text(next.anchor().toString()));
        Header header = Doctored.value(
                Header.class, anchored, "link", old -> link == null ? new Json.Null() : new Json.Text(link.hex()));
        return new Submission(SignedHeader.of(header, game.player("ben").key()), plain.body());
    }

    private SessionArchive counted(Submission orders) {
        try {
            return game.with(
                    before, game.step(before, List.of(game.recorded(orders, Outcome.COUNTED)), List.of(orders)));
        } catch (ArchiveException e) {
            throw new AssertionError(e);
        }
    }
}

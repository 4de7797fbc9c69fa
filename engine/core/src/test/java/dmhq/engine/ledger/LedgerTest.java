package dmhq.engine.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dmhq.format.Bytes;
import dmhq.format.json.Codec;
import dmhq.format.json.Json;
import dmhq.format.json.JsonException;
import dmhq.format.json.JsonReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class LedgerTest {

    private static final Codec<Ledger> CODEC = Codec.of(Ledger.class);
    private static final Hold RENT = new Hold("ada", 300);

    @Test
    void a_transfer_moves_units_and_makes_none() {
        Ledger ledger = Ledger.EMPTY.transfer("ada", "bob", 500);

        assertThat(ledger.balance("ada")).isEqualTo(-500);
        assertThat(ledger.balance("bob")).isEqualTo(500);
        assertThat(ledger.balance("cyd")).isZero();
    }

    @Test
    void a_folded_ledger_knows_an_account_that_was_opened_after_it_was_folded() {
        Ledger ledger = Ledger.EMPTY.transfer("mine", "ada", 5).transfer("mine", "bob", 7);
        Ledger folded = ledger.foldedTo(List.of("ada"));

        assertThat(folded.open("purse").transfer("ada", "purse", 2))
                .isEqualTo(ledger.open("purse").transfer("ada", "purse", 2).foldedTo(List.of("ada", "purse")));
        assertThatThrownBy(() -> folded.open("ada"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("'ada' is open already");
    }

    @Test
    void only_an_empty_account_is_closed_and_a_hidden_one_makes_no_difference() {
        Ledger ledger = Ledger.EMPTY.transfer("mine", "ada", 5).open("purse");
        Ledger held = ledger.hold("rent", new Hold("purse", 1)).transfer("mine", "purse", 1);
        Ledger folded = ledger.foldedTo(List.of("ada"));

        assertThat(ledger.close("purse")).isEqualTo(Ledger.EMPTY.transfer("mine", "ada", 5));
        assertThat(folded.close("purse")).isEqualTo(folded);
        assertThatThrownBy(() -> ledger.close("ada")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> held.close("purse")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void what_is_held_has_left_and_not_arrived() {
        Ledger ledger = Ledger.EMPTY.hold("rent", RENT);

        assertThat(ledger.balance("ada")).isEqualTo(-300);
        assertThat(ledger.held("ada")).isEqualTo(300);
        assertThat(ledger.held("bob")).isZero();
    }

    @Test
    void a_completed_hold_arrives() {
        Ledger ledger = Ledger.EMPTY.hold("rent", RENT).complete("rent", RENT, "bob");

        assertThat(ledger).isEqualTo(Ledger.EMPTY.transfer("ada", "bob", 300));
    }

    @Test
    void a_released_hold_goes_back() {
        Ledger ledger = Ledger.EMPTY.hold("rent", RENT).release("rent", RENT);

        assertThat(ledger.balance("ada")).isZero();
        assertThat(ledger.holds()).isEmpty();
    }

    @Test
    void a_hold_ends_only_once_and_only_as_it_was_made() {
        Ledger held = Ledger.EMPTY.hold("rent", RENT);
        Ledger over = held.release("rent", RENT);

        assertThatThrownBy(() -> over.release("rent", RENT)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> over.complete("rent", RENT, "bob")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> held.complete("rent", new Hold("ada", 301), "bob"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("rent");
        assertThatThrownBy(() -> held.hold("rent", RENT)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void nothing_or_less_does_not_move() {
        assertThatThrownBy(() -> Ledger.EMPTY.transfer("ada", "bob", 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Hold("ada", -1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_folded_ledger_shows_kept_accounts_and_one_for_all_others() throws JsonException {
        Ledger ledger = Ledger.EMPTY
                .transfer("bob", "ada", 700)
                .transfer("bob", "cyd", 50)
                .hold("rent", RENT)
                .hold("hidden", new Hold("cyd", 20));

        Ledger folded = ledger.foldedTo(List.of("ada"));

        assertThat(CODEC.encode(folded).toText())
                .isEqualTo(
                        "{\"balances\":{\"*\":-700,\"ada\":400},\"holds\":{\"rent\":{\"from\":\"ada\",\"amount\":300}}}");
        assertThat(folded.foldedTo(List.of("ada"))).isEqualTo(folded);
        assertThat(CODEC.decodeCanonical(CODEC.canonical(folded))).isEqualTo(folded);
    }

    @Test
    void a_folded_ledger_does_not_tell_what_it_hides() {
        Ledger folded = Ledger.EMPTY.transfer("ada", "bob", 500).foldedTo(List.of("ada"));

        assertThatThrownBy(() -> folded.balance("bob")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> folded.foldedTo(List.of("bob"))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_ledger_that_does_not_add_up_is_not_read() {
        assertThatThrownBy(() -> CODEC.decode(json("{\"balances\":{\"ada\":-500,\"bob\":499},\"holds\":{}}")))
                .isInstanceOf(JsonException.class)
                .hasMessageContaining("add up to -1");
    }

    @Test
    void a_full_ledger_has_no_room_and_takes_no_more() {
        Ledger full = Ledger.EMPTY.transfer("ada", "bob", Json.LARGEST - 300).hold("rent", RENT);

        assertThat(full.room()).isZero();
        assertThatThrownBy(() -> full.transfer("cyd", "bob", 1)).isInstanceOf(IllegalArgumentException.class);
        assertThat(full.complete("rent", RENT, "bob").room()).isZero();
    }

    private static Json json(String text) throws JsonException {
        return JsonReader.readCanonical(Bytes.of(text.getBytes(StandardCharsets.UTF_8)));
    }
}

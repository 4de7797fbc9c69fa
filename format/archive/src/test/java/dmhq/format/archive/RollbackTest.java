package dmhq.format.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dmhq.format.json.Json;
import dmhq.format.session.SignedRecord;
import dmhq.format.session.TurnRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A record may say that the game goes on from an earlier turn. */
class RollbackTest {

    private final Game game = Game.hostWatches();
    private final SessionArchive host = game.host(3);

    @Test
    void the_game_may_go_on_from_an_earlier_turn_with_consents_and_nothing_is_taken_out() throws Exception {
        SessionArchive back =
                host.with(rollback("{\"to\":1,\"reason\":\"a storm\",\"consents\":[\"ben\",\"cara\"]}"), its());

        SessionArchive read = SessionArchive.read(PackedFile.read(back.pack(game.hostKey, Game.START)));

        assertThat(read.chain().newest()).isEqualTo(4);
        assertThat(read.chain().record(4).rollback()).isNotNull().satisfies(rollback -> {
            assertThat(rollback.to()).isEqualTo(1);
            assertThat(rollback.reason()).isEqualTo("a storm");
            assertThat(rollback.consents()).hasSize(2);
        });
        assertThat(read.history()).isEqualTo(back.history());
    }

    @ParameterizedTest
    @CsvSource({"0", "3", "4", "-1"})
    void it_goes_on_from_a_turn_that_was_played_and_is_not_the_newest(int to) {
        Refusal.of(
                () -> host.with(rollback("{\"to\":" + to + ",\"reason\":\"\",\"consents\":[]}"), its()),
                Layer.CHAIN,
                "record 4 goes back to turn " + to + ", expected one from 1 to 2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"[\"cara\",\"ben\"]", "[\"ben\",\"ben\"]", "[\"dora\"]"})
    void only_seats_whose_orders_are_counted_consent_each_once(String consents) {
        Refusal.of(
                () -> host.with(rollback("{\"to\":1,\"reason\":\"\",\"consents\":" + consents + "}"), its()),
                Layer.ORDERS,
                "record 4 names consents to going back of seats whose orders it does not count");
    }

    private SignedRecord rollback(String json) {
        Json rollback = Doctored.json(json);
        return game.signed(Doctored.value(TurnRecord.class, game.step(host).record(), "rollback", old -> rollback));
    }

    private History its() {
        return game.step(host).history();
    }
}

package dmhq.format.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dmhq.format.Bytes;
import dmhq.format.Digest;
import dmhq.format.SeatId;
import dmhq.format.SessionId;
import dmhq.format.json.Codec;
import dmhq.format.json.Json;
import dmhq.format.json.JsonException;
import dmhq.format.json.JsonReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values know what they cannot be. */
class ValuesTest {

    private static final SeatId BEN = new SeatId("ben");

    @Test
    void an_actions_file_has_the_document_s_members_and_the_checksum_of_its_actions() throws Exception {
        String text = "{\"turn\":5,\"player_id\":\"ben\",\"timestamp\":1705334500.000,\"actions\":["
                + "{\"action_type\":\"Fire\",\"action_id\":\"a1\",\"fire_time\":3.5}],"
                + "\"checksum\":\"" + "00".repeat(32) + "\","
                + "\"signature\":null,\"salt\":\"00112233445566778899aabbccddeeff\",\"metadata\":{}}";
        Digest right =
                Body.checksum(List.of(object("{\"action_type\":\"Fire\",\"action_id\":\"a1\",\"fire_time\":3.5}")));

        assertThatThrownBy(() -> body(text)).hasMessage("the checksum is not that of the actions");
        Body body = body(text.replaceFirst("\"checksum\":\"[0-9a-f]*\"", "\"checksum\":\"" + right + "\""));
        assertThat(body.digest()).isEqualTo(Digest.of(Codec.of(Body.class).canonical(body)));
        assertThat(body.timestamp()).isEqualTo("2024-01-15T16:01:40Z");
    }

    @Test
    void an_event_is_public_or_says_after_which_public_one_it_comes() {
        EventLine own = new EventLine(3, 2, List.of(BEN), new Json.Members(Map.of()));

        assertThat(own.isPublic()).isFalse();
        assertThat(own.asGiven()).isEqualTo(new EventLine(3, 2, null, own.event()));
    }

    @Test
    void salts_have_32_bytes_so_that_no_commitment_opens_in_two_ways() {
        Bytes good = Bytes.of(new byte[32]);
        for (int size : new int[] {0, 31, 33}) {
            Bytes bad = Bytes.of(new byte[size]);
            String sentence = "a salt has 32 bytes, found " + size;
            assertThatThrownBy(() -> new Salts.SeatSalts(BEN, bad, good)).hasMessage(sentence);
            assertThatThrownBy(() -> new Salts.SeatSalts(BEN, good, bad)).hasMessage(sentence);
            assertThatThrownBy(() -> new Salts(1, bad, null, null))
                    .hasMessage("a key of salts has 32 bytes, found " + size);
        }
    }

    @Test
    void an_invitation_has_a_token_of_16_bytes() {
        var session = new SessionId("duel-0123456789abcdef");

        assertThatThrownBy(() -> new Invitation(session, BEN, Bytes.of(), List.of()))
                .hasMessage("a token has 16 bytes, found 0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Duel", "-duel", "a b", "../up", "12345678901234567890123456789012345678901"})
    void a_session_with_a_name_that_cannot_be_in_an_id_is_not_opened(String name) {
        assertThatThrownBy(() -> opening("\"" + name + "\"", "null", "[]"))
                .isInstanceOf(JsonException.class)
                .hasMessage("a session is named by at most 40 lower-case letters, digits and hyphens");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "null | [{\"seat\":\"ben\",\"team\":1},{\"seat\":\"ben\",\"team\":2}] | a seat is listed twice",
                "\"anna\" | [{\"seat\":\"ben\",\"team\":1}] | the host's seat is not among the seats",
            })
    void a_session_lists_each_seat_once_and_the_hosts_among_them(String hostSeat, String seats, String sentence) {
        assertThatThrownBy(() -> opening("\"duel\"", hostSeat, seats)).hasMessage(sentence);
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "-1, 1", "1, 0", "1, -1"})
    void orders_are_for_a_record_and_have_a_revision_from_1_on(int record, int revision) {
        String digest = "\"" + "00".repeat(32) + "\"";
        String text = "{\"session\":\"duel-0123456789abcdef\",\"record\":" + record + ",\"seat\":\"ben\",\"revision\":"
                + revision + ",\"base\":" + digest + ",\"body\":" + digest + ",\"link\":" + digest
                + ",\"state\":\"final\",\"host_header\":null,\"after\":null,\"anchor\":null,\"sent\":null}";

        assertThatThrownBy(() -> Codec.of(Header.class).decode(json(text)))
                .hasMessage("records and revisions of orders are counted from 1");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1})
    void record_0_and_no_other_opens_a_session(int number) {
        String digest = "\"" + "00".repeat(32) + "\"";
        String text = "{\"number\":" + number + ",\"previous\":null,\"rules\":\"duel@1\",\"resolved_at\":0.000,"
                + "\"opening\":" + (number == 1 ? opening("\"duel\"", "[]") : "null")
                + ",\"orders\":[],\"absent\":[],\"roster\":[],\"rollback\":null,\"link\":null,\"public_events\":"
                + digest
                + ",\"seats\":[],\"state\":null}";

        assertThatThrownBy(() -> Codec.of(TurnRecord.class).decode(json(text)))
                .hasMessage("record 0, and no other, opens a session");
    }

    private static String opening(String name, String seats) {
        return "{\"name\":" + name + ",\"nonce\":\"00\",\"host\":{\"name\":\"H\",\"signing_key\":"
                + "\"ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAINdamAGCsQq31Uv+08lkBzoO4XLz2qYjJa8CGmj3B1Ea\","
                + "\"sealing_key\":\"age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj\","
                + "\"open_anchor\":\"" + "00".repeat(32) + "\",\"hidden_anchor\":\"" + "00".repeat(32) + "\"},"
                + "\"host_seat\":null,\"seats\":" + seats + ",\"hidden\":true,\"settings\":"
                + "{\"style\":\"simultaneous\",\"host_first\":true,\"options\":{}},\"setup\":{}}";
    }

    private static void opening(String name, String hostSeat, String seats) throws JsonException {
        Codec.of(Opening.class)
                .decode(json(opening(name, seats).replace("\"host_seat\":null", "\"host_seat\":" + hostSeat)));
    }

    private static Body body(String text) throws JsonException {
        return Codec.of(Body.class).decodeCanonical(Bytes.of(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static Json.Members object(String text) throws JsonException {
        return (Json.Members) json(text);
    }

    private static Json json(String text) throws JsonException {
        return JsonReader.read(Bytes.of(text.getBytes(StandardCharsets.UTF_8)));
    }
}

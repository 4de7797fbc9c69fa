package dmhq.format.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dmhq.format.Bytes;
import dmhq.format.Digest;
import dmhq.format.SeatId;
import dmhq.format.archive.LinkChain.Owner;
import dmhq.format.json.Json;
import dmhq.format.session.Salts;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Numbers that another program worked out from the specification; tables under {@code vectors}. */
class VectorsTest {

    @ParameterizedTest
    @CsvFileSource(resources = "/vectors/canonical-json.tsv", delimiter = '\t', quoteCharacter = '\0')
    void json_has_the_canonical_bytes_that_others_give_it(String given, String canonical, String digest) {
        Json json = Doctored.json(given);

        assertThat(json.toText()).isEqualTo(canonical);
        assertThat(Digest.of(json.canonical())).hasToString(digest);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/vectors/commitments.tsv", delimiter = '\t', quoteCharacter = '\0')
    void salts_and_commitments_are_those_that_others_find(
            String secret, int record, String who, String what, String content, String salt, String commitment) {
        List<SeatId> seats = who.equals("host") ? List.of() : List.of(new SeatId(who));
        Salts salts = Commitment.salts(Bytes.ofHex(secret), record, seats, Bytes.of());

        Bytes found = switch (what) {
            case "part" -> salts.seats().get(0).part();
            case "view" -> salts.seats().get(0).view();
            default -> Objects.requireNonNull(salts.state());
        };

        assertThat(found.hex()).isEqualTo(salt);
        Bytes committed = Doctored.utf8(content.equals("-") ? "" : content.replace("\\n", "\n"));
        assertThat(Commitment.to(committed, found)).hasToString(commitment);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/vectors/dice-links.tsv", delimiter = '\t', quoteCharacter = '\0')
    void dice_links_are_those_that_others_find(String nonce, String owner, String secret, int number, String link) {
        var chain = new LinkChain(new Owner(Bytes.ofHex(nonce), owner), Bytes.ofHex(secret));

        assertThat(chain.link(number).hex()).isEqualTo(link);
    }
}

package dmhq.format.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dmhq.format.Bytes;
import dmhq.format.Digest;
import dmhq.format.SeatId;
import dmhq.format.archive.LinkChain.Owner;
import dmhq.format.json.Json;
import dmhq.format.session.Salts;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Numbers that another program worked out from the specification; tables under {@code format/vectors}. */
class VectorsTest {

    @ParameterizedTest
    @CsvFileSource(files = "../vectors/canonical-json.tsv", delimiter = '\t', quoteCharacter = '\0')
    void json_has_the_canonical_bytes_that_others_give_it(String given, String canonical, String digest) {
        Json json = Doctored.json(given);

        assertThat(json.toText()).isEqualTo(canonical);
        assertThat(Digest.of(json.canonical())).hasToString(digest);
    }

    @ParameterizedTest
    @CsvFileSource(files = "../vectors/commitments.tsv", delimiter = '\t', quoteCharacter = '\0')
    void salts_and_commitments_are_those_that_others_find(
            String secret,
            int record,
            String who,
            String what,
            String content,
            String key,
            String salt,
            String commitment) {
        Salts salts = Commitment.salts(Bytes.ofHex(secret), record, Bytes.of());

        Bytes found = what.equals("state")
                ? Objects.requireNonNull(salts.state())
                : what.equals("part")
                        ? salts.of(new SeatId(who)).orElseThrow().part()
                        : salts.of(new SeatId(who)).orElseThrow().view();

        assertThat(salts.key()).hasToString(key);
        assertThat(found.hex()).isEqualTo(salt);
        Bytes committed = Doctored.utf8(content.equals("-") ? "" : content.replace("\\n", "\n"));
        assertThat(Commitment.to(committed, found)).hasToString(commitment);
    }

    @ParameterizedTest
    @CsvFileSource(files = "../vectors/dice-links.tsv", delimiter = '\t', quoteCharacter = '\0')
    void dice_links_are_those_that_others_find(String nonce, String owner, String secret, int number, String link) {
        var chain = new LinkChain(new Owner(Bytes.ofHex(nonce), owner), Bytes.ofHex(secret));

        assertThat(chain.link(number).hex()).isEqualTo(link);
    }
}

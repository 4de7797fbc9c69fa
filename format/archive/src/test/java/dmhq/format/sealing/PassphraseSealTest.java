package dmhq.format.sealing;

import static dmhq.format.sealing.SealException.Reason.DAMAGED;
import static dmhq.format.sealing.SealException.Reason.NOT_SEALED;
import static dmhq.format.sealing.SealException.Reason.OTHER_KEY;
import static dmhq.format.sealing.SealException.Reason.TOO_LARGE;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.exceptionfactory.jagged.RecipientStanza;
import dmhq.format.Bytes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PassphraseSealTest {

    private static final Passphrase WORDS = new Passphrase("correct horse battery staple");
    private static final byte[] CONTENT = "who I am".getBytes(US_ASCII);
    private static final int LIMIT = 1 << 20;
    /** Little work: these tests are not about how long an attacker needs. */
    private static final int LOG_N = 2;

    private final SplittableRandom entropy = new SplittableRandom(5);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_536, 200_000})
    void content_of_any_size_is_opened_as_it_was_closed(int size) throws SealException {
        byte[] content = SealTest.content(size);

        byte[] sealed = Seal.close(content, WORDS, LOG_N, entropy);

        assertThat(Seal.isSealed(sealed)).isTrue();
        assertThat(Seal.open(sealed, WORDS, size)).isEqualTo(content);
    }

    @Test
    void another_passphrase_does_not_open_it() throws SealException {
        byte[] sealed = closed();

        assertThat(refusal(sealed, new Passphrase("correct horse battery stapl")))
                .hasMessage("seal: the passphrase is another one, or the beginning of the file is damaged");
        assertThat(refusal(sealed, new Passphrase("Correct horse battery staple"))
                        .reason())
                .isEqualTo(OTHER_KEY);
    }

    @Test
    void what_is_closed_twice_has_another_salt() throws SealException {
        assertThat(header(closed())).isNotEqualTo(header(closed()));
    }

    @Test
    void the_work_factor_stands_in_the_file() throws SealException {
        assertThat(header(Seal.close(CONTENT, WORDS, Seal.USUAL_LOG_N, entropy)))
                .startsWith("age-encryption.org/v1\n-> scrypt ")
                .endsWith(" 18");
    }

    @Test
    void a_passphrase_has_a_character_and_is_never_shown() {
        assertThatThrownBy(() -> new Passphrase("")).isInstanceOf(IllegalArgumentException.class);
        assertThat(WORDS.toString()).doesNotContain("horse");
    }

    @Test
    void a_file_sealed_to_keys_is_not_opened_with_a_passphrase_nor_the_other_way_round() throws SealException {
        byte[] sealed = closed();
        SealingKey key = SealingKey.draw(entropy);

        assertThat(refusal(Seal.close(CONTENT, List.of(key.recipient())), WORDS))
                .hasMessage("seal: it is sealed to keys, expected a passphrase, as 'age -p' takes one");
        assertThat(catchThrowableOfType(SealException.class, () -> Seal.open(sealed, key, LIMIT))
                        .reason())
                .isEqualTo(OTHER_KEY);
    }

    @Test
    void every_flipped_bit_is_refused() throws SealException {
        byte[] sealed = closed();
        int workFactor = new String(sealed, ISO_8859_1).indexOf(" 2\n") + 1;
        Set<SealException.Reason> seen = EnumSet.noneOf(SealException.Reason.class);

        for (int bit = 0; bit < sealed.length * 8; bit++) {
            byte[] flipped = sealed.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            if (bit / 8 == workFactor) {
                continue;
            }
            seen.add(refusal(flipped, WORDS).reason());
        }

        assertThat(seen).containsExactlyInAnyOrder(NOT_SEALED, OTHER_KEY, DAMAGED);
    }

    @ParameterizedTest
    @CsvSource({"3,OTHER_KEY", "22,TOO_COSTLY", "23,TOO_COSTLY", "64,TOO_COSTLY", "999999999,TOO_COSTLY"})
    void another_work_factor_is_refused_and_a_large_one_before_it_costs_anything(
            int logN, SealException.Reason reason) {
        var reader = new ScryptReader(WORDS, 1L << 30);
        var stanza = new ScryptStanza(Bytes.of(new byte[16]), logN, Bytes.of(new byte[32]));

        assertThat(refused(reader, stanza).reason()).isEqualTo(reason);
    }

    @Test
    void work_that_takes_more_memory_than_there_is_is_refused_with_both_numbers() {
        var reader = new ScryptReader(WORDS, 200L << 20);
        var stanza = new ScryptStanza(Bytes.of(new byte[16]), 18, Bytes.of(new byte[32]));

        assertThat(refused(reader, stanza))
                .hasMessage("seal: its work factor 18 takes 256 MiB of memory, and Java gives this program 200");
    }

    @Test
    void a_stanza_in_any_other_form_than_the_one_is_refused() {
        String salt = "AAAAAAAAAAAAAAAAAAAAAA";
        byte[] body = new byte[32];
        List<RecipientStanza> bad = List.of(
                stanza(body, salt),
                stanza(body, salt, "2", "2"),
                stanza(body, salt, "02"),
                stanza(body, salt, "0"),
                stanza(body, salt, "+2"),
                stanza(body, salt, "-2"),
                stanza(body, salt, "9999999999"),
                stanza(body, salt + "==", "2"),
                stanza(body, salt.substring(1) + "B", "2"),
                stanza(body, salt.substring(2), "2"),
                stanza(body, salt + "AA", "2"),
                stanza(body, "?" + salt.substring(1), "2"),
                stanza(new byte[31], salt, "2"),
                stanza(new byte[33], salt, "2"));

        assertThat(refused(new ScryptReader(WORDS, LIMIT), stanza(body, salt, "2"))
                        .reason())
                .isEqualTo(OTHER_KEY);
        assertThat(bad)
                .allSatisfy(stanza -> assertThat(refused(new ScryptReader(WORDS, LIMIT), stanza))
                        .hasMessageContaining("'-> scrypt SALT LOGN'"));
    }

    @Test
    void a_passphrase_beside_other_recipients_is_refused() {
        var stanza = new ScryptStanza(Bytes.of(new byte[16]), LOG_N, Bytes.of(new byte[32]));

        assertThat(refused(new ScryptReader(WORDS, LIMIT), stanza, stanza).reason())
                .isEqualTo(DAMAGED);
        assertThat(refused(new ScryptReader(WORDS, LIMIT), stanza, foreign()).reason())
                .isEqualTo(DAMAGED);
    }

    @Test
    void a_file_that_holds_more_than_the_limit_is_refused() throws SealException {
        byte[] sealed = Seal.close(SealTest.content(1_001), WORDS, LOG_N, entropy);

        assertThat(catchThrowableOfType(SealException.class, () -> Seal.open(sealed, WORDS, 1_000))
                        .reason())
                .isEqualTo(TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22})
    void no_file_makes_opening_fail_in_another_way(long seed) throws SealException {
        var random = new SplittableRandom(seed);
        byte[] good = closed();
        int body = header(good).length() + 1;
        for (int round = 0; round < 500; round++) {
            byte[] bad = Arrays.copyOf(good, random.nextInt(body + 1, good.length + 40));
            for (int change = random.nextInt(1, 5); change > 0; change--) {
                bad[random.nextInt(body, bad.length)] ^= (byte) random.nextInt(1, 256);
            }
            if (!Arrays.equals(bad, good)) {
                assertThatThrownBy(() -> Seal.open(bad, WORDS, LIMIT))
                        .as("seed %d, round %d", seed, round)
                        .isInstanceOf(SealException.class);
            }
        }
    }

    private byte[] closed() throws SealException {
        return Seal.close(CONTENT, WORDS, LOG_N, entropy);
    }

    /** Returns the file up to its work factor. */
    private static String header(byte[] sealed) {
        String[] lines = new String(sealed, ISO_8859_1).split("\n", 3);
        return lines[0] + "\n" + lines[1];
    }

    private static RecipientStanza foreign() {
        return new Stanza("X25519", List.of("A"), Bytes.of(new byte[32]));
    }

    private static RecipientStanza stanza(byte[] body, String... arguments) {
        return new Stanza("scrypt", List.of(arguments), Bytes.of(body));
    }

    private record Stanza(String getType, List<String> getArguments, Bytes body) implements RecipientStanza {
        @Override
        public byte[] getBody() {
            return body.toArray();
        }
    }

    private static SealException refused(ScryptReader reader, RecipientStanza... stanzas) {
        List<RecipientStanza> all = new ArrayList<>(List.of(stanzas));
        return catchThrowableOfType(ScryptReader.Refused.class, () -> reader.getFileKey(all))
                .refusal();
    }

    private static SealException refusal(byte[] sealed, Passphrase passphrase) {
        SealException refusal = catchThrowableOfType(SealException.class, () -> Seal.open(sealed, passphrase, LIMIT));
        assertThat(refusal).hasMessageStartingWith("seal: ");
        return refusal;
    }
}

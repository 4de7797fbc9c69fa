package dmhq.format.sealing;

import static dmhq.format.sealing.SealException.Reason.DAMAGED;
import static dmhq.format.sealing.SealException.Reason.NOT_SEALED;
import static dmhq.format.sealing.SealException.Reason.OTHER_KEY;
import static dmhq.format.sealing.SealException.Reason.TOO_LARGE;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealTest {

    private static final SealingKey KEY = SealingKey.draw(new SplittableRandom(1));
    private static final SealingKey SECOND_KEY = SealingKey.draw(new SplittableRandom(2));
    private static final SealingKey STRANGER = SealingKey.draw(new SplittableRandom(3));
    private static final byte[] CONTENT = "turn 5".getBytes(US_ASCII);
    private static final int LIMIT = 1 << 20;
    private static final int CHUNK = 65_536 + 16;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, 131_072, 200_000})
    void content_of_any_size_is_opened_as_it_was_closed(int size) throws SealException {
        byte[] content = content(size);

        byte[] sealed = Seal.close(content, List.of(KEY.recipient()));

        assertThat(Seal.isSealed(sealed)).isTrue();
        assertThat(Seal.open(sealed, KEY, size)).isEqualTo(content);
    }

    @Test
    void each_recipient_can_open_it_and_nobody_else() throws SealException {
        byte[] sealed = Seal.close(CONTENT, List.of(KEY.recipient(), SECOND_KEY.recipient()));

        assertThat(Seal.open(sealed, KEY, LIMIT)).isEqualTo(CONTENT);
        assertThat(Seal.open(sealed, SECOND_KEY, LIMIT)).isEqualTo(CONTENT);
        assertRefused(sealed, STRANGER, LIMIT, OTHER_KEY);
    }

    @Test
    void a_seal_has_at_least_one_recipient_and_the_last_of_the_most_can_open_it() throws SealException {
        List<SealingRecipient> most = new ArrayList<>(Collections.nCopies(Seal.MOST_RECIPIENTS - 1, KEY.recipient()));
        most.add(SECOND_KEY.recipient());

        assertThat(Seal.open(Seal.close(CONTENT, most), SECOND_KEY, LIMIT)).isEqualTo(CONTENT);
        most.add(KEY.recipient());
        assertThatThrownBy(() -> Seal.close(CONTENT, most)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Seal.close(CONTENT, List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void every_flipped_bit_is_refused() {
        byte[] sealed = Seal.close(CONTENT, List.of(KEY.recipient()));
        Set<SealException.Reason> seen = EnumSet.noneOf(SealException.Reason.class);

        for (int bit = 0; bit < sealed.length * 8; bit++) {
            byte[] flipped = sealed.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            seen.add(refusal(flipped, KEY, LIMIT).reason());
        }

        assertThat(seen).containsExactlyInAnyOrder(NOT_SEALED, OTHER_KEY, DAMAGED);
    }

    @Test
    void a_flipped_bit_in_the_content_is_damage_wherever_it_lies() {
        byte[] sealed = Seal.close(content(200_000), List.of(KEY.recipient()));

        for (int at = 250; at < sealed.length; at += 9_999) {
            byte[] flipped = sealed.clone();
            flipped[at] ^= 1;
            assertRefused(flipped, KEY, LIMIT, DAMAGED);
        }
    }

    @Test
    void every_cut_is_refused_also_between_two_chunks() {
        byte[] small = Seal.close(CONTENT, List.of(KEY.recipient()));
        byte[] large = Seal.close(content(200_000), List.of(KEY.recipient()));
        int header = large.length - 200_000 - 4 * 16;

        for (int length = 0; length < small.length; length++) {
            SealException refusal = refusal(Arrays.copyOf(small, length), KEY, LIMIT);
            assertThat(refusal.reason()).as("cut to %d", length).isIn(NOT_SEALED, DAMAGED);
        }
        for (int chunks = 0; chunks <= 3; chunks++) {
            assertRefused(Arrays.copyOf(large, header + chunks * CHUNK), KEY, LIMIT, DAMAGED);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 16, 17, CHUNK})
    void bytes_after_the_end_are_refused(int more) {
        byte[] sealed = Seal.close(content(65_536), List.of(KEY.recipient()));

        assertRefused(Arrays.copyOf(sealed, sealed.length + more), KEY, LIMIT, DAMAGED);
    }

    @Test
    void a_file_that_holds_more_than_the_limit_is_refused() throws SealException {
        byte[] sealed = Seal.close(content(100_000), List.of(KEY.recipient()));

        assertThat(Seal.open(sealed, KEY, 100_000)).hasSize(100_000);
        assertRefused(sealed, KEY, 99_999, TOO_LARGE);
        assertRefused(sealed, KEY, 0, TOO_LARGE);
    }

    @Test
    void what_is_no_age_file_is_said_to_be_none() {
        assertRefused(new byte[0], KEY, LIMIT, NOT_SEALED);
        assertRefused("PK\3\4".getBytes(US_ASCII), KEY, LIMIT, NOT_SEALED);
        assertRefused("age-encryption.org/v2\n".getBytes(US_ASCII), KEY, LIMIT, NOT_SEALED);
        assertThat(Seal.isSealed(CONTENT)).isFalse();
    }

    @Test
    void a_list_of_recipients_without_end_is_refused_before_any_is_tried() {
        String endless = "age-encryption.org/v1\n" + "-> X25519 A\nAAAA\n".repeat(100_000);

        assertThat(refusal(endless.getBytes(US_ASCII), KEY, LIMIT))
                .hasMessage("seal: its list of recipients has no end");
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12})
    void no_file_makes_opening_fail_in_another_way(long seed) {
        var random = new SplittableRandom(seed);
        byte[] good = Seal.close(CONTENT, List.of(KEY.recipient(), SECOND_KEY.recipient()));
        for (int round = 0; round < 1_000; round++) {
            byte[] bad = Arrays.copyOf(good, random.nextInt(30, good.length + 40));
            for (int change = random.nextInt(1, 5); change > 0; change--) {
                bad[random.nextInt(22, bad.length)] ^= (byte) random.nextInt(1, 256);
            }
            if (!Arrays.equals(bad, good)) {
                assertThatThrownBy(() -> Seal.open(bad, KEY, LIMIT))
                        .as("seed %d, round %d", seed, round)
                        .isInstanceOf(SealException.class);
            }
        }
    }

    static byte[] content(int size) {
        byte[] content = new byte[size];
        new SplittableRandom(size).nextBytes(content);
        return content;
    }

    private static void assertRefused(byte[] sealed, SealingKey key, int limit, SealException.Reason reason) {
        assertThat(refusal(sealed, key, limit).reason()).isEqualTo(reason);
    }

    private static SealException refusal(byte[] sealed, SealingKey key, int limit) {
        SealException refusal = catchThrowableOfType(SealException.class, () -> Seal.open(sealed, key, limit));
        assertThat(refusal).hasMessageStartingWith("seal: ");
        return refusal;
    }
}

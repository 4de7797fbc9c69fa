package dmhq.format.container;

import static dmhq.format.container.Samples.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dmhq.format.Bytes;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GzipTest {

    private static final Bytes CONTENT = utf8("one line of events\n".repeat(50));

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100, 65_535, 65_536, 300_000})
    void content_of_any_size_is_unpacked_by_us_and_by_the_JDK(int size) throws Exception {
        byte[] random = new byte[size];
        new SplittableRandom(size).nextBytes(random);
        Bytes content = Bytes.of(random);

        Bytes packed = Gzip.pack(content);

        assertThat(Gzip.unpack("a.gz", packed, size)).isEqualTo(content);
        assertThat(new GZIPInputStream(new ByteArrayInputStream(packed.toArray())).readAllBytes())
                .isEqualTo(random);
    }

    @Test
    void a_gzip_file_with_another_header_is_refused() throws IOException {
        var other = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(other)) {
            gzip.write(CONTENT.toArray());
        }
        byte[] named = Gzip.pack(CONTENT).toArray();
        named[3] = 0x08;
        byte[] systemOfFat = Gzip.pack(CONTENT).toArray();
        systemOfFat[9] = 0;

        assertRefused(named, "does not begin with the one gzip header");
        assertRefused(systemOfFat, "does not begin with the one gzip header");
        assertRefused(utf8("plain text, no gzip").toArray(), "does not begin with the one gzip header");
        assertRefused(Arrays.copyOf(other.toByteArray(), 12), "does not begin with the one gzip header");
    }

    @Test
    void bytes_after_the_end_and_a_second_member_are_refused() {
        Bytes packed = Gzip.pack(CONTENT);

        assertRefused(Bytes.joined(packed, utf8("x")).toArray(), "bytes after the end");
        assertRefused(Bytes.joined(packed, packed).toArray(), "bytes after the end");
    }

    @Test
    void a_false_checksum_or_size_is_refused() {
        byte[] packed = Gzip.pack(CONTENT).toArray();

        for (int fromEnd = 1; fromEnd <= 8; fromEnd++) {
            byte[] changed = packed.clone();
            changed[changed.length - fromEnd] ^= 1;
            assertRefused(changed, "does not have the checksum or size");
        }
    }

    @Test
    void a_dictionary_or_an_invalid_block_is_refused() {
        assertRefused(
                Bytes.ofHex("1f8b08000000000000ff" + "ffffffff" + "0000000000000000")
                        .toArray(),
                "is not gzip data");
    }

    @Test
    void unpacking_stops_at_the_limit() throws ContainerException {
        Bytes packed = Gzip.pack(CONTENT);

        assertThat(Gzip.unpack("a.gz", packed, CONTENT.size())).isEqualTo(CONTENT);
        assertThatThrownBy(() -> Gzip.unpack("a.gz", packed, CONTENT.size() - 1))
                .isInstanceOf(ContainerException.class)
                .hasMessage(
                        "container: entry 'a.gz' unpacks to more than the " + (CONTENT.size() - 1) + " bytes allowed");
    }

    @ParameterizedTest
    @ValueSource(longs = {31, 32})
    void no_bytes_make_unpacking_fail_in_another_way(long seed) {
        var random = new SplittableRandom(seed);
        byte[] good = Gzip.pack(CONTENT).toArray();
        int refused = 0;
        for (int round = 0; round < 5_000; round++) {
            byte[] bad = Arrays.copyOf(good, random.nextInt(good.length + 1));
            for (int change = random.nextInt(3); change > 0 && bad.length > 10; change--) {
                bad[random.nextInt(10, bad.length)] = (byte) random.nextInt();
            }
            try {
                assertThat(Gzip.unpack("a.gz", Bytes.of(bad), 1_000_000)).isEqualTo(CONTENT);
            } catch (ContainerException declared) {
                refused++;
            } catch (RuntimeException undeclared) {
                throw new AssertionError("seed " + seed + ", round " + round, undeclared);
            }
        }
        assertThat(refused).isGreaterThan(4_000);
    }

    private static void assertRefused(byte[] packed, String why) {
        assertThatThrownBy(() -> Gzip.unpack("a.gz", Bytes.of(packed), 1_000_000))
                .isInstanceOf(ContainerException.class)
                .hasMessageStartingWith("container: entry 'a.gz' ")
                .hasMessageContaining(why);
    }
}

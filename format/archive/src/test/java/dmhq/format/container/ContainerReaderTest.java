package dmhq.format.container;

import static dmhq.format.container.Samples.container;
import static dmhq.format.container.Samples.indexOf;
import static dmhq.format.container.Samples.refusal;
import static dmhq.format.container.Samples.small;
import static dmhq.format.container.Samples.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dmhq.format.Bytes;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContainerReaderTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void what_was_written_is_read_back(long seed) throws ContainerException {
        var random = new SplittableRandom(seed);
        for (int round = 0; round < 20; round++) {
            Container container = Samples.random(random);

            Container read = ContainerReader.read(ContainerWriter.write(container), Limits.usual());

            assertThat(read).as("seed %d, round %d", seed, round).isEqualTo(container);
            read.entries()
                    .forEach((name, entry) -> assertThat(entry.content())
                            .isEqualTo(container.find(name).orElseThrow().content()));
        }
    }

    @Test
    void every_flipped_bit_is_refused_and_in_an_entry_it_is_the_entry_that_is_named() {
        Container container = small();
        byte[] file = ContainerWriter.write(container);
        String[] owners = new String[file.length];
        container.entries().forEach((name, entry) -> {
            int from = indexOf(file, entry.packed().toArray());
            Arrays.fill(owners, from, from + entry.packed().size(), name);
        });

        for (int bit = 0; bit < file.length * 8; bit++) {
            byte[] flipped = file.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            ContainerException refusal = refusal(flipped);
            if (owners[bit / 8] != null) {
                assertThat(refusal).as("bit %d", bit).hasMessageContaining("entry '" + owners[bit / 8] + "'");
                assertThat(refusal.entry()).hasValue(owners[bit / 8]);
            }
        }
    }

    @Test
    void every_cut_and_every_added_byte_is_refused() {
        byte[] file = ContainerWriter.write(small());

        for (int size = 0; size < file.length; size++) {
            assertThat(refusal(Arrays.copyOf(file, size)).entry()).isEmpty();
        }
        assertThat(refusal(Arrays.copyOf(file, file.length / 2))).hasMessageContaining("cut off");
        assertThat(refusal(Arrays.copyOf(file, file.length + 1))).hasMessageContaining("bytes follow the end");
        assertThat(refusal(Bytes.joined(utf8("#!/bin/sh\n"), Bytes.of(file)).toArray()))
                .hasMessageContaining("bytes lie before the ZIP");
    }

    @Test
    void what_is_no_ZIP_is_said_to_be_none() {
        for (String content : new String[] {"P", "PK", "age-encryption.org/v1\n", "{\"a\":1}"}) {
            assertThat(refusal(utf8(content).toArray())).hasMessage("container: it is not a ZIP file");
        }
        assertThat(refusal(new byte[0])).hasMessage("container: it is empty");
    }

    @Test
    void each_limit_is_kept_and_said() throws ContainerException {
        byte[] file = ContainerWriter.write(container("a", "12345", "bcd.gz", "0".repeat(1_000), "e", "x"));
        var enough = new Limits(3, 6, 1_000, 1_006, file.length);

        assertThat(ContainerReader.read(file, enough).entries()).hasSize(3);
        assertThat(refusal(file, new Limits(2, 6, 1_000, 1_006, file.length)))
                .hasMessageContaining("more than the 2 entries");
        assertThat(refusal(file, new Limits(3, 5, 1_000, 1_006, file.length)))
                .hasMessageContaining("'bcd.gz' has a name of more than the 5 bytes");
        assertThat(refusal(file, new Limits(3, 6, 999, 1_006, file.length)))
                .hasMessageContaining("'bcd.gz' unpacks to more than the 999 bytes");
        assertThat(refusal(file, new Limits(3, 6, 4, 1_006, file.length)))
                .hasMessageContaining("'a' has more than the 4 bytes");
        assertThat(refusal(file, new Limits(3, 6, 1_000, 1_005, file.length)))
                .hasMessageContaining("'e' has more than the 0 bytes");
        assertThat(refusal(file, new Limits(3, 6, 1_000, 1_006, file.length - 1)))
                .hasMessageContaining("more than the " + (file.length - 1) + " bytes");
        assertThatThrownBy(() -> new Limits(0, 1, 1, 1, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_bomb_is_refused_long_before_it_is_unpacked() {
        byte[] file = ContainerWriter.write(
                new Container(Map.of("bomb.gz", Entry.of("bomb.gz", Bytes.of(new byte[20_000_000])))));

        assertThat(file.length).isLessThan(30_000);
        assertThat(refusal(file, new Limits(1, 10, 1_000_000, 1_000_000, 1_000_000)))
                .hasMessageContaining("'bomb.gz' unpacks to more than the 1000000 bytes");
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23})
    void no_file_makes_reading_fail_in_another_way(long seed) {
        var random = new SplittableRandom(seed);
        byte[] good = ContainerWriter.write(small());
        for (int round = 0; round < 3_000; round++) {
            byte[] bad = good.clone();
            for (int change = random.nextInt(1, 6); change > 0; change--) {
                int at = random.nextInt(3) == 0 ? random.nextInt(bad.length) : bad.length - 1 - random.nextInt(300);
                bad[at] = (byte) (random.nextInt(3) == 0 ? 0xff : random.nextInt());
            }
            if (!Arrays.equals(bad, good)) {
                assertThatThrownBy(() -> ContainerReader.read(bad, Limits.usual()))
                        .as("seed %d, round %d", seed, round)
                        .isInstanceOf(ContainerException.class);
            }
        }
    }
}

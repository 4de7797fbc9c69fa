package dmhq.format.container;

import static dmhq.format.container.Samples.container;
import static dmhq.format.container.Samples.indexOf;
import static dmhq.format.container.Samples.small;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dmhq.format.Bytes;
import dmhq.format.signing.RealProgram;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.SplittableRandom;
import java.util.TimeZone;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContainerWriterTest {

    @TempDir
    Path folder;

    @Test
    void the_byte_form_is_this_one() {
        byte[] file = ContainerWriter.write(container("a", "hi"));

        assertThat(Bytes.of(file).hex())
                .isEqualTo(
                        // Local header: version 1.0, no flags, STORED, 00:00 on 1980-01-01, CRC, sizes, name.
                        "504b0304" + "0a00" + "0000" + "0000" + "00002100" + "ac2a93d8" + "02000000" + "02000000"
                                + "0100" + "0000" + "61" + "6869"
                                // Directory: made by version 2.0, then the same once more, no attributes, at offset 0.
                                + "504b0102" + "1400" + "0a00" + "0000" + "0000" + "00002100" + "ac2a93d8"
                                + "02000000" + "02000000" + "0100" + "0000" + "0000" + "0000" + "0000" + "00000000"
                                + "00000000" + "61"
                                // End record: one entry, directory of 47 bytes at 33, no comment.
                                + "504b0506" + "0000" + "0000" + "0100" + "0100" + "2f000000" + "21000000" + "0000");
    }

    @Test
    void only_a_name_that_is_not_ASCII_carries_the_UTF_8_flag() {
        byte[] file = ContainerWriter.write(container("a", "", "é", ""));

        assertThat(file[7]).isZero();
        assertThat(file[31 + 7]).isEqualTo((byte) 0x08);
    }

    @Test
    void unzip_finds_no_fault_in_names_that_are_not_ASCII() throws Exception {
        RealProgram unzip = RealProgram.named("unzip");
        Files.write(folder.resolve("turn.zip"), ContainerWriter.write(container("état/\ud83d\udc09", "dragon")));

        assertThat(unzip.run(folder, new byte[0], "-t", "turn.zip").exit()).isZero();
    }

    @Test
    void the_time_zone_of_the_machine_changes_nothing() {
        byte[] expected = ContainerWriter.write(small());
        TimeZone before = TimeZone.getDefault();
        try {
            for (String zone : ZoneId.getAvailableZoneIds()) {
                TimeZone.setDefault(TimeZone.getTimeZone(ZoneId.of(zone)));
                assertThat(ContainerWriter.write(small())).as(zone).isEqualTo(expected);
            }
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    void a_packed_entry_is_copied_as_it_is_into_another_container() throws ContainerException {
        Entry entry = ContainerReader.read(ContainerWriter.write(small()), Limits.usual())
                .find("events_0_to_4.json.gz")
                .orElseThrow();
        var entries = new TreeMap<>(container("other", "x").entries());
        entries.put("copied.gz", entry);

        byte[] file = ContainerWriter.write(new Container(entries));

        assertThat(indexOf(file, entry.packed().toArray())).isPositive();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void unzip_finds_no_fault_and_extracts_what_gunzip_unpacks(long seed) throws Exception {
        RealProgram unzip = RealProgram.named("unzip");
        RealProgram gunzip = RealProgram.named("gunzip");
        Container container = Samples.random(new SplittableRandom(seed), "e");
        Files.write(folder.resolve("turn.zip"), ContainerWriter.write(container));

        var tested = unzip.run(folder, new byte[0], "-t", "turn.zip");
        assertThat(tested.exit())
                .as("seed %d: %s %s", seed, tested.text(), tested.errors())
                .isZero();
        for (var named : container.entries().entrySet()) {
            var extracted = unzip.run(folder, new byte[0], "-p", "turn.zip", named.getKey());
            Bytes content = extracted.output();
            if (named.getKey().endsWith(".gz")) {
                content = gunzip.run(folder, content.toArray(), "-c").output();
            }
            assertThat(content)
                    .as("seed %d, %s", seed, named.getKey())
                    .isEqualTo(named.getValue().content());
        }
    }

    @Test
    void the_gzip_header_is_the_fixed_one() {
        Bytes packed = Entry.of("a.gz", Bytes.of("content".getBytes(US_ASCII))).packed();

        assertThat(packed.hex()).startsWith("1f8b08000000000000ff");
    }
}

package dmhq.format.container;

import static dmhq.format.container.Samples.indexOf;
import static dmhq.format.container.Samples.refusal;
import static dmhq.format.container.Samples.small;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** ZIP files that other programs make, or would make for an attacker. */
class ForeignZipTest {

    private static final byte[] CONTENT = "content".getBytes(US_ASCII);

    private static final int FLAGS_IN_DIRECTORY = 8;
    private static final int SIZE_IN_DIRECTORY = 24;
    private static final int OFFSET_IN_DIRECTORY = 42;

    @ParameterizedTest
    @CsvSource({
        "../../etc/x,'..'",
        "a/../b,'..'",
        "/etc/x,absolute name",
        "C:\\x,backslash or colon",
        "c:x,backslash or colon",
        "a\\b,backslash or colon",
        "a/,is a folder",
        "a//b,as a step of its name"
    })
    void an_unsafe_name_is_refused_and_named(String name, String why) {
        assertThat(refusal(zip(zip -> store(zip, name))))
                .hasMessageStartingWith("container: entry '" + name + "' ")
                .hasMessageContaining(why);
    }

    @Test
    void a_name_of_control_characters_is_shown_without_them() {
        assertThat(refusal(zip(zip -> store(zip, "a\u001b[2J"))))
                .hasMessage("container: entry 'a?[2J' has characters in its name that are no text");
    }

    @Test
    void a_doubled_name_is_refused() {
        assertThat(refusal(zip(zip -> {
                    store(zip, "a");
                    store(zip, "a");
                })))
                .hasMessage("container: entry 'a' is there twice");
    }

    @Test
    void a_link_is_refused() {
        assertThat(refusal(zip(zip -> store(zip, "a", entry -> entry.setUnixMode(0120777)))))
                .hasMessage("container: entry 'a' is a link or another thing that is no file");
    }

    @Test
    void an_entry_compressed_by_the_ZIP_is_refused() {
        assertThat(refusal(zip(zip -> store(zip, "a", entry -> entry.setMethod(ZipEntry.DEFLATED)))))
                .hasMessageContaining("'a' is compressed by the ZIP (method 8)");
    }

    @Test
    void extra_fields_and_zip64_are_refused() {
        assertThat(refusal(zip(zip -> {
                    zip.setUseZip64(Zip64Mode.Always);
                    store(zip, "a");
                })))
                .hasMessageContaining("zip64");
        assertThat(refusal(zip(zip -> store(zip, "a", entry -> entry.setExtra(new byte[] {1, 2, 0, 0})))))
                .hasMessage("container: entry 'a' has extra fields");
    }

    @Test
    void a_comment_is_refused() {
        assertThat(refusal(zip(zip -> {
                    store(zip, "a");
                    zip.setComment("hidden");
                })))
                .hasMessageContaining("bytes follow the end of the ZIP");
    }

    @Test
    void an_ordinary_ZIP_in_another_order_is_not_in_the_one_form() {
        byte[] file = zip(zip -> {
            store(zip, "b");
            store(zip, "a");
        });

        assertThat(refusal(file)).hasMessageContaining("not in the one form of a dmhq file: byte ");
        assertThat(refusal(zip(zip -> store(zip, "a", entry -> entry.setTime(1_700_000_000_000L)))))
                .hasMessageContaining("not in the one form of a dmhq file: byte 10 differs");
    }

    @Test
    void a_ZIP_of_the_JDK_is_refused() throws IOException {
        var file = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(file)) {
            zip.putNextEntry(new ZipEntry("a"));
            zip.write(CONTENT);
        }

        assertThat(refusal(file.toByteArray())).hasMessageContaining("'a' is compressed by the ZIP");
    }

    @Test
    void an_encrypted_entry_and_a_data_descriptor_are_refused() {
        assertThat(refusal(withFlags(0x0001))).hasMessageContaining("'manifest.json' is encrypted");
        assertThat(refusal(withFlags(0x0008))).hasMessageContaining("'manifest.json' has a data descriptor");
    }

    @Test
    void two_entries_cannot_share_their_bytes() {
        byte[] file = zip(zip -> {
            store(zip, "a");
            store(zip, "b");
        });
        int second = indexOf(file, "PK\1\2".getBytes(US_ASCII)) + 47;
        ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(second + OFFSET_IN_DIRECTORY, 0);

        assertThat(refusal(file)).hasMessageContaining("not in the one form");
    }

    @Test
    void sizes_that_lie_are_refused() {
        byte[] file = ContainerWriter.write(small());
        ByteBuffer header = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        int directory = indexOf(file, "PK\1\2".getBytes(US_ASCII));

        header.putInt(directory + SIZE_IN_DIRECTORY, 5);
        assertThat(refusal(file)).hasMessageContaining("'manifest.json' has two sizes");
        header.putInt(directory + SIZE_IN_DIRECTORY - 4, 5);
        assertThat(refusal(file)).hasMessageContaining("'manifest.json' is damaged");
        header.putInt(directory + SIZE_IN_DIRECTORY, 5_000);
        header.putInt(directory + SIZE_IN_DIRECTORY - 4, 5_000);
        assertThat(refusal(file)).hasMessageContaining("'manifest.json' has a size or place that lies");
    }

    @Test
    void an_end_record_that_counts_wrong_is_refused() {
        byte[] file = ContainerWriter.write(small());
        ByteBuffer end = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        end.putShort(file.length - 14, (short) 3).putShort(file.length - 12, (short) 3);

        assertThat(refusal(file)).hasMessageContaining("does not hold the entries that its end record says");
    }

    private static byte[] withFlags(int flags) {
        byte[] file = ContainerWriter.write(small());
        int directory = indexOf(file, "PK\1\2".getBytes(US_ASCII));
        ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putShort(directory + FLAGS_IN_DIRECTORY, (short) flags);
        return file;
    }

    private interface Filling {
        void fill(ZipArchiveOutputStream zip) throws IOException;
    }

    private static byte[] zip(Filling filling) {
        var file = new ByteArrayOutputStream();
        try (var zip = new ZipArchiveOutputStream(file)) {
            zip.setUseLanguageEncodingFlag(false);
            filling.fill(zip);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return file.toByteArray();
    }

    private static void store(ZipArchiveOutputStream zip, String name) throws IOException {
        store(zip, name, entry -> {});
    }

    private static void store(ZipArchiveOutputStream zip, String name, Consumer<ZipArchiveEntry> change)
            throws IOException {
        var crc = new CRC32();
        crc.update(CONTENT);
        // The one-argument constructor would turn backslashes into slashes.
        var entry = new ZipArchiveEntry(name) {
            @Override
            public String getName() {
                return name;
            }
        };
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(CONTENT.length);
        entry.setCrc(crc.getValue());
        entry.setTime(1_000_000_000_000L);
        change.accept(entry);
        zip.putArchiveEntry(entry);
        zip.write(CONTENT);
        zip.closeArchiveEntry();
    }
}

package dmhq.format.container;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dmhq.format.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/**
 * Gives a container its one byte form (APPNOTE.TXT 6.3): entries in their order, method STORED, the
 * time 1980-01-01 00:00:00, no extra field, no comment, no data descriptor, no attributes; the UTF-8
 * flag only for names that are not ASCII.
 */
public final class ContainerWriter {

    /** The earliest time that a ZIP can hold. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private ContainerWriter() {}

    /** Returns the bytes of the file. */
    public static byte[] write(Container container) {
        var file = new ByteArrayOutputStream();
        try (var zip = new ZipArchiveOutputStream(file)) {
            zip.setUseZip64(Zip64Mode.Never);
            zip.setEncoding(US_ASCII.name());
            zip.setFallbackToUTF8(true);
            for (Map.Entry<String, Entry> named : container.entries().entrySet()) {
                add(zip, named.getKey(), named.getValue().packed());
            }
        } catch (IOException e) {
            throw new IllegalStateException("memory does not fail, and nothing in it needs zip64", e);
        }
        return file.toByteArray();
    }

    private static void add(ZipArchiveOutputStream zip, String name, Bytes packed) throws IOException {
        byte[] bytes = packed.toArray();
        var crc = new CRC32();
        crc.update(bytes);
        var entry = new ZipArchiveEntry(name);
        entry.setMethod(ZipArchiveEntry.STORED);
        entry.setTimeLocal(TIME);
        entry.setSize(bytes.length);
        entry.setCrc(crc.getValue());
        zip.putArchiveEntry(entry);
        zip.write(bytes);
        zip.closeArchiveEntry();
    }
}

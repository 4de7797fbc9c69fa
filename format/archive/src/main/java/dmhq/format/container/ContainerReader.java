package dmhq.format.container;

import static java.nio.charset.StandardCharsets.UTF_8;

import dmhq.format.Bytes;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Reads a file that nobody vouches for.
 *
 * <p>Refused, in this order: a file without the outline of a ZIP, with bytes before or after it, or
 * too large; an entry with an unsafe, doubled or overlong name, of a folder or link, encrypted,
 * compressed by the ZIP itself, with a data descriptor or extra fields (zip64 among them), with sizes
 * that lie or pass the limits, with a CRC-32 that differs, or, if its name ends in {@code .gz},
 * without the one gzip form or with too much in it; and at last a file that differs in any byte from
 * what {@link ContainerWriter} makes of what was read. So a flipped bit in an entry's bytes is
 * reported with the entry's name, and one anywhere else is found as well.
 */
public final class ContainerReader {

    private static final int UNIX_FILE_TYPE = 0170000;
    private static final int UNIX_REGULAR_FILE = 0100000;

    private final byte[] file;
    private final Limits limits;
    private final Map<String, Entry> entries = new TreeMap<>();
    private long left;

    private ContainerReader(byte[] file, Limits limits) {
        this.file = file;
        this.limits = limits;
        this.left = limits.totalSize();
    }

    /**
     * Returns the container that a file holds, all of it checked.
     *
     * @throws ContainerException if the file is refused
     */
    public static Container read(byte[] file, Limits limits) throws ContainerException {
        ZipFrame.check(file, limits);
        return new ContainerReader(file, limits).container();
    }

    private Container container() throws ContainerException {
        try (ZipFile zip = opened()) {
            for (ZipArchiveEntry header : Collections.list(zip.getEntries())) {
                take(zip, header);
            }
        } catch (IOException e) {
            throw new IllegalStateException("closing a file in memory does not fail", e);
        }
        if (entries.isEmpty()) {
            throw ContainerException.ofFile("it has no entries");
        }
        var container = new Container(entries);
        int difference = Arrays.mismatch(file, ContainerWriter.write(container));
        if (difference >= 0) {
            throw ContainerException.ofFile(
                    "it is damaged, or not in the one form of a dmhq file: byte " + difference + " differs");
        }
        return container;
    }

    private ZipFile opened() throws ContainerException {
        try {
            return ZipFile.builder()
                    .setByteArray(file)
                    .setCharset(UTF_8)
                    .setUseUnicodeExtraFields(false)
                    .setIgnoreLocalFileHeader(true)
                    .get();
        } catch (IOException | RuntimeException e) {
            // The library has unchecked exceptions for some broken headers.
            throw ContainerException.ofFile("its directory cannot be read");
        }
    }

    private void take(ZipFile zip, ZipArchiveEntry header) throws ContainerException {
        // Not getName(): the library turns backslashes into slashes there.
        String name = new String(header.getRawName(), UTF_8);
        Optional<String> objection = EntryName.objection(name).or(() -> objection(header));
        if (objection.isPresent()) {
            throw ContainerException.ofEntry(name, objection.get());
        }
        Entry entry = entry(name, packed(zip, name, header));
        left -= entry.content().size();
        if (entries.put(name, entry) != null) {
            throw ContainerException.ofEntry(name, "is there twice");
        }
    }

    private Optional<String> objection(ZipArchiveEntry header) {
        int type = header.getUnixMode() & UNIX_FILE_TYPE;
        if (header.getRawName().length > limits.nameSize()) {
            return Optional.of("has a name of more than the " + limits.nameSize() + " bytes allowed");
        }
        if (type != 0 && type != UNIX_REGULAR_FILE) {
            return Optional.of("is a link or another thing that is no file");
        }
        if (header.getGeneralPurposeBit().usesEncryption()) {
            return Optional.of("is encrypted by the ZIP; dmhq seals whole files");
        }
        if (header.getMethod() != ZipArchiveEntry.STORED) {
            return Optional.of("is compressed by the ZIP (method " + header.getMethod() + "); expected STORED");
        }
        if (header.getGeneralPurposeBit().usesDataDescriptor()) {
            return Optional.of("has a data descriptor");
        }
        if (header.getCentralDirectoryExtra().length > 0) {
            return Optional.of("has extra fields");
        }
        if (header.getSize() != header.getCompressedSize()) {
            return Optional.of("has two sizes although it is stored");
        }
        if (header.getSize() > Math.min(limits.entrySize(), left)) {
            return Optional.of("has more than the " + Math.min(limits.entrySize(), left) + " bytes allowed");
        }
        return Optional.empty();
    }

    private static Bytes packed(ZipFile zip, String name, ZipArchiveEntry header) throws ContainerException {
        byte[] bytes;
        try (var raw = zip.getRawInputStream(header)) {
            bytes = raw.readNBytes((int) header.getSize());
        } catch (IOException | RuntimeException e) {
            // The library refuses what would reach into the directory.
            throw ContainerException.ofEntry(name, "has a size or place that lies");
        }
        var crc = new CRC32();
        crc.update(bytes);
        if (crc.getValue() != header.getCrc()) {
            throw ContainerException.ofEntry(name, "is damaged: its CRC-32 differs");
        }
        return Bytes.of(bytes);
    }

    private Entry entry(String name, Bytes packed) throws ContainerException {
        if (!name.endsWith(EntryName.GZIPPED)) {
            return Entry.plain(packed);
        }
        return Entry.gzipped(Gzip.unpack(name, packed, Math.min(limits.entrySize(), left)), packed);
    }
}

package dmhq.format.container;

import dmhq.format.Bytes;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * Containers whose gzip entries are deflated without compression (RFC 1951 section 3.2.4), so that
 * every machine makes the same bytes of them, whatever its zlib.
 */
public final class StoredGzip {

    private static final Bytes HEADER = Bytes.ofHex("1f8b08000000000000ff");
    private static final int BLOCK = 0xffff;

    private StoredGzip() {}

    /** Returns the file with the same contents, deflated so. */
    public static byte[] repacked(byte[] file) {
        try {
            Map<String, Entry> entries = new LinkedHashMap<>();
            ContainerReader.read(file, Limits.usual())
                    .entries()
                    .forEach((name, entry) -> entries.put(name, entry(name, entry.content())));
            return ContainerWriter.write(new Container(entries));
        } catch (ContainerException e) {
            throw new AssertionError(e);
        }
    }

    /** Returns an entry for a name. */
    public static Entry entry(String name, Bytes content) {
        return name.endsWith(EntryName.GZIPPED) ? Entry.gzipped(content, gzip(content)) : Entry.plain(content);
    }

    /** Returns the gzip file of some content. */
    public static Bytes gzip(Bytes content) {
        var packed = new ByteArrayOutputStream();
        packed.writeBytes(HEADER.toArray());
        int at = 0;
        do {
            int size = Math.min(BLOCK, content.size() - at);
            boolean last = at + size == content.size();
            byte[] header = new byte[5];
            ByteBuffer.wrap(header)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .put((byte) (last ? 1 : 0))
                    .putShort((short) size)
                    .putShort((short) ~size);
            packed.writeBytes(header);
            packed.writeBytes(content.slice(at, at + size).toArray());
            at += size;
        } while (at < content.size());
        var crc = new CRC32();
        crc.update(content.toArray());
        byte[] trailer = new byte[8];
        ByteBuffer.wrap(trailer)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt((int) crc.getValue())
                .putInt(content.size());
        packed.writeBytes(trailer);
        return Bytes.of(packed.toByteArray());
    }
}

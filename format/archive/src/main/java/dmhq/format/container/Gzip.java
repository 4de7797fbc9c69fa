package dmhq.format.container;

import dmhq.format.Bytes;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * Gzip files (RFC 1952) of one member with one fixed header: no name, no time, no flags, unknown
 * system. The header is where a gzip file could hide bytes that no digest covers.
 */
final class Gzip {

    private static final Bytes HEADER = Bytes.ofHex("1f8b08000000000000ff");
    private static final int TRAILER = 2 * Integer.BYTES;

    /** Level 9 packs event logs 2 % smaller (30.2 for 30.8 MB of 100 MB) and takes twice as long. */
    private static final int LEVEL = 6;

    /**
     * Leaves out matches of up to five bytes, of which hex has many: they cost more than the bytes
     * they stand for. A session of 200 turns is 8 % smaller, event logs without ids are the same.
     */
    private static final int STRATEGY = Deflater.FILTERED;

    private static final int BUFFER = 64 * 1024;

    private Gzip() {}

    static Bytes pack(Bytes content) {
        byte[] bytes = content.toArray();
        var packed = new ByteArrayOutputStream();
        packed.writeBytes(HEADER.toArray());
        var deflater = new Deflater(LEVEL, true);
        try {
            deflater.setStrategy(STRATEGY);
            deflater.setInput(bytes);
            deflater.finish();
            byte[] buffer = new byte[BUFFER];
            while (!deflater.finished()) {
                packed.write(buffer, 0, deflater.deflate(buffer));
            }
        } finally {
            deflater.end();
        }
        packed.writeBytes(trailer(bytes));
        return Bytes.of(packed.toByteArray());
    }

    /**
     * Returns the content of the packed bytes of a named entry.
     *
     * @throws ContainerException if it has another header, is damaged or cut off, has bytes after its
     *     end, or gives more than {@code limit} bytes (it is not unpacked further than that)
     */
    static Bytes unpack(String name, Bytes packed, long limit) throws ContainerException {
        byte[] bytes = packed.toArray();
        int size = bytes.length - HEADER.size();
        if (size < TRAILER || ByteBuffer.wrap(bytes).mismatch(ByteBuffer.wrap(HEADER.toArray())) != HEADER.size()) {
            throw ContainerException.ofEntry(name, "does not begin with the one gzip header that dmhq writes");
        }
        var inflater = new Inflater(true);
        try {
            inflater.setInput(bytes, HEADER.size(), size);
            byte[] content = inflated(name, inflater, limit);
            if (inflater.getRemaining() != TRAILER) {
                throw ContainerException.ofEntry(name, "is cut off or has bytes after the end of its gzip data");
            }
            var trailer = ByteBuffer.wrap(bytes, bytes.length - TRAILER, TRAILER);
            if (!ByteBuffer.wrap(trailer(content)).equals(trailer)) {
                throw ContainerException.ofEntry(name, "does not have the checksum or size that its gzip data says");
            }
            return Bytes.of(content);
        } catch (DataFormatException e) {
            throw ContainerException.ofEntry(name, "is not gzip data");
        } finally {
            inflater.end();
        }
    }

    private static byte[] inflated(String name, Inflater inflater, long limit)
            throws DataFormatException, ContainerException {
        var content = new ByteArrayOutputStream();
        byte[] buffer = new byte[BUFFER];
        while (!inflater.finished()) {
            int count = inflater.inflate(buffer);
            if (count == 0 && !inflater.finished()) {
                throw ContainerException.ofEntry(name, "is cut off, or needs a dictionary");
            }
            if (content.size() + (long) count > limit) {
                throw ContainerException.ofEntry(name, "unpacks to more than the " + limit + " bytes allowed");
            }
            content.write(buffer, 0, count);
        }
        return content.toByteArray();
    }

    private static byte[] trailer(byte[] content) {
        var crc = new CRC32();
        crc.update(content);
        return ByteBuffer.allocate(TRAILER)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt((int) crc.getValue())
                .putInt(content.length)
                .array();
    }
}

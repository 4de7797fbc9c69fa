package dmhq.format.archive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.zip.CRC32;

/** Plain ZIPs of stored entries (APPNOTE.TXT 6.3), whatever their names, for readers to refuse. */
final class ZipBytes {

    private ZipBytes() {}

    static byte[] of(String name, byte[] content) {
        return of(List.of(name), content);
    }

    /** Returns a ZIP in which every name has the same content. */
    static byte[] of(List<String> names, byte[] content) {
        var file = new ByteArrayOutputStream();
        var directory = new ByteArrayOutputStream();
        for (String name : names) {
            int at = file.size();
            file.writeBytes(header("PK\3\4", 4, name, content));
            file.writeBytes(name.getBytes(ISO_8859_1));
            file.writeBytes(content);
            byte[] entry = header("PK\1\2", 6, name, content);
            ByteBuffer.wrap(entry)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putShort(4, (short) 20)
                    .putInt(42, at);
            directory.writeBytes(entry);
            directory.writeBytes(name.getBytes(ISO_8859_1));
        }
        byte[] end = new byte[22];
        ByteBuffer.wrap(end)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("PK\5\6".getBytes(ISO_8859_1))
                .putShort(8, (short) names.size())
                .putShort(10, (short) names.size())
                .putInt(12, directory.size())
                .putInt(16, file.size());
        file.writeBytes(directory.toByteArray());
        file.writeBytes(end);
        return file.toByteArray();
    }

    /** The fields that local header and directory share begin in different places. */
    private static byte[] header(String signature, int at, String name, byte[] content) {
        var crc = new CRC32();
        crc.update(content);
        byte[] header = new byte[at == 4 ? 30 : 46];
        ByteBuffer.wrap(header)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(signature.getBytes(ISO_8859_1))
                .putShort(at, (short) 10)
                .putShort(at + 8, (short) 0x21)
                .putInt(at + 10, (int) crc.getValue())
                .putInt(at + 14, content.length)
                .putInt(at + 18, content.length)
                .putShort(at + 22, (short) name.length());
        return header;
    }

    static int lastIndexOf(byte[] file, String run) {
        return new String(file, ISO_8859_1).lastIndexOf(run);
    }
}

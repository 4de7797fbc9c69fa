package dmhq.format.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import dmhq.format.Bytes;
import dmhq.format.container.StoredGzip;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** Files that are no container of the one form. */
final class ContainerVectors {

    private final byte[] good =
            StoredGzip.repacked(Game.hostWatches().host(0).pack(Game.hostWatches().hostKey, Game.START));

    static List<Vector> all() {
        ContainerVectors vectors = new ContainerVectors();
        return List.of(
                bad("empty", "no bytes at all", new byte[0]),
                bad("text", "a text, no ZIP", "dear ben".getBytes(UTF_8)),
                bad("cut", "a file cut off in the middle", Arrays.copyOf(vectors.good, vectors.good.length / 2)),
                bad("cut-by-one", "the last byte is missing", Arrays.copyOf(vectors.good, vectors.good.length - 1)),
                bad("longer", "one byte follows", Arrays.copyOf(vectors.good, vectors.good.length + 1)),
                bad("crc", "one bit of an entry is flipped", vectors.flipped(vectors.good.length / 3)),
                bad("header", "one bit of a local header's time is flipped", vectors.flipped(10)),
                bad("up", "a name with '..'", vectors.renamed("../n")),
                bad("absolute", "an absolute name", vectors.renamed("/abc")),
                bad("drive", "a name with a colon", vectors.renamed("C:ab")),
                bad("backslash", "a name with a backslash", vectors.renamed("a\\bc")),
                bad("folder", "a name of a folder", vectors.renamed("abc/")),
                bad("doubled", "two entries of one name", vectors.doubled()),
                bad(
                        "link",
                        "an entry that is a symbolic link",
                        vectors.directory(header -> header.putInt(38, 0120777 << 16))),
                bad(
                        "encrypted",
                        "an entry encrypted by the ZIP",
                        vectors.directory(header -> header.putShort(8, (short) 1))),
                bad(
                        "descriptor",
                        "an entry with a data descriptor",
                        vectors.directory(header -> header.putShort(8, (short) 8))),
                bad(
                        "deflated",
                        "an entry compressed by the ZIP",
                        vectors.directory(header -> header.putShort(10, (short) 8))),
                bad(
                        "size",
                        "a size that lies",
                        vectors.directory(header -> header.putInt(20, 9).putInt(24, 9))),
                bad(
                        "count",
                        "an end record that counts one entry more",
                        vectors.ended(end -> end.putShort(8, (short) 4).putShort(10, (short) 4))),
                bad("gzip-name", "a gzip entry with a file name in its header", gzip("1f8b08080000000000ff6100")),
                bad("gzip-time", "a gzip entry with a time in its header", gzip("1f8b08000000005000ff")));
    }

    private static Vector bad(String name, String what, byte[] file) {
        return Vector.raw("container-" + name, Layer.CONTAINER, what, file);
    }

    private byte[] flipped(int place) {
        byte[] file = good.clone();
        file[place] ^= 1;
        return file;
    }

    /** Returns a ZIP of one stored entry with a name of four bytes. */
    private byte[] renamed(String name) {
        return ZipBytes.of(name, "content".getBytes(UTF_8));
    }

    private byte[] doubled() {
        return ZipBytes.of(List.of("abcd", "abcd"), "content".getBytes(UTF_8));
    }

    private byte[] directory(Consumer<ByteBuffer> change) {
        byte[] file = good.clone();
        int at = ZipBytes.lastIndexOf(file, "PK\1\2");
        change.accept(ByteBuffer.wrap(file, at, file.length - at).slice().order(ByteOrder.LITTLE_ENDIAN));
        return file;
    }

    private byte[] ended(Consumer<ByteBuffer> change) {
        byte[] file = good.clone();
        int at = ZipBytes.lastIndexOf(file, "PK\5\6");
        change.accept(ByteBuffer.wrap(file, at, file.length - at).slice().order(ByteOrder.LITTLE_ENDIAN));
        return file;
    }

    private static byte[] gzip(String header) {
        byte[] plain = StoredGzip.gzip(Doctored.utf8("content")).toArray();
        Bytes other = Bytes.joined(Bytes.ofHex(header), Bytes.of(Arrays.copyOfRange(plain, 10, plain.length)));
        return ZipBytes.of("a.gz", other.toArray());
    }
}

package dmhq.format.bench;

import dmhq.format.Bytes;
import dmhq.format.Digest;
import dmhq.format.archive.PackedFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** What gzip and SHA-256 cost on the same bytes without anything of dmhq. */
final class Baseline {

    private Baseline() {}

    /** Returns the contents of all entries that the manifest lists, one after the other. */
    static byte[] contents(PackedFile file) {
        return Bytes.joined(file.entries().values().toArray(Bytes[]::new)).toArray();
    }

    /** Compresses in one piece; the JDK's level is 6 if nothing is said. */
    static byte[] gzip(byte[] contents) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(contents);
        }
        return packed.toByteArray();
    }

    static Digest digest(byte[] gzipped) throws IOException {
        try (var gzip = new GZIPInputStream(new ByteArrayInputStream(gzipped))) {
            return Digest.of(Bytes.of(gzip.readAllBytes()));
        }
    }
}

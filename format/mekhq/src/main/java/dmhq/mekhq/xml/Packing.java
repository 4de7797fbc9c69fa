package dmhq.mekhq.xml;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** How XML lies in its file, told by the first two bytes; MekHQ itself never goes by the name. */
public enum Packing {
    PLAIN,
    GZIP;

    /** A gzip trailer: CRC-32 and size. */
    private static final int TRAILER = 8;

    /** Returns how a file is packed. */
    public static Packing of(byte[] file) {
        return file.length >= 2 && file[0] == (byte) 0x1f && file[1] == (byte) 0x8b ? GZIP : PLAIN;
    }

    /**
     * Returns the XML in the file.
     *
     * @param most the number of bytes above which the file is refused, unread
     */
    public byte[] unpack(byte[] file, int most) throws XmlException {
        byte[] xml = this == GZIP ? gunzip(file, most) : file.clone();
        if (xml.length > most) {
            throw new XmlException("found more than " + most + " bytes, expected a file of at most that many");
        }
        return xml;
    }

    /** Returns a file with the XML in it. */
    public byte[] pack(byte[] xml) {
        return this == GZIP ? gzip(xml) : xml.clone();
    }

    private static byte[] gunzip(byte[] file, int most) throws XmlException {
        try (var in = new Member(file)) {
            byte[] xml = in.readNBytes(most + 1);
            if (xml.length <= most && in.left() != TRAILER) {
                throw new XmlException("found bytes after the end of the gzip file, expected none");
            }
            return xml;
        } catch (IOException e) {
            throw new XmlException("found a gzip file that is cut off or damaged, expected a whole one", e);
        }
    }

    private static byte[] gzip(byte[] xml) {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(xml);
        } catch (IOException e) {
            throw new UncheckedIOException("memory can always be written", e);
        }
        return packed.toByteArray();
    }

    /** Reads gzip and knows how many bytes it left, which the JDK's reader passes over in silence. */
    private static final class Member extends GZIPInputStream {

        // A buffer of the whole file, so that whatever follows the last member is counted.
        Member(byte[] file) throws IOException {
            super(new ByteArrayInputStream(file), file.length);
        }

        int left() {
            return inf.getRemaining();
        }
    }
}

package dmhq.mekhq.xml;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.List;

/**
 * One change to a save: at one place some text goes and other text comes.
 *
 * @param offset where, in bytes of the unpacked save as it was
 * @param line the number of the line that holds the place, from 1, in the save as it was
 * @param removed what goes, as it is spelt in the save; often nothing
 * @param inserted what comes, with its line ends and indentation
 */
public record Splice(int offset, int line, String removed, String inserted) {

    /** Returns the offset behind what goes. */
    public int end() {
        return offset + removed.getBytes(UTF_8).length;
    }

    static int line(byte[] xml, int offset) {
        int line = 1;
        for (int at = 0; at < offset; at++) {
            if (xml[at] == '\n') {
                line++;
            }
        }
        return line;
    }

    /** Returns the save with all splices made; they are in the order of their offsets, apart. */
    public static byte[] apply(byte[] xml, List<Splice> splices) {
        var result = new ByteArrayOutputStream(xml.length + 4096);
        int at = 0;
        for (Splice splice : splices) {
            result.write(xml, at, splice.offset - at);
            result.writeBytes(splice.inserted.getBytes(UTF_8));
            at = splice.end();
        }
        result.write(xml, at, xml.length - at);
        return result.toByteArray();
    }
}

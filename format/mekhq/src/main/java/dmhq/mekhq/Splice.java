package dmhq.mekhq;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.List;

/**
 * One change to a save: at one place some text goes and other text comes.
 *
 * @param offset where, in bytes of the unpacked save as it was
 * @param line the number of the line that holds the place, from 1, in the save as it was
 * @param removed what goes: empty, or the {@code />} of an element that had no content so far
 * @param inserted what comes, with its line ends and indentation
 */
public record Splice(int offset, int line, String removed, String inserted) {

    static Splice at(byte[] xml, int offset, String removed, String inserted) {
        int line = 1;
        for (int at = 0; at < offset; at++) {
            if (xml[at] == '\n') {
                line++;
            }
        }
        return new Splice(offset, line, removed, inserted);
    }

    /** Returns the save with all splices made; they are in the order of their offsets, apart. */
    static byte[] apply(byte[] xml, List<Splice> splices) {
        var result = new ByteArrayOutputStream(xml.length + 4096);
        int at = 0;
        for (Splice splice : splices) {
            result.write(xml, at, splice.offset - at);
            result.writeBytes(splice.inserted.getBytes(UTF_8));
            at = splice.offset + splice.removed.length();
        }
        result.write(xml, at, xml.length - at);
        return result.toByteArray();
    }
}

package dmhq.mekhq.mul;

import dmhq.mekhq.xml.Document;
import dmhq.mekhq.xml.Element;
import dmhq.mekhq.xml.Packing;
import dmhq.mekhq.xml.XmlException;
import java.util.List;

/** A MUL as bytes, found to be one that MegaMek would read. */
final class MulFile {

    /** The largest MUL that is read. One of 400 units has half a megabyte. */
    static final int MOST_BYTES = 32 * 1024 * 1024;

    private MulFile() {}

    /** Returns the outermost element, which has the given name. */
    static Element root(byte[] file, String name) throws XmlException {
        if (file.length > MOST_BYTES) {
            throw new XmlException("found " + file.length + " bytes, expected a MUL of at most " + MOST_BYTES);
        }
        if (Packing.of(file) != Packing.PLAIN) {
            throw new XmlException("found a gzip file, expected plain text, as MegaMek unpacks no MUL");
        }
        return Document.read(file, "MUL", List.of(name)).root();
    }
}

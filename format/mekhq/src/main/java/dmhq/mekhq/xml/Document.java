package dmhq.mekhq.xml;

import java.util.List;

/**
 * A file of MekHQ's, found to be one whole XML document in UTF-8, and where its elements lie.
 *
 * @param packing how it lay in its file
 * @param xml the unpacked bytes; nobody changes them
 */
@SuppressWarnings("ArrayRecordComponent") // two documents are never compared
public record Document(Packing packing, byte[] xml, Element root) {

    /** The largest unpacked file that is read, 17 times the largest save known. */
    public static final int MOST_BYTES = 256 * 1024 * 1024;

    /**
     * Reads a document.
     *
     * @param what the kind of file that is expected, for a refusal
     * @param roots the names that the outermost element may have
     * @throws XmlException if it is packed badly, too large, in another encoding, not well-formed, has a DOCTYPE
     *     or another root
     */
    public static Document read(byte[] file, String what, List<String> roots) throws XmlException {
        Packing packing = Packing.of(file);
        byte[] xml = packing.unpack(file, MOST_BYTES);
        Tally seen = new WellFormed(what, roots).check(xml);
        Outline outline = Outline.of(xml);
        if (!seen.agreesWith(outline.tally())) {
            throw new IllegalStateException("the XML parser sees " + seen + ", the byte index " + outline.tally());
        }
        return new Document(packing, xml, Element.root(outline));
    }
}

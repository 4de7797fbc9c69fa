package dmhq.mekhq.xml;

import java.util.List;
import java.util.concurrent.CompletableFuture;

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

    /** What somebody makes of a document. */
    public interface Reading<T> {

        /**
         * Returns what is made of it.
         *
         * @throws XmlException if it is not what was expected
         */
        T of(Document document) throws XmlException;
    }

    /**
     * Reads a document.
     *
     * @param what the kind of file that is expected, for a refusal
     * @param roots the names that the outermost element may have
     * @throws XmlException if it is packed badly, too large, in another encoding, not well-formed, has a DOCTYPE
     *     or another root
     */
    public static Document read(byte[] file, String what, List<String> roots) throws XmlException {
        return read(file, what, roots, document -> document);
    }

    /**
     * Reads a document and what somebody makes of it. While that is under way, the JDK's parser judges the
     * bytes beside it; nothing is handed out of bytes that it does not let pass.
     *
     * @throws XmlException as {@link #read(byte[], String, List)}, and if the reading does
     */
    public static <T> T read(byte[] file, String what, List<String> roots, Reading<T> reading) throws XmlException {
        Packing packing = Packing.of(file);
        byte[] xml = packing.unpack(file, MOST_BYTES);
        WellFormed judge = new WellFormed(what, roots);
        CompletableFuture<WellFormed.Verdict> verdict = CompletableFuture.supplyAsync(() -> judge.judge(xml));
        try {
            Outline outline = Outline.of(xml);
            T made = reading.of(new Document(packing, xml, Element.root(outline)));
            Tally seen = verdict.join().tagsOrRefusal();
            if (!seen.agreesWith(outline.tally())) {
                throw new IllegalStateException("the XML parser sees " + seen + ", the byte index " + outline.tally());
            }
            return made;
        } catch (XmlException | RuntimeException e) {
            // Whatever was made of bytes that are no XML counts for nothing.
            verdict.join().tagsOrRefusal();
            throw e;
        }
    }
}

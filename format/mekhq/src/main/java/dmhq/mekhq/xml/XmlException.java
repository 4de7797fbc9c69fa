package dmhq.mekhq.xml;

/** Says why bytes cannot be used as the XML they should be: what was found, what was expected, and in which line. */
public final class XmlException extends Exception {

    private static final long serialVersionUID = 1;

    /** Says so without a place, for what is wrong with a file as a whole. */
    public XmlException(String sentence) {
        super(sentence);
    }

    /** Says so, and what the parser said. */
    public XmlException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}

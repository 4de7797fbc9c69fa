package dmhq.mekhq;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Lets pass only bytes that are one XML 1.0 document in UTF-8 without a DOCTYPE and with the root
 * {@code campaign}. The JDK's parser judges; {@link Tags}, which finds byte positions, has to see the
 * same tags in the same order.
 */
final class WellFormed {

    private static final String CUT_OFF = "found a file that does not end with </campaign>, cut off or with"
            + " something behind it; expected a whole MekHQ save";

    private WellFormed() {}

    static void check(byte[] xml) throws SaveException {
        Encoding.check(xml);
        int start = Encoding.start(xml);
        var bytes = new ByteArrayInputStream(xml, start, xml.length - start);
        try {
            XMLStreamReader parser = SafeXml.parsers().createXMLStreamReader(bytes, "UTF-8");
            checkDeclaration(parser);
            checkTags(parser, new Tags(xml, start, xml.length));
        } catch (XMLStreamException e) {
            throw new SaveException(endsWithRoot(xml) ? malformed(e) : CUT_OFF, e);
        }
    }

    private static void checkDeclaration(XMLStreamReader parser) throws SaveException {
        String encoding = parser.getCharacterEncodingScheme();
        if (encoding != null && !encoding.equalsIgnoreCase("UTF-8")) {
            throw new SaveException("found an XML declaration for " + encoding + ", expected UTF-8");
        }
        String version = parser.getVersion();
        if (version != null && !version.equals("1.0")) {
            throw new SaveException("found XML " + version + ", expected XML 1.0");
        }
    }

    private static void checkTags(XMLStreamReader parser, Tags tags) throws XMLStreamException, SaveException {
        boolean root = true;
        boolean inEmpty = false;
        while (parser.hasNext()) {
            switch (parser.next()) {
                case XMLStreamConstants.DTD ->
                    throw new SaveException("found a DOCTYPE, expected a MekHQ save, which has none");
                case XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new SaveException("found the entity &" + parser.getLocalName()
                            + "; which nothing defines, expected plain text");
                case XMLStreamConstants.START_ELEMENT -> {
                    String name = name(parser);
                    if (root && !name.equalsIgnoreCase("campaign")) {
                        throw new SaveException("found <" + name + ">, expected <campaign>");
                    }
                    root = false;
                    inEmpty = agreed(name, false, tags.next()).kind() == Tags.Kind.EMPTY;
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    if (!inEmpty) {
                        agreed(name(parser), true, tags.next());
                    }
                    inEmpty = false;
                }
                default -> {}
            }
        }
    }

    private static Tags.Tag agreed(String name, boolean closing, Tags.@Nullable Tag tag) {
        if (tag == null || !tag.name().equals(name) || closing != (tag.kind() == Tags.Kind.CLOSE)) {
            throw new IllegalStateException("the XML parser sees <" + name + "> where the byte index sees " + tag);
        }
        return tag;
    }

    private static String name(XMLStreamReader parser) {
        String prefix = parser.getPrefix();
        return prefix == null || prefix.isEmpty() ? parser.getLocalName() : prefix + ":" + parser.getLocalName();
    }

    private static String malformed(XMLStreamException e) {
        return "found text that is not XML at line " + e.getLocation().getLineNumber() + ", column "
                + e.getLocation().getColumnNumber() + "; expected a whole MekHQ save";
    }

    private static boolean endsWithRoot(byte[] xml) {
        int tail = Math.max(0, xml.length - 200);
        return new String(xml, tail, xml.length - tail, UTF_8).matches("(?si).*</campaign\\s*>\\s*");
    }
}

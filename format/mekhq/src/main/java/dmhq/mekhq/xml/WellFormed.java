package dmhq.mekhq.xml;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Lets pass only bytes that are one XML 1.0 document in UTF-8 without a DOCTYPE and with the root that
 * is expected. The JDK's parser judges.
 */
final class WellFormed {

    private final String what;
    private final List<String> roots;

    WellFormed(String what, List<String> roots) {
        this.what = what;
        this.roots = roots;
    }

    /** Returns the tags that the parser sees; {@link Tags}, which finds byte positions, has to see the same. */
    Tally check(byte[] xml) throws XmlException {
        Tally tags = new Tally();
        Encoding.check(xml, what);
        int start = Encoding.start(xml);
        var bytes = new ByteArrayInputStream(xml, start, xml.length - start);
        try {
            XMLStreamReader parser = SafeXml.parsers().createXMLStreamReader(bytes, "UTF-8");
            checkDeclaration(parser);
            checkTags(parser, tags);
            return tags;
        } catch (XMLStreamException e) {
            throw new XmlException(endsWithRoot(xml) ? malformed(e) : cutOff(), e);
        }
    }

    private static void checkDeclaration(XMLStreamReader parser) throws XmlException {
        String encoding = parser.getCharacterEncodingScheme();
        if (encoding != null && !encoding.equalsIgnoreCase("UTF-8")) {
            throw new XmlException("found an XML declaration for " + encoding + ", expected UTF-8");
        }
        String version = parser.getVersion();
        if (version != null && !version.equals("1.0")) {
            throw new XmlException("found XML " + version + ", expected XML 1.0");
        }
    }

    private void checkTags(XMLStreamReader parser, Tally tags) throws XMLStreamException, XmlException {
        boolean root = true;
        while (parser.hasNext()) {
            switch (parser.next()) {
                case XMLStreamConstants.DTD ->
                    throw new XmlException("found a DOCTYPE, expected a " + what + ", which has none");
                case XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new XmlException("found the entity &" + parser.getLocalName()
                            + "; which nothing defines, expected plain text");
                case XMLStreamConstants.START_ELEMENT -> {
                    String name = name(parser);
                    if (root && roots.stream().noneMatch(name::equalsIgnoreCase)) {
                        throw new XmlException("found <" + name + ">, expected " + tags("<"));
                    }
                    root = false;
                    tags.see(name, false);
                }
                case XMLStreamConstants.END_ELEMENT -> tags.see(name(parser), true);
                default -> {}
            }
        }
    }

    private static String name(XMLStreamReader parser) {
        String prefix = parser.getPrefix();
        return prefix == null || prefix.isEmpty() ? parser.getLocalName() : prefix + ":" + parser.getLocalName();
    }

    private String malformed(XMLStreamException e) {
        return "found text that is not XML at line " + e.getLocation().getLineNumber() + ", column "
                + e.getLocation().getColumnNumber() + "; expected a whole " + what;
    }

    private String cutOff() {
        return "found a file that does not end with " + tags("</")
                + ", cut off or with something behind it; expected a whole " + what;
    }

    private String tags(String opening) {
        return roots.stream().map(root -> opening + root + ">").collect(Collectors.joining(" or "));
    }

    private boolean endsWithRoot(byte[] xml) {
        int tail = Math.max(0, xml.length - 200);
        String end = new String(xml, tail, xml.length - tail, UTF_8);
        return end.matches("(?si).*</(?:" + String.join("|", roots) + ")\\s*>\\s*");
    }
}

package dmhq.mekhq;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import javax.xml.stream.XMLInputFactory;
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

    private static final int BYTE_ORDER_MARK = 3;
    private static final XMLInputFactory PARSERS = parsers();

    private WellFormed() {}

    static void check(byte[] xml) throws SaveException {
        checkBytes(xml);
        int from = startsWith(xml, 0xEF, 0xBB, 0xBF) ? BYTE_ORDER_MARK : 0;
        try {
            XMLStreamReader parser =
                    PARSERS.createXMLStreamReader(new ByteArrayInputStream(xml, from, xml.length - from), "UTF-8");
            checkDeclaration(parser);
            checkTags(parser, new Tags(xml, from, xml.length));
        } catch (XMLStreamException e) {
            throw new SaveException(
                    endsInTime(xml)
                            ? malformed(e)
                            : "found a file that does not end with </campaign>"
                                    + ", cut off or with something behind it; expected a whole MekHQ save",
                    e);
        }
    }

    private static void checkBytes(byte[] xml) throws SaveException {
        if (xml.length == 0) {
            throw new SaveException("found an empty file, expected a MekHQ save");
        }
        if (startsWith(xml, 0xFE, 0xFF)
                || startsWith(xml, 0xFF, 0xFE)
                || startsWith(xml, 0, '<')
                || startsWith(xml, '<', 0)) {
            throw new SaveException("found text in UTF-16, expected UTF-8");
        }
        CharsetDecoder decoder = UTF_8.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.wrap(xml);
        CharBuffer some = CharBuffer.allocate(8192);
        CoderResult result = decoder.decode(bytes, some, true);
        while (result.isOverflow()) {
            some.clear();
            result = decoder.decode(bytes, some, true);
        }
        if (result.isError()) {
            throw new SaveException("found a byte that is not UTF-8 at offset " + bytes.position()
                    + " (perhaps Latin-1), expected UTF-8");
        }
        for (int at = 0; at < xml.length; at++) {
            if (xml[at] == 0) {
                throw new SaveException("found a NUL byte at offset " + at + ", expected text");
            }
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
                    inEmpty = agree(name, tags.next(), Tags.Kind.OPEN, Tags.Kind.EMPTY) == Tags.Kind.EMPTY;
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    if (!inEmpty) {
                        agree(name(parser), tags.next(), Tags.Kind.CLOSE, Tags.Kind.CLOSE);
                    }
                    inEmpty = false;
                }
                default -> {}
            }
        }
    }

    private static Tags.Kind agree(String name, Tags.@Nullable Tag tag, Tags.Kind kind, Tags.Kind orKind) {
        if (tag == null || !tag.name().equals(name) || (tag.kind() != kind && tag.kind() != orKind)) {
            throw new IllegalStateException("the XML parser sees <" + name + "> where the byte index sees " + tag);
        }
        return tag.kind();
    }

    private static String name(XMLStreamReader parser) {
        String prefix = parser.getPrefix();
        return prefix == null || prefix.isEmpty() ? parser.getLocalName() : prefix + ":" + parser.getLocalName();
    }

    private static String malformed(XMLStreamException e) {
        return "found text that is not XML at line " + e.getLocation().getLineNumber() + ", column "
                + e.getLocation().getColumnNumber() + "; expected a whole MekHQ save";
    }

    private static boolean endsInTime(byte[] xml) {
        int tail = Math.max(0, xml.length - 200);
        return new String(xml, tail, xml.length - tail, UTF_8).matches("(?si).*</campaign\\s*>\\s*");
    }

    private static boolean startsWith(byte[] xml, int... first) {
        if (xml.length < first.length) {
            return false;
        }
        for (int at = 0; at < first.length; at++) {
            if (xml[at] != (byte) first[at]) {
                return false;
            }
        }
        return true;
    }

    private static XMLInputFactory parsers() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("a save refers to nothing outside itself");
        });
        return factory;
    }
}

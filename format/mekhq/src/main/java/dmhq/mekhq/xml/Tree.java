package dmhq.mekhq.xml;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * An element as the JDK's parser reads it, without anything of {@link Element}: the second opinion on
 * bytes that dmhq has written.
 */
public final class Tree extends Node<Tree> {

    private final String name;
    private final int line;
    private final Map<String, String> attributes;
    private final List<Tree> children = new ArrayList<>(0);
    private String text = "";

    private Tree(String name, int line, Map<String, String> attributes) {
        this.name = name;
        this.line = line;
        this.attributes = attributes;
    }

    /**
     * Reads a whole document.
     *
     * @throws XmlException if it is not well-formed
     */
    public static Tree read(byte[] xml) throws XmlException {
        int start = Encoding.start(xml);
        try {
            XMLStreamReader parser = SafeXml.parsers()
                    .createXMLStreamReader(new ByteArrayInputStream(xml, start, xml.length - start), "UTF-8");
            while (parser.next() != XMLStreamConstants.START_ELEMENT) {
                // Comments and the like may stand in front.
            }
            return new Growing(parser).grown();
        } catch (XMLStreamException e) {
            throw new XmlException("found text that is not XML, expected a whole file", e);
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int line() {
        return line;
    }

    @Override
    public List<Tree> children() {
        return children;
    }

    @Override
    public String text() throws XmlException {
        if (!children.isEmpty()) {
            throw refused("found <" + children.get(0).name + "> in <" + name + ">, expected text only");
        }
        return text;
    }

    @Override
    public Optional<String> attribute(String wanted) {
        return Optional.ofNullable(attributes.get(wanted));
    }

    /** Grows a tree from a parser that stands at the beginning of its root. */
    private static final class Growing {

        private final XMLStreamReader parser;

        /** Most texts occur again and again; each is kept once. */
        private final Map<String, String> texts = new HashMap<>();

        Growing(XMLStreamReader parser) {
            this.parser = parser;
        }

        Tree grown() throws XMLStreamException {
            List<Tree> open = new ArrayList<>();
            Tree root = node();
            open.add(root);
            StringBuilder text = new StringBuilder();
            while (!open.isEmpty()) {
                Tree inner = open.get(open.size() - 1);
                switch (parser.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        Tree child = node();
                        inner.children.add(child);
                        open.add(child);
                        text.setLength(0);
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        if (inner.children.isEmpty()) {
                            inner.text = once(text.toString());
                        }
                        text.setLength(0);
                        open.remove(open.size() - 1);
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                        text.append(parser.getText());
                    default -> {}
                }
            }
            return root;
        }

        private Tree node() {
            String prefix = parser.getPrefix();
            String local = parser.getLocalName();
            String name = prefix == null || prefix.isEmpty() ? local : prefix + ":" + local;
            return new Tree(name, parser.getLocation().getLineNumber(), attributes());
        }

        private Map<String, String> attributes() {
            if (parser.getAttributeCount() == 0) {
                return Map.of();
            }
            Map<String, String> attributes = new HashMap<>();
            for (int at = 0; at < parser.getAttributeCount(); at++) {
                attributes.put(parser.getAttributeLocalName(at), once(parser.getAttributeValue(at)));
            }
            return attributes;
        }

        private String once(@Nullable String text) {
            String known = text == null ? "" : text;
            return texts.computeIfAbsent(known, same -> same);
        }
    }
}

package dmhq.mekhq.xml;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One element as a range of its document's bytes. Children are looked for when they are asked for, one level at a time. */
public final class Element extends Node<Element> {

    private static final int MOST_CHILDREN = 1_000_000;
    private static final Pattern ATTRIBUTE = Pattern.compile("\\s([^\\s=]+)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')");

    private final byte[] xml;
    private final String name;
    private final int start;
    private final int contentStart;
    private final int contentEnd;
    private final int end;
    private @Nullable List<Element> children;

    private Element(byte[] xml, String name, int start, int contentStart, int contentEnd, int end) {
        this.xml = xml;
        this.name = name;
        this.start = start;
        this.contentStart = contentStart;
        this.contentEnd = contentEnd;
        this.end = end;
    }

    /** Returns the root element of a document that {@link WellFormed} has let pass. */
    public static Element root(byte[] xml) throws XmlException {
        return new Element(xml, "", 0, 0, xml.length, xml.length).children().get(0);
    }

    /** Returns the whole document; nobody changes it. */
    public byte[] xml() {
        return xml;
    }

    @Override
    public String name() {
        return name;
    }

    /** Returns the offset of the {@code <} that begins the element. */
    public int start() {
        return start;
    }

    /** Returns the offset behind the tag that begins the element. */
    public int contentStart() {
        return contentStart;
    }

    /** Returns the offset of the tag that ends the element. */
    public int contentEnd() {
        return contentEnd;
    }

    /** Returns the offset behind the element. */
    public int end() {
        return end;
    }

    /** Tells whether the element is written as one tag, {@code <name/>}. */
    public boolean selfClosing() {
        return contentStart == end;
    }

    @Override
    public List<Element> children() throws XmlException {
        if (children == null) {
            var found = new ArrayList<Element>();
            scan(child -> {
                found.add(child);
                if (found.size() > MOST_CHILDREN) {
                    throw refused("found more than " + MOST_CHILDREN + " elements in <" + name + ">, expected fewer");
                }
            });
            children = List.copyOf(found);
        }
        return children;
    }

    @Override
    public int line() {
        return Splice.line(xml, start);
    }

    @Override
    public String text() throws XmlException {
        if (!children().isEmpty()) {
            throw refused("found <" + children().get(0).name + "> in <" + name + ">, expected text only");
        }
        return Text.read(xml, contentStart, contentEnd);
    }

    @Override
    public Optional<String> attribute(String wanted) throws XmlException {
        Matcher attributes = attributes();
        while (attributes.find()) {
            if (attributes.group(1).equals(wanted)) {
                String value = attributes.group(2) == null ? attributes.group(3) : attributes.group(2);
                return Optional.of(Text.unescaped(value));
            }
        }
        return Optional.empty();
    }

    /** A range of bytes; {@code end} is behind the last one. */
    public record Range(int start, int end) {}

    /** Returns where an attribute stands in the document, with the white space in front of it. */
    public Optional<Range> attributeRange(String wanted) {
        Matcher attributes = attributes();
        while (attributes.find()) {
            if (attributes.group(1).equals(wanted)) {
                return Optional.of(new Range(offset(attributes.start()), offset(attributes.end())));
            }
        }
        return Optional.empty();
    }

    /** Returns the names of the attributes, in the file's order. */
    public List<String> attributeNames() {
        return attributes().results().map(found -> found.group(1)).toList();
    }

    /** Returns the element as the file spells it, with each line end as LF. */
    public String spelt() {
        return new String(xml, start, end - start, UTF_8).replace("\r\n", "\n").replace('\r', '\n');
    }

    private Matcher attributes() {
        return ATTRIBUTE.matcher(tag());
    }

    private String tag() {
        int tagEnd = selfClosing() ? end : contentStart;
        return new String(xml, start, tagEnd - start, UTF_8);
    }

    private int offset(int inTag) {
        return start + tag().substring(0, inTag).getBytes(UTF_8).length;
    }

    @Override
    public void each(String wanted, Visitor visitor) throws XmlException {
        scan(child -> {
            if (child.is(wanted)) {
                visitor.visit(child);
            }
        });
    }

    private interface Taker {
        void take(Element child) throws XmlException;
    }

    private void scan(Taker taker) throws XmlException {
        var tags = new Tags(xml, contentStart, contentEnd);
        int depth = 0;
        Tags.@Nullable Tag open = null;
        for (Tags.Tag tag = tags.next(); tag != null; tag = tags.next()) {
            switch (tag.kind()) {
                case OPEN -> {
                    open = depth == 0 ? tag : open;
                    depth++;
                }
                case EMPTY -> {
                    if (depth == 0) {
                        taker.take(new Element(xml, tag.name(), tag.start(), tag.end(), tag.end(), tag.end()));
                    }
                }
                case CLOSE -> {
                    depth--;
                    if (depth == 0 && open != null) {
                        taker.take(new Element(xml, open.name(), open.start(), open.end(), tag.start(), tag.end()));
                    }
                }
            }
        }
    }
}

package dmhq.mekhq.xml;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One element as a range of its document's bytes. Children are made when they are asked for, one level at a time. */
public final class Element extends Node<Element> {

    private final Outline outline;
    private final int number;
    private @Nullable List<Element> children;

    private Element(Outline outline, int number) {
        this.outline = outline;
        this.number = number;
    }

    /** Returns the outermost element. */
    static Element root(Outline outline) {
        return new Element(outline, 0);
    }

    /** Returns the whole document; nobody changes it. */
    public byte[] xml() {
        return outline.xml();
    }

    @Override
    public String name() {
        return outline.name(number);
    }

    /** Returns the offset of the {@code <} that begins the element. */
    public int start() {
        return outline.start(number);
    }

    /** Returns the offset behind the tag that begins the element. */
    public int contentStart() {
        return outline.contentStart(number);
    }

    /** Returns the offset of the tag that ends the element. */
    public int contentEnd() {
        return outline.contentEnd(number);
    }

    /** Returns the offset behind the element. */
    public int end() {
        return outline.end(number);
    }

    /** Tells whether the element is written as one tag, {@code <name/>}. */
    public boolean selfClosing() {
        return contentStart() == end();
    }

    @Override
    public List<Element> children() {
        if (children == null) {
            var found = new ArrayList<Element>();
            for (int child = number + 1; child < outline.next(number); child = outline.next(child)) {
                found.add(new Element(outline, child));
            }
            children = Collections.unmodifiableList(found);
        }
        return children;
    }

    @Override
    public void each(Predicate<String> wanted, Visitor visitor) throws XmlException {
        for (int child = number + 1; child < outline.next(number); child = outline.next(child)) {
            if (wanted.test(outline.name(child))) {
                visitor.visit(new Element(outline, child));
            }
        }
    }

    @Override
    Named<Element> named(String wanted) {
        int first = 0;
        int count = 0;
        for (int child = number + 1; child < outline.next(number); child = outline.next(child)) {
            if (outline.name(child).equalsIgnoreCase(wanted)) {
                first = first == 0 ? child : first;
                count++;
            }
        }
        return new Named<>(count == 0 ? null : new Element(outline, first), count);
    }

    @Override
    public int line() {
        return Splice.line(xml(), start());
    }

    @Override
    public String text() throws XmlException {
        if (outline.next(number) > number + 1) {
            throw refused("found <" + outline.name(number + 1) + "> in <" + name() + ">, expected text only");
        }
        return Text.read(xml(), contentStart(), contentEnd());
    }

    @Override
    public Optional<String> attribute(String wanted) throws XmlException {
        Attributes attributes = attributes();
        while (attributes.next()) {
            if (attributes.is(wanted)) {
                return Optional.of(attributes.value());
            }
        }
        return Optional.empty();
    }

    /** A range of bytes; {@code end} is behind the last one. */
    public record Range(int start, int end) {}

    /** Returns where an attribute stands in the document, with the white space in front of it. */
    public Optional<Range> attributeRange(String wanted) {
        Attributes attributes = attributes();
        while (attributes.next()) {
            if (attributes.is(wanted)) {
                return Optional.of(attributes.range());
            }
        }
        return Optional.empty();
    }

    /** Returns the names of the attributes, in the file's order. */
    public List<String> attributeNames() {
        List<String> names = new ArrayList<>();
        Attributes attributes = attributes();
        while (attributes.next()) {
            names.add(attributes.name());
        }
        return List.copyOf(names);
    }

    /** Returns the element as the file spells it, with each line end as LF. */
    public String spelt() {
        return new String(xml(), start(), end() - start(), UTF_8)
                .replace("\r\n", "\n")
                .replace('\r', '\n');
    }

    private Attributes attributes() {
        return new Attributes(xml(), start());
    }
}

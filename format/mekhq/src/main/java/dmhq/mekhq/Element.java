package dmhq.mekhq;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One element of a save as a range of its bytes. Names compare without regard to case, as MekHQ
 * compares them. Children are looked for when they are asked for, one level at a time.
 */
final class Element {

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
    static Element root(byte[] xml) throws SaveException {
        return new Element(xml, "", 0, 0, xml.length, xml.length).children().get(0);
    }

    byte[] xml() {
        return xml;
    }

    /** Returns the name as the file spells it. */
    String name() {
        return name;
    }

    int start() {
        return start;
    }

    int contentStart() {
        return contentStart;
    }

    int contentEnd() {
        return contentEnd;
    }

    int end() {
        return end;
    }

    /** Tells whether the element is written as one tag, {@code <name/>}. */
    boolean selfClosing() {
        return contentStart == end;
    }

    List<Element> children() throws SaveException {
        if (children == null) {
            children = List.copyOf(scan());
        }
        return children;
    }

    List<Element> children(String wanted) throws SaveException {
        return children().stream().filter(child -> child.is(wanted)).toList();
    }

    boolean is(String wanted) {
        return name.equalsIgnoreCase(wanted);
    }

    boolean has(String wanted) throws SaveException {
        return !children(wanted).isEmpty();
    }

    /** Returns the child of that name if there is one; several are refused. */
    Optional<Element> only(String wanted) throws SaveException {
        List<Element> found = children(wanted);
        if (found.size() > 1) {
            throw new SaveException(
                    "found " + found.size() + " <" + wanted + "> in <" + name + ">, expected at most one");
        }
        return found.stream().findFirst();
    }

    /** Returns the one child of that name; none and several are refused. */
    Element need(String wanted) throws SaveException {
        return only(wanted)
                .orElseThrow(() -> new SaveException("found no <" + wanted + "> in <" + name + ">, expected one"));
    }

    /** Returns the text of an element that holds nothing else. */
    String text() throws SaveException {
        if (!children().isEmpty()) {
            throw new SaveException("found <" + children().get(0).name + "> in <" + name + ">, expected text only");
        }
        return Text.read(xml, contentStart, contentEnd);
    }

    Optional<String> attribute(String wanted) throws SaveException {
        int tagEnd = selfClosing() ? end : contentStart;
        Matcher attributes = ATTRIBUTE.matcher(new String(xml, start, tagEnd - start, UTF_8));
        while (attributes.find()) {
            if (attributes.group(1).equals(wanted)) {
                String value = attributes.group(2) == null ? attributes.group(3) : attributes.group(2);
                return Optional.of(Text.unescaped(value));
            }
        }
        return Optional.empty();
    }

    private List<Element> scan() throws SaveException {
        var found = new ArrayList<Element>();
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
                        found.add(new Element(xml, tag.name(), tag.start(), tag.end(), tag.end(), tag.end()));
                    }
                }
                case CLOSE -> {
                    depth--;
                    if (depth == 0 && open != null) {
                        found.add(new Element(xml, open.name(), open.start(), open.end(), tag.start(), tag.end()));
                    }
                }
            }
            if (found.size() > MOST_CHILDREN) {
                throw new SaveException(
                        "found more than " + MOST_CHILDREN + " elements in <" + name + ">, expected fewer");
            }
        }
        return found;
    }
}

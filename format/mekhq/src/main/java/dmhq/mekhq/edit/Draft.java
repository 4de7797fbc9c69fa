package dmhq.mekhq.edit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dmhq.mekhq.xml.Element;
import dmhq.mekhq.xml.Layout;
import dmhq.mekhq.xml.Line;
import dmhq.mekhq.xml.Splice;
import dmhq.mekhq.xml.Text;
import dmhq.mekhq.xml.XmlException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Changes that are collected before any is made, each at an element of the document as it is. What is
 * added at one place by several edits comes to stand in their order; what lies within something that
 * goes, goes with it.
 */
final class Draft {

    /** What is to be added behind one element, or as the first of a parent that has none. */
    private record Place(Element parent, Optional<Element> behind) {

        int offset() {
            return behind.isPresent() ? behind.get().end() : parent.contentStart();
        }
    }

    private final byte[] xml;
    private final String step;
    private final Map<Integer, Element> removed = new TreeMap<>();
    private final Map<Integer, Element> valued = new TreeMap<>();
    private final Map<Integer, String> values = new TreeMap<>();
    private final Map<Integer, Change> attributes = new TreeMap<>();
    private final Map<Integer, Place> places = new TreeMap<>();
    private final Map<Integer, List<Line>> lines = new LinkedHashMap<>();

    Draft(Element root) throws XmlException {
        this.xml = root.xml();
        this.step = step(root);
    }

    /** Takes out an element with the line that it alone is in. */
    void remove(Element element) {
        removed.put(element.start(), element);
    }

    boolean removes(Element element) {
        return removed.containsKey(element.start());
    }

    /** Gives an element that holds text another one. */
    void set(Element element, String text) {
        valued.put(element.start(), element);
        values.put(element.start(), text);
    }

    /** Gives the child of that name a text, which is added behind all others if it is not there. */
    void setChild(Element parent, String name, String text) throws XmlException {
        Optional<Element> child = parent.only(name);
        if (child.isPresent()) {
            set(child.get(), text);
        } else {
            append(parent, name, List.of(Line.of(0, name, text)));
        }
    }

    /** Takes out all children of that name. */
    void removeChildren(Element parent, String name) throws XmlException {
        parent.children(name).forEach(this::remove);
    }

    /** Gives an attribute another value, or takes it out if that is empty. */
    void setAttribute(Element element, String name, String value) {
        element.attributeRange(name).ifPresent(range -> {
            String spelt = value.isEmpty() ? "" : " " + name + "=\"" + Text.escapedAttribute(value) + "\"";
            attributes.put(range.start(), new Change(range.start(), spelt(xml, range.start(), range.end()), spelt));
        });
    }

    /** Adds lines behind the last child of that name; behind all children if there is none; as the first if there are none. */
    void append(Element parent, String name, List<Line> more) throws XmlException {
        List<Element> same = parent.children(name);
        List<Element> all = parent.children();
        Optional<Element> behind = last(same.isEmpty() ? all : same);
        addAt(new Place(parent, behind), more);
    }

    /** Adds lines in a new element of that name, as the first child; a second call for it adds to the same. */
    void wrap(Element parent, String name, List<Line> more) {
        Place place = new Place(parent, Optional.empty());
        List<Line> wrapped = lines.computeIfAbsent(place.offset(), offset -> new ArrayList<>());
        places.putIfAbsent(place.offset(), place);
        if (wrapped.isEmpty()) {
            wrapped.add(new Line(0, "<" + name + ">"));
            wrapped.add(new Line(0, "</" + name + ">"));
        }
        wrapped.addAll(wrapped.size() - 1, more.stream().map(Line::deeper).toList());
    }

    private void addAt(Place place, List<Line> more) {
        places.putIfAbsent(place.offset(), place);
        lines.computeIfAbsent(place.offset(), offset -> new ArrayList<>()).addAll(more);
    }

    /** Returns all changes as splices that do not touch each other, in the order of their offsets. */
    List<Splice> splices() {
        var changes = new TreeMap<Integer, Change>();
        int goneTo = 0;
        for (Element element : removed.values()) {
            if (element.start() >= goneTo) {
                add(changes, cut(element));
                goneTo = element.end();
            }
        }
        for (Element element : valued.values()) {
            if (!isGone(element.start())) {
                add(changes, change(element, values.getOrDefault(element.start(), "")));
            }
        }
        for (Change attribute : attributes.values()) {
            if (!isGone(attribute.offset())) {
                add(changes, attribute);
            }
        }
        for (Place place : places.values()) {
            add(changes, addition(place, lines.getOrDefault(place.offset(), List.of())));
        }
        return numbered(changes.values());
    }

    /** A splice of which the line is not counted yet. */
    private record Change(int offset, String removed, String inserted) {

        /** What comes behind one element, where the next one goes. */
        Change and(Change other) {
            return new Change(offset, removed + other.removed, inserted + other.inserted);
        }
    }

    /** Returns the text of the whole document with the changes made. */
    String text() {
        return new String(Splice.apply(xml, splices()), UTF_8);
    }

    private static void add(Map<Integer, Change> changes, Change change) {
        changes.merge(change.offset(), change, Change::and);
    }

    private List<Splice> numbered(Iterable<Change> changes) {
        var splices = new ArrayList<Splice>();
        int line = 1;
        int at = 0;
        for (Change change : changes) {
            for (; at < change.offset(); at++) {
                line += xml[at] == '\n' ? 1 : 0;
            }
            splices.add(new Splice(change.offset(), line, change.removed(), change.inserted()));
        }
        return List.copyOf(splices);
    }

    private boolean isGone(int offset) {
        return removed.values().stream().anyMatch(element -> element.start() <= offset && offset < element.end());
    }

    private static Change cut(Element element) {
        int start = element.start() - Layout.of(element).gap().length();
        return new Change(start, spelt(element.xml(), start, element.end()), "");
    }

    private static Change change(Element element, String text) {
        byte[] xml = element.xml();
        if (element.selfClosing()) {
            return new Change(element.end() - 2, "/>", ">" + Text.escaped(text) + "</" + element.name() + ">");
        }
        return new Change(
                element.contentStart(), spelt(xml, element.contentStart(), element.contentEnd()), Text.escaped(text));
    }

    private Change addition(Place place, List<Line> more) {
        if (place.behind().isPresent()) {
            Element behind = place.behind().get();
            String text = Layout.of(behind).set(more, step);
            return new Change(behind.end(), "", text);
        }
        Element parent = place.parent();
        Layout outer = Layout.of(parent);
        String text = outer.inside(step).set(more, step);
        if (parent.selfClosing()) {
            String opened = ">" + text + outer.gap() + "</" + parent.name() + ">";
            return new Change(parent.end() - 2, "/>", opened);
        }
        return new Change(parent.contentStart(), "", breaksAtOnce(parent) ? text : text + outer.gap());
    }

    /** Returns by how much the document indents each level: as far as the first child that begins a line. */
    private static String step(Element root) throws XmlException {
        return root.children().stream()
                .map(Layout::of)
                .filter(layout -> !layout.lineEnd().isEmpty())
                .map(Layout::indent)
                .findFirst()
                .orElse("");
    }

    private static boolean breaksAtOnce(Element parent) {
        byte[] xml = parent.xml();
        int at = parent.contentStart();
        while (xml[at] == ' ' || xml[at] == '\t') {
            at++;
        }
        return xml[at] == '\n' || xml[at] == '\r';
    }

    private static String spelt(byte[] xml, int from, int to) {
        return new String(xml, from, to - from, UTF_8);
    }

    private static Optional<Element> last(List<Element> elements) {
        return elements.isEmpty() ? Optional.empty() : Optional.of(elements.get(elements.size() - 1));
    }
}

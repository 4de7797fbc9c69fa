package dmhq.mekhq.mul;

import static java.nio.charset.StandardCharsets.UTF_8;

import dmhq.mekhq.xml.Element;
import dmhq.mekhq.xml.Line;
import dmhq.mekhq.xml.XmlException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Copies the {@code entity} of a unit out of a save: all in it byte for byte, behind the crew that is put in. */
final class EntityCopy {

    private static final String INDENT = "  ";

    private EntityCopy() {}

    /**
     * Appends the element, with the unit's id as {@code externalId}, by which MekHQ knows it again.
     *
     * @throws XmlException if there is a crew in it already, which MekHQ keeps elsewhere
     */
    static void append(StringBuilder mul, Element entity, UUID id, List<Line> crew) throws XmlException {
        for (String name : List.of("pilot", "crew")) {
            if (entity.has(name)) {
                throw entity.refused("found <" + name + "> in <entity>, expected none in a save");
            }
        }
        mul.append(INDENT).append(tag(entity, id)).append(">");
        for (Line line : crew) {
            mul.append("\n").append(INDENT.repeat(2 + line.depth())).append(line.xml());
        }
        if (entity.selfClosing()) {
            mul.append("\n").append(INDENT);
        } else {
            mul.append(text(entity, entity.contentStart(), entity.contentEnd()));
        }
        mul.append("</").append(entity.name()).append(">\n");
    }

    /** Returns the tag that begins the element, with that id and without its end. */
    private static String tag(Element entity, UUID id) {
        String externalId = " externalId=\"" + id + "\"";
        int end = entity.selfClosing() ? entity.end() - "/>".length() : entity.contentStart() - ">".length();
        Optional<Element.Range> other = entity.attributeRange("externalId");
        return other.isEmpty()
                ? text(entity, entity.start(), end).stripTrailing() + externalId
                : text(entity, entity.start(), other.get().start())
                        + externalId
                        + text(entity, other.get().end(), end).stripTrailing();
    }

    private static String text(Element entity, int from, int to) {
        return new String(entity.xml(), from, to - from, UTF_8);
    }
}

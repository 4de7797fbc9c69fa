package dmhq.mekhq.mul;

import static java.nio.charset.StandardCharsets.UTF_8;

import dmhq.mekhq.xml.Element;
import dmhq.mekhq.xml.Line;
import dmhq.mekhq.xml.XmlException;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Copies the {@code entity} of a unit out of a save: all in it byte for byte, behind the crew that is put in. */
final class EntityCopy {

    private static final Pattern ATTRIBUTE = Pattern.compile("\\s([^\\s=]+)\\s*=\\s*(?:\"[^\"]*\"|'[^']*')");
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
        mul.append(INDENT).append(identified(tag(entity), id)).append(">");
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

    /** Returns the tag that begins the element, without its end. */
    private static String tag(Element entity) {
        String tag = text(entity, entity.start(), entity.selfClosing() ? entity.end() : entity.contentStart());
        return tag.substring(0, tag.length() - (entity.selfClosing() ? "/>" : ">").length())
                .stripTrailing();
    }

    private static String identified(String tag, UUID id) {
        String externalId = " externalId=\"" + id + "\"";
        Matcher attributes = ATTRIBUTE.matcher(tag);
        while (attributes.find()) {
            if (attributes.group(1).equals("externalId")) {
                return tag.substring(0, attributes.start()) + externalId + tag.substring(attributes.end());
            }
        }
        return tag + externalId;
    }

    private static String text(Element entity, int from, int to) {
        return new String(entity.xml(), from, to - from, UTF_8);
    }
}

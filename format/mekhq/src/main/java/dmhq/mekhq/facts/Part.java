package dmhq.mekhq.facts;

import dmhq.mekhq.xml.Node;
import dmhq.mekhq.xml.XmlException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A part: of a unit, or one or more spares of one kind.
 *
 * @param type the Java class that MekHQ makes of it, whose name differs between versions
 * @param count how much there is of it: points of armour, shots of ammunition, of all else pieces. MekHQ's
 *     own quantity of armour and ammunition in store is always 1.
 * @param unit the unit it is built into
 * @param quality 0 to 5, which players know as A to F
 * @param ties the elements that tie it to something else, such as {@code refitId}; with any of them it is
 *     no free spare
 */
public record Part(
        int id,
        String type,
        String name,
        int count,
        Optional<UUID> unit,
        int quality,
        int daysToArrival,
        List<String> ties) {

    /** The most of a part that there can be in one entry. */
    public static final int MOST = 999_999_999;

    private static final String ARMOR = "Armor";
    private static final String AMMUNITION = "AmmoStorage";
    private static final int COMMON_QUALITY = 3;

    /** Reads a part. */
    public static Part of(Node<?> part) throws XmlException {
        String type = part.attribute("type").orElse("");
        return new Part(
                Values.whole(part.need("id"), part.need("id").text(), "<id> of a part"),
                type,
                Values.text(part, "name", ""),
                Values.count(part, counted(type), 1),
                Values.uuid(part, "unitId"),
                Values.whole(part, "quality", COMMON_QUALITY),
                Values.count(part, "daysToArrival", 0),
                ties(part));
    }

    /** Returns the element that says how much there is of a part of the given class. */
    public static String counted(String type) {
        return switch (simple(type)) {
            case ARMOR -> "amount";
            case AMMUNITION -> "shots";
            default -> "quantity";
        };
    }

    /** Tells whether it is counted in points or shots, of which MekHQ adds up any two. */
    public boolean isMeasured() {
        return !counted(type).equals("quantity");
    }

    /** Returns the same part, so many of it. */
    public Part withCount(int other) {
        return new Part(id, type, name, other, unit, quality, daysToArrival, ties);
    }

    /** Returns how the count is said: points, shots or pieces of what. */
    public String described(int some) {
        return switch (simple(type)) {
            case ARMOR -> some + " points of " + name;
            case AMMUNITION -> some + " shots of " + name;
            default -> some + " × " + name;
        };
    }

    /** Tells whether it lies in store, there or on its way, and nothing has a claim on it. */
    public boolean isSpare() {
        return unit.isEmpty() && ties.isEmpty();
    }

    private static String simple(String type) {
        return type.substring(type.lastIndexOf('.') + 1);
    }

    private static List<String> ties(Node<?> part) throws XmlException {
        List<String> ties = new ArrayList<>();
        part.each(Part::names, child -> {
            if (!Values.isNone(child.text())) {
                ties.add(child.name());
            }
        });
        return List.copyOf(ties);
    }

    private static boolean names(String element) {
        return element.endsWith("Id") && !element.equalsIgnoreCase("unitId");
    }
}

package dmhq.mekhq.facts;

import dmhq.mekhq.xml.Node;
import dmhq.mekhq.xml.XmlException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** The kinds of value that MekHQ writes into an element. An id that is {@code null} is none. */
final class Values {

    private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]{1,9}(?:\\.0+)?");
    private static final Pattern UUID_TEXT = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private Values() {}

    static UUID uuid(Node<?> node) throws XmlException {
        return uuid(node, node.text().strip(), "<" + node.name() + ">");
    }

    static UUID uuid(Node<?> at, String text, String where) throws XmlException {
        if (!UUID_TEXT.matcher(text).matches()) {
            throw at.refused("found '" + text + "' in " + where + ", expected a UUID");
        }
        return UUID.fromString(text);
    }

    /** Returns the id in the child of that name, if there is one. */
    static Optional<UUID> uuid(Node<?> parent, String name) throws XmlException {
        Optional<? extends Node<?>> child = parent.only(name);
        return child.isEmpty() || isNone(child.get().text()) ? Optional.empty() : Optional.of(uuid(child.get()));
    }

    /** Returns the ids in all children of that name. */
    static List<UUID> uuids(Node<?> parent, String name) throws XmlException {
        List<UUID> ids = new ArrayList<>();
        for (Node<?> child : parent.children(name)) {
            if (!isNone(child.text())) {
                ids.add(uuid(child));
            }
        }
        return List.copyOf(ids);
    }

    /** Returns the whole number in the child of that name, or what stands for it where there is none. */
    static int whole(Node<?> parent, String name, int otherwise) throws XmlException {
        Optional<? extends Node<?>> child = parent.only(name);
        return child.isEmpty() ? otherwise : whole(child.get(), child.get().text(), "<" + name + ">");
    }

    /** Returns the whole number in a text; a decimal point with nothing but noughts behind it is let pass. */
    static int whole(Node<?> at, String text, String where) throws XmlException {
        String number = text.strip();
        if (number.length() == 1 && number.charAt(0) >= '0' && number.charAt(0) <= '9') {
            return number.charAt(0) - '0';
        }
        if (!WHOLE.matcher(number).matches()) {
            throw at.refused("found '" + number + "' in " + where + ", expected a whole number");
        }
        int point = number.indexOf('.');
        return Integer.parseInt(point < 0 ? number : number.substring(0, point));
    }

    /**
     * Returns a whole number that counts something.
     *
     * @throws XmlException if it is below zero, which MekHQ never writes
     */
    static int count(Node<?> parent, String name, int otherwise) throws XmlException {
        int count = whole(parent, name, otherwise);
        if (count < 0) {
            throw parent.need(name).refused("found " + count + " in <" + name + ">, expected none or more");
        }
        return count;
    }

    static boolean flag(Node<?> node) throws XmlException {
        String text = node.text().strip();
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw node.refused("found '" + text + "' in <" + node.name() + ">, expected true or false");
        };
    }

    /** Tells whether the child of that name says true; false where there is none. */
    static boolean flag(Node<?> parent, String name) throws XmlException {
        Optional<? extends Node<?>> child = parent.only(name);
        return child.isPresent() && flag(child.get());
    }

    /** Returns the text in the child of that name, or what stands for it where there is none. */
    static String text(Node<?> parent, String name, String otherwise) throws XmlException {
        Optional<? extends Node<?>> child = parent.only(name);
        return child.isEmpty() ? otherwise : child.get().text();
    }

    /** Tells whether a text is how MekHQ writes that something has no id. */
    static boolean isNone(String text) {
        String id = text.strip();
        return id.isEmpty() || id.equals("null") || id.equals("-1");
    }
}

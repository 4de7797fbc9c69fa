package dmhq.cli;

import java.util.Locale;

/** Names of the rules, such as {@code GMModeChanged}, as people read and type them. */
final class CamelCase {

    private CamelCase() {}

    /** Returns the words of a name in lower case: {@code gm-mode-changed} with a hyphen between. */
    static String apart(String name, String between) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1" + between + "$2")
                .replaceAll("([A-Z])([A-Z][a-z])", "$1" + between + "$2")
                .toLowerCase(Locale.ROOT);
    }
}

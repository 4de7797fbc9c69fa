package dmhq.mekhq.xml;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

/**
 * The names of tags as text. A save has millions of tags and a few hundred names, so each is turned into text
 * once and found again by its bytes.
 */
final class Names {

    private static final int PLACES = 1 << 10;

    private final @Nullable String[] names = new String[PLACES];

    String of(byte[] xml, int from, int to) {
        int hash = to - from;
        for (int at = from; at < to; at++) {
            hash = hash * 31 + xml[at];
        }
        int place = (hash ^ hash >>> 16) & PLACES - 1;
        String known = names[place];
        if (known != null && is(known, xml, from, to)) {
            return known;
        }
        String name = new String(xml, from, to - from, UTF_8);
        names[place] = name;
        return name;
    }

    /** Only names in ASCII are found again, as MekHQ's all are. */
    private static boolean is(String known, byte[] xml, int from, int to) {
        if (known.length() != to - from) {
            return false;
        }
        for (int at = from; at < to; at++) {
            if (xml[at] < 0 || known.charAt(at - from) != xml[at]) {
                return false;
            }
        }
        return true;
    }
}

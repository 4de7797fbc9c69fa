package dmhq.cli;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Puts stable words in the place of what differs between machines, or would change with any byte of the
 * format. A key or id has a number, given in the order of first sight, so that a script still shows
 * which is which.
 */
final class Wording {

    private static final Map<Pattern, String> NUMBERED = new LinkedHashMap<>();
    private static final Map<Pattern, String> ALIKE = new LinkedHashMap<>();

    static {
        NUMBERED.put(Pattern.compile("SHA256:[A-Za-z0-9+/]{43}"), "fingerprint");
        NUMBERED.put(Pattern.compile("ssh-ed25519 [A-Za-z0-9+/=]{68}"), "key");
        NUMBERED.put(Pattern.compile("age1[a-z0-9]{58}"), "recipient");
        NUMBERED.put(Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"), "uuid");
        ALIKE.put(Pattern.compile("(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])"), "<digest>");
        ALIKE.put(Pattern.compile("(?<=/)[0-9a-f]{32}(?=-)"), "<nonce>");
        ALIKE.put(Pattern.compile("-[0-9a-f]{16}(?![0-9a-f])"), "-<id>");
        ALIKE.put(Pattern.compile("(?<=[_/ ])[0-9a-f]{8}(?=[_. ,)\n]|$)"), "<short>");
    }

    private final String root;
    private final Map<String, String> words = new HashMap<>();
    private final Map<String, Integer> counts = new HashMap<>();

    Wording(Path root) {
        this.root = root.toString();
    }

    String of(String text) {
        String worded = text.replace(root, "<ROOT>");
        for (Map.Entry<Pattern, String> kind : NUMBERED.entrySet()) {
            worded = kind.getKey().matcher(worded).replaceAll(found -> word(found.group(), kind.getValue()));
        }
        for (Map.Entry<Pattern, String> kind : ALIKE.entrySet()) {
            worded = kind.getKey().matcher(worded).replaceAll(kind.getValue());
        }
        return worded;
    }

    private String word(String value, String kind) {
        return words.computeIfAbsent(value, each -> "<" + kind + "-" + counts.merge(kind, 1, Integer::sum) + ">");
    }
}

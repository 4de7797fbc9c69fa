package dmhq.format.container;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What the name of an entry may be and where it stands: a relative path that means one place. */
final class EntryName {

    static final String GZIPPED = ".gz";

    private static final List<String> FIRST = List.of("manifest.json", "manifest.json.sig");

    /** The manifest, its signature, then all others by the unsigned bytes of their UTF-8 form. */
    static final Comparator<String> ORDER = Comparator.comparingInt(EntryName::rank)
            .thenComparing(name -> name.getBytes(UTF_8), Arrays::compareUnsigned);

    private EntryName() {}

    private static int rank(String name) {
        int first = FIRST.indexOf(name);
        return first < 0 ? FIRST.size() : first;
    }

    /** Says why a name cannot be one, after the words "entry 'name'"; empty if it can. */
    static Optional<String> objection(String name) {
        if (name.isEmpty()) {
            return Optional.of("has an empty name");
        }
        if (!UTF_8.newEncoder().canEncode(name) || name.codePoints().anyMatch(Character::isISOControl)) {
            return Optional.of("has characters in its name that are no text");
        }
        if (name.startsWith("/")) {
            return Optional.of("has an absolute name");
        }
        if (name.endsWith("/")) {
            return Optional.of("is a folder");
        }
        if (name.indexOf('\\') >= 0 || name.indexOf(':') >= 0) {
            return Optional.of("has a backslash or colon in its name, which some systems take for a path or drive");
        }
        if (Arrays.stream(name.split("/"))
                .anyMatch(step -> List.of("", ".", "..").contains(step))) {
            return Optional.of("has '..', '.' or nothing as a step of its name");
        }
        return Optional.empty();
    }
}

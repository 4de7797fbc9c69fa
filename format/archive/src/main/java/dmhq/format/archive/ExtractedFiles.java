package dmhq.format.archive;

import static dmhq.format.archive.ArchiveException.require;

import dmhq.format.Bytes;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Files by relative path, none of which any file system understands otherwise: no step begins with a
 * dot, is a device of Windows or has a character other than ASCII letters, digits, {@code _ . -}; and
 * no two paths differ in case alone or need one name for a file and a folder.
 */
final class ExtractedFiles {

    private static final Pattern STEP = Pattern.compile("[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?");
    /** NAMING FILES in the Windows documentation: reserved with any extension, in any case. */
    private static final Pattern DEVICE = Pattern.compile("(?i)(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\\..*)?");

    private final SortedMap<String, Bytes> files = new TreeMap<>();
    private final Map<String, String> taken = new TreeMap<>();

    /**
     * Adds a file.
     *
     * @throws ArchiveException if its path is refused
     */
    void put(String name, Bytes content) throws ArchiveException {
        int end = -1;
        while (end < name.length()) {
            int from = end + 1;
            int slash = name.indexOf('/', from);
            end = slash < 0 ? name.length() : slash;
            String step = name.substring(from, end);
            require(
                    STEP.matcher(step).matches() && !DEVICE.matcher(step).matches(),
                    Layer.ENTRY,
                    "entry " + name + " has a name that not every system can keep as a file");
            boolean last = end == name.length();
            String path = name.substring(0, end);
            String before = taken.putIfAbsent(path.toLowerCase(Locale.ROOT), last ? path : path + "/");
            require(
                    before == null || (!last && before.equals(path + "/")),
                    Layer.ENTRY,
                    "entry " + name + " needs a name that another entry or what is made of it has");
        }
        files.put(name, content);
    }

    SortedMap<String, Bytes> files() {
        return files;
    }
}

package dmhq.format.container;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The entries of one file, at least one, by name.
 *
 * <p>Iteration goes in the order of the file: {@code manifest.json}, {@code manifest.json.sig}, then
 * all others by the unsigned bytes of their UTF-8 names. A name is a relative path with {@code /}
 * between its steps; whether it ends in {@code .gz} decides whether its entry is packed.
 */
public record Container(Map<String, Entry> entries) {

    /** The most entries a container can have; a ZIP with more needs another form (zip64). */
    public static final int MOST_ENTRIES = 65_534;

    public Container {
        if (entries.isEmpty() || entries.size() > MOST_ENTRIES) {
            throw new IllegalArgumentException("a container has 1 to " + MOST_ENTRIES + " entries");
        }
        SortedMap<String, Entry> ordered = new TreeMap<>(EntryName.ORDER);
        entries.forEach((name, entry) -> {
            EntryName.objection(name).ifPresent(objection -> {
                throw new IllegalArgumentException("entry '" + name + "' " + objection);
            });
            if (entry.isGzipped() != name.endsWith(EntryName.GZIPPED)) {
                throw new IllegalArgumentException("entry '" + name + "' was packed for another kind of name");
            }
            ordered.put(name, entry);
        });
        entries = Collections.unmodifiableSortedMap(ordered);
    }

    /** Returns the entry of a name, if there is one. */
    public Optional<Entry> find(String name) {
        return Optional.ofNullable(entries.get(name));
    }
}

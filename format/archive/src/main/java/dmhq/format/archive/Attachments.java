package dmhq.format.archive;

import static dmhq.format.archive.ArchiveException.require;

import dmhq.format.Attachment;
import dmhq.format.Bytes;
import dmhq.format.json.Json;
import dmhq.format.session.Body;
import dmhq.format.session.EventLine;
import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What travels beside actions and events that name it: which is due, and as entries of a file. */
final class Attachments {

    private static final String END = ".gz";

    private Attachments() {}

    /** Returns what some bodies name in their actions. */
    static SortedSet<Attachment> namedBy(Collection<Body> bodies) {
        SortedSet<Attachment> named = new TreeSet<>();
        bodies.forEach(body -> body.actions().forEach(action -> collect(action, named)));
        return named;
    }

    /** Returns what some events name. */
    static SortedSet<Attachment> namedByEvents(Collection<EventLine> events) {
        SortedSet<Attachment> named = new TreeSet<>();
        events.forEach(line -> collect(line.event(), named));
        return named;
    }

    private static void collect(Json json, SortedSet<Attachment> named) {
        if (json instanceof Json.Text text && Attachment.isOne(text.value())) {
            named.add(new Attachment(text.value()));
        } else if (json instanceof Json.Members object) {
            object.members().values().forEach(each -> collect(each, named));
        } else if (json instanceof Json.Elements array) {
            array.elements().forEach(each -> collect(each, named));
        }
    }

    /** Returns those of the attachments that are named. */
    static SortedMap<Attachment, Bytes> only(SortedSet<Attachment> named, Map<Attachment, Bytes> all) {
        SortedMap<Attachment, Bytes> some = new TreeMap<>(all);
        some.keySet().retainAll(named);
        return some;
    }

    static void put(Map<String, Bytes> entries, SortedMap<Attachment, Bytes> attachments) {
        attachments.forEach((name, content) -> entries.put(name + END, content));
    }

    /**
     * Takes the attachments out of the entries of a file.
     *
     * @throws ArchiveException if one has other content than its name says
     */
    static SortedMap<Attachment, Bytes> take(Map<String, Bytes> entries) throws ArchiveException {
        SortedMap<Attachment, Bytes> taken = new TreeMap<>();
        for (Map.Entry<String, Bytes> entry : new TreeMap<>(entries).entrySet()) {
            String name = entry.getKey();
            if (name.endsWith(END) && Attachment.isOne(name.substring(0, name.length() - END.length()))) {
                Attachment attachment = new Attachment(name.substring(0, name.length() - END.length()));
                require(
                        Attachment.of(entry.getValue()).equals(attachment),
                        Layer.ENTRY,
                        "entry " + name + " is not what its name says: its content has another digest");
                taken.put(attachment, entry.getValue());
                entries.remove(name);
            }
        }
        return taken;
    }

    /**
     * Checks that exactly those attachments are there that are due.
     *
     * @throws ArchiveException naming the first that is missing, or that nothing names
     */
    static void requireAll(SortedSet<Attachment> due, SortedMap<Attachment, Bytes> held) throws ArchiveException {
        for (Attachment name : due) {
            require(held.containsKey(name), Layer.ENTRY, "entry " + name + END + " is missing");
        }
        for (Attachment name : held.keySet()) {
            require(due.contains(name), Layer.ENTRY, "entry " + name + END + " is there, but nothing names it");
        }
    }
}

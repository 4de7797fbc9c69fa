package dmhq.format.archive;

import dmhq.format.Bytes;
import dmhq.format.json.Codec;
import dmhq.format.session.Body;
import dmhq.format.session.EventLine;
import dmhq.format.session.Manifest.Range;
import dmhq.format.session.Salts;
import dmhq.format.session.SignedRecord;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Records and history as the entries of a file, and back. */
final class HistoryFiles {

    static final Codec<SignedRecord> RECORDS = Codec.of(SignedRecord.class);
    static final Codec<EventLine> EVENTS = Codec.of(EventLine.class);
    static final Codec<Body> BODIES = Codec.of(Body.class);
    static final Codec<Salts> SALTS = Codec.of(Salts.class);
    static final String INITIAL_STATE = "initial_state.json.gz";
    static final String SNAPSHOT = "snapshots/snapshot_turn_";
    static final String END = ".json.gz";

    /** What a file holds of a session. */
    record Held(List<SignedRecord> records, History history) {}

    private HistoryFiles() {}

    static Map<String, Bytes> write(List<SignedRecord> records, History history, List<Range> ranges) {
        Map<String, Bytes> entries = new LinkedHashMap<>();
        for (Range range : ranges) {
            History some = history.between(range.from(), range.to());
            putLines(entries, "records", range, RECORDS, numbered(records, range));
            putLines(entries, "events", range, EVENTS, some.events());
            putLines(entries, "orders", range, BODIES, inOrder(numbered(records, range), some));
            putLines(entries, "salts", range, SALTS, List.copyOf(some.salts().values()));
        }
        if (history.initialState() != null) {
            entries.put(INITIAL_STATE, history.initialState().line());
        }
        history.snapshots().forEach((turn, state) -> entries.put(SNAPSHOT + turn + END, state.line()));
        Attachments.put(entries, history.attachments());
        return entries;
    }

    private static List<SignedRecord> numbered(List<SignedRecord> records, Range range) {
        return records.stream()
                .filter(each ->
                        each.record().number() >= range.from() && each.record().number() <= range.to())
                .toList();
    }

    /** Bodies in the order in which the records name them, once each although two headers may name one. */
    private static List<Body> inOrder(List<SignedRecord> records, History history) {
        Set<Body> bodies = new LinkedHashSet<>();
        for (SignedRecord signed : records) {
            signed.record().orders().forEach(orders -> {
                Body body = history.bodies().get(orders.header().body());
                if (body != null) {
                    bodies.add(body);
                }
            });
        }
        return List.copyOf(bodies);
    }

    private static <T> void putLines(
            Map<String, Bytes> entries, String family, Range range, Codec<T> codec, List<T> values) {
        if (!values.isEmpty()) {
            entries.put(
                    name(family, range),
                    Bytes.joined(values.stream()
                            .map(value -> codec.encode(value).line())
                            .toArray(Bytes[]::new)));
        }
    }

    static String name(String family, Range range) {
        return family + "_" + range.from() + "_to_" + range.to() + END;
    }

    /**
     * Returns what the entries hold; takes out of the map what it has read.
     *
     * @throws ArchiveException naming the entry that is not in its form
     */
    static Held read(Map<String, Bytes> entries, List<Range> ranges) throws ArchiveException {
        return new HistoryReader(entries).read(ranges);
    }
}

package dmhq.format.archive;

import static dmhq.format.archive.ArchiveException.require;

import dmhq.format.Bytes;
import dmhq.format.Digest;
import dmhq.format.json.Codec;
import dmhq.format.json.Json;
import dmhq.format.json.JsonException;
import dmhq.format.json.JsonReader;
import dmhq.format.session.Body;
import dmhq.format.session.EventLine;
import dmhq.format.session.Manifest.Range;
import dmhq.format.session.Salts;
import dmhq.format.session.SignedRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Records and history as the entries of a file, and back. */
final class HistoryFiles {

    private static final Codec<SignedRecord> RECORDS = Codec.of(SignedRecord.class);
    private static final Codec<EventLine> EVENTS = Codec.of(EventLine.class);
    private static final Codec<Body> BODIES = Codec.of(Body.class);
    private static final Codec<Salts> SALTS = Codec.of(Salts.class);
    private static final String INITIAL_STATE = "initial_state.json.gz";
    private static final String SNAPSHOT = "snapshots/snapshot_turn_";
    private static final String END = ".json.gz";

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

    private static String name(String family, Range range) {
        return family + "_" + range.from() + "_to_" + range.to() + END;
    }

    /**
     * Returns what the entries hold; takes out of the map what it has read.
     *
     * @throws ArchiveException naming the entry that is not in its form
     */
    static Held read(Map<String, Bytes> entries, List<Range> ranges) throws ArchiveException {
        List<SignedRecord> records = new ArrayList<>();
        List<EventLine> events = new ArrayList<>();
        SortedMap<Digest, Body> bodies = new TreeMap<>();
        SortedMap<Integer, Salts> salts = new TreeMap<>();
        for (Range range : ranges) {
            String name = name("records", range);
            List<SignedRecord> some = takeLines(entries, name, RECORDS);
            require(
                    isNumbered(some, range),
                    Layer.ENTRY,
                    "entry " + name + " does not hold the records it is named for");
            records.addAll(some);
            for (EventLine line : takeLines(entries, name("events", range), EVENTS)) {
                require(
                        within(line.record(), range),
                        Layer.ENTRY,
                        "entry " + name("events", range) + " holds events of other records");
                events.add(line);
            }
            for (Body body : takeLines(entries, name("orders", range), BODIES)) {
                require(
                        within(body.turn(), range) && bodies.put(body.digest(), body) == null,
                        Layer.ENTRY,
                        "entry " + name("orders", range) + " holds a body twice, or of another turn");
            }
            for (Salts each : takeLines(entries, name("salts", range), SALTS)) {
                require(
                        within(each.record(), range) && salts.put(each.record(), each) == null,
                        Layer.ENTRY,
                        "entry " + name("salts", range) + " holds salts twice, or of another record");
            }
        }
        require(isSorted(events), Layer.ENTRY, "events are not in the order of their records");
        return new Held(records, new History(events, bodies, salts, takeInitialState(entries), takeSnapshots(entries)));
    }

    private static boolean isNumbered(List<SignedRecord> records, Range range) {
        for (int i = 0; i < records.size(); i++) {
            if (records.get(i).record().number() != (long) range.from() + i) {
                return false;
            }
        }
        return records.size() == (long) range.to() - range.from() + 1;
    }

    private static boolean within(int number, Range range) {
        return number >= range.from() && number <= range.to();
    }

    private static boolean isSorted(List<EventLine> events) {
        return events.stream()
                .map(EventLine::record)
                .toList()
                .equals(events.stream().map(EventLine::record).sorted().toList());
    }

    private static <T> List<T> takeLines(Map<String, Bytes> entries, String name, Codec<T> codec)
            throws ArchiveException {
        Bytes content = entries.remove(name);
        List<T> values = new ArrayList<>();
        if (content == null) {
            return values;
        }
        require(content.size() > 0, Layer.ENTRY, "entry " + name + " is empty; it would not be there");
        for (Json line : lines(name, content)) {
            String where = "entry " + name + ", line " + (values.size() + 1);
            T value = decoded(where, line, codec);
            require(
                    codec.canonical(value).equals(line.canonical()),
                    Layer.ENTRY,
                    where + ": members are not in the declared order");
            values.add(value);
        }
        return values;
    }

    private static List<Json> lines(String name, Bytes content) throws ArchiveException {
        try {
            return JsonReader.readLines(content);
        } catch (JsonException e) {
            throw new ArchiveException(Layer.ENTRY, "entry " + name, e);
        }
    }

    private static <T> T decoded(String where, Json line, Codec<T> codec) throws ArchiveException {
        try {
            return codec.decode(line);
        } catch (JsonException e) {
            throw new ArchiveException(Layer.ENTRY, where, e);
        }
    }

    private static Json.@Nullable Members takeInitialState(Map<String, Bytes> entries) throws ArchiveException {
        return entries.containsKey(INITIAL_STATE) ? takeState(entries, INITIAL_STATE) : null;
    }

    private static SortedMap<Integer, Json.Members> takeSnapshots(Map<String, Bytes> entries) throws ArchiveException {
        SortedMap<Integer, Json.Members> snapshots = new TreeMap<>();
        for (String name : List.copyOf(entries.keySet())) {
            if (name.matches("snapshots/snapshot_turn_[1-9][0-9]{0,8}\\.json\\.gz")) {
                int turn = Integer.parseInt(name.substring(SNAPSHOT.length(), name.length() - END.length()));
                snapshots.put(turn, takeState(entries, name));
            }
        }
        return snapshots;
    }

    private static Json.Members takeState(Map<String, Bytes> entries, String name) throws ArchiveException {
        Bytes content = entries.remove(name);
        List<Json> lines = content == null ? List.of() : lines(name, content);
        if (lines.size() == 1 && lines.get(0) instanceof Json.Members state) {
            return state;
        }
        throw new ArchiveException(Layer.ENTRY, "entry " + name + " does not hold one state");
    }
}

package dmhq.format.archive;

import static dmhq.format.archive.ArchiveException.require;

import dmhq.format.Bytes;
import dmhq.format.Digest;
import dmhq.format.Lines;
import dmhq.format.json.Allowance;
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
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Takes records and history out of the entries of one file, within one allowance of JSON values. */
final class HistoryReader {

    /** Some hundred megabytes in memory, far above what any session of people comes to. */
    static final int MOST_VALUES = 4_000_000;

    private final Map<String, Bytes> entries;
    private final Allowance allowance = new Allowance(MOST_VALUES);
    private final List<SignedRecord> records = new ArrayList<>();
    private final List<EventLine> events = new ArrayList<>();
    private final SortedMap<Digest, Body> bodies = new TreeMap<>();
    private final SortedMap<Integer, Salts> salts = new TreeMap<>();

    /** Begins with all entries; what is read is taken out of them. */
    HistoryReader(Map<String, Bytes> entries) {
        this.entries = entries;
    }

    HistoryFiles.Held read(List<Range> ranges) throws ArchiveException {
        for (Range range : ranges) {
            readRecords(range);
            readEvents(range);
            readBodies(range);
            readSalts(range);
        }
        History history = new History(events, bodies, salts, initialState(), snapshots(), Attachments.take(entries));
        return new HistoryFiles.Held(records, history);
    }

    private void readRecords(Range range) throws ArchiveException {
        String name = HistoryFiles.name("records", range);
        List<SignedRecord> some =
                takeLines(name, HistoryFiles.RECORDS, line -> "record " + ((long) range.from() + line - 1));
        for (int i = 0; i < some.size(); i++) {
            long due = (long) range.from() + i;
            require(
                    some.get(i).record().number() == due,
                    Layer.ENTRY,
                    "entry " + name + " holds record " + some.get(i).record().number() + " where record " + due
                            + " belongs");
        }
        require(
                some.size() == (long) range.to() - range.from() + 1,
                Layer.ENTRY,
                "entry " + name + " does not hold the records it is named for");
        records.addAll(some);
    }

    private void readEvents(Range range) throws ArchiveException {
        String name = HistoryFiles.name("events", range);
        int last = range.from();
        for (EventLine line : takeLines(name, HistoryFiles.EVENTS)) {
            require(within(line.record(), range), Layer.ENTRY, "entry " + name + " holds events of other records");
            require(line.record() >= last, Layer.ENTRY, "entry " + name + " holds events out of the order of records");
            last = line.record();
            events.add(line);
        }
    }

    private void readBodies(Range range) throws ArchiveException {
        String name = HistoryFiles.name("orders", range);
        for (Body body : takeLines(name, HistoryFiles.BODIES)) {
            require(
                    within(body.turn(), range) && bodies.put(body.digest(), body) == null,
                    Layer.ENTRY,
                    "entry " + name + " holds a body twice, or of another turn");
        }
    }

    private void readSalts(Range range) throws ArchiveException {
        String name = HistoryFiles.name("salts", range);
        for (Salts each : takeLines(name, HistoryFiles.SALTS)) {
            require(
                    within(each.record(), range) && salts.put(each.record(), each) == null,
                    Layer.ENTRY,
                    "entry " + name + " holds salts twice, or of another record");
        }
    }

    private static boolean within(int number, Range range) {
        return number >= range.from() && number <= range.to();
    }

    private <T> List<T> takeLines(String name, Codec<T> codec) throws ArchiveException {
        return takeLines(name, codec, line -> "line " + line);
    }

    /** A reader of the sentence knows records by their number, and other things by their line. */
    private <T> List<T> takeLines(String name, Codec<T> codec, IntFunction<String> naming) throws ArchiveException {
        Bytes content = entries.remove(name);
        List<T> values = new ArrayList<>();
        if (content == null) {
            return values;
        }
        require(content.size() > 0, Layer.ENTRY, "entry " + name + " is empty; it would not be there");
        for (Lines lines = new Lines(content); lines.hasNext(); ) {
            String where = "entry " + name + ", " + naming.apply(lines.number() + 1);
            require(lines.isWhole(), Layer.ENTRY, where + " does not end");
            try {
                values.add(codec.decodeCanonical(lines.next(), allowance));
            } catch (JsonException e) {
                throw new ArchiveException(Layer.ENTRY, where, e);
            }
        }
        return values;
    }

    private Json.@Nullable Members initialState() throws ArchiveException {
        Bytes content = entries.remove(HistoryFiles.INITIAL_STATE);
        return content == null ? null : state(HistoryFiles.INITIAL_STATE, content);
    }

    private SortedMap<Integer, Json.Members> snapshots() throws ArchiveException {
        SortedMap<Integer, Json.Members> snapshots = new TreeMap<>();
        for (Map.Entry<String, Bytes> entry : List.copyOf(entries.entrySet())) {
            String name = entry.getKey();
            if (name.matches("snapshots/snapshot_turn_[1-9][0-9]{0,8}\\.json\\.gz")) {
                int turn = Integer.parseInt(
                        name.substring(HistoryFiles.SNAPSHOT.length(), name.length() - HistoryFiles.END.length()));
                snapshots.put(turn, state(name, entry.getValue()));
                entries.remove(name);
            }
        }
        return snapshots;
    }

    private Json.Members state(String name, Bytes content) throws ArchiveException {
        Lines lines = new Lines(content);
        try {
            if (lines.hasNext()
                    && lines.isWhole()
                    && JsonReader.readCanonical(lines.next(), allowance) instanceof Json.Members state
                    && !lines.hasNext()) {
                return state;
            }
        } catch (JsonException e) {
            throw new ArchiveException(Layer.ENTRY, "entry " + name, e);
        }
        throw new ArchiveException(Layer.ENTRY, "entry " + name + " does not hold one state in one line");
    }
}

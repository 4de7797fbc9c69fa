package dmhq.format.archive;

import dmhq.format.Bytes;
import dmhq.format.Party;
import dmhq.format.json.Codec;
import dmhq.format.json.Json;
import dmhq.format.json.JsonException;
import dmhq.format.session.Header;
import dmhq.format.session.Manifest;
import dmhq.format.session.Manifest.Range;
import dmhq.format.session.Recorded;
import dmhq.format.session.SignedHeader;
import dmhq.format.session.SignedRecord;
import dmhq.format.session.TurnRecord;
import dmhq.format.signing.SigningKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** A session of two records in which a host who holds all keys tells one thing otherwise. */
final class Stage {

    static final String RECORDS = "records_2_to_2.json.gz";
    static final String EVENTS = "events_2_to_2.json.gz";
    static final String ORDERS = "orders_2_to_2.json.gz";
    static final String SALTS = "salts_2_to_2.json.gz";

    final Game game;
    final byte[] host;
    final byte[] ben;

    Stage(Game game) {
        this.game = game;
        this.host = game.host(2).pack(game.hostKey, Game.START);
        this.ben = game.seat("ben", 2).pack(game.player("ben").key(), Game.START);
    }

    /** Returns the host's copy with another record 2, signed. */
    byte[] record(UnaryOperator<TurnRecord> lie) {
        return signedRecord(signed -> game.signed(lie.apply(signed.record())));
    }

    /** Returns the host's copy with other JSON at a path of record 2, signed. */
    byte[] record(String path, String json) {
        return record(record -> Doctored.value(TurnRecord.class, record, path, json));
    }

    byte[] signedRecord(UnaryOperator<SignedRecord> lie) {
        Codec<SignedRecord> codec = Codec.of(SignedRecord.class);
        return entry(RECORDS, text -> {
            SignedRecord truth = value(codec, text);
            return Doctored.text(codec.encode(lie.apply(truth)).line());
        });
    }

    /** Returns the host's copy with another header of ben in record 2, signed by a key. */
    byte[] header(UnaryOperator<Header> lie, SigningKey key) {
        return record(record -> {
            Recorded old = record.orders().get(0);
            SignedHeader signed = SignedHeader.of(lie.apply(old.header()), key);
            Recorded told = new Recorded(signed.header(), signed.signature(), old.outcome());
            return Doctored.value(
                    TurnRecord.class,
                    record,
                    "orders/0",
                    json -> Codec.of(Recorded.class).encode(told));
        });
    }

    byte[] header(String path, String json) {
        return header(
                header -> Doctored.value(Header.class, header, path, json),
                game.player("ben").key());
    }

    /** Returns the host's copy with another text in an entry, listed and signed. */
    byte[] entry(String name, UnaryOperator<String> lie) {
        return entry(host, game.hostKey, name, lie);
    }

    byte[] entry(byte[] file, SigningKey key, String name, UnaryOperator<String> lie) {
        return entries(file, key, entries -> {
            String old = Doctored.text(entries.getOrDefault(name, Bytes.of()));
            String told = lie.apply(old);
            if (told.equals(old)) {
                throw new AssertionError("nothing changed in " + name + ": " + old);
            }
            entries.put(name, Doctored.utf8(told));
        });
    }

    byte[] entries(byte[] file, SigningKey key, Consumer<Map<String, Bytes>> lie) {
        try {
            PackedFile old = PackedFile.read(file);
            Map<String, Bytes> entries = new LinkedHashMap<>(old.entries());
            lie.accept(entries);
            return PackedFile.write(old.manifest(), entries, key);
        } catch (ArchiveException e) {
            throw new AssertionError(e);
        }
    }

    byte[] manifest(byte[] file, SigningKey key, String path, String json) {
        try {
            return Repacked.manifest(file, key, path, json);
        } catch (ArchiveException e) {
            throw new AssertionError(e);
        }
    }

    /** Returns the file of a host that holds one more record, whatever is in it. */
    static byte[] unchecked(SessionArchive before, SignedRecord next, History its, Game game) {
        int newest = before.chain().newest() + 1;
        List<SignedRecord> records = new ArrayList<>(before.chain().records());
        records.add(next);
        Map<String, Bytes> entries =
                HistoryFiles.write(records, before.history().and(its), Segments.of(newest));
        Manifest old = Manifests.draft(
                before.chain(), Manifest.Kind.SESSION, Party.HOST, null, new Range(0, newest), Game.START);
        Json turn = Json.Amount.of(newest + 1);
        Manifest draft = Doctored.value(
                Manifest.class,
                Doctored.value(Manifest.class, old, "current_turn", same -> turn),
                "total_turns_played",
                same -> Json.Amount.of(newest));
        return PackedFile.write(draft, entries, game.hostKey);
    }

    private static <T> T value(Codec<T> codec, String line) {
        try {
            return codec.decode(Doctored.json(line));
        } catch (JsonException e) {
            throw new AssertionError(e);
        }
    }
}

package dmhq.format.archive;

import dmhq.format.Attachment;
import dmhq.format.Bytes;
import dmhq.format.Digest;
import java.util.List;
import java.util.function.UnaryOperator;

/** Files with an entry that is not the one listed, not in its form, or out of its place. */
final class EntryVectors {

    private final Stage stage = new Stage(Game.hostWatches());

    static List<Vector> all() {
        EntryVectors vectors = new EntryVectors();
        Stage stage = vectors.stage;
        String stray = Attachment.of(Digest.of()).value() + ".gz";
        return List.of(
                bad(
                        "changed",
                        "an entry is another than the manifest lists",
                        Repacked.raw(stage.host, entries -> entries.put(Stage.EVENTS, Doctored.utf8("{}\n")))),
                bad(
                        "missing",
                        "a listed entry is missing",
                        Repacked.raw(stage.host, entries -> entries.remove(Stage.EVENTS))),
                bad(
                        "unlisted",
                        "an entry is there that is not listed",
                        Repacked.raw(stage.host, entries -> entries.put("more.json", Bytes.of()))),
                bad(
                        "stray",
                        "an entry that has no place in a session",
                        stage.entries(
                                stage.host,
                                stage.game.hostKey,
                                entries -> entries.put("more.json", Doctored.utf8("{}")))),
                bad(
                        "segments",
                        "records in other segments than those of a session",
                        stage.entries(stage.host, stage.game.hostKey, entries -> {
                            Bytes moved = entries.remove(Stage.SALTS);
                            entries.put("salts_1_to_2.json.gz", moved == null ? Bytes.of() : moved);
                        })),
                bad("no-lines", "a file of lines without lines", vectors.lines(text -> "")),
                bad("no-end", "the last line does not end", vectors.lines(text -> text.strip())),
                bad("spaces", "a line is not canonical", vectors.lines(text -> text.replaceFirst(":", ": "))),
                bad(
                        "escape",
                        "an escape that is not needed",
                        vectors.lines(text -> text.replaceFirst("Began", "\\\\u0042egan"))),
                bad(
                        "order",
                        "members in another order",
                        vectors.lines(text ->
                                text.replaceFirst("\"record\":2,\"after\":null", "\"after\":null,\"record\":2"))),
                bad(
                        "twice",
                        "a member twice",
                        vectors.lines(text -> text.replaceFirst("\"record\":2", "\"record\":2,\"record\":2"))),
                bad(
                        "unknown",
                        "a member that is not known",
                        vectors.lines(text -> text.replaceFirst("\"record\":2", "\"record\":2,\"more\":1"))),
                bad(
                        "surrogate",
                        "half of a surrogate pair",
                        vectors.lines(text -> text.replaceFirst("Began", "\\\\ud800"))),
                bad(
                        "number",
                        "a number beyond 2^53 - 1",
                        vectors.lines(text -> text.replaceFirst("\"turn\":2", "\"turn\":9007199254740992"))),
                bad(
                        "exponent",
                        "a number with an exponent",
                        vectors.lines(text -> text.replaceFirst("\"turn\":2", "\"turn\":2e0"))),
                bad("minus-zero", "minus zero", vectors.lines(text -> text.replaceFirst("\"turn\":2", "\"turn\":-0"))),
                bad(
                        "deep",
                        "65 levels",
                        vectors.lines(text ->
                                text.replaceFirst("\"turn\":2", "\"turn\":" + "[".repeat(63) + "]".repeat(63)))),
                bad(
                        "not-utf-8",
                        "bytes that are no UTF-8",
                        stage.entries(
                                stage.host,
                                stage.game.hostKey,
                                entries -> entries.put(
                                        Stage.EVENTS, Bytes.of((byte) '"', (byte) 0xc3, (byte) '"', (byte) '\n')))),
                bad(
                        "other-records",
                        "events of another record than the segment is of",
                        vectors.lines(text -> text.replace("\"record\":2", "\"record\":1"))),
                bad(
                        "checksum",
                        "a body with another checksum",
                        stage.entry(Stage.ORDERS, text -> text.replaceFirst("\"to\":2", "\"to\":3"))),
                bad(
                        "salt",
                        "a key of salts of 31 bytes",
                        stage.entry(Stage.SALTS, text -> text.replaceFirst("\"key\":\"..", "\"key\":\""))),
                bad(
                        "attachment",
                        "an attachment that nothing names",
                        stage.entries(stage.host, stage.game.hostKey, entries -> entries.put(stray, Bytes.of()))),
                bad(
                        "attachment-digest",
                        "an attachment with another content than its name says",
                        stage.entries(
                                stage.host, stage.game.hostKey, entries -> entries.put(stray, Doctored.utf8("x")))),
                bad(
                        "snapshot",
                        "a snapshot of a record that is not there",
                        stage.entries(
                                stage.host,
                                stage.game.hostKey,
                                entries -> entries.put("snapshots/snapshot_turn_3.json.gz", Doctored.utf8("{}\n")))));
    }

    private static Vector bad(String name, String what, byte[] file) {
        return Vector.of("entry-" + name, Layer.ENTRY, what, file);
    }

    private byte[] lines(UnaryOperator<String> lie) {
        return stage.entry(Stage.EVENTS, lie);
    }
}

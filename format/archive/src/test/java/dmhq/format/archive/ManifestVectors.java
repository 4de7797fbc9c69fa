package dmhq.format.archive;

import dmhq.format.Bytes;
import dmhq.format.session.Manifest;
import dmhq.format.signing.Namespace;
import dmhq.format.signing.SigningKey;
import dmhq.format.signing.SshSignature;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Files whose manifest is missing, not in its form, not signed, or of something else. */
final class ManifestVectors {

    private static final String NAME = PackedFile.MANIFEST;
    private static final String SIGNATURE = NAME + ".sig";

    private final Stage stage = new Stage(Game.hostWatches());
    private final SigningKey key = stage.game.hostKey;

    static List<Vector> all() {
        ManifestVectors vectors = new ManifestVectors();
        return List.of(
                bad("missing", "no manifest", vectors.raw(entries -> entries.remove(NAME))),
                bad("unsigned", "no signature", vectors.raw(entries -> entries.remove(SIGNATURE))),
                bad(
                        "changed",
                        "one digit changed after signing",
                        vectors.changed("\"current_turn\":3", "\"current_turn\":4")),
                bad("namespace", "signed in the namespace of records", vectors.resigned(Namespace.RECORD, "")),
                bad("signature-form", "a signature with CR LF", vectors.signature(text -> text.replace("\n", "\r\n"))),
                bad("signature-other", "a signature of another text", vectors.resigned(Namespace.FILE, " ")),
                bad("spaces", "not canonical: a space", vectors.signed(text -> text.replaceFirst(":", ": "))),
                bad(
                        "version",
                        "a newer version, with members of its own",
                        vectors.signed(text -> text.replace("\"version\":1", "\"version\":2,\"more\":true"))),
                bad(
                        "kind",
                        "a reserved kind",
                        vectors.signed(text -> text.replace("\"kind\":\"session\"", "\"kind\":\"handover\""))),
                bad(
                        "encryption",
                        "says that it is sealed inside",
                        vectors.signed(text -> text.replace("\"encryption\":null", "\"encryption\":\"age\""))),
                bad(
                        "member-missing",
                        "a member is missing",
                        vectors.signed(text -> text.replaceFirst("\"current_player\":null,", ""))),
                bad(
                        "member-twice",
                        "a member twice",
                        vectors.signed(text -> text.replaceFirst("\"to\":null", "\"to\":null,\"to\":null"))),
                bad(
                        "listed-twice",
                        "an entry is listed twice",
                        vectors.signed(text -> text.replaceFirst("(\\{\"name\":[^}]*\\}),", "$1,$1,"))),
                bad("session", "the id of another session", vectors.told("session_id", "\"other-0123456789abcdef\"")),
                bad("packer", "from the host, packed by a seat", vectors.packedBy("ben")),
                bad("nobody", "from a seat that nobody has", vectors.told("from", "\"dora\"")));
    }

    private static Vector bad(String name, String what, byte[] file) {
        return Vector.of("manifest-" + name, Layer.MANIFEST, what, file);
    }

    private byte[] raw(Consumer<Map<String, Bytes>> change) {
        return Repacked.raw(stage.host, change);
    }

    private byte[] changed(String old, String told) {
        return raw(entries -> entries.computeIfPresent(NAME, (name, text) -> replaced(text, old, told)));
    }

    private static Bytes replaced(Bytes text, String old, String told) {
        return Doctored.utf8(Doctored.text(text).replace(old, told));
    }

    private byte[] signature(UnaryOperator<String> change) {
        return raw(entries ->
                entries.computeIfPresent(SIGNATURE, (name, text) -> Doctored.utf8(change.apply(Doctored.text(text)))));
    }

    private byte[] resigned(Namespace namespace, String more) {
        return raw(entries -> entries.put(SIGNATURE, signature(entries, namespace, more)));
    }

    private Bytes signature(Map<String, Bytes> entries, Namespace namespace, String more) {
        Bytes content = Doctored.utf8(Doctored.text(entries.getOrDefault(NAME, Bytes.of())) + more);
        return Doctored.utf8(SshSignature.make(key, namespace, content).armored());
    }

    private byte[] signed(UnaryOperator<String> change) {
        return raw(entries -> {
            String old = Doctored.text(entries.getOrDefault(NAME, Bytes.of()));
            String told = change.apply(old);
            if (told.equals(old)) {
                throw new AssertionError("nothing changed in " + old);
            }
            entries.put(NAME, Doctored.utf8(told));
            entries.put(SIGNATURE, signature(entries, Namespace.FILE, ""));
        });
    }

    private byte[] told(String path, String json) {
        return stage.manifest(stage.host, key, path, json);
    }

    private byte[] packedBy(String seat) {
        try {
            PackedFile file = PackedFile.read(stage.host);
            Manifest same = file.manifest();
            return PackedFile.write(
                    same, file.entries(), stage.game.player(seat).key());
        } catch (ArchiveException e) {
            throw new AssertionError(e);
        }
    }
}

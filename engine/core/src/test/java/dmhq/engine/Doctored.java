package dmhq.engine;

import dmhq.format.Bytes;
import dmhq.format.Digest;
import dmhq.format.archive.PackedFile;
import dmhq.format.container.Container;
import dmhq.format.container.ContainerException;
import dmhq.format.container.ContainerReader;
import dmhq.format.container.ContainerWriter;
import dmhq.format.container.Entry;
import dmhq.format.container.Limits;
import dmhq.format.json.Codec;
import dmhq.format.json.Json;
import dmhq.format.json.JsonException;
import dmhq.format.json.JsonReader;
import dmhq.format.session.Manifest;
import dmhq.format.session.SignedRecord;
import dmhq.format.signing.Namespace;
import dmhq.format.signing.Signer;
import dmhq.format.signing.SshSignature;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** A packed file opened up, changed, and closed again with its manifest listed and signed anew. */
final class Doctored {

    private static final Codec<Manifest> MANIFESTS = Codec.of(Manifest.class);
    private static final Codec<SignedRecord> RECORDS = Codec.of(SignedRecord.class);

    private final Map<String, Bytes> entries = new LinkedHashMap<>();

    Doctored(byte[] file) throws ContainerException {
        ContainerReader.read(file, Limits.usual())
                .entries()
                .forEach((name, entry) -> entries.put(name, entry.content()));
    }

    /** Changes the text of an entry. */
    Doctored text(String name, UnaryOperator<String> change) {
        String text = new String(Objects.requireNonNull(entries.get(name)).toArray(), StandardCharsets.UTF_8);
        String changed = change.apply(text);
        if (changed.equals(text)) {
            throw new IllegalArgumentException("nothing to change in " + name + ": " + text);
        }
        entries.put(name, Bytes.of(changed.getBytes(StandardCharsets.UTF_8)));
        return this;
    }

    /** Changes the bytes of an entry. */
    Doctored bytes(String name, UnaryOperator<Bytes> change) {
        entries.put(name, change.apply(Objects.requireNonNull(entries.get(name))));
        return this;
    }

    /** Changes the last record of an entry. */
    Doctored lastRecord(String name, UnaryOperator<SignedRecord> change) throws JsonException {
        List<Bytes> lines = new ArrayList<>();
        List<Json> records = JsonReader.readLines(Objects.requireNonNull(entries.get(name)));
        for (Json line : records) {
            lines.add(line.line());
        }
        SignedRecord last = RECORDS.decode(records.get(records.size() - 1));
        lines.set(lines.size() - 1, RECORDS.encode(change.apply(last)).line());
        entries.put(name, Bytes.joined(lines.toArray(Bytes[]::new)));
        return this;
    }

    /** Returns the file as it is now, with the old manifest. */
    byte[] unlisted() {
        Map<String, Entry> packed = new LinkedHashMap<>();
        entries.forEach((name, content) -> packed.put(name, Entry.of(name, content)));
        return ContainerWriter.write(new Container(packed));
    }

    /** Returns the file with a manifest that lists what is there, signed. */
    byte[] signedBy(Signer key) throws JsonException {
        Json.Members manifest = (Json.Members)
                MANIFESTS.encode(MANIFESTS.decodeCanonical(Objects.requireNonNull(entries.get(PackedFile.MANIFEST))));
        List<Json> listed = new ArrayList<>();
        for (Json old : ((Json.Elements) Objects.requireNonNull(manifest.member("entries"))).elements()) {
            String name = ((Json.Text) Objects.requireNonNull(((Json.Members) old).member("name"))).value();
            Bytes content = Objects.requireNonNull(entries.get(name));
            listed.add(Codec.of(Manifest.Listed.class)
                    .encode(new Manifest.Listed(name, content.size(), Digest.of(content))));
        }
        Map<String, Json> members = new LinkedHashMap<>(manifest.members());
        members.put("entries", new Json.Elements(listed));
        Bytes bytes = new Json.Members(members).canonical();
        entries.put(PackedFile.MANIFEST, bytes);
        String signature = SshSignature.make(key, Namespace.FILE, bytes).armored();
        entries.put(PackedFile.MANIFEST + ".sig", Bytes.of(signature.getBytes(StandardCharsets.UTF_8)));
        return unlisted();
    }
}

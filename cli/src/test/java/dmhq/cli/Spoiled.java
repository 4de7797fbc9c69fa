package dmhq.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dmhq.format.Bytes;
import dmhq.format.Digest;
import dmhq.format.container.Container;
import dmhq.format.container.ContainerException;
import dmhq.format.container.ContainerReader;
import dmhq.format.container.ContainerWriter;
import dmhq.format.container.Entry;
import dmhq.format.container.Limits;
import dmhq.format.json.Json;
import dmhq.format.json.JsonException;
import dmhq.format.json.JsonReader;
import dmhq.format.signing.Namespace;
import dmhq.format.signing.SigningKey;
import dmhq.format.signing.SshSignature;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** A sound archive, and what can go wrong with it: each method returns the bytes of a spoiled one. */
record Spoiled(Bytes file) {

    private static final String MANIFEST = "manifest.json";
    private static final String SIGNATURE = "manifest.json.sig";
    private static final byte[] DIRECTORY_HEADER = "PK\1\2".getBytes(US_ASCII);

    Spoiled(byte[] sound) {
        this(Bytes.of(sound));
    }

    byte[] sound() {
        return file.toArray();
    }

    byte[] cut() {
        return Arrays.copyOf(sound(), file.size() / 2);
    }

    byte[] flipped(int at) {
        byte[] bytes = sound();
        bytes[at] ^= 1;
        return bytes;
    }

    byte[] between(String before, String after) {
        return joined(before.getBytes(US_ASCII), sound(), after.getBytes(US_ASCII));
    }

    /** Names the entry otherwise, at both places; the new name is as long as the old one. */
    byte[] renamed(String entry, String name) {
        byte[] bytes = sound();
        byte[] old = entry.getBytes(US_ASCII);
        if (name.length() != entry.length()) {
            throw new IllegalArgumentException(name + " is not as long as " + entry);
        }
        for (int at = 0; at <= bytes.length - old.length; at++) {
            boolean header = at >= 46
                    && (Arrays.equals(bytes, at - 46, at - 42, DIRECTORY_HEADER, 0, 4)
                            || Arrays.equals(bytes, at - 30, at - 26, "PK\3\4".getBytes(US_ASCII), 0, 4));
            if (header && Arrays.equals(bytes, at, at + old.length, old, 0, old.length)) {
                System.arraycopy(name.getBytes(US_ASCII), 0, bytes, at, old.length);
            }
        }
        return bytes;
    }

    /** Puts values into the first header of the directory, which is that of the manifest. */
    byte[] inDirectory(Consumer<ByteBuffer> change) {
        byte[] bytes = sound();
        int at = 0;
        while (!Arrays.equals(bytes, at, at + 4, DIRECTORY_HEADER, 0, 4)) {
            at++;
        }
        change.accept(ByteBuffer.wrap(bytes, at, bytes.length - at).slice().order(ByteOrder.LITTLE_ENDIAN));
        return bytes;
    }

    /** Changes entries; nothing is listed or signed anew. */
    byte[] entries(Consumer<Map<String, Bytes>> change) {
        Map<String, Bytes> contents = contents();
        change.accept(contents);
        Map<String, Entry> entries = new LinkedHashMap<>();
        contents.forEach((name, content) -> entries.put(name, Entry.of(name, content)));
        return ContainerWriter.write(new Container(entries));
    }

    byte[] entry(String name, UnaryOperator<String> change) {
        return entries(all -> all.put(name, bytes(change.apply(text(name)))));
    }

    /** Changes the text of the manifest and signs it. */
    byte[] manifest(SigningKey key, UnaryOperator<String> change) {
        return entries(all -> {
            Bytes manifest = bytes(change.apply(text(MANIFEST)));
            all.put(MANIFEST, manifest);
            all.put(SIGNATURE, signature(key, Namespace.FILE, manifest));
        });
    }

    byte[] manifestSigned(SigningKey key, Namespace namespace) {
        return entries(all -> all.put(SIGNATURE, signature(key, namespace, bytes(text(MANIFEST)))));
    }

    /** Changes an entry, lists it as it is now, and signs that. */
    byte[] listed(SigningKey key, String name, UnaryOperator<String> change) {
        Spoiled changed = new Spoiled(entry(name, change));
        return changed.manifest(key, text -> changed.listing(text));
    }

    /** Changes the entries, lists them as they are now, and signs that. */
    byte[] listed(SigningKey key, Consumer<Map<String, Bytes>> change) {
        Spoiled changed = new Spoiled(entries(change));
        return changed.manifest(key, text -> changed.listing(text));
    }

    private String listing(String manifest) {
        List<Json> listed = new ArrayList<>();
        contents().forEach((name, content) -> {
            if (!name.startsWith(MANIFEST)) {
                Map<String, Json> entry = new LinkedHashMap<>();
                entry.put("name", new Json.Text(name));
                entry.put("size", Json.Amount.of(content.size()));
                entry.put("digest", new Json.Text(Digest.of(content).toString()));
                listed.add(new Json.Members(entry));
            }
        });
        try {
            Map<String, Json> members =
                    new LinkedHashMap<>(((Json.Members) JsonReader.read(bytes(manifest))).members());
            members.put("entries", new Json.Elements(listed));
            return new Json.Members(members).toText();
        } catch (JsonException e) {
            throw new AssertionError(e);
        }
    }

    String text(String name) {
        Bytes content = contents().get(name);
        if (content == null) {
            throw new AssertionError(name + " is not among " + contents().keySet());
        }
        return new String(content.toArray(), UTF_8);
    }

    private Map<String, Bytes> contents() {
        Map<String, Bytes> contents = new LinkedHashMap<>();
        try {
            ContainerReader.read(sound(), Limits.usual())
                    .entries()
                    .forEach((name, entry) -> contents.put(name, entry.content()));
        } catch (ContainerException e) {
            throw new AssertionError(e);
        }
        return contents;
    }

    private static Bytes signature(SigningKey key, Namespace namespace, Bytes content) {
        return bytes(SshSignature.make(key, namespace, content).armored());
    }

    private static Bytes bytes(String text) {
        return Bytes.of(text.getBytes(UTF_8));
    }

    private static byte[] joined(byte[]... parts) {
        return Bytes.joined(Arrays.stream(parts).map(Bytes::of).toArray(Bytes[]::new))
                .toArray();
    }
}

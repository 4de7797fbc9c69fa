package dmhq.format.archive;

import dmhq.format.Bytes;
import dmhq.format.container.Container;
import dmhq.format.container.ContainerException;
import dmhq.format.container.ContainerReader;
import dmhq.format.container.ContainerWriter;
import dmhq.format.container.Entry;
import dmhq.format.container.Limits;
import dmhq.format.session.Manifest;
import dmhq.format.signing.SigningKey;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Files changed and packed again, soundly by whoever has the key, or with the old signature. */
final class Repacked {

    private Repacked() {}

    /** Returns the file with other entries, listed and signed as they are. */
    static PackedFile signed(byte[] file, SigningKey key, Consumer<Map<String, Bytes>> change) throws ArchiveException {
        PackedFile old = PackedFile.read(file);
        Map<String, Bytes> entries = new LinkedHashMap<>(old.entries());
        change.accept(entries);
        return PackedFile.read(PackedFile.write(old.manifest(), entries, key));
    }

    /** Returns the file with another text in one entry, listed and signed as it is. */
    static PackedFile signed(byte[] file, SigningKey key, String entry, UnaryOperator<String> change)
            throws ArchiveException {
        return signed(file, key, entries -> {
            Bytes old = entries.get(entry);
            if (old == null) {
                throw new AssertionError(entry + " is not among " + entries.keySet());
            }
            String text = change.apply(Doctored.text(old));
            if (text.equals(Doctored.text(old))) {
                throw new AssertionError("nothing changed in " + text);
            }
            entries.put(entry, Doctored.utf8(text));
        });
    }

    /** Returns the file with other JSON at a path of its manifest, signed as it is. */
    static byte[] manifest(byte[] file, SigningKey key, String path, String json) throws ArchiveException {
        PackedFile old = PackedFile.read(file);
        return PackedFile.write(Doctored.value(Manifest.class, old.manifest(), path, json), old.entries(), key);
    }

    /** Returns the file with other bytes in any of its entries, and nothing listed or signed anew. */
    static byte[] raw(byte[] file, Consumer<Map<String, Bytes>> change) {
        Map<String, Bytes> contents = new LinkedHashMap<>();
        contents(file).forEach(contents::put);
        change.accept(contents);
        Map<String, Entry> entries = new LinkedHashMap<>();
        contents.forEach((name, content) -> entries.put(name, Entry.of(name, content)));
        return ContainerWriter.write(new Container(entries));
    }

    static Map<String, Bytes> contents(byte[] file) {
        Map<String, Bytes> contents = new LinkedHashMap<>();
        try {
            ContainerReader.read(file, Limits.usual())
                    .entries()
                    .forEach((name, entry) -> contents.put(name, entry.content()));
        } catch (ContainerException e) {
            throw new AssertionError(e);
        }
        return contents;
    }
}

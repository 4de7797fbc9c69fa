package dmhq.format.archive;

import static dmhq.format.archive.ArchiveException.present;
import static dmhq.format.archive.ArchiveException.require;

import dmhq.format.Bytes;
import dmhq.format.json.Codec;
import dmhq.format.json.JsonException;
import dmhq.format.session.Manifest.Kind;
import dmhq.format.signing.Namespace;
import dmhq.format.signing.Signature;
import dmhq.format.signing.SigningException;
import dmhq.format.signing.SshSignature;
import dmhq.format.signing.VerifyingKey;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Entries that hold one document each, some with a signature beside them; taken out as read. */
final class Documents {

    private static final String SIGNATURE_END = ".sig";

    private Documents() {}

    static <T> void put(Map<String, Bytes> entries, String name, Codec<T> codec, T value) {
        entries.put(name, codec.canonical(value));
    }

    static <T> T take(Map<String, Bytes> entries, String name, Codec<T> codec) throws ArchiveException {
        Bytes content = present(entries.remove(name), Layer.ENTRY, "entry " + name + " is missing");
        try {
            return codec.decodeCanonical(content);
        } catch (JsonException e) {
            throw new ArchiveException(Layer.ENTRY, "entry " + name, e);
        }
    }

    static void putSignature(
            Map<String, Bytes> entries, String name, VerifyingKey key, Namespace namespace, Signature signature) {
        String text = new SshSignature(key, namespace, signature).armored();
        entries.put(name + SIGNATURE_END, Bytes.of(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Takes the signature beside an entry; that it confirms the content is for the caller to check. */
    static SshSignature takeSignature(Map<String, Bytes> entries, String name, Namespace namespace)
            throws ArchiveException {
        String file = name + SIGNATURE_END;
        Bytes content = present(entries.remove(file), Layer.ENTRY, "entry " + file + " is missing");
        try {
            SshSignature signature = SshSignature.read(new String(content.toArray(), StandardCharsets.UTF_8));
            require(
                    signature.namespace() == namespace
                            && signature.armored().equals(new String(content.toArray(), StandardCharsets.UTF_8)),
                    Layer.ENTRY,
                    "entry " + file + " is not a signature for " + namespace.text() + " in its one form");
            return signature;
        } catch (SigningException e) {
            throw new ArchiveException(Layer.ENTRY, "entry " + file, e);
        }
    }

    static void requireAllTaken(Map<String, Bytes> entries, Kind kind) throws ArchiveException {
        require(
                entries.isEmpty(),
                Layer.ENTRY,
                entries.isEmpty()
                        ? ""
                        : "entry " + entries.keySet().iterator().next() + " has no place in " + Manifests.one(kind));
    }
}

package dmhq.format.archive;

import static dmhq.format.archive.ArchiveException.present;
import static dmhq.format.archive.ArchiveException.require;

import dmhq.format.Bytes;
import dmhq.format.Digest;
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
import dmhq.format.session.Manifest.FileFormat;
import dmhq.format.session.Manifest.Listed;
import dmhq.format.signing.Namespace;
import dmhq.format.signing.Signer;
import dmhq.format.signing.SshSignature;
import dmhq.format.signing.VerifyingKey;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A file of any kind whose container is sound, whose manifest is signed, and whose entries are those
 * that the manifest lists.
 *
 * @param packer the key that signed the manifest; whether it had the right to is for the kind to say
 * @param packed the entries by name, in file order, without the manifest and its signature
 */
public record PackedFile(Manifest manifest, VerifyingKey packer, Map<String, Entry> packed) {

    /** The entry that lists all others. */
    public static final String MANIFEST = "manifest.json";

    /** Where the name of the first entry stands in a ZIP. */
    private static final int NAME_AT = 30;

    private static final String SIGNATURE = MANIFEST + ".sig";
    private static final Codec<Manifest> MANIFESTS = Codec.of(Manifest.class);

    public PackedFile {
        packed = Collections.unmodifiableMap(new LinkedHashMap<>(packed));
    }

    /**
     * Tells whether a file begins as one of these does: a ZIP whose first entry is the manifest. Whether it is one shows in
     * reading it.
     *
     * @param head its first bytes, 43 at least
     */
    public static boolean begins(byte[] head) {
        byte[] name = MANIFEST.getBytes(StandardCharsets.US_ASCII);
        return head.length >= NAME_AT + name.length
                && head[0] == 'P'
                && head[1] == 'K'
                && head[2] == 3
                && head[3] == 4
                && Arrays.equals(head, NAME_AT, NAME_AT + name.length, name, 0, name.length);
    }

    /** Returns the contents by name, in file order; the map is the caller's to take from. */
    public Map<String, Bytes> entries() {
        return contents(packed);
    }

    private static Map<String, Bytes> contents(Map<String, Entry> packed) {
        Map<String, Bytes> contents = new LinkedHashMap<>();
        packed.forEach((name, entry) -> contents.put(name, entry.content()));
        return contents;
    }

    /**
     * Returns what an unsealed file holds.
     *
     * @throws ArchiveException of layer container, manifest or entry, naming the entry at fault
     */
    public static PackedFile read(byte[] file) throws ArchiveException {
        Map<String, Entry> packed;
        try {
            packed = new LinkedHashMap<>(
                    ContainerReader.read(file, Limits.usual()).entries());
        } catch (ContainerException e) {
            throw new ArchiveException(Layer.CONTAINER, "", e);
        }
        Map<String, Bytes> entries = contents(packed);
        Bytes listing = present(
                entries.get(MANIFEST),
                Layer.MANIFEST,
                "entry " + MANIFEST + " is missing, which every file of dmhq has");
        checkVersion(listing);
        present(
                entries.get(SIGNATURE),
                Layer.MANIFEST,
                "entry " + SIGNATURE + " is missing, so the file is not signed");
        Manifest manifest;
        SshSignature signature;
        try {
            manifest = Documents.take(entries, MANIFEST, MANIFESTS);
            signature = Documents.takeSignature(entries, MANIFEST, Namespace.FILE);
        } catch (ArchiveException e) {
            throw new ArchiveException(Layer.MANIFEST, "", e);
        }
        checkFormat(manifest.fileFormat());
        require(
                signature.confirms(listing),
                Layer.MANIFEST,
                "entry " + MANIFEST + " is not what " + signature.key().fingerprint() + " signed");
        checkEntries(manifest, entries);
        packed.keySet().retainAll(entries.keySet());
        return new PackedFile(manifest, signature.key(), packed);
    }

    /** The version comes first: a later one may have members of which this reader knows nothing. */
    private static void checkVersion(Bytes listing) throws ArchiveException {
        try {
            if (JsonReader.read(listing) instanceof Json.Members manifest
                    && manifest.member("file_format") instanceof Json.Members format
                    && format.member("version") instanceof Json.Amount version) {
                if (!version.equals(Json.Amount.of(Manifests.VERSION))) {
                    throw ArchiveException.ofLaterVersion(
                            Layer.MANIFEST,
                            "the file is in version " + version + " of the format, this dmhq reads version "
                                    + Manifests.VERSION);
                }
            }
        } catch (JsonException e) {
            throw new ArchiveException(Layer.MANIFEST, "entry " + MANIFEST, e);
        }
    }

    private static void checkFormat(FileFormat format) throws ArchiveException {
        require(
                format.compression().equals(Manifests.COMPRESSION) && format.encryption() == null,
                Layer.MANIFEST,
                "the file says it is packed otherwise than it is");
    }

    /** Names first: a list that names one large entry a million times must not be digested so often. */
    private static void checkEntries(Manifest manifest, Map<String, Bytes> entries) throws ArchiveException {
        List<String> names = manifest.entries().stream().map(Listed::name).toList();
        for (String name : names) {
            require(entries.containsKey(name), Layer.ENTRY, "entry " + name + " is listed but missing");
        }
        Set<String> known = new HashSet<>(names);
        for (String name : entries.keySet()) {
            require(known.contains(name), Layer.ENTRY, "entry " + name + " is not listed");
        }
        require(
                names.equals(List.copyOf(entries.keySet())),
                Layer.MANIFEST,
                "entries are listed twice or out of order");
        for (Listed listed : manifest.entries()) {
            Bytes content = entries.getOrDefault(listed.name(), Bytes.of());
            require(
                    content.size() == listed.size() && Digest.of(content).equals(listed.digest()),
                    Layer.ENTRY,
                    "entry " + listed.name() + " is not the one the manifest lists");
        }
    }

    /**
     * Returns the file with these entries.
     *
     * @param draft its {@code entries} are put in here
     * @param packer the key of whom the draft names as sender
     */
    static byte[] write(Manifest draft, Map<String, Bytes> entries, Signer packer) {
        return write(draft, entries, packer, Map.of());
    }

    /**
     * Returns the file with these entries.
     *
     * @param before entries of an earlier file; one with the same content goes into this one as it is,
     *     since compressing takes longest of all
     */
    static byte[] write(Manifest draft, Map<String, Bytes> entries, Signer packer, Map<String, Entry> before) {
        Map<String, Entry> packed = new LinkedHashMap<>();
        entries.forEach((name, content) -> packed.put(name, entry(name, content, before.get(name))));
        Bytes manifest = MANIFESTS.canonical(listing(draft, listing(contents(new Container(packed).entries()))));
        Map<String, Bytes> signed = new LinkedHashMap<>();
        signed.put(MANIFEST, manifest);
        Documents.putSignature(
                signed, MANIFEST, packer.verifyingKey(), Namespace.FILE, packer.sign(Namespace.FILE, manifest));
        signed.forEach((name, content) -> packed.put(name, Entry.of(name, content)));
        return ContainerWriter.write(new Container(packed));
    }

    private static Entry entry(String name, Bytes content, @Nullable Entry before) {
        return before != null && before.content().equals(content) ? before : Entry.of(name, content);
    }

    private static List<Listed> listing(Map<String, Bytes> entries) {
        return entries.entrySet().stream()
                .map(entry -> new Listed(entry.getKey(), entry.getValue().size(), Digest.of(entry.getValue())))
                .toList();
    }

    private static Manifest listing(Manifest draft, List<Listed> entries) {
        return new Manifest(
                draft.sessionId(),
                draft.scenario(),
                draft.currentTurn(),
                draft.totalTurnsPlayed(),
                draft.players(),
                draft.turnOrder(),
                draft.currentPlayer(),
                draft.gameState(),
                draft.fileFormat(),
                draft.createdAt(),
                draft.lastModified(),
                draft.kind(),
                draft.from(),
                draft.to(),
                draft.records(),
                entries,
                draft.other());
    }
}

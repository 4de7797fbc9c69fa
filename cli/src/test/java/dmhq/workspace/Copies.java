package dmhq.workspace;

import dmhq.engine.Verification;
import dmhq.format.Digest;
import dmhq.format.archive.ArchiveException;
import dmhq.format.archive.PackedFile;
import dmhq.format.archive.SessionArchive;
import dmhq.format.archive.Turn;
import dmhq.format.sealing.Seal;
import dmhq.format.sealing.SealException;
import dmhq.format.session.Manifest.Kind;
import dmhq.format.session.SignedRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** All copies of a session that lie about: each player's archives, and every parcel that was sent. */
final class Copies {

    private final SortedMap<Path, byte[]> files = new TreeMap<>();

    private Copies() {}

    /** Opens whatever any of the players can open. */
    static Copies of(Table table, Player... players) throws Exception {
        Copies copies = new Copies();
        for (Player player : players) {
            for (Path file : archives(player)) {
                copies.files.put(file, Files.readAllBytes(file));
            }
        }
        for (Path parcel : table.parcels()) {
            copies.files.put(parcel, opened(parcel, players));
        }
        return copies;
    }

    private static List<Path> archives(Player player) throws IOException {
        try (Stream<Path> files = Files.list(player.folder())) {
            return files.filter(file -> file.toString().endsWith(".zip")).toList();
        }
    }

    private static byte[] opened(Path parcel, Player... players) throws Exception {
        byte[] file = Files.readAllBytes(parcel);
        if (!Seal.isSealed(file)) {
            return file;
        }
        for (Player player : players) {
            try {
                return new Home(player.surroundings()).identity().open(file, 1 << 28);
            } catch (SealException e) {
                if (e.reason() != SealException.Reason.OTHER_KEY) {
                    throw e;
                }
            }
        }
        throw new IllegalStateException("nobody at the table can open " + parcel);
    }

    /** Returns what verification finds wrong with any of them, behind the file's path. */
    List<String> wrong() {
        List<String> wrong = new ArrayList<>();
        files.forEach(
                (file, plain) -> Verification.of(plain).wrong().forEach(sentence -> wrong.add(file + ": " + sentence)));
        return wrong;
    }

    /** Returns the digests under which each record is known anywhere, by its number. */
    SortedMap<Integer, SortedSet<Digest>> records() throws ArchiveException {
        SortedMap<Integer, SortedSet<Digest>> records = new TreeMap<>();
        for (byte[] plain : files.values()) {
            for (SignedRecord record : recordsIn(PackedFile.read(plain))) {
                records.computeIfAbsent(record.record().number(), number -> new TreeSet<>())
                        .add(record.digest());
            }
        }
        return records;
    }

    private static List<SignedRecord> recordsIn(PackedFile file) throws ArchiveException {
        Kind kind = file.manifest().kind();
        if (kind == Kind.SESSION) {
            return SessionArchive.read(file).chain().records();
        }
        return kind == Kind.TURN ? Turn.read(file).records() : List.of();
    }
}

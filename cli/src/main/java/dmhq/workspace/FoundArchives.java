package dmhq.workspace;

import dmhq.format.Bytes;
import dmhq.format.Digest;
import dmhq.format.Party;
import dmhq.format.SessionId;
import dmhq.format.archive.ArchiveException;
import dmhq.format.archive.Chain;
import dmhq.format.archive.InvitationFile;
import dmhq.format.archive.PackedFile;
import dmhq.format.archive.SessionArchive;
import dmhq.format.disk.Disk;
import dmhq.format.session.Invitation;
import dmhq.format.session.Manifest.Kind;
import dmhq.format.session.SignedRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The copies of a session's archives that were found, each checked whole; any of them may be damaged. */
final class FoundArchives {

    /** An archive that holds, and where it was found. */
    record Found(Path file, SessionArchive archive) {}

    private final List<Found> whole = new ArrayList<>();
    private final List<InvitationFile> invitations = new ArrayList<>();
    private final SortedMap<Path, String> damaged = new TreeMap<>();

    /** What is wrong with bytes that were read, empty if nothing. */
    private final SortedMap<Digest, String> reasons = new TreeMap<>();

    private FoundArchives() {}

    /** Reads what is in a workspace: the archives in use and, of the older ones, the newest that is whole. */
    static FoundArchives in(Path folder, Disk disk) throws IOException {
        FoundArchives found = new FoundArchives();
        for (String name : List.of("turn.zip", "session.zip")) {
            if (disk.exists(folder.resolve(name))) {
                found.add(folder.resolve(name), disk.read(folder.resolve(name)));
            }
        }
        SortedMap<Integer, Path> byTurn = new TreeMap<>(Comparator.reverseOrder());
        for (Path file : disk.list(folder)) {
            String name = file.getFileName().toString();
            if (name.matches("turn-[0-9]{1,9}\\.zip")) {
                byTurn.put(Integer.parseInt(name.substring(5, name.indexOf('.'))), file);
            }
        }
        for (Path file : byTurn.values()) {
            if (found.add(file, disk.read(file))) {
                break;
            }
        }
        return found;
    }

    /**
     * Reads the bytes of a file, unless the same were read before.
     *
     * @return whether it is an archive, or an invitation, which holds the beginning of one
     */
    boolean add(Path file, byte[] bytes) {
        Digest digest = Digest.of(Bytes.of(bytes));
        String wrong = reasons.get(digest);
        if (wrong == null) {
            wrong = wrongWith(file, bytes);
            reasons.put(digest, wrong);
        }
        if (!wrong.isEmpty()) {
            damaged.put(file, wrong);
        }
        return wrong.isEmpty();
    }

    private String wrongWith(Path file, byte[] bytes) {
        try {
            PackedFile packed = PackedFile.read(bytes);
            if (packed.manifest().kind() == Kind.INVITATION) {
                invitations.add(InvitationFile.read(packed));
            } else {
                whole.add(new Found(file, SessionArchive.read(packed)));
            }
            return "";
        } catch (ArchiveException e) {
            return String.valueOf(e.getMessage());
        }
    }

    /** Returns what is wrong with a file, if it was looked at and cannot be used. */
    Optional<String> wrongWith(Path file) {
        return Optional.ofNullable(damaged.get(file));
    }

    /** Returns the session that the copies are of; of several, that of the first that was read. */
    Optional<SessionId> session() throws ArchiveException {
        if (!whole.isEmpty()) {
            return Optional.of(whole.get(0).archive.chain().session());
        }
        return invitations.isEmpty()
                ? Optional.empty()
                : Optional.of(Chain.open(invitations.get(0).zero()).session());
    }

    /** Returns the copies of one session, the longest first. */
    List<Found> of(SessionId session) {
        return whole.stream()
                .filter(copy -> copy.archive.chain().session().equals(session))
                .sorted(Comparator.comparing(
                        (Found copy) -> -copy.archive.chain().newest()))
                .toList();
    }

    /** Returns the longest copy that someone holds. */
    Optional<Found> newest(SessionId session, Party holder) {
        return of(session).stream()
                .filter(copy -> copy.archive.holder().equals(holder))
                .findFirst();
    }

    /** Returns record 0 of a session, from whoever's copy, or from an invitation. */
    Optional<SignedRecord> beginning(SessionId session) throws ArchiveException {
        List<Found> copies = of(session);
        if (!copies.isEmpty()) {
            return Optional.of(copies.get(0).archive.chain().records().get(0));
        }
        for (InvitationFile invitation : invitations) {
            if (Chain.open(invitation.zero()).session().equals(session)) {
                return Optional.of(invitation.zero());
            }
        }
        return Optional.empty();
    }

    /** Returns the invitations that were named. */
    List<Invitation> invitations() {
        return invitations.stream().map(InvitationFile::invitation).toList();
    }

    /** Returns all records that the copies of a session show, by number. */
    SortedMap<Integer, SignedRecord> records(SessionId session) {
        SortedMap<Integer, SignedRecord> records = new TreeMap<>();
        of(session)
                .forEach(copy -> copy.archive
                        .chain()
                        .records()
                        .forEach(record -> records.putIfAbsent(record.record().number(), record)));
        return records;
    }
}

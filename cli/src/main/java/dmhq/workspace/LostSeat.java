package dmhq.workspace;

import dmhq.format.Party;
import dmhq.format.SeatId;
import dmhq.format.archive.ArchiveException;
import dmhq.format.archive.Chain;
import dmhq.format.archive.PackedFile;
import dmhq.format.archive.SessionArchive;
import dmhq.format.archive.Turn;
import dmhq.format.session.Join;
import dmhq.format.signing.VerifyingKey;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * My seat, once the host has given it to another player. The copy of who sat there ends before the record
 * that says so, since nobody can sign for a seat after that; the turn with it is kept beside the copy.
 */
public final class LostSeat {

    private final Workspace workspace;

    /** Makes it for a workspace. */
    public LostSeat(Workspace workspace) {
        this.workspace = workspace;
    }

    /** Tells whether a seat's archive shows that another player has it, with a key that is not mine. */
    boolean isShownBy(SessionArchive after, int from) throws Refusal, IOException {
        SeatId seat = workspace.seat();
        VerifyingKey key = after.chain().key(Party.of(seat));
        return after.chain().replacements(seat).stream().anyMatch(record -> record >= from)
                && key != null
                && workspace.identity().signer(key).isEmpty();
    }

    /** Keeps the turn that shows it. */
    void keep(byte[] turn) throws IOException {
        workspace.disk().write(file(), turn);
    }

    /** Tells whether another player has my seat. */
    public boolean isOne() throws Refusal, IOException {
        return turn().isPresent();
    }

    /**
     * Returns my copy with the turns that came of my orders, and that my own copy does not hold; empty if
     * I still have my seat, or have it again.
     *
     * @throws Refusal if the file is damaged
     */
    public Optional<SessionArchive> archive() throws Refusal, IOException {
        Optional<Turn> turn = turn();
        try {
            return turn.isPresent() ? Optional.of(workspace.seatArchive().taking(turn.get())) : Optional.empty();
        } catch (ArchiveException e) {
            throw unusable(e);
        }
    }

    /** Who has the seat again has a copy that goes beyond the turn that took it away. */
    private Optional<Turn> turn() throws Refusal, IOException {
        if (workspace.place().host() || !workspace.disk().exists(file())) {
            return Optional.empty();
        }
        try {
            Turn turn = Turn.read(PackedFile.read(workspace.disk().read(file())));
            return workspace.seatArchive().chain().newest() < turn.last() ? Optional.of(turn) : Optional.empty();
        } catch (ArchiveException e) {
            throw unusable(e);
        }
    }

    private Refusal unusable(ArchiveException why) {
        return new Refusal(file().toString(), why, "remove it, and ask the host again with dmhq fetch --ask");
    }

    /**
     * Sees to it that I still have my seat.
     *
     * @throws Refusal if another player has it, with whom
     */
    public void requireNone() throws Refusal, IOException {
        Optional<SessionArchive> archive = archive();
        if (archive.isPresent()) {
            throw new Refusal(sentence(archive.get().chain()));
        }
    }

    private String sentence(Chain chain) throws Refusal, IOException {
        SeatId seat = workspace.seat();
        List<Integer> records = chain.replacements(seat);
        Join successor = Objects.requireNonNull(chain.seats().get(seat));
        return "the host has given your seat " + seat + " to " + successor.name() + ", "
                + successor.signingKey().fingerprint() + ", who plays it after turn " + records.get(records.size() - 1)
                + "; turn.zip stays yours to read, and with a new invitation you can play again";
    }

    private Path file() {
        return workspace.folder().resolve("lost-seat.zip");
    }
}

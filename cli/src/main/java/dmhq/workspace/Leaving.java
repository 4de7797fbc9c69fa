package dmhq.workspace;

import dmhq.format.Party;
import dmhq.format.SeatId;
import dmhq.format.archive.ArchiveException;
import dmhq.format.archive.Chain;
import dmhq.format.archive.Letter;
import dmhq.format.archive.PackedFile;
import dmhq.format.archive.SessionArchive;
import dmhq.format.session.Leave;
import dmhq.format.session.RosterEntry;
import dmhq.format.session.SignedLeave;
import dmhq.format.signing.Signer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * A player's wish not to be waited for any more: kept, and sent again after each record that lacks it,
 * until one holds it. Orders take it back.
 */
public final class Leaving {

    private final Workspace workspace;

    /** Makes the step for a player's workspace. */
    public Leaving(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * Sees to it that a seat can leave.
     *
     * @throws Refusal if this is a host's workspace, play has not begun or is over, or the seat has left
     *     or is another player's now
     */
    public void check() throws Refusal, IOException {
        if (workspace.place().host()) {
            throw new Refusal("the host cannot leave, as no turn comes without it; end the session with dmhq close");
        }
        new LostSeat(workspace).requireNone();
        SessionArchive archive = workspace.seatArchive();
        Chain chain = archive.chain();
        SeatId seat = workspace.seat();
        if (archive.closing() != null) {
            throw new Refusal("the session is closed; there is nothing left to leave");
        } else if (chain.newest() < 1) {
            throw new Refusal("play has not begun, so nobody waits for you; tell the host not to seat you");
        } else if (!workspace.play(archive).standing().running()) {
            throw new Refusal("the game is over; there is nothing left to leave");
        } else if (!chain.waitedFor().contains(seat)) {
            throw new Refusal(seat + " has left already, and nobody waits for it; orders that count bring it back");
        }
    }

    /**
     * Asks the host to go on without the seat; asking again sends the same again.
     *
     * @return whether it was not asked before
     * @throws Refusal for what {@link #check} refuses
     */
    public boolean ask() throws Refusal, IOException {
        check();
        Chain chain = workspace.seatArchive().chain();
        boolean fresh = !isAsked();
        byte[] letter = letter(chain);
        new Outbox(workspace).putAgain(label(chain), letter, chain.host().sealingKey());
        return fresh;
    }

    /** Tells whether nobody waits for the seat any more, or it has asked for that. */
    public boolean isAway() throws Refusal, IOException {
        return !workspace.archive().chain().waitedFor().contains(workspace.seat()) || isAsked();
    }

    /** Tells whether the seat has asked to leave, and no record holds it yet. */
    public boolean isAsked() throws Refusal, IOException {
        return !workspace.place().host()
                && workspace.disk().exists(file())
                && !new LostSeat(workspace).isOne()
                && kept(workspace.seatArchive().chain()).isPresent();
    }

    /** Puts a leave that no record holds yet into the outbox, once after each record. */
    public void sendIfDue() throws Refusal, IOException {
        if (!isAsked() || workspace.seatArchive().closing() != null) {
            return;
        }
        Chain chain = workspace.seatArchive().chain();
        if (!new Outbox(workspace).isKept(label(chain).key(""))) {
            new Outbox(workspace)
                    .put(label(chain), "", letter(chain), chain.host().sealingKey());
        }
    }

    /** Forgets a leave, since the seat plays on. */
    void takeBack() throws IOException {
        workspace.disk().remove(file());
    }

    /** Returns the letter that was signed before, if the seat still has that key, or else a new one. */
    private byte[] letter(Chain chain) throws Refusal, IOException {
        if (workspace.disk().exists(file()) && kept(chain).isPresent()) {
            return workspace.disk().read(file());
        }
        Signer key = workspace.signer(chain, Party.of(workspace.seat()));
        Instant now = workspace.surroundings().now();
        SignedLeave leave = SignedLeave.of(new Leave(chain.session(), workspace.seat(), now), key);
        byte[] letter = Letter.pack(leave, chain, key, now);
        workspace.disk().write(file(), letter);
        return letter;
    }

    /** Returns the leave that the next record can hold. */
    private Optional<SignedLeave> kept(Chain chain) throws IOException {
        try {
            SignedLeave leave =
                    Letter.readLeave(PackedFile.read(workspace.disk().read(file())), chain);
            chain.requirePlace(new RosterEntry.Left(leave));
            return Optional.of(leave);
        } catch (ArchiveException e) {
            return Optional.empty();
        }
    }

    private ParcelLabel label(Chain chain) throws Refusal, IOException {
        return new ParcelLabel("leave", chain.newest(), Party.of(workspace.seat()), Party.HOST, 0);
    }

    private Path file() {
        return workspace.folder().resolve("leave.zip");
    }
}

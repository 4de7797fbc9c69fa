package dmhq.workspace;

import dmhq.format.Party;
import dmhq.format.SeatId;
import dmhq.format.archive.ArchiveException;
import dmhq.format.archive.Chain;
import dmhq.format.archive.PackedFile;
import dmhq.format.archive.SessionArchive;
import dmhq.format.session.Closing;
import dmhq.format.session.Join;
import dmhq.format.session.SignedClosing;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The host's end of a session: the secrets that salted its records go to everyone with all that was
 * hidden, so that everyone can resolve it again from record 0.
 *
 * <p>The closing is written first and everything else follows from it, so that running it again after
 * a kill finishes the step and never signs a second one.
 */
public final class Ending {

    private final Workspace workspace;

    /** Makes the step for a host's workspace. */
    public Ending(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * Closes the session, or sends the end of a closed one again to whoever has not been sent it.
     *
     * @return the number of the last record
     * @throws Refusal if play has not begun, or this is no host's workspace
     */
    public int close() throws Refusal, IOException {
        lastTurn();
        SessionArchive archive = workspace.hostArchive();
        SessionArchive closed = archive.closing() == null ? closed(archive) : archive;
        Chain chain = closed.chain();
        byte[] published = closed.packClosing(workspace.signer(closed.chain(), Party.HOST), at(closed));
        for (Map.Entry<SeatId, Join> seat : chain.seats().entrySet()) {
            if (!seat.getKey().equals(chain.hostSeat())) {
                new Outbox(workspace)
                        .put(
                                new ParcelLabel("closing", chain.newest(), Party.HOST, Party.of(seat.getKey()), 0),
                                "",
                                published,
                                seat.getValue().sealingKey(),
                                chain.host().sealingKey());
            }
        }
        if (chain.hostSeat() != null) {
            takeInOwn(published);
        }
        return chain.newest();
    }

    /**
     * Returns the number of the record that ends the session.
     *
     * @throws Refusal if play has not begun, or this is no host's workspace
     */
    public int lastTurn() throws Refusal, IOException {
        int newest = workspace.hostArchive().chain().newest();
        if (newest < 1) {
            throw new Refusal("play has not begun, so there is nothing to publish; remove the folder instead");
        }
        return newest;
    }

    private SessionArchive closed(SessionArchive archive) throws Refusal, IOException {
        Chain chain = archive.chain();
        var secrets = workspace.hostSecrets(chain);
        Closing closing = new Closing(
                chain.session(),
                chain.newest(),
                chain.head(),
                List.of(new Closing.Secret(1, secrets.sessionSecret())),
                workspace.surroundings().now());
        try {
            SessionArchive closed = archive.with(SignedClosing.of(closing, workspace.signer(chain, Party.HOST)));
            workspace.writeHost(closed);
            return closed;
        } catch (ArchiveException e) {
            throw new Refusal(workspace.folder().toString(), e);
        }
    }

    private static Instant at(SessionArchive closed) {
        SignedClosing closing = closed.closing();
        if (closing == null) {
            throw new IllegalStateException("what was just closed has its closing");
        }
        return closing.closing().at();
    }

    private void takeInOwn(byte[] published) throws Refusal, IOException {
        SessionArchive own = workspace.seatArchive();
        if (own.closing() != null) {
            return;
        }
        try {
            workspace.writeSeat(own.taking(SessionArchive.readClosing(PackedFile.read(published))));
        } catch (ArchiveException e) {
            throw new IllegalStateException("the host's own end of the session does not hold", e);
        }
    }
}

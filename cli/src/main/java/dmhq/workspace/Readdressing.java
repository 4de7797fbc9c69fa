package dmhq.workspace;

import dmhq.format.Bytes;
import dmhq.format.Digest;
import dmhq.format.Party;
import dmhq.format.SeatId;
import dmhq.format.archive.Chain;
import dmhq.format.archive.SessionArchive;
import dmhq.transports.email.MailAddress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Says where a seat is reached from now on. What was mailed elsewhere may never have arrived, so its turn leaves again. */
public final class Readdressing {

    private final Workspace workspace;

    /** Makes the step for a host's workspace. */
    public Readdressing(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * Notes the address of a seat, and puts the turn with all that the seat may lack into the outbox, if there is one and
     * it may leave yet. Saying the same again sends it again. Receipts for the coming turn leave with the next look at who
     * is missing.
     *
     * @throws Refusal if the seat is the host's own
     */
    public void write(SeatId seat, MailAddress address) throws Refusal, IOException {
        SessionArchive archive = workspace.hostArchive();
        Chain chain = archive.chain();
        if (seat.equals(chain.hostSeat())) {
            throw new Refusal(
                    "the seat " + seat + " is your own, and what it gets stays here; name the seat of another player");
        }
        new Contacts(workspace).write(seat, address.toString());
        if (chain.newest() >= 1 && chain.seats().containsKey(seat)) {
            sendTurn(seat, address, archive);
            new HostIntake(workspace).answerAgain(seat, chain);
        }
    }

    /** One that waits in the outbox goes to the new address anyway. */
    private void sendTurn(SeatId seat, MailAddress address, SessionArchive archive) throws Refusal, IOException {
        Chain chain = archive.chain();
        if (new Outbox(workspace).isWaiting(new ParcelLabel("turn", chain.newest(), Party.HOST, Party.of(seat), 0))) {
            return;
        }
        String act = seat + " " + address + " " + workspace.surroundings().now();
        String distinction = ParcelLabel.ASKED
                + Digest.of(Bytes.of(act.getBytes(StandardCharsets.UTF_8))).abbreviated();
        new Dispatch(workspace).sendFrom(archive, seat, chain.lastOrdersOf(seat), distinction);
    }
}

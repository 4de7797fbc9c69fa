package dmhq.workspace;

import dmhq.format.Party;
import dmhq.format.SeatId;
import dmhq.format.archive.Chain;
import dmhq.format.archive.InvitationFile;
import dmhq.format.session.Invitation;
import dmhq.transports.Address;
import dmhq.transports.AddressException;
import dmhq.transports.Cover;
import dmhq.transports.Parcel;
import dmhq.transports.Transport;
import dmhq.transports.TransportException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** Writes invitations; the same one each time a seat is invited. */
public final class Inviting {

    private final Workspace workspace;

    /** Makes the step for a host's workspace. */
    public Inviting(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * Writes the invitation for a seat into the workspace.
     *
     * @return the file
     * @throws Refusal if there is no such seat, someone sits there, or play has begun
     */
    public Path write(SeatId seat) throws Refusal, IOException {
        Chain chain = workspace.hostArchive().chain();
        if (!chain.opening().seatIds().contains(seat)) {
            throw new Refusal("there is no seat " + seat + "; the seats are "
                    + chain.opening().seatIds().stream().map(SeatId::value).collect(Collectors.joining(", ")));
        }
        if (chain.seats().containsKey(seat)) {
            throw new Refusal(
                    chain.seats().get(seat).name() + " sits on " + seat + " already; offer a seat that is open");
        }
        if (chain.newest() > 0) {
            throw new Refusal("play has begun without " + seat + "; seats are taken before it begins");
        }
        Invitation invitation = new Invitation(
                chain.session(),
                seat,
                workspace.home().invitationToken(chain.opening().nonce(), seat),
                workspace.place().posts());
        byte[] file = new InvitationFile(invitation, chain.records().get(0))
                .pack(
                        chain,
                        workspace.signer(chain, Party.HOST, 0),
                        chain.record(0).resolvedAt());
        Path path = workspace.folder().resolve("invitations").resolve(name(chain, seat));
        workspace.disk().write(path, file);
        return path;
    }

    /**
     * Sends an invitation that was written over a post.
     *
     * @param cover what people see of it, where the post shows one
     * @throws TransportException if the post cannot be reached; the file stays where it is
     * @throws Refusal if the address is none
     */
    public void send(Path invitation, String address, Cover cover) throws Refusal, IOException, TransportException {
        String name = invitation.getFileName().toString();
        try (Transport transport = workspace.surroundings().posts().open(Address.parse(address))) {
            transport.send(new Parcel(name, address, workspace.disk().read(invitation), cover));
        } catch (AddressException e) {
            throw new Refusal("the address " + address, e);
        }
    }

    /**
     * Writes an invitation to a place of the host's choosing, to be handed over by hand.
     *
     * @throws Refusal if another file is there
     */
    public void handOver(Path invitation, Path to) throws Refusal, IOException {
        workspace.giveOut(to, workspace.disk().read(invitation));
    }

    private static String name(Chain chain, SeatId seat) {
        return "session_" + chain.session() + "_invitation_to_" + seat + ".zip";
    }
}

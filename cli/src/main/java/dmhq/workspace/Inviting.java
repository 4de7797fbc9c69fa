package dmhq.workspace;

import dmhq.format.Bytes;
import dmhq.format.Digest;
import dmhq.format.Party;
import dmhq.format.SeatId;
import dmhq.format.archive.ArchiveException;
import dmhq.format.archive.Chain;
import dmhq.format.archive.InvitationFile;
import dmhq.format.archive.JoinRequest;
import dmhq.format.session.Invitation;
import dmhq.transports.Address;
import dmhq.transports.AddressException;
import dmhq.transports.Cover;
import dmhq.transports.Parcel;
import dmhq.transports.Transport;
import dmhq.transports.TransportException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes invitations to seats, free ones and those of others; the same one each time a seat is invited. */
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
        requireSeat(chain, seat);
        if (chain.seats().containsKey(seat)) {
            throw new Refusal(
                    chain.seats().get(seat).name() + " sits on " + seat + " already; offer a seat that is open"
                            + (chain.newest() > 0 ? ", or this one with dmhq host replace" : ""));
        }
        if (chain.newest() > 0) {
            throw new Refusal("play has begun without " + seat + "; seats are taken before it begins");
        }
        return written(
                chain, seat, workspace.home().invitationToken(chain.opening().nonce(), seat), "");
    }

    /**
     * Writes the invitation to take over a seat from who sits there into the workspace. It is good until
     * somebody was seated by it, or it is withdrawn.
     *
     * @return the file
     * @throws Refusal if nobody sits there, it is the host's own seat, or no turn is under way
     */
    public Path writeToReplace(SeatId seat) throws Refusal, IOException {
        Chain chain = replaceable(seat);
        Bytes token = new ReplacementTokens(workspace, chain, seat).current();
        return written(
                chain,
                seat,
                token,
                "_replacing_"
                        + Digest.of(Bytes.of(token.hex().getBytes(StandardCharsets.UTF_8)))
                                .abbreviated());
    }

    /**
     * Makes void the invitation to take over a seat that is good now; the next one is another. Who has
     * asked with it is told so.
     *
     * @throws Refusal for what {@link #writeToReplace} refuses
     */
    public void withdraw(SeatId seat) throws Refusal, IOException {
        Chain chain = replaceable(seat);
        Optional<JoinRequest> waiting = new JoinIntake(workspace).replacement(chain, seat);
        try {
            if (waiting.isPresent()) {
                Contacts contacts = new Contacts(workspace);
                contacts.declines(seat, contacts.asking(seat).orElse(""));
                new JoinAnswers(workspace)
                        .put(
                                waiting.get().signed().join(),
                                "You are not seated: the host has withdrawn the invitation to take over " + seat + ".");
            }
        } catch (ArchiveException e) {
            throw new Refusal(workspace.folder().toString(), e);
        }
        new Withdrawals(workspace).add(seat);
    }

    /** Returns who asks to take over a seat, in the order of the seats. */
    public List<JoinRequest> asking() throws Refusal, IOException {
        return workspace.hostArchive().closing() != null
                ? List.of()
                : new JoinIntake(workspace).replacements(workspace.hostArchive().chain());
    }

    /** Returns who asks for open seats, by seat and in the order in which they asked; the host chooses. */
    public List<JoinRequest> candidates() throws Refusal, IOException {
        return workspace.hostArchive().closing() != null
                ? List.of()
                : new Candidates(workspace).all(workspace.hostArchive().chain());
    }

    private Chain replaceable(SeatId seat) throws Refusal, IOException {
        Chain chain = UnderWay.archive(workspace).chain();
        requireSeat(chain, seat);
        if (seat.equals(chain.hostSeat())) {
            throw new Refusal(
                    "the host's own seat goes with the host's role, which cannot be handed over; name the seat of somebody else");
        } else if (!chain.seats().containsKey(seat)) {
            throw new Refusal(
                    "nobody sits on " + seat
                            + " who could be replaced, and as play began without it, nobody can be seated there any more; name a seat that somebody sits on");
        }
        return chain;
    }

    private Path written(Chain chain, SeatId seat, Bytes token, String distinction) throws Refusal, IOException {
        List<String> posts = OwnDrafts.without(workspace.place().posts());
        Invitation invitation = new Invitation(chain.session(), seat, token, posts);
        byte[] file = new InvitationFile(invitation, chain.records().get(0))
                .pack(
                        opened(chain),
                        workspace.signer(chain, Party.HOST, 0),
                        chain.record(0).resolvedAt());
        Path path = workspace.folder().resolve("invitations").resolve(name(chain, seat, distinction));
        workspace.disk().write(path, file);
        return path;
    }

    /** It travels unsealed, so that nothing is in it of what has happened since. */
    private static Chain opened(Chain chain) {
        try {
            return Chain.open(chain.records().get(0));
        } catch (ArchiveException e) {
            throw new IllegalStateException("a chain begins with a record 0", e);
        }
    }

    private static void requireSeat(Chain chain, SeatId seat) throws Refusal {
        if (!chain.opening().seatIds().contains(seat)) {
            throw new Refusal("there is no seat " + seat + "; the seats are "
                    + chain.opening().seatIds().stream().map(SeatId::value).collect(Collectors.joining(", ")));
        }
    }

    /** What people see of an invitation that leaves under a name. */
    public interface Showing {
        Cover of(String name) throws Refusal, IOException;
    }

    /**
     * Sends an invitation that was written over a post. Where a parcel goes to its recipient alone, it goes once more each
     * time, as nobody can look whether it is there.
     *
     * @param showing what people see of it, where the post shows something
     * @return the name under which it left
     * @throws TransportException if the post cannot be reached; the file stays where it is
     * @throws Refusal if the address is none
     */
    public String send(Path invitation, String address, Showing showing)
            throws Refusal, IOException, TransportException {
        try (Transport transport = workspace.surroundings().posts().open(Address.parse(address))) {
            String kept = invitation.getFileName().toString();
            String name = transport.isShared()
                    ? kept
                    : kept.replaceFirst(
                            "\\.zip$", "_" + workspace.surroundings().drawn(4).hex() + ".zip");
            transport.send(new Parcel(name, address, workspace.disk().read(invitation), showing.of(name)));
            return name;
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

    private static String name(Chain chain, SeatId seat, String distinction) {
        return "session_" + chain.session() + "_invitation_to_" + seat + distinction + ".zip";
    }
}

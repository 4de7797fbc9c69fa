package dmhq.workspace;

import dmhq.format.SeatId;
import dmhq.format.archive.InvitationFile;
import dmhq.format.session.Opening;
import dmhq.transports.Address;
import dmhq.transports.AddressException;
import dmhq.transports.TransportException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * A session with all of its seats on one machine, for trying out: a folder with the workspace of each
 * seat in it, and a shared folder between them. Everyone has joined, and turn 1 is resolved.
 */
public final class Solo {

    /** The shared folder; no seat can have its name. */
    private static final String POST = "shared_folder";

    private final Surroundings surroundings;
    private final Path folder;

    /** Makes the session in a folder of its own. */
    public Solo(Surroundings surroundings, Path folder) {
        this.surroundings = surroundings;
        this.folder = folder;
    }

    /**
     * Opens the session, or goes on where that was broken off.
     *
     * @param wish what the host opens; its posts are passed over
     * @param others what each of the other seats joins with
     * @return the host's workspace
     * @throws Refusal if there is another session, or the wish cannot be met
     */
    public Workspace open(NewSession.Wish wish, SortedMap<SeatId, Joining.Wish> others) throws Refusal, IOException {
        if (Workspace.isOne(surroundings.disk(), folder)) {
            throw new Refusal("there is a session in " + folder + " already; choose another name");
        }
        String post = "folder:" + folder.resolve(POST).toAbsolutePath().normalize();
        Workspace host = host(wish, post);
        if (host.hostArchive().chain().newest() == 0) {
            for (SeatId seat : others.keySet()) {
                if (!host.hostArchive().chain().seats().containsKey(seat)) {
                    join(seat, new Inviting(host).write(seat), wish, others.get(seat));
                }
            }
            new Collecting(host).fromPosts();
            List<SeatId> missing = new Resolving(host)
                    .resolve(new Resolving.Wish(false, false, null), Doorkeeper.OPEN)
                    .missing();
            if (!missing.isEmpty()) {
                throw new Refusal("nobody could be seated on " + missing + "; "
                        + host.folder().resolve("set-aside") + " says why");
            }
        }
        send(host);
        for (SeatId seat : others.keySet()) {
            Workspace player = Workspace.open(surroundings, of(seat));
            new Collecting(player).fromPosts();
            send(player);
        }
        return host;
    }

    /** Tells whether the session was opened before, if perhaps not to its end. */
    public boolean isThere(NewSession.Wish wish) {
        return Workspace.isOne(surroundings.disk(), hosts(wish));
    }

    private Path hosts(NewSession.Wish wish) {
        SeatId own = wish.hostSeat();
        return own == null ? folder.resolve("host") : of(own);
    }

    /** Returns the folder of a seat's workspace. */
    public Path of(SeatId seat) {
        return folder.resolve(seat.value());
    }

    private Workspace host(NewSession.Wish wish, String post) throws Refusal, IOException {
        Path at = hosts(wish);
        if (Workspace.isOne(surroundings.disk(), at)) {
            Workspace there = Workspace.open(surroundings, at);
            List<Opening.Place> seats = there.hostArchive().chain().opening().seats();
            if (!seats.equals(wish.seats())) {
                throw new Refusal("there is a session with other seats in " + folder + "; choose another name");
            }
            return there;
        }
        prepare(post);
        return new NewSession(surroundings).open(at, wish.withPosts(List.of(post)));
    }

    private void prepare(String post) throws Refusal {
        try {
            surroundings.posts().prepare(Address.parse(post));
        } catch (AddressException | TransportException e) {
            throw new Refusal("the shared folder", e);
        }
    }

    private void join(SeatId seat, Path invitation, NewSession.Wish wish, Joining.Wish joins)
            throws Refusal, IOException {
        Joining joining = new Joining(surroundings);
        InvitationFile file = joining.invitation(invitation, invitation.toString());
        send(joining.join(of(seat), file, wish.rules(), joins));
    }

    private static void send(Workspace workspace) throws Refusal, IOException {
        Sending.Result sending =
                new Sending(workspace).sendAll(workspace.archive().chain(), Covers.NAMES);
        if (!sending.failures().isEmpty()) {
            throw new Refusal(
                    sending.failures().stream().map(Sending.Failure::sentence).collect(Collectors.joining("; ")));
        }
    }
}

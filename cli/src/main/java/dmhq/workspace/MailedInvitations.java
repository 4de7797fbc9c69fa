package dmhq.workspace;

import dmhq.format.SeatId;
import dmhq.format.SessionId;
import dmhq.format.archive.ArchiveException;
import dmhq.format.archive.InvitationFile;
import dmhq.format.archive.PackedFile;
import dmhq.format.sealing.Seal;
import dmhq.format.session.Invitation;
import dmhq.format.session.Manifest;
import dmhq.transports.Address;
import dmhq.transports.AddressException;
import dmhq.transports.Transport;
import dmhq.transports.TransportException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The invitations that lie in a player's own mailbox, found by what is attached. Looking for them moves no mail, and what
 * the post says once it still says to whoever takes in parcels.
 */
public final class MailedInvitations {

    /** Older ones are seldom good still, and the mails of years are many. */
    private static final Duration RECENT = Duration.ofDays(60);

    private static final Address OWN = new Address("mail", "");

    private final Surroundings surroundings;

    /** Makes those of whoever has these surroundings. */
    public MailedInvitations(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** What an invitation is to a player. */
    public enum Standing {
        /** Nothing was done with it yet. */
        NEW,
        /** The seat was asked for with it, and nobody sits there yet as far as is known here. */
        ASKED,
        /** The player has the seat. */
        TAKEN
    }

    /**
     * An invitation in the mailbox.
     *
     * @param sender from which address it came, as the mail says, which proves nothing; empty if it says nothing
     */
    public record Found(InvitationFile file, String sender, Standing standing) {

        /** Returns the session it is to. */
        public SessionId session() {
            return file.invitation().session();
        }

        /** Returns the seat it is to. */
        public SeatId seat() {
            return file.invitation().seat();
        }
    }

    /**
     * What there is.
     *
     * @param unusable of each invitation that cannot be used, its name and why
     */
    public record Lying(List<Found> found, List<String> unusable) {}

    /**
     * Looks for those of the last two months, and for any that were seen before; in the order of sessions and seats.
     *
     * @throws Refusal if no account is set up
     * @throws TransportException if the mailbox cannot be reached
     */
    public Lying look() throws Refusal, IOException, TransportException {
        List<Found> found = new ArrayList<>();
        List<String> unusable = new ArrayList<>();
        try (Transport mailbox = surroundings.posts().open(OWN)) {
            for (String name : mailbox.list(surroundings.now().minus(RECENT))) {
                byte[] file = mailbox.fetch(name);
                try {
                    Optional<InvitationFile> invitation = invitation(file);
                    if (invitation.isPresent()) {
                        found.add(new Found(
                                invitation.get(), mailbox.postmark(name).sender(), standing(invitation.get())));
                    }
                } catch (ArchiveException e) {
                    unusable.add(name + ": " + e.getMessage());
                }
            }
        } catch (AddressException e) {
            throw new Refusal("your mailbox", e);
        }
        found.sort(Comparator.comparing((Found each) -> each.session().value())
                .thenComparing(Found::seat)
                .thenComparing(Found::sender));
        return new Lying(List.copyOf(found), List.copyOf(unusable));
    }

    private static Optional<InvitationFile> invitation(byte[] file) throws ArchiveException {
        if (Seal.isSealed(file)) {
            return Optional.empty();
        }
        PackedFile packed = PackedFile.read(file);
        return packed.manifest().kind() == Manifest.Kind.INVITATION
                ? Optional.of(InvitationFile.read(packed))
                : Optional.empty();
    }

    private Standing standing(InvitationFile file) throws Refusal, IOException {
        for (Path folder : new KnownSessions(surroundings).folders()) {
            if (Workspace.isOne(surroundings.disk(), folder)) {
                Workspace there = Workspace.open(surroundings, folder);
                if (isOf(there, file.invitation())) {
                    return Joining.standing(file, there);
                }
            }
        }
        return Standing.NEW;
    }

    /** A folder that cannot be read keeps nobody from joining another session. */
    private static boolean isOf(Workspace there, Invitation invitation) throws IOException {
        try {
            Place place = there.place();
            return place.session().equals(invitation.session())
                    && invitation.seat().equals(place.seat());
        } catch (Refusal e) {
            return false;
        }
    }
}

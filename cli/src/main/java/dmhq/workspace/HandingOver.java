package dmhq.workspace;

import dmhq.format.Bytes;
import dmhq.format.Digest;
import dmhq.format.archive.Chain;
import dmhq.transports.Address;
import dmhq.transports.AddressException;
import dmhq.transports.Parcel;
import dmhq.transports.Transport;
import dmhq.transports.TransportException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Takes parcels out of the outbox for the player to carry or to mail. */
public final class HandingOver {

    private static final String DRAFT = ".eml";

    private final Workspace workspace;
    private final Outbox outbox;

    /** Makes the step for a workspace. */
    public HandingOver(Workspace workspace) {
        this.workspace = workspace;
        this.outbox = new Outbox(workspace);
    }

    /**
     * Takes one parcel out of the outbox to be handed over as a file; the same file again if it was
     * handed over before.
     *
     * @throws Refusal if it has left over a post already, or another file is in the way
     */
    public void handOver(ParcelLabel label, Path to) throws Refusal, IOException {
        byte[] parcel = parcel(label, "hand over the parcel it left as");
        workspace.giveOut(to, parcel);
        takeOut(label, parcel, Outbox.fileName(handedOver(label)));
    }

    /**
     * Writes one parcel out of the outbox as a draft of a mail, to be sent with the player's own mail program; the same
     * again if it was written before.
     *
     * @return the draft's file
     * @throws Refusal if it has left over a post already, or the draft cannot be written
     */
    public Path draft(ParcelLabel label, Chain chain, Covers covers) throws Refusal, IOException {
        byte[] parcel = parcel(label, "submit it again");
        String name = "session_" + chain.session() + "_" + label.key("") + "_"
                + Digest.of(Bytes.of(parcel)).abbreviated() + ".zip.age";
        Path folder = workspace.folder().resolve("hand-over");
        try (Transport drafts = workspace.surroundings().posts().open(new Address("draft", folder.toString()))) {
            drafts.send(new Parcel(name, recipient(), parcel, covers.of(label, name)));
        } catch (AddressException | TransportException e) {
            throw new Refusal("the draft", e);
        }
        takeOut(label, parcel, name + DRAFT);
        return folder.resolve(name + DRAFT);
    }

    /** Returns a parcel that waits, or was taken out before. */
    private byte[] parcel(ParcelLabel label, String cure) throws Refusal, IOException {
        Path waiting = outbox.parcel(label.key(""));
        Path kept = handedOver(label);
        if (!workspace.disk().exists(waiting) && !workspace.disk().exists(kept)) {
            throw new Refusal("the " + label.kind() + " has left already; if it never arrives, " + cure);
        }
        return workspace.disk().read(workspace.disk().exists(waiting) ? waiting : kept);
    }

    private void takeOut(ParcelLabel label, byte[] parcel, String as) throws IOException {
        workspace.disk().write(handedOver(label), parcel);
        outbox.leave(outbox.parcel(label.key("")), as);
    }

    /** Where the host is reached by mail, if one of the posts says it. */
    private String recipient() throws Refusal, IOException {
        return workspace.place().posts().stream()
                .filter(post -> post.startsWith("mail:"))
                .findFirst()
                .orElse("");
    }

    /**
     * Returns the file as which a parcel was given to the player to be sent or handed over, whether or not that has been
     * done; empty if it left by itself.
     */
    public Optional<Path> givenOut(ParcelLabel label) throws IOException {
        return outbox.leftAs(label.key(""))
                .filter(name -> name.endsWith(DRAFT) || name.equals(Outbox.fileName(handedOver(label))))
                .map(this::file);
    }

    /** Returns where a parcel lies that was taken out to be handed over. */
    public Path handedOver(ParcelLabel label) {
        return file(label.key("") + ".zip.age");
    }

    /** Returns where a parcel lies that a session without a post hands over by hand. */
    public Path file(String name) {
        return workspace.folder().resolve("hand-over").resolve(name);
    }
}

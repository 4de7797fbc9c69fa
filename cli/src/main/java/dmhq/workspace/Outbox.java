package dmhq.workspace;

import dmhq.format.Bytes;
import dmhq.format.Digest;
import dmhq.format.Party;
import dmhq.format.archive.Chain;
import dmhq.format.sealing.Seal;
import dmhq.format.sealing.SealingRecipient;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is to leave a workspace: sealed, kept until every post has it, and made once unless asked for again.
 *
 * <p>A parcel is kept under a key that says what it is (not what its bytes are, as sealing differs
 * each time): {@code outbox/KEY} holds the bytes, {@code sent/KEY} the name under which they left.
 */
public final class Outbox {

    private final Workspace workspace;

    /** Makes the outbox of a workspace. */
    public Outbox(Workspace workspace) {
        this.workspace = workspace;
    }

    /** That a parcel in the outbox was refused for good. */
    public record Refused(Party reader, String recipient, String sentence) {}

    /**
     * Puts a file into the outbox, sealed to its readers, unless it is there or has been sent.
     *
     * @param distinction what tells it from others of the same label; may be empty
     */
    void put(ParcelLabel label, String distinction, byte[] file, SealingRecipient... readers) throws IOException {
        String key = label.key(distinction);
        if (isKept(key)) {
            return;
        }
        workspace.disk().write(outbox().resolve(key), Seal.close(file, List.of(readers)));
    }

    /**
     * Puts a file that may have left into the outbox again, sealed anew: the post may have lost or
     * damaged it, and the name under which it left is taken.
     */
    void putAgain(ParcelLabel label, byte[] file, SealingRecipient... readers) throws IOException {
        Path waiting = outbox().resolve(label.key(""));
        if (!workspace.disk().exists(waiting)) {
            workspace.disk().write(waiting, Seal.close(file, List.of(readers)));
        }
    }

    /**
     * Forgets that anything has left under a label, whatever told it from others: who is to have it seems not to, and it
     * leaves again when it is put again.
     */
    void forget(ParcelLabel label) throws IOException {
        String start = label.key("_");
        for (Path left : workspace.disk().list(sent())) {
            if (fileName(left).startsWith(start)) {
                workspace.disk().remove(left);
            }
        }
    }

    /** Tells whether a parcel is in the outbox, whatever tells it from others of its label, for who sits on its seat. */
    boolean isWaiting(ParcelLabel label) throws IOException {
        return parcels().stream()
                .map(Outbox::fileName)
                .anyMatch(key ->
                        !key.contains(ParcelLabel.LAST) && ParcelLabel.of(key).equals(label));
    }

    boolean isKept(String key) {
        return workspace.disk().exists(outbox().resolve(key))
                || workspace.disk().exists(sent().resolve(key));
    }

    /** Takes a parcel out of the outbox for good. */
    void leave(Path parcel, String as) throws IOException {
        workspace.disk().write(sent().resolve(fileName(parcel)), (as + "\n").getBytes(StandardCharsets.UTF_8));
        new Attempts(workspace, fileName(parcel)).forget();
        workspace.disk().remove(parcel);
    }

    /** Returns what was refused for good, and waits until a command tries it again or it would go elsewhere. */
    public List<Refused> refused() throws Refusal, IOException {
        List<Refused> all = new ArrayList<>();
        for (Path parcel : parcels()) {
            Party reader = ParcelLabel.of(fileName(parcel)).to();
            for (Attempts.Attempt each : new Attempts(workspace, fileName(parcel)).refusals()) {
                all.add(new Refused(reader, each.recipient(), String.valueOf(each.refused())));
            }
        }
        return all;
    }

    /** Returns what waits to be sent, each by whom it is for. */
    public List<Party> waiting() throws IOException {
        return parcels().stream()
                .map(parcel -> ParcelLabel.of(fileName(parcel)).to())
                .toList();
    }

    /** Returns the parcels that are in the outbox. */
    List<Path> parcels() throws IOException {
        return workspace.disk().list(outbox());
    }

    /** Returns where a parcel lies, or would lie, that is kept under a key. */
    Path parcel(String key) {
        return outbox().resolve(key);
    }

    /** Returns as what a parcel left; empty if it did not. */
    Optional<String> leftAs(String key) throws IOException {
        Path left = sent().resolve(key);
        return workspace.disk().exists(left)
                ? Optional.of(new String(workspace.disk().read(left), StandardCharsets.UTF_8).strip())
                : Optional.empty();
    }

    /** Returns the name under which a parcel travels. */
    String name(Path parcel, Chain chain) throws IOException {
        byte[] sealed = workspace.disk().read(parcel);
        return "session_" + chain.session() + "_" + fileName(parcel) + "_"
                + Digest.of(Bytes.of(sealed)).abbreviated() + ".zip.age";
    }

    static String fileName(Path file) {
        return file.getFileName().toString();
    }

    private Path outbox() {
        return workspace.folder().resolve("outbox");
    }

    private Path sent() {
        return workspace.folder().resolve("sent");
    }
}

package dmhq.workspace;

import dmhq.format.archive.ArchiveException;
import dmhq.format.archive.Chain;
import dmhq.format.archive.Letter;
import dmhq.format.archive.PackedFile;
import dmhq.format.archive.Submission;
import dmhq.format.session.Receipt;
import dmhq.format.session.Receipt.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * The host's own receipts that it finds at the post and does not remember, because its folder was put
 * back from an older copy: who was told that orders count can show everyone a record without them.
 */
final class Promises {

    private final Workspace workspace;

    Promises(Workspace workspace) {
        this.workspace = workspace;
    }

    /** Takes in a receipt that this host has signed. */
    Arrival take(String name, PackedFile packed, byte[] plain) throws ArchiveException, Refusal, IOException {
        Receipt receipt = Letter.readReceipt(packed, chain());
        String what = "receipt for turn " + receipt.record() + " of " + receipt.seat() + ", revision "
                + receipt.revision() + ", which this host has sent";
        if (receipt.verdict() != Verdict.COUNTS || isKept(receipt)) {
            return new Arrival(name, Arrival.Kind.NOT_OURS, "manifest: it is the " + what);
        }
        workspace
                .disk()
                .write(
                        folder().resolve("turn-" + receipt.record() + "-" + receipt.seat() + "-r" + receipt.revision()
                                + ".zip"),
                        plain);
        return new Arrival(name, Arrival.Kind.TAKEN, what + " and does not remember: this folder is an older copy");
    }

    /** Tells whether the newest record leaves out what was promised to be in it. */
    boolean areBrokenByNewest() throws Refusal, IOException {
        int newest = chain().newest();
        for (Receipt receipt : all().values()) {
            if (receipt.record() == newest && !isKept(receipt)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Sees to it that what was promised for the coming record is there.
     *
     * @throws Refusal if it is not, with who has to send it again
     */
    void requireKept() throws Refusal, IOException {
        int coming = chain().newest() + 1;
        for (Receipt receipt : all().values()) {
            if (receipt.record() == coming && !isKept(receipt)) {
                throw new Refusal("your receipt for the orders of " + receipt.seat() + " for turn " + coming
                        + ", revision " + receipt.revision() + ", has left, and they are not here, as this folder is"
                        + " an older copy; have " + receipt.seat()
                        + " send them again, or give their file to dmhq resolve");
            }
        }
    }

    /** Forgets those that are kept, and those that cannot be kept any more. */
    void settle() throws Refusal, IOException {
        int newest = chain().newest();
        for (Map.Entry<Path, Receipt> each : all().entrySet()) {
            if (each.getValue().record() <= newest || isKept(each.getValue())) {
                workspace.disk().remove(each.getKey());
            }
        }
    }

    /** Orders that are in the record, or wait for it, may be later ones of the seat. */
    private boolean isKept(Receipt receipt) throws Refusal, IOException {
        Chain chain = chain();
        if (receipt.record() <= chain.newest()) {
            return chain.record(receipt.record()).orders().stream()
                    .map(orders -> orders.header())
                    .anyMatch(
                            header -> header.seat().equals(receipt.seat()) && header.revision() >= receipt.revision());
        }
        return new HostIntake(workspace)
                .submissions(chain).stream()
                        .map(Submission::signed)
                        .map(signed -> signed.header())
                        .anyMatch(header -> header.record() == receipt.record()
                                && header.seat().equals(receipt.seat())
                                && header.revision() >= receipt.revision());
    }

    private Map<Path, Receipt> all() throws Refusal, IOException {
        Map<Path, Receipt> all = new TreeMap<>();
        for (Path file : workspace.disk().list(folder())) {
            try {
                all.put(
                        file,
                        Letter.readReceipt(PackedFile.read(workspace.disk().read(file)), chain()));
            } catch (ArchiveException e) {
                throw new Refusal(file.toString(), e, "remove it, or put it back from a copy");
            }
        }
        return all;
    }

    private Chain chain() throws Refusal, IOException {
        return workspace.hostArchive().chain();
    }

    private Path folder() {
        return workspace.folder().resolve("promised");
    }
}

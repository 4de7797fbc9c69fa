package dmhq.workspace;

import dmhq.format.archive.ArchiveException;
import dmhq.format.archive.Chain;
import dmhq.format.archive.Letter;
import dmhq.format.archive.PackedFile;
import dmhq.format.session.Receipt;
import dmhq.format.session.Receipt.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The host's signed answers to my submissions, kept as they came: they are evidence. */
public final class Receipts {

    private final Workspace workspace;

    /** Makes the receipts of a workspace. */
    public Receipts(Workspace workspace) {
        this.workspace = workspace;
    }

    void keep(Receipt receipt, byte[] packed) throws IOException {
        String name = "turn-" + receipt.record() + "-r" + receipt.revision() + "-"
                + receipt.verdict().name().toLowerCase(Locale.ROOT) + ".zip";
        workspace.disk().write(folder().resolve(name), packed);
    }

    /**
     * Returns the receipts for a record, by revision and verdict.
     *
     * @throws Refusal if a file of them is damaged
     */
    public List<Receipt> of(int record, Chain chain) throws Refusal, IOException {
        List<Receipt> receipts = new ArrayList<>();
        for (Path file : workspace.disk().list(folder())) {
            if (file.getFileName().toString().startsWith("turn-" + record + "-r")) {
                try {
                    receipts.add(
                            Letter.readReceipt(PackedFile.read(workspace.disk().read(file)), chain));
                } catch (ArchiveException e) {
                    throw new Refusal(file.toString(), e, "remove it, or put it back from a copy");
                }
            }
        }
        return receipts;
    }

    /** Returns the highest revision that the host has promised to count in a record; 0 for none. */
    int promised(int record, Chain chain) throws Refusal, IOException {
        return of(record, chain).stream()
                .filter(receipt -> receipt.verdict() == Verdict.COUNTS)
                .mapToInt(Receipt::revision)
                .max()
                .orElse(0);
    }

    private Path folder() {
        return workspace.folder().resolve("receipts");
    }
}

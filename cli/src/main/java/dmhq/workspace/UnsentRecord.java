package dmhq.workspace;

import dmhq.format.archive.ArchiveException;
import dmhq.format.archive.Chain;
import dmhq.format.archive.PackedFile;
import dmhq.format.archive.SessionArchive;
import dmhq.format.archive.Submission;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A newest record that nobody else has seen. It can be taken back and made otherwise; the orders in it
 * are kept until then.
 */
final class UnsentRecord {

    private final Workspace workspace;

    UnsentRecord(Workspace workspace) {
        this.workspace = workspace;
    }

    /** Takes the newest record back, which is not one of the first two. */
    void takeBack() throws Refusal, IOException {
        SessionArchive host = workspace.hostArchive();
        int newest = host.chain().newest();
        workspace.disk().write(file(), workspace.hostFile());
        new FinishedMark(workspace).set(newest - 1);
        workspace.writeHost(host.before(newest));
    }

    /** Returns the orders of a record that was taken back and is to be made again after a chain's newest one. */
    List<Submission> orders(Chain chain) throws Refusal, IOException {
        if (!workspace.disk().exists(file())) {
            return List.of();
        }
        try {
            SessionArchive kept =
                    SessionArchive.read(PackedFile.read(workspace.disk().read(file())));
            int number = kept.chain().newest();
            return number == chain.newest() + 1
                            && chain.head().equals(kept.chain().record(number).previous())
                    ? Submission.recordedIn(kept, number)
                    : List.of();
        } catch (ArchiveException e) {
            throw new Refusal(file().toString(), e, "remove it, or put it back from a copy");
        }
    }

    /** Forgets the orders if the record they were in has been made again, or another one leads elsewhere. */
    void forgetUnlessDue() throws Refusal, IOException {
        if (orders(workspace.hostArchive().chain()).isEmpty()) {
            workspace.disk().remove(file());
        }
    }

    private Path file() {
        return workspace.folder().resolve("taken-back.zip");
    }
}

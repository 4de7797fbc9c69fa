package dmhq.workspace;

import dmhq.format.Bytes;
import dmhq.format.archive.ArchiveException;
import dmhq.format.archive.PackedFile;
import dmhq.format.json.JsonException;
import dmhq.format.json.JsonReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What a workspace keeps beside its archives, and can do without: what cannot be read is set aside. */
final class Unreadable {

    private static final List<String> PACKED =
            List.of("submitted", "receipts", "intake", "recovering", "promised", "before-me", "notices");

    private final Workspace workspace;
    private final List<String> mended;

    /**
     * Looks at a workspace.
     *
     * @param mended gets a sentence for each file that is set aside
     */
    Unreadable(Workspace workspace, List<String> mended) {
        this.workspace = workspace;
        this.mended = mended;
    }

    void setAside() throws IOException {
        for (Path checkpoint : workspace.disk().list(workspace.folder().resolve("checkpoints"))) {
            workspace.disk().remove(checkpoint);
        }
        settled();
        finished();
        desk();
        contacts();
        withdrawals();
        asked();
        for (Path draft : workspace.disk().list(workspace.folder().resolve("drafts"))) {
            try {
                Drafts.actions(JsonReader.read(Bytes.of(workspace.disk().read(draft))));
            } catch (JsonException e) {
                move(draft, e, "plan again");
            }
        }
        for (String name : List.of("join.zip", "leave.zip", "lost-seat.zip")) {
            Path file = workspace.folder().resolve(name);
            if (workspace.disk().exists(file)) {
                packed(file);
            }
        }
        for (String folder : PACKED) {
            for (Path file : workspace.disk().list(workspace.folder().resolve(folder))) {
                packed(file);
            }
        }
    }

    private void settled() throws IOException {
        Path file = workspace.folder().resolve("settled.json");
        try {
            new SettledFile(workspace.disk(), file).read();
        } catch (Refusal e) {
            move(file, e, "what your saves have taken in is read from the session and from the saves themselves");
        }
    }

    private void finished() throws IOException {
        try {
            new FinishedMark(workspace).read();
        } catch (Refusal e) {
            move(workspace.folder().resolve("finished"), e, "what follows from the newest turn is done again");
        }
    }

    private void desk() throws IOException {
        try {
            new DeskFile(workspace).kept();
        } catch (Refusal e) {
            move(workspace.folder().resolve("desk.json"), e, "decide again what you had decided about the turn");
        }
    }

    private void contacts() throws IOException {
        try {
            new Contacts(workspace).entries();
        } catch (Refusal e) {
            move(Contacts.file(workspace), e, "tell the addresses again with dmhq host address");
        }
    }

    private void asked() throws IOException {
        try {
            new Asked(workspace).read();
        } catch (Refusal e) {
            move(Asked.file(workspace), e, "turn down again whom you had turned down");
        }
    }

    private void withdrawals() throws IOException {
        try {
            new Withdrawals(workspace).read();
        } catch (Refusal e) {
            move(Withdrawals.file(workspace), e, "withdraw again what you had withdrawn");
        }
    }

    private void packed(Path file) throws IOException {
        try {
            PackedFile.read(workspace.disk().read(file));
        } catch (ArchiveException e) {
            move(
                    file,
                    e,
                    "if it was yours, run again the command that wrote it; if it came from others, it comes again or is"
                            + " asked for");
        }
    }

    private void move(Path file, Exception reason, String then) throws IOException {
        String name = workspace.folder().relativize(file).toString().replace('\\', '/');
        String kept = new SetAside(workspace).move(file, String.valueOf(reason.getMessage()));
        mended.add(name + " cannot be read and is kept as " + kept + "; " + then);
    }
}

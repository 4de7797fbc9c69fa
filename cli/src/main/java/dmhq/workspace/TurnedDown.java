package dmhq.workspace;

import java.io.IOException;
import java.nio.file.Path;

/** The host's no to my join, which came as a notice about turn 1: nothing else is said of that to who is not seated. */
public final class TurnedDown {

    private final Workspace workspace;

    /** Makes it for a workspace. */
    public TurnedDown(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * Tells whether the host has answered my last join with no.
     *
     * @throws Refusal if the copy here is damaged
     */
    public boolean isOne() throws Refusal, IOException {
        return !workspace.place().host()
                && !new Notices(workspace).files(1).isEmpty()
                && (workspace.seatArchive().chain().newest() == 0 || new LostSeat(workspace).isOne());
    }

    /** Forgets it, as another join is on its way. */
    void forget() throws IOException {
        for (Path notice : new Notices(workspace).files(1)) {
            workspace.disk().remove(notice);
        }
    }
}

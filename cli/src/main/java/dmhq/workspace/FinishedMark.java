package dmhq.workspace;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Up to which record a host has done all that follows from one; a step that was killed is found by it. */
final class FinishedMark {

    private final Workspace workspace;

    FinishedMark(Workspace workspace) {
        this.workspace = workspace;
    }

    /** Returns the number of the record; 0 if there is no mark. */
    int read() throws Refusal, IOException {
        if (!workspace.disk().exists(file())) {
            return 0;
        }
        String number = new String(workspace.disk().read(file()), StandardCharsets.US_ASCII).strip();
        if (!number.matches("[0-9]{1,9}")) {
            throw new Refusal(file() + " does not hold the number of a record; remove it and run this again");
        }
        return Integer.parseInt(number);
    }

    void set(int record) throws IOException {
        workspace.disk().write(file(), (record + "\n").getBytes(StandardCharsets.US_ASCII));
    }

    private Path file() {
        return workspace.folder().resolve("finished");
    }
}

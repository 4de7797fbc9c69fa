package dmhq.cli;

import dmhq.format.archive.ArchiveException;
import dmhq.format.archive.PackedFile;
import dmhq.format.archive.SessionArchive;
import dmhq.workspace.Refusal;
import java.io.IOException;
import java.nio.file.Path;

/** A copy of a session that a player names. */
final class SessionFile {

    private SessionFile() {}

    /**
     * Reads a copy, and checks it.
     *
     * @throws Refusal if it is none, does not hold, or is sealed to someone else
     */
    static SessionArchive read(Terminal terminal, Path file) throws Refusal, IOException {
        try {
            return SessionArchive.read(PackedFile.read(UnsealedFile.read(terminal, file)));
        } catch (ArchiveException e) {
            throw new Refusal(file.toString(), e, "name a turn.zip, or the session.zip of a host");
        }
    }
}

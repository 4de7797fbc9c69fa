package dmhq.cli;

import dmhq.format.archive.ArchiveException;
import dmhq.format.archive.Layer;
import dmhq.format.sealing.Seal;
import dmhq.format.sealing.SealException;
import dmhq.workspace.GivenFile;
import dmhq.workspace.Home;
import dmhq.workspace.Refusal;
import java.io.IOException;
import java.nio.file.Path;

/** A file that a command was given, opened with the player's own key if it is sealed. */
final class UnsealedFile {

    private UnsealedFile() {}

    /**
     * Returns the bytes inside the seal, or of the file itself if it has none.
     *
     * @throws ArchiveException of layer seal if the seal is damaged, of layer container if it is too
     *     large or no file
     * @throws Refusal if it is sealed to someone else, or there are no keys here
     */
    static byte[] read(Terminal terminal, Path file) throws ArchiveException, Refusal, IOException {
        byte[] bytes =
                GivenFile.read(terminal.surroundings().disk(), terminal.folder().resolve(file), file.toString());
        if (!Seal.isSealed(bytes)) {
            return bytes;
        }
        Home home = new Home(terminal.surroundings());
        if (!home.hasIdentity()) {
            throw new Refusal(
                    file + ": seal: it is sealed, and you have no keys; only those it is sealed to can open it");
        }
        try {
            return home.identity().open(bytes, GivenFile.LARGEST);
        } catch (SealException e) {
            if (e.reason() == SealException.Reason.OTHER_KEY) {
                throw new Refusal(file.toString(), e, "ask its sender for a file that is for you");
            }
            throw new ArchiveException(Layer.SEAL, "", e);
        }
    }
}

package dmhq.cli;

import dmhq.format.sealing.Seal;
import dmhq.format.sealing.SealException;
import dmhq.workspace.Home;
import dmhq.workspace.Refusal;
import java.io.IOException;
import java.nio.file.Path;

/** A file that a command was given, opened with the player's own key if it is sealed. */
final class UnsealedFile {

    private static final int LARGEST = 512 << 20;

    private UnsealedFile() {}

    /**
     * Returns the bytes inside the seal, or of the file itself if it has none.
     *
     * @throws Refusal if it is sealed to someone else, damaged, or there are no keys here
     */
    static byte[] read(Terminal terminal, Path file) throws Refusal, IOException {
        byte[] bytes = terminal.surroundings().disk().read(terminal.folder().resolve(file));
        if (!Seal.isSealed(bytes)) {
            return bytes;
        }
        Home home = new Home(terminal.surroundings());
        if (!home.hasIdentity()) {
            throw new Refusal(file + " is sealed, and you have no keys; only those it is sealed to can open it");
        }
        try {
            return Seal.open(bytes, home.identity().sealingKey(), LARGEST);
        } catch (SealException e) {
            throw new Refusal(file.toString(), e, "ask its sender for a file that is for you");
        }
    }
}

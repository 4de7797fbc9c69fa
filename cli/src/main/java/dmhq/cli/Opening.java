package dmhq.cli;

import dmhq.format.sealing.Seal;
import dmhq.format.sealing.SealException;
import dmhq.workspace.Identity;
import dmhq.workspace.Refusal;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Opens sealed files with the player's own key; unsealed ones are as they are. */
final class Opening {

    private static final int LARGEST = 512 << 20;

    private final @Nullable Identity identity;

    /**
     * Makes it.
     *
     * @param identity null where there is none yet, which opens nothing sealed
     */
    Opening(@Nullable Identity identity) {
        this.identity = identity;
    }

    byte[] opened(byte[] file, Path name) throws Refusal {
        if (!Seal.isSealed(file)) {
            return file;
        }
        if (identity == null) {
            throw new Refusal(name + " is sealed, and there are no keys here to open it with");
        }
        try {
            return Seal.open(file, identity.sealingKey(), LARGEST);
        } catch (SealException e) {
            throw new Refusal(name.toString(), e);
        }
    }
}

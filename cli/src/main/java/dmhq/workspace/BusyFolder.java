package dmhq.workspace;

import java.io.Serial;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Another command is at work in a session's folder; it is done soon, and then this one can be run again. */
public final class BusyFolder extends Refusal {

    @Serial
    private static final long serialVersionUID = 1;

    private final @Nullable String command;

    /** Makes one, with who is at work, if that is known yet. */
    BusyFolder(Path folder, Optional<LockOwner> other, Instant now) {
        super("another command is at work in " + folder + ": "
                + other.map(owner -> owner.sentence(now))
                        .orElse("it has begun this very moment; wait until it is done"));
        this.command = other.map(LockOwner::command).orElse(null);
    }

    /** Tells whether it is the work of a certain command, or of one that has not said its name yet. */
    public boolean isBy(String name) {
        return command == null || command.equals(name);
    }
}

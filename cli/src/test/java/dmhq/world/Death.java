package dmhq.world;

import java.io.Serial;

/** Stands for {@code kill -9} or a power cut: nothing catches it. */
final class Death extends Error {

    @Serial
    private static final long serialVersionUID = 1;

    Death() {
        super("killed", null, false, false);
    }
}

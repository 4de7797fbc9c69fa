package dmhq.cli;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Where answers come from that nobody may see. */
interface Unseen {

    /** Returns the answer to a question; null where nobody can be asked. */
    @Nullable
    String answer(String question) throws IOException;
}

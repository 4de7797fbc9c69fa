package dmhq.workspace;

import dmhq.format.archive.JoinRequest;
import java.io.IOException;

/** Says for a host whom to let in, for free seats and for those of others. */
public interface Doorkeeper {

    /** Lets everyone in. */
    Doorkeeper OPEN = (request, sender) -> Answer.SEATED;

    /** What is said of a join. */
    enum Answer {
        /** They get the seat. */
        SEATED,
        /** They do not, and are told so; for the seat of somebody else, that is put off. */
        TURNED_DOWN,
        /** Nothing is decided yet. */
        LATER
    }

    /**
     * Answers a join.
     *
     * @param sender the address from which it came by mail, as the mail says; empty if it did not
     */
    Answer to(JoinRequest request, String sender) throws IOException;
}

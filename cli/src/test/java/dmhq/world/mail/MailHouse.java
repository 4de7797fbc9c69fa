package dmhq.world.mail;

import dmhq.transports.email.connecting.MailLine;
import java.io.IOException;

/** Servers of mail at which players have accounts. */
interface MailHouse extends AutoCloseable {

    /** How a player's account is reached. */
    MailLine line(String player);

    /** Returns when all that was sent lies in the inboxes. */
    void settle() throws Exception;

    @Override
    void close() throws IOException;
}

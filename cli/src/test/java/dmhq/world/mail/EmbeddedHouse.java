package dmhq.world.mail;

import dmhq.transports.email.MailServerForTests;
import dmhq.transports.email.connecting.MailLine;
import java.util.List;

/** A server in this process, which delivers before it answers. */
record EmbeddedHouse(MailServerForTests server) implements MailHouse {

    /** Starts it with an account for each of these. */
    EmbeddedHouse(List<String> users) {
        this(new MailServerForTests(users.toArray(String[]::new)));
    }

    @Override
    public MailLine line(String player) {
        return server.line(player);
    }

    @Override
    public void settle() {}

    @Override
    public void close() {
        server.close();
    }
}

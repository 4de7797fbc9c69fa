package dmhq.world.mail;

import dmhq.transports.email.MailServerForTests;
import dmhq.transports.email.connecting.MailLine;

/** A server in this process, which delivers before it answers. */
record EmbeddedHouse(MailServerForTests server) implements MailHouse {

    /** Starts it with an account for each of these. */
    EmbeddedHouse(String... users) {
        this(new MailServerForTests(users));
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

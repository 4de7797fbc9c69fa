package dmhq.world.mail;

import dmhq.transports.email.MailServer.Security;
import dmhq.transports.email.MailServerForTests;
import dmhq.transports.email.RealServers;
import dmhq.transports.email.connecting.MailLine;
import java.io.IOException;
import java.util.List;

/** Dovecot and Postfix, at which the accounts are numbered; half of the players have their connections encrypted later. */
final class RealHouse implements MailHouse {

    private final RealServers servers;
    private final List<String> players;

    /** Starts them; where they are missing the test is skipped, or fails if all must be there. */
    RealHouse(List<String> players) throws Exception {
        this.players = List.copyOf(players);
        this.servers = new RealServers();
    }

    @Override
    public MailLine line(String player) {
        int number = players.indexOf(player);
        return servers.line(number, number % 2 == 0 ? Security.TLS : Security.STARTTLS, MailServerForTests.PASSWORD);
    }

    @Override
    public void settle() throws Exception {
        servers.deliverAll();
    }

    @Override
    public void close() throws IOException {
        try {
            servers.stop();
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e);
        }
    }
}

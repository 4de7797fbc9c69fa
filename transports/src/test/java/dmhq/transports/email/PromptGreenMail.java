package dmhq.transports.email;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.imap.ImapHandler;
import com.icegreen.greenmail.imap.ProtocolException;
import com.icegreen.greenmail.server.AbstractServer;
import com.icegreen.greenmail.server.ProtocolHandler;
import com.icegreen.greenmail.smtp.SmtpServer;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** GreenMail that sends at once what it writes in small pieces, for which clients would wait 40 ms each time. */
final class PromptGreenMail extends GreenMail {

    PromptGreenMail(ServerSetup... setups) {
        super(setups);
    }

    /** Returns where it serves a protocol, as its setup names it. */
    int port(String protocol) {
        return Objects.requireNonNull(services.get(protocol)).getPort();
    }

    @Override
    protected Map<String, AbstractServer> createServices(ServerSetup[] setups, Managers managers) {
        Map<String, AbstractServer> services = new TreeMap<>();
        for (ServerSetup setup : setups) {
            boolean sending = setup.getProtocol().startsWith(ServerSetup.PROTOCOL_SMTP);
            services.put(
                    setup.getProtocol(), sending ? new PromptSmtp(setup, managers) : new PromptImap(setup, managers));
        }
        return services;
    }

    private static final class PromptSmtp extends SmtpServer {

        PromptSmtp(ServerSetup setup, Managers managers) {
            super(setup, managers);
        }

        @Override
        protected void handleClientSocket(Socket client) throws SocketException {
            client.setTcpNoDelay(true);
            super.handleClientSocket(client);
        }

        @Override
        protected ProtocolHandler createProtocolHandler(Socket client) {
            return new Unshaken(super.createProtocolHandler(client));
        }
    }

    private static final class PromptImap extends AbstractServer {

        PromptImap(ServerSetup setup, Managers managers) {
            super(setup, managers);
        }

        @Override
        protected ProtocolHandler createProtocolHandler(Socket client) {
            return new Unshaken(new ImapHandler(managers.getUserManager(), managers.getImapHostManager(), client));
        }

        @Override
        protected void handleClientSocket(Socket client) throws SocketException {
            client.setTcpNoDelay(true);
            super.handleClientSocket(client);
        }
    }

    /** Clients that hang up are what some tests are about: theirs is the failure that is looked at, not the server's. */
    private record Unshaken(ProtocolHandler handler) implements ProtocolHandler {

        @Override
        public void run() {
            try {
                handler.run();
            } catch (IllegalStateException e) {
                if (!(e.getCause() instanceof IOException || e.getCause() instanceof ProtocolException)) {
                    throw e;
                }
            }
        }

        @Override
        public void close() {
            handler.close();
        }
    }
}

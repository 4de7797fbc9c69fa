package dmhq.transports.email.doctor;

import dmhq.transports.email.MailServer;
import dmhq.transports.email.MailServer.Security;
import dmhq.transports.email.TestCertificates;
import dmhq.transports.email.TestCertificates.Certificate;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLSocket;

/** A server on a real socket, which does one thing wrong. It remembers every line that it was told. */
abstract class FakeServer implements AutoCloseable {

    private final ServerSocket door;
    private final Security security;
    private final Certificate certificate;
    final List<String> heard = new CopyOnWriteArrayList<>();

    FakeServer(Security security, Certificate certificate) {
        this.security = security;
        this.certificate = certificate;
        try {
            this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Starts to serve. */
    final void open() {
        Thread thread = new Thread(this::serve, getClass().getSimpleName());
        thread.setDaemon(true);
        thread.start();
    }

    final MailServer address() {
        return new MailServer("localhost", door.getLocalPort(), security);
    }

    private void serve() {
        while (!door.isClosed()) {
            try (Socket guest = door.accept()) {
                guest.setTcpNoDelay(true);
                Talk talk = new Talk(guest);
                if (security == Security.TLS) {
                    talk.secure();
                }
                converse(talk);
            } catch (IOException e) {
                // The guest left, or the door is closed.
            }
        }
    }

    /** Talks with a guest until one of both has enough. */
    abstract void converse(Talk talk) throws IOException;

    @Override
    public final void close() throws IOException {
        door.close();
    }

    final class Talk {

        private Socket socket;
        private InputStream in;

        private Talk(Socket socket) throws IOException {
            this.socket = socket;
            this.in = new BufferedInputStream(socket.getInputStream());
        }

        void secure() throws IOException {
            SSLSocket secured = (SSLSocket) TestCertificates.server(certificate)
                    .getSocketFactory()
                    .createSocket(socket, "localhost", door.getLocalPort(), true);
            secured.setUseClientMode(false);
            secured.startHandshake();
            socket = secured;
            in = new BufferedInputStream(secured.getInputStream());
        }

        void say(String text) throws IOException {
            socket.getOutputStream().write((text + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
        }

        String hear() throws IOException {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            for (int b = in.read(); b != '\n'; b = in.read()) {
                if (b < 0) {
                    throw new EOFException();
                }
                line.write(b);
            }
            String text = line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
            heard.add(text);
            return text;
        }
    }
}

package dmhq.transports.email.doctor;

import dmhq.transports.email.MailServer;
import dmhq.transports.email.MailServer.Security;
import dmhq.transports.email.TestCertificates;
import dmhq.transports.email.TestCertificates.Certificate;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Stands before a server without encryption, and has a certificate of the test authority in its place. */
final class TlsRelay implements AutoCloseable {

    private final ServerSocket door;
    private final int port;

    TlsRelay(int port) throws IOException {
        this.port = port;
        this.door = TestCertificates.server(Certificate.GOOD)
                .getServerSocketFactory()
                .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(this::serve);
    }

    MailServer address() {
        return new MailServer("localhost", door.getLocalPort(), Security.TLS);
    }

    private void serve() {
        while (!door.isClosed()) {
            try {
                Socket guest = door.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), port);
                guest.setTcpNoDelay(true);
                server.setTcpNoDelay(true);
                start(() -> pass(guest, server));
                start(() -> pass(server, guest));
            } catch (IOException e) {
                return;
            }
        }
    }

    private static void pass(Socket from, Socket to) {
        byte[] some = new byte[8192];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int count = in.read(some); count >= 0; count = in.read(some)) {
                out.write(some, 0, count);
                out.flush();
            }
        } catch (IOException e) {
            // One of both left.
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "relay");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}

package dmhq.transports.email.connecting;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLSocketFactory;

/** A factory that can close whatever it made, since nothing else wakes a thread that waits for a server. */
final class HeldSockets extends SSLSocketFactory implements AutoCloseable {

    private final SSLSocketFactory factory;
    private final List<Socket> made = new CopyOnWriteArrayList<>();

    HeldSockets(SSLSocketFactory factory) {
        this.factory = factory;
    }

    @Override
    public Socket createSocket() throws IOException {
        return held(factory.createSocket());
    }

    @Override
    public Socket createSocket(Socket inner, String host, int port, boolean autoClose) throws IOException {
        return held(factory.createSocket(inner, host, port, autoClose));
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return held(factory.createSocket(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress own, int ownPort) throws IOException {
        return held(factory.createSocket(host, port, own, ownPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return held(factory.createSocket(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress own, int ownPort) throws IOException {
        return held(factory.createSocket(host, port, own, ownPort));
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return factory.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return factory.getSupportedCipherSuites();
    }

    private Socket held(Socket socket) {
        made.add(socket);
        return socket;
    }

    @Override
    public void close() {
        for (Socket socket : made) {
            try {
                socket.close();
            } catch (IOException e) {
                // A socket that cannot be closed is closed, or the process is about to end anyway.
            }
        }
    }
}

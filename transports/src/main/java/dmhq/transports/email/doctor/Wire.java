package dmhq.transports.email.doctor;

import dmhq.transports.email.MailServer;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** A connection that carries lines, in the clear at first. */
final class Wire implements AutoCloseable {

    private static final int LONGEST_LINE = 65_536;

    private final MailServer server;
    private Socket socket;
    private InputStream in;
    private OutputStream out;
    private boolean talked;

    /** Goes over a socket that is connected. */
    Wire(MailServer server, Socket socket) throws IOException {
        this.server = server;
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream());
        this.out = socket.getOutputStream();
    }

    /** Connects; each answer may take so long. */
    static Wire to(MailServer server, Duration answer) throws IOException {
        int millis = Math.toIntExact(answer.toMillis());
        Socket socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(server.host(), server.port()), millis);
            socket.setSoTimeout(millis);
            socket.setTcpNoDelay(true);
            return new Wire(server, socket);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    MailServer server() {
        return server;
    }

    /**
     * Encrypts from here on, and makes sure who the other side is (RFC 2818).
     *
     * @throws IOException if that fails, or if the other side said more in the clear than it was asked
     */
    void secure(SSLContext trusted) throws IOException {
        if (talked && in.available() > 0) {
            throw new IOException("more was said before the encryption than was asked");
        }
        SSLSocket secured =
                (SSLSocket) trusted.getSocketFactory().createSocket(socket, server.host(), server.port(), true);
        SSLParameters parameters = secured.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secured.setSSLParameters(parameters);
        secured.startHandshake();
        socket = secured;
        in = new BufferedInputStream(secured.getInputStream());
        out = secured.getOutputStream();
    }

    /** Sends a line, whose end is added. */
    void say(String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /** Returns the next line without its end, byte for byte. */
    String line() throws IOException {
        talked = true;
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new EOFException(server + " hung up");
            }
            if (line.size() >= LONGEST_LINE) {
                throw new IOException("a line of more than " + LONGEST_LINE + " bytes");
            }
            line.write(b);
        }
        String text = line.toString(StandardCharsets.ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    /** Returns that many bytes. */
    byte[] bytes(int count) throws IOException {
        byte[] bytes = in.readNBytes(count);
        if (bytes.length < count) {
            throw new EOFException(server + " hung up");
        }
        return bytes;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            // It is given up in any case.
        }
    }
}

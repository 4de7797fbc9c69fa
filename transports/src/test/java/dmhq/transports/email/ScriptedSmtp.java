package dmhq.transports.email;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dmhq.transports.email.Credential.Kind;
import dmhq.transports.email.MailServer.Security;
import dmhq.transports.email.connecting.MailLine;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server of SMTP that answers as a test wants, to commands by how they begin, and keeps what it was told. */
public final class ScriptedSmtp implements AutoCloseable {

    private final ServerSocket socket;
    private final Security security;
    private final Map<String, String> answers;
    private final List<String> commands = new CopyOnWriteArrayList<>();

    /** Answers by the given map; what is not in it is a friendly answer. An empty answer is none at all. */
    public ScriptedSmtp(Security security, Map<String, String> answers) throws IOException {
        InetAddress local = InetAddress.getLoopbackAddress();
        this.socket = security == Security.TLS
                ? TestAuthority.LOCAL.context().getServerSocketFactory().createServerSocket(0, 5, local)
                : new ServerSocket(0, 5, local);
        this.security = security;
        this.answers = answers;
        Thread thread = new Thread(this::serve, "scripted SMTP");
        thread.setDaemon(true);
        thread.start();
    }

    public List<String> commands() {
        return List.copyOf(commands);
    }

    public MailLine line(Duration patience) {
        MailServer here = new MailServer("localhost", socket.getLocalPort(), security);
        return new MailLine(
                new MailAccount(
                        "anna@example.org",
                        "anna",
                        here,
                        here,
                        new Credential(Kind.PASSWORD, () -> MailServerForTests.PASSWORD)),
                TestAuthority.LOCAL.trusting(),
                patience);
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept();
                    BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), US_ASCII))) {
                say(client, answers.getOrDefault("", "220 ready"));
                boolean data = false;
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    if (!data) {
                        commands.add(line);
                        say(client, answer(line));
                    } else if (line.equals(".")) {
                        say(client, answers.getOrDefault(".", "250 taken"));
                    }
                    data = line.equals("DATA") ? answer(line).startsWith("354") : data && !line.equals(".");
                }
            } catch (IOException e) {
                // The client has left, or the test is over.
            }
        }
    }

    private String answer(String command) {
        return answers.entrySet().stream()
                .filter(known -> !known.getKey().isEmpty() && command.startsWith(known.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseGet(() -> command.startsWith("EHLO")
                        ? "250-localhost\r\n250 AUTH PLAIN"
                        : command.startsWith("AUTH")
                                ? "235 welcome"
                                : command.equals("DATA") ? "354 go on" : "250 fine");
    }

    private static void say(Socket client, String answer) throws IOException {
        if (!answer.isEmpty()) {
            client.getOutputStream().write((answer + "\r\n").getBytes(US_ASCII));
            client.getOutputStream().flush();
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

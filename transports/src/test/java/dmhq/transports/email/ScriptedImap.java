package dmhq.transports.email;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dmhq.transports.email.Credential.Kind;
import dmhq.transports.email.MailServer.Security;
import dmhq.transports.email.connecting.MailLine;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server of IMAP with one mail in its inbox, of which it tells whatever structure a test wants. */
public final class ScriptedImap implements AutoCloseable {

    private static final Pattern CHUNK = Pattern.compile("BODY\\.PEEK\\[\\]<(\\d+)\\.(\\d+)>");

    private final ServerSocket socket;
    private final String structure;
    private final byte[] mail;
    private final boolean searches;
    private final List<String> commands = new CopyOnWriteArrayList<>();

    public ScriptedImap(String structure, byte[] mail) throws IOException {
        this(structure, mail, true);
    }

    /** One that says no when it is to search. */
    public static ScriptedImap refusingToSearch(String structure, byte[] mail) throws IOException {
        return new ScriptedImap(structure, mail, false);
    }

    private ScriptedImap(String structure, byte[] mail, boolean searches) throws IOException {
        this.searches = searches;
        InetAddress local = InetAddress.getLoopbackAddress();
        this.socket = TestAuthority.LOCAL.context().getServerSocketFactory().createServerSocket(0, 5, local);
        this.structure = structure;
        this.mail = mail;
        start(this::serve);
    }

    public List<String> commands() {
        return List.copyOf(commands);
    }

    public MailLine line() {
        MailServer here = new MailServer("localhost", socket.getLocalPort(), Security.TLS);
        return new MailLine(
                new MailAccount("ben@example.org", "ben", here, here, new Credential(Kind.PASSWORD, () -> "x")),
                TestAuthority.LOCAL.trusting(),
                Duration.ofSeconds(20));
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "scripted IMAP");
        thread.setDaemon(true);
        thread.start();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                start(() -> serve(client));
            } catch (IOException e) {
                // The test is over.
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client;
                BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), ISO_8859_1))) {
            OutputStream out = client.getOutputStream();
            say(out, "* OK ready\r\n");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                commands.add(line);
                if (line.endsWith(" IDLE")) {
                    say(out, "+ I shall tell\r\n");
                    commands.add(String.valueOf(in.readLine()));
                }
                int space = line.indexOf(' ');
                String verdict = searches || !line.contains("SEARCH") ? " OK done" : " NO not here";
                say(out, answer(line.substring(space + 1)) + line.substring(0, space) + verdict + "\r\n");
            }
        } catch (IOException e) {
            // The client has left, or the test is over.
            return;
        }
    }

    private String answer(String command) {
        if (command.startsWith("CAPABILITY")) {
            return "* CAPABILITY IMAP4rev1 IDLE\r\n";
        }
        if (command.startsWith("LIST")) {
            return "* LIST () \"/\" INBOX\r\n";
        }
        if (command.startsWith("SELECT") || command.startsWith("EXAMINE")) {
            return "* 1 EXISTS\r\n* OK [UIDVALIDITY 7] valid\r\n* OK [UIDNEXT 2] next\r\n";
        }
        if (command.contains("RFC822.SIZE")) {
            return "* 1 FETCH (UID 1 FLAGS () RFC822.SIZE " + mail.length + ")\r\n";
        }
        if (command.contains("BODYSTRUCTURE")) {
            return "* 1 FETCH (UID 1 BODYSTRUCTURE " + structure + ")\r\n";
        }
        Matcher chunk = CHUNK.matcher(command);
        if (chunk.find()) {
            int from = Math.min(mail.length, Integer.parseInt(chunk.group(1)));
            int to = Math.min(mail.length, from + Integer.parseInt(chunk.group(2)));
            String text = new String(mail, from, to - from, ISO_8859_1);
            return "* 1 FETCH (UID 1 BODY[]<" + from + "> {" + text.length() + "}\r\n" + text + ")\r\n";
        }
        return command.contains("FLAGS") ? "* 1 FETCH (UID 1 FLAGS ())\r\n" : "";
    }

    private static void say(OutputStream out, String answer) throws IOException {
        out.write(answer.getBytes(ISO_8859_1));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

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
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A server of IMAP with mails in its inbox, of which it tells or refuses whatever a test wants. */
public final class ScriptedImap implements AutoCloseable {

    private static final Pattern CHUNK = Pattern.compile("BODY\\.PEEK\\[([^\\]]*)\\]<(\\d+)\\.(\\d+)>");
    private static final Pattern UIDS = Pattern.compile("UID FETCH (\\S+)");

    private final ServerSocket socket;
    private final String structure;
    private final List<byte[]> mails;
    private final UnaryOperator<String> words;
    private final List<String> commands = new CopyOnWriteArrayList<>();

    public ScriptedImap(String structure, byte[] mail) throws IOException {
        this(structure, List.of(mail), command -> "");
    }

    /** One that says no when it is to search. */
    public static ScriptedImap refusingToSearch(String structure, byte[] mail) throws IOException {
        return new ScriptedImap(structure, List.of(mail), command -> command.contains("SEARCH") ? "NO not here" : "");
    }

    /**
     * One with several mails, whose UIDs begin with 1.
     *
     * @param words what it says to a command: {@code NO} or {@code BAD} to refuse, {@code *} to answer, {@code * BYE} to
     *     leave, nothing to do as it is told
     */
    public ScriptedImap(String structure, List<byte[]> mails, UnaryOperator<String> words) throws IOException {
        this.words = words;
        InetAddress local = InetAddress.getLoopbackAddress();
        this.socket = TestAuthority.LOCAL.context().getServerSocketFactory().createServerSocket(0, 5, local);
        this.structure = structure;
        this.mails = List.copyOf(mails);
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
                String command = line.substring(space + 1);
                String scripted = words.apply(command);
                if (scripted.startsWith("* BYE")) {
                    say(out, scripted + "\r\n");
                    return;
                }
                String tag = line.substring(0, space);
                if (scripted.isEmpty()) {
                    say(out, answer(command) + tag + " OK done\r\n");
                } else if (scripted.startsWith("* ")) {
                    say(out, scripted + "\r\n" + tag + " OK done\r\n");
                } else {
                    say(out, tag + " " + scripted + "\r\n");
                }
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
            return "* " + mails.size() + " EXISTS\r\n* OK [UIDVALIDITY 7] valid\r\n* OK [UIDNEXT " + (mails.size() + 1)
                    + "] next\r\n";
        }
        Matcher uids = UIDS.matcher(command);
        return uids.find()
                ? IntStream.rangeClosed(1, mails.size())
                        .filter(uid -> names(uids.group(1), uid))
                        .mapToObj(uid ->
                                "* " + uid + " FETCH (UID " + uid + answer(command, mails.get(uid - 1)) + ")\r\n")
                        .collect(Collectors.joining())
                : "";
    }

    private boolean names(String uids, int uid) {
        return Arrays.stream(uids.split(",", -1)).anyMatch(each -> {
            String[] ends = each.replace("*", String.valueOf(mails.size())).split(":", 2);
            return Integer.parseInt(ends[0]) <= uid && uid <= Integer.parseInt(ends[ends.length - 1]);
        });
    }

    private String answer(String command, byte[] mail) {
        if (command.contains("RFC822.SIZE")) {
            return " FLAGS () RFC822.SIZE " + mail.length;
        }
        if (command.contains("BODYSTRUCTURE")) {
            return " BODYSTRUCTURE " + structure;
        }
        Matcher chunk = CHUNK.matcher(command);
        if (!chunk.find()) {
            return " FLAGS ()";
        }
        String all = new String(mail, ISO_8859_1);
        String shown = switch (chunk.group(1)) {
            case "" -> all;
            case "HEADER" -> all.substring(0, all.indexOf("\n\n") + 2);
            default -> all.substring(all.indexOf("\n\n") + 2);
        };
        int from = Math.min(shown.length(), Integer.parseInt(chunk.group(2)));
        String text = shown.substring(from, Math.min(shown.length(), from + Integer.parseInt(chunk.group(3))));
        return " BODY[" + chunk.group(1) + "]<" + from + "> {" + text.length() + "}\r\n" + text;
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

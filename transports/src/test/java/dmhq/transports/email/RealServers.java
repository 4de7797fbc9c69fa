package dmhq.transports.email;

import static java.nio.charset.StandardCharsets.UTF_8;

import dmhq.transports.email.Credential.Kind;
import dmhq.transports.email.MailServer.Security;
import dmhq.transports.email.connecting.MailLine;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Dovecot and Postfix as they serve most of the world's mail, on ports of their own on this machine; nothing leaves it.
 *
 * <p>They want to be started by root. Where that is not so, or they are missing, the test is skipped, but fails where the
 * environment has {@code CI=true}.
 */
public final class RealServers {

    /** How many accounts there are: {@code user0@example.org} and so on. */
    public static final int USERS = 100;

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String NOBODY = "nobody";

    private final Path folder;
    private final String dovecot;
    private final String doveadm;
    private final String postfix;
    private final Map<String, Integer> ports = new LinkedHashMap<>();

    /** Starts both. */
    public RealServers() throws Exception {
        dovecot = RealProgram.find("dovecot", "/usr/sbin");
        doveadm = RealProgram.find("doveadm", "/usr/bin");
        postfix = RealProgram.find("postfix", "/usr/sbin");
        // Their own users must get there, and the names of their sockets must be short.
        folder = Files.createTempDirectory(Path.of("/tmp"), "dmhq");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        if (!RealProgram.run(folder, "id", "-u").strip().equals("0")) {
            RealProgram.missing("Dovecot and Postfix are started by root alone: run this test as root");
        }
        for (String port : new String[] {"IMAP", "IMAPS", "LMTP", "AUTH", "SUBMISSION", "SUBMISSIONS"}) {
            ports.put(port, freePort());
        }
        for (String name : new String[] {"mail", "spool", "data", "postfix"}) {
            Files.createDirectory(folder.resolve(name));
        }
        RealProgram.run(folder, "chown", NOBODY, "mail");
        RealProgram.run(folder, "chown", "postfix", "data");
        Files.writeString(folder.resolve("server.pem"), TestAuthority.LOCAL.pem());
        StringBuilder users = new StringBuilder();
        for (int i = 0; i < USERS; i++) {
            users.append("user" + i + ":{PLAIN}" + MailServerForTests.PASSWORD + "::::::\n");
        }
        Files.writeString(folder.resolve("users"), users);
        copy("dovecot.conf", "dovecot.conf");
        copy("main.cf", "postfix/main.cf");
        copy("master.cf", "postfix/master.cf");
        RealProgram.run(folder, dovecot, "-c", folder.resolve("dovecot.conf").toString());
        RealProgram.run(folder, postfix, "-c", folder.resolve("postfix").toString(), "start");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void copy(String resource, String to) throws IOException {
        try (InputStream in = RealServers.class.getResourceAsStream(resource)) {
            String text = new String(in.readAllBytes(), UTF_8).replace("@FOLDER@", folder.toString());
            for (Map.Entry<String, Integer> port : ports.entrySet()) {
                text = text.replace("@" + port.getKey() + "@", String.valueOf(port.getValue()));
            }
            Files.writeString(folder.resolve(to), text);
        }
    }

    /** How one of the accounts reaches them. */
    public MailLine line(int user, Security security, String password) {
        boolean tls = security == Security.TLS;
        return new MailLine(
                new MailAccount(
                        "user" + user + "@example.org",
                        "user" + user,
                        new MailServer(
                                "localhost", ports.getOrDefault(tls ? "SUBMISSIONS" : "SUBMISSION", 0), security),
                        new MailServer("localhost", ports.getOrDefault(tls ? "IMAPS" : "IMAP", 0), security),
                        new Credential(Kind.PASSWORD, () -> password)),
                TestAuthority.LOCAL.trusting(),
                PATIENCE);
    }

    /** Puts a file into an inbox as a mail, whatever it holds. */
    public void deliver(int user, String name, byte[] mail) throws Exception {
        Path box = folder.resolve("mail/user" + user);
        for (String part : new String[] {"new", "cur", "tmp"}) {
            Files.createDirectories(box.resolve(part));
        }
        Files.write(box.resolve("new").resolve(name), mail);
        RealProgram.run(folder, "chown", "-R", NOBODY, box.toString());
    }

    /** Puts a file into an inbox as a mail that arrived at another time, before it was ever looked into. */
    public void deliver(int user, String name, byte[] mail, Instant received) throws Exception {
        deliver(user, name, mail);
        Files.setLastModifiedTime(folder.resolve("mail/user" + user + "/new/" + name), FileTime.from(received));
    }

    /** Returns when nothing is under way any more: all that was sent lies in the mailboxes. */
    public void deliverAll() throws IOException {
        Path spool = folder.resolve("spool");
        // A mail goes through these in this order, so that one that moves meanwhile is found in the next.
        for (String queue : new String[] {"maildrop", "incoming", "active", "deferred"}) {
            while (holdsFiles(spool.resolve(queue))) {
                Thread.onSpinWait();
            }
        }
    }

    private static boolean holdsFiles(Path queue) throws IOException {
        try (Stream<Path> files = Files.walk(queue)) {
            return files.anyMatch(Files::isRegularFile);
        } catch (NoSuchFileException | UncheckedIOException e) {
            // A mail has left it while it was looked at.
            return Files.exists(queue);
        }
    }

    /** Stops both, and removes all they kept. */
    public void stop() throws Exception {
        RealProgram.run(folder, postfix, "-c", folder.resolve("postfix").toString(), "stop");
        RealProgram.run(folder, doveadm, "-c", folder.resolve("dovecot.conf").toString(), "stop");
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}

package dmhq.transports.email.post;

import static java.nio.charset.StandardCharsets.UTF_8;

import dmhq.format.disk.Disk;
import dmhq.format.disk.DurableDisk;
import dmhq.transports.Address;
import dmhq.transports.Cover;
import dmhq.transports.Parcel;
import dmhq.transports.Transport;
import dmhq.transports.email.MailServerForTests;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Anna and Ben each have an account, empty at first, and play by mail. */
@Timeout(60)
abstract class AnnaAndBen {

    static final String THREAD = "sabres-0011223344556677";
    static final Cover COVER = new Cover("Sabres: turn 3", "Your turn.", "<p>Your turn.</p>", THREAD);

    static MailServerForTests server;

    @TempDir
    Path folder;

    MailPost anna;
    MailPost ben;

    @BeforeAll
    static void start_a_server() {
        server = new MailServerForTests();
    }

    @AfterAll
    static void stop_the_server() {
        server.close();
    }

    @BeforeEach
    void empty_the_mailboxes() throws Exception {
        server.greenMail().purgeEmailFromAllMailboxes();
        anna = post("anna", new DurableDisk());
        ben = post("ben", new DurableDisk());
    }

    void deliver(String user, String name, String content) throws Exception {
        server.deliver(user, mail(name, content));
    }

    static byte[] mail(String name, String content) {
        return bytes("From: carl@example.com\nSubject: Fwd: turn\n"
                + "Content-Type: multipart/mixed; boundary=x\n\n--x\n\nhello\n" + part(name, content) + "--x--\n");
    }

    static String part(String name, String content) {
        return "--x\nContent-Type: application/octet-stream\nContent-Transfer-Encoding: base64\n"
                + "Content-Disposition: attachment; filename=\"" + name + "\"\n\n"
                + Base64.getEncoder().encodeToString(bytes(content)) + "\n";
    }

    static void send(MailPost from, String name, String content) throws Exception {
        try (Transport transport = open(from)) {
            transport.send(new Parcel(name, "", bytes(content), COVER));
        }
    }

    static List<String> list(MailPost post) throws Exception {
        try (Transport transport = open(post)) {
            return transport.list();
        }
    }

    static String fetch(MailPost post, String name) throws Exception {
        try (Transport transport = open(post)) {
            return new String(transport.fetch(name), UTF_8);
        }
    }

    static Transport open(MailPost post) throws Exception {
        return post.open(Address.parse("mail:ben@example.org"));
    }

    MailPost post(String user, Disk disk) {
        return new MailPost(
                server.line(user),
                "INBOX",
                null,
                MailPost.LARGEST,
                head -> new String(head, UTF_8).startsWith("ours: "),
                disk,
                state(user),
                MailTransportTest.CLOCK,
                (mails, looked) -> {});
    }

    Path state(String user) {
        return folder.resolve(user);
    }

    static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}

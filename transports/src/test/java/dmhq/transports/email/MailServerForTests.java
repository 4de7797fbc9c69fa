package dmhq.transports.email;

import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dmhq.transports.email.Credential.Kind;
import dmhq.transports.email.MailServer.Security;
import dmhq.transports.email.connecting.MailLine;
import jakarta.mail.Flags;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Properties;

/** A mail server in this process: SMTP and IMAP over TLS on ports of its own, with as many accounts as are wanted. */
public final class MailServerForTests implements AutoCloseable {

    public static final String PASSWORD = "correct horse";

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final PromptGreenMail server;

    /** Starts it with the accounts of Anna and Ben. */
    public MailServerForTests() {
        this("anna", "ben");
    }

    /** Starts it with an account {@code USER@example.org} for each. */
    public MailServerForTests(String... users) {
        TestAuthority.LOCAL.showByGreenMail();
        server = new PromptGreenMail(
                new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS),
                new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAPS));
        server.start();
        for (String user : users) {
            server.setUser(user + "@example.org", user, PASSWORD);
        }
    }

    /** How an account reaches it, with the right password. */
    public MailLine line(String user) {
        return line(user, PASSWORD);
    }

    public MailLine line(String user, String password) {
        return new MailLine(
                new MailAccount(
                        user + "@example.org",
                        user,
                        new MailServer("localhost", server.port(ServerSetup.PROTOCOL_SMTPS), Security.TLS),
                        new MailServer("localhost", server.port(ServerSetup.PROTOCOL_IMAPS), Security.TLS),
                        new Credential(Kind.PASSWORD, () -> password)),
                TestAuthority.LOCAL.trusting(),
                PATIENCE);
    }

    /** Puts a mail into an inbox without anybody having sent it. */
    public void deliver(String user, byte[] mail) throws Exception {
        GreenMailUser owner = user(user);
        owner.deliver(new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail)));
    }

    /** Puts a mail into an inbox as one that arrived at another time. */
    public void deliver(String user, byte[] mail, Instant received) throws Exception {
        inbox(user)
                .appendMessage(
                        new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail)),
                        new Flags(),
                        Date.from(received));
    }

    /** The mails in a folder, each as text. */
    public List<MimeMessage> mails(String user, String folder) throws UserException {
        ImapHostManager host = server.getManagers().getImapHostManager();
        MailFolder found = host.getFolder(user(user), folder);
        return found == null
                ? List.of()
                : found.getMessages().stream()
                        .map(stored -> stored.getMimeMessage())
                        .toList();
    }

    public MailFolder inbox(String user) throws Exception {
        return server.getManagers().getImapHostManager().getInbox(user(user));
    }

    public GreenMail greenMail() {
        return server;
    }

    private GreenMailUser user(String name) {
        return server.getUserManager().getUser(name);
    }

    @Override
    public void close() {
        server.stop();
    }
}

package dmhq.transports.email.connecting;

import dmhq.transports.TransportException;
import dmhq.transports.email.MailAddress;
import dmhq.transports.email.writing.Mail;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import jakarta.mail.internet.InternetAddress;
import java.io.ByteArrayInputStream;
import java.util.Optional;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/** Hands mails to the server through which an account sends; connects when there is the first to send. */
public final class Submission implements AutoCloseable {

    private static final String NOBODY = "<>";

    private final MailLine line;
    private final long largest;
    private @Nullable SMTPTransport server;

    /**
     * Makes one that is not connected yet.
     *
     * @param largest how many bytes a mail may have if the server does not say less
     */
    public Submission(MailLine line, long largest) {
        this.line = line;
        this.largest = largest;
    }

    /** In whose name a mail travels, which is where news of its fate go. */
    public enum Sender {
        /** The account's. */
        ACCOUNT,
        /** Nobody's, so that nothing ever answers (RFC 3834, 3.3); the account's where the server wants one. */
        NOBODY
    }

    /**
     * Sends a mail; returns when the server has taken it over.
     *
     * @throws TransportException if it did not, and whether it may yet
     */
    public void send(Mail mail, MailAddress recipient, Sender sender, String tried) throws TransportException {
        requireRoom(mail, largest, tried);
        SMTPTransport connected = connected(tried);
        requireRoom(mail, limit(connected).orElse(largest), tried);
        try {
            if (sender == Sender.NOBODY && isSent(connected, mail, recipient)) {
                return;
            }
            connected.sendMessage(message(mail, line.account().address()), to(recipient));
        } catch (MessagingException e) {
            TransportException failure = new MailFailure(line.account().sending(), tried).of(e);
            if (!failure.isOfThisAlone()) {
                close();
            }
            throw failure;
        }
    }

    private static boolean isSent(SMTPTransport connected, Mail mail, MailAddress recipient) throws MessagingException {
        try {
            connected.sendMessage(message(mail, NOBODY), to(recipient));
            return true;
        } catch (MessagingException e) {
            if (MailFailure.code(MailFailure.chain(e)) < 500) {
                throw e;
            }
            return false;
        }
    }

    private SMTPTransport connected(String tried) throws TransportException {
        SMTPTransport known = server;
        if (known != null && known.isConnected()) {
            return known;
        }
        SMTPTransport fresh = line.connect(
                "smtp",
                line.account().sending(),
                tried,
                (session, protocol) -> new Protocol(session, new URLName(protocol, null, -1, null, null, null)));
        server = fresh;
        return fresh;
    }

    /** SMTP under either of its names. */
    private static final class Protocol extends SMTPTransport {

        Protocol(Session session, URLName name) {
            super(session, name, name.getProtocol(), name.getProtocol().equals("smtps"));
        }
    }

    private static Optional<Long> limit(SMTPTransport connected) {
        String told = connected.getExtensionParameter("SIZE");
        if (told == null || !told.strip().matches("[1-9]\\d{0,17}")) {
            return Optional.empty();
        }
        return Optional.of(Long.parseLong(told.strip()));
    }

    private void requireRoom(Mail mail, long limit, String tried) throws TransportException {
        if (mail.size() > limit) {
            throw TransportException.lasting(
                            tried,
                            "the mail has " + mail.size() + " bytes, and "
                                    + line.account().sending() + " takes at most " + limit
                                    + "; send it over another post, such as a folder",
                            null)
                    .ofThisAlone();
        }
    }

    private static SMTPMessage message(Mail mail, String envelopeFrom) throws MessagingException {
        SMTPMessage message = new SMTPMessage(null, new ByteArrayInputStream(mail.bytes()));
        message.setEnvelopeFrom(envelopeFrom);
        return message;
    }

    private static Address[] to(MailAddress recipient) throws MessagingException {
        return new Address[] {new InternetAddress(recipient.toString(), true)};
    }

    /** Takes leave of the server; a mail that was taken over stays so. */
    @Override
    public void close() {
        SMTPTransport known = server;
        server = null;
        if (known != null) {
            try {
                known.close();
            } catch (MessagingException e) {
                // It is gone already, which is what was wanted.
                return;
            }
        }
    }
}

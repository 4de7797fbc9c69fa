package dmhq.transports.email.connecting;

import jakarta.mail.Session;
import jakarta.mail.URLName;
import org.eclipse.angus.mail.imap.IMAPStore;

/** IMAP under either of its names. */
final class ImapServer extends IMAPStore {

    ImapServer(Session session, URLName name) {
        super(session, name, name.getProtocol(), name.getProtocol().equals("imaps"));
    }
}

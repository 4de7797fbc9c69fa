package dmhq.world.mail;

import dmhq.transports.email.MailAccount;
import dmhq.transports.email.MailServer.Security;
import dmhq.transports.email.connecting.MailLine;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.eclipse.angus.mail.imap.IMAPFolder;

/** An inbox, open for whoever stands between the server and the player: an ordinary client of IMAP. */
final class Inbox implements AutoCloseable {

    private final Session session;
    private final Store store;
    private final IMAPFolder folder;
    private long next = 1;
    private int known;

    Inbox(MailLine line) throws Exception {
        MailAccount account = line.account();
        boolean tls = account.receiving().security() == Security.TLS;
        String protocol = tls ? "imaps" : "imap";
        Properties properties = new Properties();
        properties.put("mail." + protocol + ".ssl.socketFactory", line.tls());
        properties.put("mail." + protocol + ".starttls.required", String.valueOf(!tls));
        session = Session.getInstance(properties);
        store = session.getStore(protocol);
        store.connect(
                account.receiving().host(),
                account.receiving().port(),
                account.user(),
                account.credential().source().secret());
        folder = (IMAPFolder) store.getFolder("INBOX");
        folder.open(Folder.READ_WRITE);
    }

    /** Returns all mails in it. */
    List<byte[]> all() throws MessagingException, IOException {
        folder.getMessageCount();
        return contents(folder.getMessages());
    }

    /** Takes out what has come since, but for what was {@link #put} here. */
    List<byte[]> takeNew() throws MessagingException, IOException {
        if (folder.getMessageCount() == known) {
            return List.of();
        }
        Message[] fresh = folder.getMessagesByUID(next, UIDFolder.LASTUID);
        List<Message> taken = new ArrayList<>();
        for (Message message : fresh) {
            // A range that ends with the last mail has that one, whatever its UID.
            if (folder.getUID(message) >= next) {
                taken.add(message);
            }
        }
        if (taken.isEmpty()) {
            return List.of();
        }
        Message[] all = taken.toArray(Message[]::new);
        List<byte[]> contents = contents(all);
        next = folder.getUID(all[all.length - 1]) + 1;
        folder.setFlags(all, new Flags(Flags.Flag.DELETED), true);
        folder.expunge();
        known = folder.getMessageCount();
        return contents;
    }

    /** Puts a mail there, as the server does when one arrives. */
    void put(byte[] mail) throws MessagingException {
        folder.appendMessages(new Message[] {new MimeMessage(session, new ByteArrayInputStream(mail))});
        known = folder.getMessageCount();
        next = Math.max(next, folder.getUID(folder.getMessage(known)) + 1);
    }

    private static List<byte[]> contents(Message[] messages) throws MessagingException, IOException {
        List<byte[]> contents = new ArrayList<>();
        for (Message message : messages) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            message.writeTo(bytes);
            contents.add(bytes.toByteArray());
        }
        return contents;
    }

    @Override
    public void close() throws MessagingException {
        store.close();
    }
}

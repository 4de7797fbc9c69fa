package dmhq.transports.email.doctor;

import dmhq.transports.email.reading.OneLine;
import org.eclipse.angus.mail.imap.protocol.BASE64MailboxDecoder;
import org.eclipse.angus.mail.imap.protocol.BASE64MailboxEncoder;

/** How a folder is called: by a server for receiving (RFC 3501, 5.1.3), and by people. */
final class FolderName {

    private static final int LONGEST = 100;

    private FolderName() {}

    /** Returns a name as the server spells it. */
    static String spelt(String typed) {
        return typed.equalsIgnoreCase("INBOX") ? "INBOX" : BASE64MailboxEncoder.encode(typed);
    }

    /** Returns a name that a server has told as people read it, in quotation marks. */
    static String shown(String spelt) {
        return "\"" + OneLine.of(BASE64MailboxDecoder.decode(spelt), LONGEST) + "\"";
    }
}

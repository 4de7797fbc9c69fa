package dmhq.transports.email;

/**
 * An account at a provider of mail.
 *
 * @param address from which its mails are sent, in one line
 * @param user under which its servers know it, often the same
 * @param sending its server for SMTP submission
 * @param receiving its server for IMAP
 */
public record MailAccount(
        String address, String user, MailServer sending, MailServer receiving, Credential credential) {}

package dmhq.transports.email.discovery;

import dmhq.transports.email.Credential;
import dmhq.transports.email.MailAccount;
import dmhq.transports.email.MailAddress;
import dmhq.transports.email.MailServer;

/**
 * Where an address sends and receives.
 *
 * @param user under which both servers know it
 * @param receiving for IMAP
 * @param sending for SMTP submission
 */
public record Servers(String user, MailServer receiving, MailServer sending) {

    /** Returns the account of an address at them. */
    public MailAccount account(MailAddress address, Credential credential) {
        return new MailAccount(address.toString(), user, sending, receiving, credential);
    }
}

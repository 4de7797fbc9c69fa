package dmhq.transports.email.discovery;

import dmhq.transports.email.MailServer;

/**
 * Where an address sends and receives.
 *
 * @param user under which both servers know it
 * @param receiving for IMAP
 * @param sending for SMTP submission
 */
public record Servers(String user, MailServer receiving, MailServer sending) {}

package dmhq.workspace;

import dmhq.transports.email.discovery.DomainRecords;
import dmhq.transports.email.discovery.Pages;
import java.time.Duration;
import javax.net.ssl.SSLContext;

/** How servers of mail, and what is known of them, are reached from this computer; nothing is reached before it is used. */
public interface MailNetwork {

    /** Decides whose certificates are believed. */
    SSLContext trusted();

    /** Asks name servers. */
    DomainRecords records();

    /** Fetches pages. */
    Pages pages();

    /** How long a server may take for one answer. */
    Duration patience();
}

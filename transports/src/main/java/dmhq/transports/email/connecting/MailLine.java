package dmhq.transports.email.connecting;

import dmhq.transports.TransportException;
import dmhq.transports.email.Credential;
import dmhq.transports.email.MailAccount;
import dmhq.transports.email.MailServer;
import dmhq.transports.email.SecretException;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.NoSuchProviderException;
import jakarta.mail.Service;
import jakarta.mail.Session;
import java.time.Duration;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;

/**
 * How the servers of an account are reached: always encrypted, with a certificate that bears the server's name and that
 * the factory of sockets trusts, and never by any other way.
 *
 * @param tls makes the encrypted sockets, and decides whom to trust
 * @param patience how long a server may take to connect, to answer, or to take what is written
 */
public record MailLine(MailAccount account, SSLSocketFactory tls, Duration patience) {

    /** What the server is called in the greeting of SMTP: nothing about this machine. */
    private static final String NO_NAME = "[127.0.0.1]";

    /** Makes a service of Jakarta Mail out of a session. */
    interface Maker<S extends Service> {
        S make(Session session, String protocol) throws NoSuchProviderException;
    }

    /**
     * Connects to a server and logs in.
     *
     * @param protocol {@code smtp} or {@code imap}
     * @throws TransportException if the server cannot be reached, is another, or refuses the log-in
     */
    <S extends Service> S connect(String protocol, MailServer server, String tried, Maker<S> maker)
            throws TransportException {
        boolean atOnce = server.security() == MailServer.Security.TLS;
        String name = atOnce ? protocol + "s" : protocol;
        String secret = secret(tried);
        try {
            S service = maker.make(Session.getInstance(properties("mail." + name + ".", atOnce)), name);
            service.connect(server.host(), server.port(), account.user(), secret);
            account.credential().source().heard(true);
            return service;
        } catch (MessagingException e) {
            TransportException failure = new MailFailure(server, tried).of(e, account.user(), secret);
            if (e instanceof AuthenticationFailedException && !failure.retryCanHelp()) {
                account.credential().source().heard(false);
            }
            throw failure;
        }
    }

    private String secret(String tried) throws TransportException {
        try {
            return account.credential().source().secret();
        } catch (SecretException e) {
            throw TransportException.lasting(tried, String.valueOf(e.getMessage()), null);
        }
    }

    private Properties properties(String prefix, boolean atOnce) {
        String millis = String.valueOf(patience.toMillis());
        Properties properties = new Properties();
        properties.put(prefix + "ssl.socketFactory", tls);
        // Or else Jakarta Mail would try again with sockets that trust whomever Java trusts.
        properties.setProperty(prefix + "socketFactory.fallback", "false");
        properties.setProperty(prefix + "ssl.enable", String.valueOf(atOnce));
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        properties.setProperty(prefix + "ssl.protocols", "TLSv1.3 TLSv1.2");
        properties.setProperty(prefix + "starttls.enable", String.valueOf(!atOnce));
        properties.setProperty(prefix + "starttls.required", String.valueOf(!atOnce));
        properties.setProperty(prefix + "connectiontimeout", millis);
        properties.setProperty(prefix + "timeout", millis);
        properties.setProperty(prefix + "writetimeout", millis);
        properties.setProperty(prefix + "auth", "true");
        properties.setProperty(
                prefix + "auth.mechanisms",
                account.credential().kind() == Credential.Kind.TOKEN ? "XOAUTH2" : "PLAIN LOGIN");
        properties.setProperty(prefix + "localhost", NO_NAME);
        properties.setProperty(prefix + "from", account.address());
        properties.setProperty(prefix + "quitwait", "false");
        return properties;
    }

    MailLine with(SSLSocketFactory sockets, Duration other) {
        return new MailLine(account, sockets, other);
    }
}

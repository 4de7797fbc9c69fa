package dmhq.workspace;

import dmhq.transports.email.discovery.DomainRecords;
import dmhq.transports.email.discovery.HttpsPages;
import dmhq.transports.email.discovery.Pages;
import dmhq.transports.email.discovery.SystemRecords;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import javax.net.ssl.SSLContext;

/** The network of this computer, with the authorities that its Java trusts. */
public final class SystemNetwork implements MailNetwork {

    private static final Duration FOR_AN_ANSWER = Duration.ofSeconds(30);
    private static final Duration FOR_A_NAME = Duration.ofSeconds(5);

    @Override
    public SSLContext trusted() {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has TLS", e);
        }
    }

    @Override
    public DomainRecords records() {
        return new SystemRecords(FOR_A_NAME);
    }

    @Override
    public Pages pages() {
        return new HttpsPages(trusted(), FOR_AN_ANSWER);
    }

    @Override
    public Duration patience() {
        return FOR_AN_ANSWER;
    }
}

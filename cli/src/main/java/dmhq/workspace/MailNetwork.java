package dmhq.workspace;

import dmhq.transports.email.discovery.DomainRecords;
import dmhq.transports.email.discovery.Pages;
import java.io.IOException;
import java.net.URI;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/** How servers of mail, and what is known of them, are reached from this computer; nothing is reached before it is used. */
public interface MailNetwork {

    /** Nothing can be reached. */
    MailNetwork AWAY = new MailNetwork() {

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
            return new DomainRecords() {
                @Override
                public List<Service> services(String name) throws IOException {
                    throw new IOException("away");
                }

                @Override
                public List<String> exchanges(String domain) throws IOException {
                    throw new IOException("away");
                }

                @Override
                public boolean exists(String host) throws IOException {
                    throw new IOException("away");
                }
            };
        }

        @Override
        public Pages pages() {
            return (URI page) -> Optional.<byte[]>empty();
        }

        @Override
        public Duration patience() {
            return Duration.ofSeconds(1);
        }
    };

    /** Decides whose certificates are believed. */
    SSLContext trusted();

    /** Asks name servers. */
    DomainRecords records();

    /** Fetches pages. */
    Pages pages();

    /** How long a server may take for one answer. */
    Duration patience();
}

package dmhq.workspace;

import dmhq.format.disk.Disk;
import dmhq.transports.email.discovery.DomainRecords;
import dmhq.transports.email.discovery.Pages;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import javax.net.ssl.SSLContext;

/** Players whose computer reaches no server of mail, and whom nobody asks for a password. */
public final class NoMail {

    private NoMail() {}

    /** Returns the account of one. */
    public static OwnMail at(Path home, Disk disk, InstantSource clock) {
        return new OwnMail(
                disk,
                home,
                clock.withZone(ZoneOffset.UTC),
                new OwnMail.Secrets(name -> null, question -> null),
                new Away());
    }

    /** A computer that is away from all networks. */
    static final class Away implements MailNetwork {

        @Override
        public SSLContext trusted() {
            throw new AssertionError("nothing is reached here");
        }

        @Override
        public DomainRecords records() {
            throw new AssertionError("nothing is reached here");
        }

        @Override
        public Pages pages() {
            throw new AssertionError("nothing is reached here");
        }

        @Override
        public Duration patience() {
            throw new AssertionError("nothing is reached here");
        }
    }
}

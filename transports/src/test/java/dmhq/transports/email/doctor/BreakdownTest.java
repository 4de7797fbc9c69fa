package dmhq.transports.email.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dmhq.transports.email.MailServer;
import dmhq.transports.email.MailServer.Security;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateNotYetValidException;
import java.time.Duration;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;

/** What no socket of this computer can be made to do. */
class BreakdownTest {

    private static final MailServer SERVER = new MailServer("smtp.example.org", 465, Security.TLS);
    private static final Duration ANSWER = Duration.ofSeconds(30);

    @Test
    void a_port_that_swallows_everything_is_named() {
        Ailment ailment = Breakdown.reaching(SERVER, ANSWER, new SocketTimeoutException("Connect timed out"));
        assertThat(ailment.sentence()).isEqualTo("smtp.example.org:465 does not answer within 30 s.");
        assertThat(ailment.cure())
                .isEqualTo("A firewall, or the network you are in, seems to swallow mail: try another network, such as"
                        + " a phone's, or the provider's other port.");
    }

    @Test
    void a_host_that_no_way_leads_to_is_as_good_as_a_closed_port() {
        assertThat(Breakdown.reaching(SERVER, ANSWER, new NoRouteToHostException("no route"))
                        .sentence())
                .isEqualTo("smtp.example.org:465 refuses the connection.");
    }

    @Test
    void a_certificate_of_tomorrow_points_to_the_clock() {
        SSLHandshakeException early = new SSLHandshakeException("PKIX path validation failed");
        early.initCause(new CertPathValidatorException("validity", new CertificateNotYetValidException("NotBefore")));
        Ailment ailment = Breakdown.securing(SERVER, ANSWER, early);
        assertThat(ailment.sentence()).isEqualTo("The certificate of smtp.example.org:465 is not valid yet.");
        assertThat(ailment.cure()).isEqualTo("Set the clock of this computer right.");
    }

    @Test
    void encryption_of_old_is_named() {
        Ailment ailment =
                Breakdown.securing(SERVER, ANSWER, new SSLHandshakeException("Received fatal alert: protocol_version"));
        assertThat(ailment.sentence())
                .isEqualTo("smtp.example.org:465 knows no encryption that is still safe (TLS 1.2 or newer).");
        assertThat(ailment.cure())
                .isEqualTo("Only who runs the server can cure that; take another account, or another post.");
    }
}

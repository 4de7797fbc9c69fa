package dmhq.transports.email.doctor;

import dmhq.transports.email.MailServer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Turns failures of the net, which speak to programmers, into ailments. */
final class Breakdown {

    private static final double THOUSAND = 1000.0;

    private Breakdown() {}

    /** Why a server could not be reached. */
    static Ailment reaching(MailServer server, Duration answer, IOException e) {
        if (e instanceof UnknownHostException) {
            return new Ailment(
                    "There is no host " + server.host() + ", or no name server that knows it.",
                    "Check the name of the server, and whether this computer is online.");
        }
        if (e instanceof SocketTimeoutException) {
            return new Ailment(
                    server + " does not answer within " + seconds(answer) + ".",
                    "A firewall, or the network you are in, seems to swallow mail: try another network, such as a"
                            + " phone's, or the provider's other port.");
        }
        if (e instanceof ConnectException || e instanceof NoRouteToHostException) {
            return new Ailment(
                    server + " refuses the connection.",
                    "Check the name and the port; if both are right, the network you are in blocks the port: try"
                            + " another network, such as a phone's.");
        }
        return cut(server);
    }

    /** Why a connection could not be encrypted. */
    static Ailment securing(MailServer server, Duration answer, IOException e) {
        Optional<Ailment> certificate = certificate(server, e);
        if (certificate.isPresent()) {
            return certificate.get();
        }
        if (has(e, "unrecognized ssl message") || has(e, "plaintext connection")) {
            return new Ailment(
                    server + " speaks without encryption at this port.",
                    "Take the provider's port for TLS (993 for receiving, 465 for sending), or say that it is one for"
                            + " STARTTLS.");
        }
        if (has(e, "before the encryption")) {
            return new Ailment(
                    server + " said more before the encryption than it was asked, as a forger would.",
                    "Try another network, or a port with TLS from the first byte (993 and 465).");
        }
        if (e instanceof SSLException && (has(e, "protocol_version") || has(e, "handshake_failure"))) {
            return new Ailment(
                    server + " knows no encryption that is still safe (TLS 1.2 or newer).",
                    "Only who runs the server can cure that; take another account, or another post.");
        }
        return talking(server, answer, e);
    }

    /** Why a conversation ended. */
    static Ailment talking(MailServer server, Duration answer, IOException e) {
        if (e instanceof SocketTimeoutException) {
            return new Ailment(
                    server + " can be reached, but says nothing within " + seconds(answer) + ".",
                    "A firewall or virus scanner seems to hold the connection: switch off its look into mail, or try"
                            + " another network.");
        }
        return cut(server);
    }

    private static Ailment cut(MailServer server) {
        return new Ailment(
                "The connection to " + server + " is cut in the middle.",
                "Try again; if it stays so, a firewall or virus scanner cuts it: try another network.");
    }

    private static Optional<Ailment> certificate(MailServer server, Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateExpiredException) {
                return Optional.of(new Ailment(
                        "The certificate of " + server + " has expired.",
                        "Check the clock of this computer; if it is right, wait until the provider has a new"
                                + " certificate, and give no password before."));
            }
            if (cause instanceof CertificateNotYetValidException) {
                return Optional.of(new Ailment(
                        "The certificate of " + server + " is not valid yet.",
                        "Set the clock of this computer right."));
            }
            if (cause instanceof CertPathBuilderException) {
                return Optional.of(new Ailment(
                        "The certificate of " + server + " is by nobody whom this computer trusts.",
                        "Either the server made it itself, or something on the way reads along, such as a virus"
                                + " scanner or a company's network: switch off its look into mail, or try another"
                                + " network."));
            }
            if (cause instanceof CertificateException
                    && (has(cause, "no subject alternative") || has(cause, "no name matching"))) {
                return Optional.of(new Ailment(
                        "The certificate of " + server + " is for another host.",
                        "Take the name of the server that the provider's pages give, not an alias; if that is what you"
                                + " have, try another network."));
            }
        }
        return Optional.empty();
    }

    private static boolean has(Throwable e, String words) {
        @Nullable String message = e.getMessage();
        return message != null && message.toLowerCase(Locale.ROOT).contains(words);
    }

    static String seconds(Duration duration) {
        long millis = duration.toMillis();
        return millis % 1000 == 0 ? millis / 1000 + " s" : String.format(Locale.ROOT, "%.1f s", millis / THOUSAND);
    }
}

package dmhq.transports.email.connecting;

import static java.nio.charset.StandardCharsets.UTF_8;

import dmhq.transports.TransportException;
import dmhq.transports.email.MailServer;
import dmhq.transports.email.reading.OneLine;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.MessagingException;
import java.io.EOFException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.iap.CommandFailedException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/** What a failure of a server means for whoever asked: whether it may pass, what to change, and whether others do better. */
record MailFailure(MailServer server, String tried) {

    private static final int LONGEST = 300;
    static final Pattern TEMPORARY = Pattern.compile("^\\s*4\\d\\d\\b|\\[UNAVAILABLE\\]|\\[INUSE\\]|\\[LIMIT\\]");
    private static final Pattern TOO_LARGE = Pattern.compile("(?i)^552|5\\.3\\.4|5\\.2\\.3|size|too (?:large|big)");
    /** The service closes the connection (RFC 5321, 4.2.2), whatever was tried. */
    private static final int CLOSING = 421;

    private static final Pattern FOR_GOOD = Pattern.compile("\\[(?:NOPERM|NONEXISTENT|CANNOT)\\]");

    TransportException of(MessagingException failure) {
        return of(failure, "", "");
    }

    /** Judges a failure; what the server said is told, but for the secret and all forms in which it is sent. */
    TransportException of(MessagingException failure, String user, String secret) {
        List<Throwable> chain = chain(failure);
        String said = said(chain, user, secret);
        if (failure instanceof AuthenticationFailedException) {
            return TEMPORARY.matcher(said).find()
                    ? TransportException.passing(tried, server + " cannot check log-ins now: " + said, null)
                    : TransportException.lasting(
                            tried,
                            server + " refuses the log-in of " + user + " (" + said + "); correct user name and"
                                    + " password, and look whether the provider wants a password made for programs",
                            null);
        }
        if (has(chain, CertificateException.class)
                || has(chain, CertPathValidatorException.class)
                || said.contains("verify identity")) {
            return TransportException.lasting(
                    tried,
                    server + " does not prove to be that server (" + said
                            + "); correct its name, or trust the authority" + " that signed its certificate",
                    null);
        }
        if (said.contains("STARTTLS")) {
            return TransportException.lasting(
                    tried, server + " offers no encryption (" + said + "); use its port for TLS", null);
        }
        if (has(chain, SSLException.class) && !has(chain, EOFException.class)) {
            return TransportException.lasting(
                    tried,
                    server + " cannot be talked to over TLS (" + said + "); see whether the port wants TLS or STARTTLS",
                    null);
        }
        TransportException refused = refused(failure, chain, said);
        return isOfOneMail(chain) ? refused.ofThisAlone() : refused;
    }

    private TransportException refused(MessagingException failure, List<Throwable> chain, String said) {
        int code = code(chain);
        if (code >= 500) {
            return TransportException.lasting(tried, server + " refuses it: " + said + cure(said), null);
        }
        if (failure instanceof FolderNotFoundException || FOR_GOOD.matcher(said).find()) {
            return TransportException.lasting(tried, server + " refuses it: " + said, null);
        }
        return code >= 400 || has(chain, CommandFailedException.class)
                ? TransportException.passing(tried, server + " does not take it now: " + said, null)
                : TransportException.passing(tried, server + " cannot be reached: " + said, null);
    }

    /** What a server says to the sender of a mail is about the account; to its recipient or content, about that mail. */
    private static boolean isOfOneMail(List<Throwable> chain) {
        return code(chain) != CLOSING
                && chain.stream()
                        .anyMatch(failure -> failure instanceof SMTPAddressFailedException
                                || (failure instanceof SMTPSendFailedException send
                                        && send.getReturnCode() >= 400
                                        && !send.getCommand().startsWith("MAIL")));
    }

    private static String cure(String said) {
        return TOO_LARGE.matcher(said).find() ? "; send it over another post, such as a folder" : "";
    }

    /** Returns the code with which SMTP refused, or 0 if it was something else. */
    static int code(List<Throwable> chain) {
        for (Throwable failure : chain) {
            if (failure instanceof SMTPAddressFailedException address) {
                return address.getReturnCode();
            }
        }
        for (Throwable failure : chain) {
            if (failure instanceof SMTPSenderFailedException sender) {
                return sender.getReturnCode();
            }
            if (failure instanceof SMTPSendFailedException send) {
                return send.getReturnCode();
            }
        }
        return 0;
    }

    /** Returns a failure and what it came of, in Jakarta Mail's ways of chaining and in Java's. */
    static List<Throwable> chain(Throwable failure) {
        List<Throwable> chain = new ArrayList<>(List.of(failure));
        for (int i = 0; i < chain.size() && i < 20; i++) {
            Throwable one = chain.get(i);
            Throwable next = one instanceof MessagingException mail ? mail.getNextException() : null;
            for (Throwable cause : new Throwable[] {next, one.getCause()}) {
                if (cause != null && !chain.contains(cause)) {
                    chain.add(cause);
                }
            }
        }
        return chain;
    }

    private static boolean has(List<Throwable> chain, Class<? extends Throwable> kind) {
        return chain.stream().anyMatch(kind::isInstance);
    }

    private static String said(List<Throwable> chain, String user, String secret) {
        Throwable telling = chain.get(0);
        for (Throwable failure : chain) {
            if (failure instanceof SMTPAddressFailedException) {
                telling = failure;
            }
        }
        String line = shown(plain(chain).orElse(String.valueOf(telling.getMessage())));
        for (String form : forms(user, secret)) {
            // What is looked for has to look as it would in there.
            if (!shown(form).isEmpty()) {
                line = line.replace(shown(form), "...");
            }
        }
        return OneLine.of(line, LONGEST);
    }

    private static String shown(String text) {
        return OneLine.of(text).replaceAll(" {2,}", " ");
    }

    /** Returns in words of people what is wrong with a connection; empty if something else is wrong. */
    private static Optional<String> plain(List<Throwable> chain) {
        if (has(chain, UnknownHostException.class)) {
            return Optional.of("no such name is known here, or there is no network");
        } else if (has(chain, ConnectException.class)) {
            return Optional.of("nothing takes connections at that port, or there is no network");
        } else if (has(chain, SocketTimeoutException.class)) {
            return Optional.of("it does not answer in time");
        } else if (has(chain, EOFException.class)
                || String.valueOf(chain.get(0).getMessage()).contains("[EOF]")) {
            return Optional.of("it has closed the connection");
        }
        return Optional.empty();
    }

    /** The secret as the mechanisms of log-in send it, and alone. */
    private static List<String> forms(String user, String secret) {
        if (secret.isEmpty()) {
            return List.of();
        }
        String token = "user=" + user + "\1auth=Bearer " + secret + "\1\1";
        return List.of(
                base64(token),
                base64(user + "\0" + user + "\0" + secret),
                base64("\0" + user + "\0" + secret),
                base64(secret),
                secret,
                secret.toLowerCase(Locale.ROOT));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }
}

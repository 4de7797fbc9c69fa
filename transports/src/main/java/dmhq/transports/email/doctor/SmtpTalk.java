package dmhq.transports.email.doctor;

import dmhq.transports.email.Credential.Kind;
import dmhq.transports.email.MailServer;
import dmhq.transports.email.MailServer.Security;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import javax.net.ssl.SSLContext;

/** A conversation with a server for sending (SMTP, RFC 5321 and 6409). */
final class SmtpTalk {

    /** Names no computer: the name of this one is nobody's business. */
    private static final String HELLO = "EHLO [127.0.0.1]";

    private static final int MOST_LINES = 200;

    private final Wire wire;
    private final Map<String, String> offers = new TreeMap<>();

    SmtpTalk(Wire wire) {
        this.wire = wire;
    }

    /** What a server answered. */
    private record Answer(int code, List<String> lines) {

        boolean isGood() {
            return code / 100 == 2;
        }

        String text() {
            return code + " " + String.join(" ", lines);
        }
    }

    /** Comes to an encrypted connection, on which the server has told what it offers. */
    void begin(SSLContext trusted) throws IOException, Ailment {
        MailServer server = wire.server();
        if (server.security() == Security.TLS) {
            wire.secure(trusted);
        }
        welcome(answer());
        hello();
        if (server.security() == Security.STARTTLS) {
            if (!offers.containsKey("STARTTLS") || !ask("STARTTLS").isGood()) {
                throw new Ailment(
                        server + " offers no encryption (STARTTLS), and dmhq never logs in without.",
                        "Take the provider's port for TLS, 465; if this one should offer it, something on the way takes"
                                + " it out: try another network.");
            }
            wire.secure(trusted);
            hello();
        }
    }

    private void welcome(Answer answer) throws Ailment {
        if (!answer.isGood()) {
            throw new Ailment(
                    wire.server() + " does not want to talk. It said " + new Quote("").of(answer.text()) + ".",
                    "Many providers bar networks that spam came from: wait an hour, or try another network.");
        }
    }

    private void hello() throws IOException, Ailment {
        Answer answer = ask(HELLO);
        welcome(answer);
        offers.clear();
        for (String line : answer.lines()
                .subList(Math.min(1, answer.lines().size()), answer.lines().size())) {
            String[] parts = line.strip().replaceFirst("(?i)^AUTH=", "AUTH ").split(" ", 2);
            offers.merge(
                    parts[0].toUpperCase(Locale.ROOT),
                    parts.length == 1 ? "" : parts[1].toUpperCase(Locale.ROOT),
                    (one, other) -> one + " " + other);
        }
    }

    /** Logs in, or says why not. */
    void logIn(String user, String secret, Kind kind, Refusal refusal, Quote quote) throws IOException, Ailment {
        List<String> ways = Arrays.asList(offers.getOrDefault("AUTH", "").split(" +", -1));
        Answer answer;
        if (kind == Kind.TOKEN && ways.contains("XOAUTH2")) {
            answer = ask("AUTH XOAUTH2 " + Sasl.token(user, secret));
            if (answer.code() == 334) {
                answer = ask("");
            }
        } else if (kind == Kind.PASSWORD && ways.contains("PLAIN")) {
            answer = ask("AUTH PLAIN " + Sasl.plain(user, secret));
        } else if (kind == Kind.PASSWORD && ways.contains("LOGIN")) {
            answer = ask("AUTH LOGIN");
            for (String part : List.of(user, secret)) {
                if (answer.code() == 334) {
                    answer = ask(Base64.getEncoder().encodeToString(part.getBytes(StandardCharsets.UTF_8)));
                }
            }
        } else {
            throw refusal.noWay(wire.server());
        }
        if (!answer.isGood()) {
            throw refusal.of(wire.server(), answer.text(), quote);
        }
    }

    /** Returns how many bytes a mail may have, if the server says so (RFC 1870). */
    OptionalLong limit() {
        return Optional.of(offers.getOrDefault("SIZE", "").strip())
                .filter(digits -> digits.matches("[1-9][0-9]{0,17}"))
                .map(digits -> OptionalLong.of(Long.parseLong(digits)))
                .orElse(OptionalLong.empty());
    }

    /** Hands over a mail from an address to itself; its lines end with CR LF. */
    void send(String address, String mail, Quote quote) throws IOException, Ailment {
        must(ask("MAIL FROM:<" + address + ">"), quote);
        must(ask("RCPT TO:<" + address + ">"), quote);
        Answer ready = ask("DATA");
        if (ready.code() != 354) {
            must(ready, quote);
        }
        must(ask(mail.replace("\r\n.", "\r\n..") + "."), quote);
    }

    private void must(Answer answer, Quote quote) throws Ailment {
        if (answer.isGood()) {
            return;
        }
        String said = " It said " + quote.of(answer.text()) + ".";
        if (answer.code() / 100 == 4) {
            throw new Ailment(
                    wire.server() + " takes no mail from you at the moment." + said,
                    "Wait an hour; providers hold back who sends much, and who is new.");
        }
        throw new Ailment(
                wire.server() + " refuses a mail from you to yourself." + said,
                "The account has to be allowed to send from this address; what the server said is for its provider to"
                        + " explain.");
    }

    /** Takes leave; whether it is heard makes no difference. */
    void end() {
        try {
            ask("QUIT");
        } catch (IOException | Ailment e) {
            // The connection is given up in any case.
        }
    }

    private Answer ask(String line) throws IOException, Ailment {
        wire.say(line);
        return answer();
    }

    private Answer answer() throws IOException, Ailment {
        List<String> lines = new ArrayList<>();
        while (lines.size() < MOST_LINES) {
            String line = wire.line();
            if (!line.matches("[2-5][0-9]{2}(?:[ -].*)?")) {
                break;
            }
            lines.add(line.length() > 4 ? line.substring(4) : "");
            if (line.length() == 3 || line.charAt(3) == ' ') {
                return new Answer(Integer.parseInt(line.substring(0, 3)), lines);
            }
        }
        throw new Ailment(
                wire.server() + " does not speak SMTP.", "Check the name and the port of the server for sending.");
    }
}

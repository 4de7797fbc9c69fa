package dmhq.transports.email.doctor;

import dmhq.transports.email.Credential.Kind;
import dmhq.transports.email.MailServer;
import dmhq.transports.email.discovery.PasswordKind;
import dmhq.transports.email.discovery.Provider;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a server means when it lets nobody in. The words are those of Gmail, Yahoo, Outlook.com, Microsoft 365,
 * Mail.ru and Yandex; iCloud and others say no more than that it failed, so the table has a word, too.
 */
final class Refusal {

    private static final List<String> LATER =
            List.of("too many", "try again later", "[unavailable]", "[limit]", "temporar", "rate limit");
    private static final List<String> NO_PASSWORDS =
            List.of("basic authentication is disabled", "basicauthblocked", "basic auth is disabled");
    private static final List<String> SENDING_OFF = List.of("smtpclientauthentication is disabled");
    private static final List<String> APP_PASSWORD = List.of(
            "application-specific password",
            "app-specific password",
            "app password",
            "application password",
            "invalidsecondfactor",
            "parol prilozheniya");
    private static final List<String> BROWSER = List.of("log in via your web browser", "webloginrequired");
    private static final List<String> SWITCHED_OFF =
            List.of("imap is disabled", "imap access is disabled", "not enabled for imap", "smtp is disabled");

    private final Optional<Provider> provider;
    private final Kind kind;

    Refusal(Optional<Provider> provider, Kind kind) {
        this.provider = provider;
        this.kind = kind;
    }

    /** Says what an answer means, and quotes it. */
    Ailment of(MailServer server, String answer, Quote quote) {
        String words = answer.toLowerCase(Locale.ROOT);
        String said = " It said " + quote.of(answer) + ".";
        if (has(words, LATER) || words.startsWith("421") || words.startsWith("454")) {
            return new Ailment(
                    server + " bars you for a while." + said,
                    "Wait an hour before you try again; each attempt makes it longer.");
        }
        if (has(words, SENDING_OFF)) {
            return new Ailment(
                    server + " lets no program send for this mailbox." + said,
                    "Ask the administrator of your mail to allow authenticated SMTP for your mailbox, or take another"
                            + " post.");
        }
        if (kind == Kind.TOKEN) {
            return new Ailment(
                    server + " refuses the token." + said,
                    "Get a new one; it has to be for this user, and to allow both IMAP and SMTP. The command that"
                            + " prints it may have to be set up again.");
        }
        if (has(words, NO_PASSWORDS) || wants(PasswordKind.TOKEN)) {
            return new Ailment(
                    server + " takes no passwords any more, also none made for a program." + said,
                    "Give a command that prints a token of OAuth 2, or take another post: draft:, or a shared folder.");
        }
        if (has(words, BROWSER)) {
            return new Ailment(
                    server + " wants you to log in with a browser first." + said,
                    "Log in at the provider's pages, agree that it was you, and try again; if it stays so, make an app"
                            + " password" + where() + ".");
        }
        if (has(words, APP_PASSWORD)) {
            return new Ailment(server + " takes only an app password, and this is none." + said, makeOne());
        }
        // Yandex says in one answer that it is this or a wrong password.
        if (has(words, SWITCHED_OFF) && !words.contains("credentials")) {
            return new Ailment(
                    server + " is switched off for programs." + said,
                    "Switch on IMAP and SMTP in the settings of your mail" + where() + ".");
        }
        if (provider.isPresent() && wants(PasswordKind.APP)) {
            return new Ailment(
                    server + " refuses the password, and " + provider.get().name() + " takes only app passwords."
                            + said,
                    makeOne());
        }
        return new Ailment(
                server + " refuses the user or the password." + said,
                "Check both by logging in at the provider's pages; with two-factor login, make an app password"
                        + where() + "."
                        + provider.flatMap(Provider::remark).map(r -> " " + r).orElse(""));
    }

    /** Says that a server offers no way in that is fit for what we have. */
    Ailment noWay(MailServer server) {
        return kind == Kind.TOKEN
                ? new Ailment(server + " takes no tokens of OAuth 2 (XOAUTH2).", "Give a password in place of a token.")
                : new Ailment(
                        server + " offers no log-in with a password.",
                        "Give a command that prints a token of OAuth 2, or take another post: draft:, or a shared"
                                + " folder.");
    }

    private String makeOne() {
        return "Make an app password" + where() + ", and give that one in place of your own."
                + provider.flatMap(Provider::remark).map(r -> " " + r).orElse("");
    }

    private boolean wants(PasswordKind wanted) {
        return provider.filter(p -> p.password() == wanted).isPresent();
    }

    private String where() {
        return provider.flatMap(Provider::page)
                .map(URI::toString)
                .map(p -> " (" + p + ")")
                .orElse("");
    }

    private static boolean has(String words, List<String> any) {
        return any.stream().anyMatch(words::contains);
    }
}

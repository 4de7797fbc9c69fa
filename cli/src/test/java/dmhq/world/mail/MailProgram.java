package dmhq.world.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dmhq.RealProgram;
import dmhq.transports.email.MailAccount;
import dmhq.transports.email.MailServer;
import dmhq.transports.email.MailServerForTests;
import dmhq.transports.email.TestAuthority;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Programs in which people write mails and attach files, each with its own habits. */
enum MailProgram {
    /** Guesses types from names, and writes all that is not ASCII in base64. */
    S_NAIL {
        @Override
        void send(MailAccount account, Path home, Letter letter) throws Exception {
            RealProgram program = RealProgram.named("s-nail")
                    .with(Map.of("HOME", home.toString(), "MAILRC", settings(account, home)));
            List<String> words = new ArrayList<>(List.of("-:u", "-s", letter.subject()));
            letter.files().forEach(file -> words.addAll(List.of("-a", file.toString())));
            words.add(letter.to());
            run(program, TEXT, words);
        }

        private String settings(MailAccount account, Path home) throws Exception {
            return write(
                    home,
                    "settings",
                    "set v15-compat ttycharset=utf-8 smtp-auth=login nosave",
                    "set tls-ca-file=" + trusted(home) + " tls-ca-no-defaults tls-verify=strict",
                    "set from=" + account.address(),
                    "set mta=smtps://" + account.user() + ":" + MailServerForTests.PASSWORD.replace(" ", "%20") + "@"
                            + server(account));
        }
    },
    /** Takes a file that is called a text for one, and writes it line by line in quoted-printable. */
    MUTT {
        @Override
        void send(MailAccount account, Path home, Letter letter) throws Exception {
            List<String> words = new ArrayList<>(List.of("-s", letter.subject(), "-a"));
            letter.files().forEach(file -> words.add(file.toString()));
            words.addAll(List.of("--", letter.to()));
            runMutt(account, home, TEXT, words);
        }
    },
    /** Leaves the subject as it is, knows no types but those that it is told, and writes all in base64. */
    SWAKS {
        @Override
        void send(MailAccount account, Path home, Letter letter) throws Exception {
            List<String> words = new ArrayList<>(List.of(
                    "--server",
                    server(account),
                    "--tls-on-connect",
                    "--auth-user",
                    account.user(),
                    "--auth-password",
                    MailServerForTests.PASSWORD,
                    "--from",
                    account.address(),
                    "--to",
                    letter.to(),
                    "--header",
                    "Subject: " + letter.subject(),
                    "--attach-type",
                    "image/jpeg"));
            letter.files().forEach(file -> words.addAll(List.of("--attach", "@" + file)));
            run(RealProgram.named("swaks").with(Map.of("HOME", home.toString())), TEXT, words);
        }
    };

    private static final String TEXT = "See below.\n";

    /** A mail as somebody writes it. */
    record Letter(String to, String subject, List<Path> files) {}

    /**
     * Sends a mail; where the program is missing the test is skipped, or fails if all must be there.
     *
     * @param home a folder for what the program has to be told
     */
    abstract void send(MailAccount account, Path home, Letter letter) throws Exception;

    /** Opens a draft in mutt and sends it as it is. */
    static void sendDraft(MailAccount account, Path home, Path draft) throws Exception {
        runMutt(account, home, "", List.of("-H", draft.toString()));
    }

    private static void runMutt(MailAccount account, Path home, String text, List<String> words) throws Exception {
        String settings = write(
                home,
                "settings",
                "set charset=utf-8 copy=no",
                "set from=" + account.address(),
                "set smtp_url=smtps://" + account.user() + "@" + server(account),
                "set smtp_pass='" + MailServerForTests.PASSWORD + "' smtp_authenticators=plain",
                "set certificate_file=" + trusted(home));
        List<String> all = new ArrayList<>(List.of("-n", "-F", settings));
        all.addAll(words);
        run(RealProgram.named("mutt").with(Map.of("HOME", home.toString())), text, all);
    }

    /** The text is the whole input, since these programs wait for the end of it. */
    private static void run(RealProgram program, String text, List<String> words) throws Exception {
        RealProgram.Outcome outcome = program.runOn(text.getBytes(UTF_8), words.toArray(String[]::new));
        assertThat(outcome.exit()).as(outcome.text()).isZero();
    }

    private static String server(MailAccount account) {
        MailServer server = account.sending();
        return server.host() + ":" + server.port();
    }

    private static String trusted(Path home) throws Exception {
        return write(home, "trusted.pem", TestAuthority.LOCAL.pem());
    }

    private static String write(Path home, String name, String... lines) throws Exception {
        return Files.write(home.resolve(name), List.of(lines)).toString();
    }
}

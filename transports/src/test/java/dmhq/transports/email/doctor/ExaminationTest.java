package dmhq.transports.email.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dmhq.transports.AddressException;
import dmhq.transports.email.Credential;
import dmhq.transports.email.Credential.Kind;
import dmhq.transports.email.MailAccount;
import dmhq.transports.email.MailServer;
import dmhq.transports.email.MailServer.Security;
import dmhq.transports.email.SecretException;
import dmhq.transports.email.TestCertificates;
import dmhq.transports.email.TestCertificates.Certificate;
import dmhq.transports.email.discovery.Provider;
import dmhq.transports.email.discovery.ProviderTable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each way in which mail fails, against servers on real sockets that fail in that way. */
class ExaminationTest {

    private static final String ADDRESS = "natasha@example.org";
    private static final String PASSWORD = "wolf's-dragoons-3025";
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final List<AutoCloseable> opened = new ArrayList<>();
    private final List<Finding> told = new ArrayList<>();

    private FakeSubmission sending = new FakeSubmission();
    private FakeMailbox receiving = new FakeMailbox();
    private Kind kind = Kind.PASSWORD;
    private Credential.Source source = () -> PASSWORD;
    private UsedFolders folders = UsedFolders.INBOX;
    private Optional<Provider> provider = Optional.empty();
    private SSLContext trusted = TestCertificates.trusting();
    private Duration answer = Duration.ofSeconds(20);
    private Consumer<Duration> pausing = pause -> {};
    private Instant now = Instant.parse("3025-01-02T03:04:05Z");

    @BeforeEach
    void connect() {
        sending.taken = mail -> receiving.deliver("INBOX", mail);
    }

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable one : opened) {
            one.close();
        }
        sending.close();
        receiving.close();
        secretsStaySecret();
    }

    private void secretsStaySecret() {
        String coded = Base64.getEncoder().withoutPadding().encodeToString(PASSWORD.getBytes(StandardCharsets.UTF_8));
        for (Finding finding : told) {
            assertThat(finding.toString()).doesNotContain(PASSWORD, coded).doesNotContain("\n", "\r");
            assertThat(finding.sentence()).endsWith(".");
            assertThat(finding.cure().isPresent())
                    .isEqualTo(finding.outcome() == Outcome.FAILED || finding.outcome() == Outcome.REMARK);
        }
    }

    private List<Finding> examine() throws AddressException {
        sending.open();
        receiving.open();
        return examine(sending.address(), receiving.address());
    }

    private List<Finding> examine(MailServer out, MailServer in) throws AddressException {
        InstantSource clock = () -> now;
        MailAccount account = new MailAccount(ADDRESS, ADDRESS, out, in, new Credential(kind, source));
        List<Finding> findings = new Examination(
                        account,
                        folders,
                        provider,
                        new Circumstances(
                                trusted,
                                clock,
                                new SplittableRandom(3025),
                                answer,
                                SECOND.multipliedBy(3),
                                SECOND,
                                p -> {
                                    now = now.plus(p);
                                    pausing.accept(p);
                                }))
                .examine(told::add);
        assertThat(findings).isEqualTo(told);
        assertThat(findings).extracting(Finding::step).containsExactly(Step.values());
        return findings;
    }

    private static Finding at(Step step, List<Finding> findings) {
        return findings.stream().filter(f -> f.step() == step).findFirst().orElseThrow();
    }

    private void assertFailed(Step step, String sentence, String cure) throws AddressException {
        Finding finding = at(step, examine());
        assertThat(finding.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(finding.sentence()).isEqualTo(sentence);
        assertThat(finding.cure()).contains(cure);
    }

    private static Optional<Provider> providerOf(String domain) {
        return ProviderTable.bundled().ofDomain(domain);
    }

    @Test
    void a_good_account_is_fine_in_every_step() throws Exception {
        assertThat(examine()).extracting(Finding::outcome).containsOnly(Outcome.FINE);
        assertThat(told.stream().map(Finding::sentence))
                .containsExactly(
                        sending.address() + " can be reached.",
                        "The connection to " + sending.address() + " is encrypted, with the right server.",
                        sending.address() + " lets natasha@example.org in.",
                        "A mail may have 30.0 MB, so that parcels up to 21.9 MB pass.",
                        receiving.address() + " can be reached.",
                        "The connection to " + receiving.address() + " is encrypted, with the right server.",
                        receiving.address() + " lets natasha@example.org in.",
                        "Mails arrive in \"INBOX\".",
                        "A mail from natasha@example.org to itself is sent.",
                        "The mail arrived within 0 s.",
                        "It kept its Message-ID.",
                        "What was attached came back as it was, all 4096 bytes of it.");
    }

    @Test
    void starttls_is_as_good() throws Exception {
        sending = new FakeSubmission(Security.STARTTLS, Certificate.GOOD);
        receiving = new FakeMailbox(Security.STARTTLS, Certificate.GOOD);
        receiving.offers = receiving.offers + " STARTTLS";
        connect();
        assertThat(examine()).extracting(Finding::outcome).containsOnly(Outcome.FINE);
        assertThat(sending.heard.indexOf("STARTTLS"))
                .isLessThan(sending.heard.indexOf("AUTH PLAIN " + Sasl.plain(ADDRESS, PASSWORD)));
    }

    @Test
    void other_ways_to_show_a_password_are_as_good() throws Exception {
        sending.offers = List.of("AUTH=LOGIN", "AUTH LOGIN", "SIZE 30000000");
        receiving.offers = "IMAP4rev1";
        assertThat(examine()).extracting(Finding::outcome).containsOnly(Outcome.FINE);
    }

    @Test
    void a_token_is_as_good_as_a_password() throws Exception {
        kind = Kind.TOKEN;
        assertThat(examine()).extracting(Finding::outcome).containsOnly(Outcome.FINE);
        assertThat(sending.heard).contains("AUTH XOAUTH2 " + Sasl.token(ADDRESS, PASSWORD));
    }

    @Test
    void this_computer_is_not_named_to_anybody() throws Exception {
        examine();
        assertThat(sending.heard).contains("EHLO [127.0.0.1]");
    }

    @Test
    void a_wrong_password_is_named_on_both_sides() throws Exception {
        sending.onLogIn = "535 5.7.8 Error: authentication failed";
        receiving.onLogIn = "NO [AUTHENTICATIONFAILED] Authentication failed.";
        assertFailed(
                Step.SENDING_LOGGED_IN,
                sending.address() + " refuses the user or the password. It said \"535 5.7.8 Error: authentication"
                        + " failed\".",
                "Check both by logging in at the provider's pages; with two-factor login, make an app password.");
        assertThat(at(Step.RECEIVING_LOGGED_IN, told).sentence())
                .isEqualTo(receiving.address() + " refuses the user or the password. It said \"NO"
                        + " [AUTHENTICATIONFAILED] Authentication failed.\".");
        assertThat(at(Step.SENT, told).sentence())
                .isEqualTo("Not tried, because the server for sending does not let you in.");
        assertThat(told.subList(told.indexOf(at(Step.SENT, told)), told.size()))
                .extracting(Finding::outcome)
                .containsOnly(Outcome.NOT_TRIED);
    }

    @Test
    void an_app_password_is_asked_for_where_gmail_says_so() throws Exception {
        provider = providerOf("gmail.com");
        sending.onLogIn = "534-5.7.9 Application-specific password required. For more information, go to\r\n534 5.7.9 "
                + " https://support.google.com/mail/?p=InvalidSecondFactor x - gsmtp";
        receiving.onLogIn = "NO [ALERT] Application-specific password required:"
                + " https://support.google.com/accounts/answer/185833 (Failure)";
        assertFailed(
                Step.SENDING_LOGGED_IN,
                sending.address() + " takes only an app password, and this is none. It said \"534 5.7.9"
                        + " Application-specific password required. For more information, go to 5.7.9 "
                        + " https://support.google.com/mail/?p=InvalidSecondFactor x - gsmtp\".",
                "Make an app password (https://support.google.com/accounts/answer/185833), and give that one in place"
                        + " of your own. Two-step verification has to be on first; the administrator of a company or"
                        + " school may have forbidden app passwords.");
        assertThat(at(Step.RECEIVING_LOGGED_IN, told).sentence()).contains("takes only an app password");
    }

    @Test
    void an_app_password_is_asked_for_where_the_provider_says_less_than_the_table() throws Exception {
        for (String domain : List.of("icloud.com", "yahoo.com")) {
            told.clear();
            provider = providerOf(domain);
            receiving.onLogIn = "NO [AUTHENTICATIONFAILED] Authentication Failed";
            Finding finding = at(Step.RECEIVING_LOGGED_IN, examine());
            assertThat(finding.sentence())
                    .isEqualTo(
                            receiving.address() + " refuses the password, and "
                                    + provider.orElseThrow().name()
                                    + " takes only app passwords. It said \"NO [AUTHENTICATIONFAILED] Authentication Failed\".");
            assertThat(finding.cure().orElseThrow())
                    .contains(provider.orElseThrow().page().orElseThrow().toString());
        }
    }

    @Test
    void mail_ru_is_understood_without_the_table() throws Exception {
        sending.onLogIn = "535 5.7.0 NEOBHODIM parol prilozheniya / Application password is REQUIRED";
        assertThat(at(Step.SENDING_LOGGED_IN, examine()).sentence()).contains("takes only an app password");
    }

    @Test
    void passwords_that_are_taken_no_more_are_no_wrong_passwords() throws Exception {
        sending.onLogIn = "535 5.7.139 Authentication unsuccessful, basic authentication is disabled. [X.OUTLOOK.COM]";
        assertFailed(
                Step.SENDING_LOGGED_IN,
                sending.address() + " takes no passwords any more, also none made for a program. It said \"535 5.7.139"
                        + " Authentication unsuccessful, basic authentication is disabled. [X.OUTLOOK.COM]\".",
                "Give a command that prints a token of OAuth 2, or take another post: draft:, or a shared folder.");
    }

    @Test
    void outlook_that_says_only_that_the_log_in_failed_is_understood_by_the_table() throws Exception {
        provider = providerOf("outlook.com");
        receiving.onLogIn = "NO LOGIN failed.";
        assertThat(at(Step.RECEIVING_LOGGED_IN, examine()).sentence()).contains("takes no passwords any more");
    }

    @Test
    void sending_that_an_administrator_has_switched_off_is_named() throws Exception {
        sending.onLogIn =
                "535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the" + " Tenant.";
        assertFailed(
                Step.SENDING_LOGGED_IN,
                sending.address() + " lets no program send for this mailbox. It said \"535 5.7.139 Authentication"
                        + " unsuccessful, SmtpClientAuthentication is disabled for the Tenant.\".",
                "Ask the administrator of your mail to allow authenticated SMTP for your mailbox, or take another"
                        + " post.");
    }

    @Test
    void a_mailbox_that_is_closed_to_programs_is_named() throws Exception {
        receiving.onLogIn = "NO [ALERT] IMAP access is disabled for your domain.";
        assertFailed(
                Step.RECEIVING_LOGGED_IN,
                receiving.address() + " is switched off for programs. It said \"NO [ALERT] IMAP access is disabled for"
                        + " your domain.\".",
                "Switch on IMAP and SMTP in the settings of your mail.");
    }

    @Test
    void a_provider_of_app_passwords_may_be_closed_to_programs_too() throws Exception {
        provider = providerOf("gmail.com");
        receiving.onLogIn = "NO [ALERT] Your account is not enabled for IMAP use.";
        assertThat(at(Step.RECEIVING_LOGGED_IN, examine()).sentence()).contains("is switched off for programs");
    }

    @Test
    void an_answer_that_leaves_two_reasons_open_is_not_taken_for_the_rarer() throws Exception {
        provider = providerOf("yandex.com");
        receiving.onLogIn = "NO [AUTHENTICATIONFAILED] LOGIN invalid credentials or IMAP is disabled sc=x";
        Finding finding = at(Step.RECEIVING_LOGGED_IN, examine());
        assertThat(finding.sentence()).contains("Yandex takes only app passwords");
        assertThat(finding.cure().orElseThrow())
                .contains("IMAP has to be switched on in the settings of Yandex first.");
    }

    @Test
    void too_many_attempts_are_named() throws Exception {
        sending.onLogIn = "454 4.7.0 Too many login attempts, please try again later.";
        assertFailed(
                Step.SENDING_LOGGED_IN,
                sending.address() + " bars you for a while. It said \"454 4.7.0 Too many login attempts,"
                        + " please try again later.\".",
                "Wait an hour before you try again; each attempt makes it longer.");
    }

    @Test
    void a_log_in_that_wants_a_browser_first_is_named() throws Exception {
        sending.onLogIn = "534 5.7.14 Please log in via your web browser and then try again.";
        assertFailed(
                Step.SENDING_LOGGED_IN,
                sending.address() + " wants you to log in with a browser first. It said \"534 5.7.14 Please log in via"
                        + " your web browser and then try again.\".",
                "Log in at the provider's pages, agree that it was you, and try again; if it stays so, make an app"
                        + " password.");
    }

    @Test
    void a_refused_token_is_named() throws Exception {
        kind = Kind.TOKEN;
        sending.onLogIn = "535 5.7.8 Username and Password not accepted.";
        receiving.onLogIn = "NO [AUTHENTICATIONFAILED] Invalid credentials (Failure)";
        assertFailed(
                Step.SENDING_LOGGED_IN,
                sending.address() + " refuses the token. It said \"535 5.7.8 Username and Password not accepted.\".",
                "Get a new one; it has to be for this user, and to allow both IMAP and SMTP. The command that prints"
                        + " it may have to be set up again.");
        assertThat(at(Step.RECEIVING_LOGGED_IN, told).sentence()).contains("refuses the token");
    }

    @Test
    void a_server_that_takes_no_tokens_is_named() throws Exception {
        kind = Kind.TOKEN;
        receiving.offers = "IMAP4rev1 AUTH=PLAIN";
        assertFailed(
                Step.RECEIVING_LOGGED_IN,
                receiving.address() + " takes no tokens of OAuth 2 (XOAUTH2).",
                "Give a password in place of a token.");
    }

    @Test
    void a_server_that_takes_no_passwords_is_named() throws Exception {
        sending.offers = List.of("AUTH XOAUTH2");
        receiving.offers = "IMAP4rev1 LOGINDISABLED AUTH=XOAUTH2";
        assertFailed(
                Step.SENDING_LOGGED_IN,
                sending.address() + " offers no log-in with a password.",
                "Give a command that prints a token of OAuth 2, or take another post: draft:, or a shared folder.");
        assertThat(at(Step.RECEIVING_LOGGED_IN, told).sentence()).contains("offers no log-in with a password");
        assertThat(receiving.heard).noneMatch(line -> line.contains("LOGIN "));
    }

    @Test
    void an_answer_that_repeats_the_password_is_not_shown() throws Exception {
        sending.onLogIn = "535 no such password: " + PASSWORD;
        receiving.onLogIn = "NO bad proof " + Sasl.plain(ADDRESS, PASSWORD);
        assertThat(at(Step.SENDING_LOGGED_IN, examine()).sentence())
                .isEqualTo(sending.address() + " refuses the user or the password. It said something with the secret in"
                        + " it, which is not shown.");
        assertThat(at(Step.RECEIVING_LOGGED_IN, told).sentence()).doesNotContain(Sasl.plain(ADDRESS, PASSWORD));
    }

    @Test
    void a_password_that_cannot_be_had_is_a_finding() throws Exception {
        source = () -> {
            throw new SecretException("the command pass ended with 1");
        };
        assertFailed(
                Step.SENDING_LOGGED_IN,
                "There is nothing to log in with: the command pass ended with 1.",
                "Set right where the password or token comes from, and try again.");
        assertThat(sending.heard).noneMatch(line -> line.startsWith("AUTH"));
    }

    @Test
    void a_password_of_two_lines_goes_to_nobody() throws Exception {
        source = () -> PASSWORD + "\r\nRCPT TO:<x@example.net>";
        assertFailed(
                Step.SENDING_LOGGED_IN,
                "The password or token is empty, or has the end of a line or the like in it.",
                "Give it on one line, with nothing else.");
        assertThat(sending.heard).noneMatch(line -> line.contains("x@example.net"));
    }

    @Test
    void a_password_is_asked_for_once() throws Exception {
        List<String> asked = new ArrayList<>();
        source = () -> {
            asked.add("once");
            return PASSWORD;
        };
        examine();
        assertThat(asked).hasSize(1);
    }

    @Test
    void a_certificate_for_another_host_is_named() throws Exception {
        sending = new FakeSubmission(Security.TLS, Certificate.OF_ANOTHER_HOST);
        receiving = new FakeMailbox(Security.STARTTLS, Certificate.OF_ANOTHER_HOST);
        receiving.offers = "IMAP4rev1 STARTTLS";
        assertFailed(
                Step.SENDING_SECURED,
                "The certificate of " + sending.address() + " is for another host.",
                "Take the name of the server that the provider's pages give, not an alias; if that is what you have,"
                        + " try another network.");
        assertThat(at(Step.RECEIVING_SECURED, told).sentence())
                .isEqualTo("The certificate of " + receiving.address() + " is for another host.");
        nothingWasTold();
    }

    @Test
    void an_expired_certificate_is_named() throws Exception {
        sending = new FakeSubmission(Security.STARTTLS, Certificate.EXPIRED);
        receiving = new FakeMailbox(Security.TLS, Certificate.EXPIRED);
        assertFailed(
                Step.SENDING_SECURED,
                "The certificate of " + sending.address() + " has expired.",
                "Check the clock of this computer; if it is right, wait until the provider has a new certificate, and"
                        + " give no password before.");
        assertThat(at(Step.RECEIVING_SECURED, told).sentence())
                .isEqualTo("The certificate of " + receiving.address() + " has expired.");
        nothingWasTold();
    }

    @Test
    void a_certificate_by_a_stranger_is_named() throws Exception {
        trusted = SSLContext.getDefault();
        assertFailed(
                Step.SENDING_SECURED,
                "The certificate of " + sending.address() + " is by nobody whom this computer trusts.",
                "Either the server made it itself, or something on the way reads along, such as a virus scanner or a"
                        + " company's network: switch off its look into mail, or try another network.");
        nothingWasTold();
    }

    @Test
    void a_server_without_starttls_is_told_no_password() throws Exception {
        sending = new FakeSubmission(Security.STARTTLS, Certificate.GOOD);
        sending.offersInTheClear = List.of("AUTH PLAIN");
        receiving = new FakeMailbox(Security.STARTTLS, Certificate.GOOD);
        assertFailed(
                Step.SENDING_SECURED,
                sending.address() + " offers no encryption (STARTTLS), and dmhq never logs in without.",
                "Take the provider's port for TLS, 465; if this one should offer it, something on the way takes it"
                        + " out: try another network.");
        assertThat(at(Step.RECEIVING_SECURED, told).sentence())
                .isEqualTo(receiving.address() + " offers no encryption (STARTTLS), and dmhq never logs in without.");
        nothingWasTold();
    }

    @Test
    void what_is_said_before_the_encryption_is_not_believed() throws Exception {
        sending = new FakeSubmission(Security.STARTTLS, Certificate.GOOD);
        sending.afterStarttls = "\r\n250 and hello, with AUTH PLAIN";
        assertFailed(
                Step.SENDING_SECURED,
                sending.address() + " said more before the encryption than it was asked, as a forger would.",
                "Try another network, or a port with TLS from the first byte (993 and 465).");
        assertThat(sending.heard).noneMatch(line -> line.startsWith("AUTH"));
    }

    private void nothingWasTold() {
        assertThat(sending.heard).noneMatch(line -> line.startsWith("AUTH"));
        assertThat(receiving.heard).noneMatch(line -> line.contains("LOGIN") || line.contains("AUTHENTICATE"));
    }

    @Test
    void a_port_without_tls_is_named() throws Exception {
        sending = new FakeSubmission(Security.STARTTLS, Certificate.GOOD);
        sending.open();
        receiving.open();
        MailServer wrong = new MailServer("localhost", sending.address().port(), Security.TLS);
        Finding finding = at(Step.SENDING_SECURED, examine(wrong, receiving.address()));
        assertThat(finding.sentence()).isEqualTo(wrong + " speaks without encryption at this port.");
        assertThat(finding.cure())
                .contains("Take the provider's port for TLS (993 for receiving, 465 for sending), or say that it is one"
                        + " for STARTTLS.");
    }

    @Test
    void a_closed_port_is_named() throws Exception {
        MailServer closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = new MailServer("localhost", socket.getLocalPort(), Security.TLS);
        }
        List<Finding> findings = examine(closed, closed);
        assertThat(findings.get(0).sentence()).isEqualTo(closed + " refuses the connection.");
        assertThat(findings.get(0).cure())
                .contains("Check the name and the port; if both are right, the network you are in blocks the port: try"
                        + " another network, such as a phone's.");
        assertThat(findings.get(1).sentence())
                .isEqualTo("Not tried, because the server for sending cannot be reached.");
        assertThat(at(Step.SENT, findings).outcome()).isEqualTo(Outcome.NOT_TRIED);
    }

    @Test
    void a_server_that_never_says_anything_is_given_up() throws Exception {
        answer = Duration.ofMillis(100);
        for (Security security : Security.values()) {
            told.clear();
            try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
                MailServer server = new MailServer("localhost", silent.getLocalPort(), security);
                Finding finding = at(Step.SENDING_SECURED, examine(server, server));
                assertThat(finding.sentence()).isEqualTo(server + " can be reached, but says nothing within 0.1 s.");
                assertThat(finding.cure())
                        .contains("A firewall or virus scanner seems to hold the connection: switch off its look into"
                                + " mail, or try another network.");
            }
        }
    }

    @Test
    void a_host_that_is_not_there_is_named() throws Exception {
        MailServer nowhere = new MailServer("mail.nowhere.invalid", 465, Security.TLS);
        Finding finding = examine(nowhere, nowhere).get(0);
        assertThat(finding.sentence())
                .isEqualTo("There is no host mail.nowhere.invalid, or no name server that knows it.");
        assertThat(finding.cure()).contains("Check the name of the server, and whether this computer is online.");
    }

    @Test
    void a_server_that_is_cut_off_is_named() throws Exception {
        try (ServerSocket rude = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread thread = new Thread(() -> {
                while (!rude.isClosed()) {
                    try {
                        rude.accept().close();
                    } catch (IOException e) {
                        return;
                    }
                }
            });
            thread.setDaemon(true);
            thread.start();
            MailServer server = new MailServer("localhost", rude.getLocalPort(), Security.TLS);
            Finding finding = at(Step.SENDING_SECURED, examine(server, server));
            assertThat(finding.sentence()).isEqualTo("The connection to " + server + " is cut in the middle.");
            assertThat(finding.cure())
                    .contains("Try again; if it stays so, a firewall or virus scanner cuts it: try another network.");
        }
    }

    @Test
    void a_server_that_bars_the_network_is_named() throws Exception {
        sending.greeting = "554 5.7.1 your network sends spam";
        assertFailed(
                Step.SENDING_SECURED,
                sending.address() + " does not want to talk. It said \"554 5.7.1 your network sends spam\".",
                "Many providers bar networks that spam came from: wait an hour, or try another network.");
    }

    @Test
    void servers_that_are_mixed_up_are_named() throws Exception {
        sending.open();
        receiving.open();
        List<Finding> findings = examine(receiving.address(), sending.address());
        assertThat(at(Step.SENDING_SECURED, findings).sentence())
                .isEqualTo(receiving.address() + " does not speak SMTP.");
        assertThat(at(Step.RECEIVING_SECURED, findings).sentence())
                .isEqualTo(sending.address() + " does not speak IMAP.");
        assertThat(at(Step.RECEIVING_SECURED, findings).cure())
                .contains("Check the name and the port of the server for receiving.");
    }

    @Test
    void a_limit_of_10_mb_is_a_remark_with_what_fits() throws Exception {
        sending.offers = List.of("SIZE 10485760", "AUTH PLAIN");
        Finding finding = at(Step.SIZE, examine());
        assertThat(finding.outcome()).isEqualTo(Outcome.REMARK);
        assertThat(finding.sentence()).isEqualTo("A mail may have 10.5 MB, so that parcels up to 7.7 MB pass.");
        assertThat(finding.cure()).contains("Add a second post for larger ones, such as a shared folder.");
        assertThat(at(Step.UNCHANGED, told).outcome()).isEqualTo(Outcome.FINE);
    }

    @Test
    void where_the_server_is_silent_on_sizes_the_table_is_asked() throws Exception {
        sending.offers = List.of("SIZE", "AUTH PLAIN");
        provider = providerOf("icloud.com");
        assertThat(at(Step.SIZE, examine()).sentence())
                .isEqualTo("A mail may have 20.0 MB, so that parcels up to 14.6 MB pass.");
    }

    @Test
    void an_unknown_limit_is_a_remark() throws Exception {
        sending.offers = List.of("AUTH PLAIN");
        Finding finding = at(Step.SIZE, examine());
        assertThat(finding.sentence()).isEqualTo(sending.address() + " does not say how large a mail may be.");
        assertThat(finding.cure())
                .contains("Nothing to do now; where a parcel is refused for its size, add a second post, such as a"
                        + " shared folder.");
    }

    @Test
    void a_refused_mail_is_named() throws Exception {
        sending.onSender = "553 5.7.1 sender address rejected: not owned by user";
        assertFailed(
                Step.SENT,
                sending.address() + " refuses a mail from you to yourself. It said \"553 5.7.1 sender address"
                        + " rejected: not owned by user\".",
                "The account has to be allowed to send from this address; what the server said is for its provider to"
                        + " explain.");
        assertThat(at(Step.ARRIVED, told).sentence()).isEqualTo("Not tried, because the mail could not be sent.");
    }

    @Test
    void a_mail_that_is_put_off_is_named() throws Exception {
        sending.onMail = "451 4.7.1 Greylisted";
        assertFailed(
                Step.SENT,
                sending.address() + " takes no mail from you at the moment. It said \"451 4.7.1 Greylisted\".",
                "Wait an hour; providers hold back who sends much, and who is new.");
    }

    @Test
    void a_rewritten_message_id_is_a_remark_and_the_mail_is_found_all_the_same() throws Exception {
        sending.taken = mail -> receiving.deliver(
                "INBOX",
                mail.replaceFirst("Message-ID: <[^>]*>", "Message-ID: <AM0PR@EURPRD.PROD.OUTLOOK.COM>")
                        .replaceFirst("Subject: [^\r]*", "Subject: [list] =?utf-8?q?x?="));
        Finding finding = at(Step.MESSAGE_ID, examine());
        assertThat(finding.outcome()).isEqualTo(Outcome.REMARK);
        assertThat(finding.sentence()).isEqualTo("The provider gave it another Message-ID.");
        assertThat(finding.cure())
                .contains("Nothing to do: dmhq knows its mails by their content; only threads may look torn in your"
                        + " program of mail.");
        assertThat(at(Step.UNCHANGED, told).outcome()).isEqualTo(Outcome.FINE);
    }

    @Test
    void a_mail_that_is_dropped_silently_is_named() throws Exception {
        List<Duration> pauses = new ArrayList<>();
        pausing = pauses::add;
        sending.taken = mail -> {};
        assertFailed(
                Step.ARRIVED,
                "The mail was taken, but came into no folder for mails, not even for spam, within 3 s.",
                "Look at the provider's pages whether a rule moved it or holds it back, and try again later; if it"
                        + " never comes, the provider drops such mails: take another account, or another post.");
        assertThat(pauses).containsExactly(SECOND, SECOND, SECOND);
        assertThat(at(Step.UNCHANGED, told).sentence()).isEqualTo("Not tried, because the mail has not arrived.");
    }

    @Test
    void a_mail_that_takes_its_time_is_waited_for() throws Exception {
        List<String> underway = new ArrayList<>();
        sending.taken = underway::add;
        pausing = pause -> {
            if (now.equals(Instant.parse("3025-01-02T03:04:07Z"))) {
                receiving.deliver("INBOX", "Subject: another mail\r\n\r\nhello\r\n");
                receiving.deliver("INBOX", underway.get(0));
            }
        };
        assertThat(at(Step.ARRIVED, examine()).sentence()).isEqualTo("The mail arrived within 2 s.");
    }

    @Test
    void a_mail_among_spam_is_found_and_named() throws Exception {
        for (String folder : List.of("Unerw&APw-nscht", "INBOX/Junk E-mail")) {
            told.clear();
            receiving.folders.put(folder, new CopyOnWriteArrayList<>());
            receiving.uses.put("Unerw&APw-nscht", "\\Junk");
            sending.taken = mail -> receiving.deliver(folder, mail);
            Finding finding = at(Step.ARRIVED, examine());
            assertThat(finding.outcome()).isEqualTo(Outcome.REMARK);
            assertThat(finding.sentence())
                    .isEqualTo("The mail arrived within 0 s, but as spam (\"" + folder.replace("&APw-", "ü") + "\").");
            assertThat(finding.cure())
                    .contains("Mark it as no spam at the provider's pages, and have your players do the same with"
                            + " theirs.");
            receiving.folders.remove(folder);
            receiving.uses.clear();
        }
    }

    @Test
    void a_folder_that_a_filter_puts_the_mail_into_is_looked_into() throws Exception {
        folders = new UsedFolders("Würfel/dmhq", Optional.of("fertig"));
        receiving.folders.put("W&APw-rfel/dmhq", new CopyOnWriteArrayList<>());
        sending.taken = mail -> receiving.deliver("W&APw-rfel/dmhq", mail);

        assertThat(examine()).extracting(Finding::outcome).containsOnly(Outcome.FINE);
        assertThat(at(Step.FOLDERS, told).sentence())
                .isEqualTo("Mails arrive in \"Würfel/dmhq\" and are moved to \"fertig\", which is not there yet and is"
                        + " made for the first.");

        told.clear();
        receiving.folders.put("fertig", new CopyOnWriteArrayList<>());
        assertThat(at(Step.FOLDERS, examine()).sentence())
                .isEqualTo("Mails arrive in \"Würfel/dmhq\" and are moved to \"fertig\".");
    }

    @Test
    void a_folder_that_is_not_there_is_named_with_those_that_are_and_nothing_is_sent() throws Exception {
        folders = new UsedFolders("dmqh", Optional.empty());
        receiving.folders.put("dmhq", new CopyOnWriteArrayList<>());
        receiving.folders.put("W&APw-rfel", new CopyOnWriteArrayList<>());
        sending.taken = mail -> {
            throw new AssertionError("nothing is to be sent");
        };

        Finding finding = at(Step.FOLDERS, examine());
        assertThat(finding.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(finding.sentence()).isEqualTo("There is no folder \"dmqh\" for mails to arrive in.");
        assertThat(finding.cure().orElseThrow())
                .startsWith("Make it at the provider's pages, or name one that is there: ")
                .contains("\"INBOX\"", "\"dmhq\"", "\"Würfel\"");
        assertThat(at(Step.SENT, told).sentence())
                .isEqualTo("Not tried, because the folder for mails cannot be opened.");
    }

    @Test
    void a_mail_in_the_inbox_where_another_folder_is_used_is_a_remark() throws Exception {
        folders = new UsedFolders("dmhq", Optional.empty());
        receiving.folders.put("dmhq", new CopyOnWriteArrayList<>());

        Finding finding = at(Step.ARRIVED, examine());
        assertThat(finding.outcome()).isEqualTo(Outcome.REMARK);
        assertThat(finding.sentence()).isEqualTo("The mail arrived within 0 s, but in the inbox.");
    }

    @Test
    void a_server_that_does_not_tell_the_next_number_is_as_good() throws Exception {
        receiving.tellsNext = false;
        receiving.folders.put("Spam", new CopyOnWriteArrayList<>());
        assertThat(examine()).extracting(Finding::outcome).containsOnly(Outcome.FINE);
    }

    @Test
    void an_attachment_that_was_changed_or_removed_is_named() throws Exception {
        List<UnaryOperator<String>> harms = List.of(
                mail -> mail.replaceFirst("(?s)(filename=\"dmhq-test.bin\"\r\n\r\n)....", "$1AAAA"),
                mail -> mail.replaceFirst("(?s)(\r\n--dmhq-[0-9a-f]+\r\nContent-Type: application).*", "\r\n"));
        for (UnaryOperator<String> harm : harms) {
            told.clear();
            sending.taken = mail -> receiving.deliver("INBOX", harm.apply(mail));
            assertFailed(
                    Step.UNCHANGED,
                    "What was attached is not what was sent.",
                    "Something on the way rewrites or removes attachments, such as a virus scanner or a company's"
                            + " filter: have it except this address, or take another post.");
        }
    }

    @Test
    void a_mail_that_comes_back_is_named() throws Exception {
        sending.taken = mail -> receiving.deliver(
                "INBOX",
                "From: MAILER-DAEMON\r\nReturn-Path: <>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/report;"
                        + " report-type=delivery-status; boundary=b\r\n\r\n--b\r\n\r\nfull\r\n--b\r\nContent-Type:"
                        + " message/delivery-status\r\n\r\nReporting-MTA: dns; x\r\n\r\nFinal-Recipient: rfc822; "
                        + ADDRESS + "\r\nAction: failed\r\nStatus: 5.2.2\r\n\r\n--b\r\nContent-Type:"
                        + " message/rfc822\r\n\r\n" + mail + "\r\n--b--\r\n");
        assertFailed(
                Step.ARRIVED,
                "The mail came back as one that could not be delivered.",
                "Read what the provider wrote into it, which is in your inbox now; often the mailbox is full, or the"
                        + " address is not the account's own.");
    }

    @Test
    void a_mail_that_is_told_to_be_late_is_waited_for() throws Exception {
        sending.taken = mail -> {
            receiving.deliver(
                    "INBOX",
                    "From: MAILER-DAEMON@mail.example.org\r\nSubject: Delayed Mail (still being retried)\r\n\r\n"
                            + "451 later\r\n\r\n" + mail);
            receiving.deliver("INBOX", mail);
        };
        assertThat(examine()).extracting(Finding::outcome).containsOnly(Outcome.FINE);
    }

    @Test
    void a_mail_that_comes_back_as_text_of_the_postmaster_is_named() throws Exception {
        sending.taken = mail -> receiving.deliver(
                "INBOX",
                "From: MAILER-DAEMON@mail.example.org\r\nSubject: failure notice\r\n\r\nHi. Below is a copy.\r\n\r\n"
                        + mail);
        assertThat(at(Step.ARRIVED, examine()).sentence())
                .isEqualTo("The mail came back as one that could not be delivered.");
    }

    @Test
    void an_answer_to_the_mail_is_not_the_mail() throws Exception {
        sending.taken = mail -> {
            String subject = mail.lines()
                    .filter(l -> l.startsWith("Subject: "))
                    .findFirst()
                    .orElseThrow();
            receiving.deliver(
                    "INBOX",
                    subject.replace("Subject: ", "Subject: Re: ")
                            + "\r\nIn-Reply-To: <x@example.org>\r\n\r\nI am away.\r\n");
            receiving.deliver("INBOX", mail);
        };
        assertThat(examine()).extracting(Finding::outcome).containsOnly(Outcome.FINE);
    }

    @Test
    void nothing_is_changed_in_the_mailbox() throws Exception {
        examine();
        assertThat(receiving.heard)
                .noneMatch(
                        line -> line.matches("(?i)d\\d+ (?:uid )?(?:select|store|copy|move|expunge|delete|append).*"))
                .anyMatch(line -> line.contains("BODY.PEEK[]"));
    }

    @Test
    void an_address_that_no_mail_can_be_sent_from_is_refused_at_once() {
        Circumstances circumstances =
                new Circumstances(trusted, () -> now, new SplittableRandom(1), SECOND, SECOND, SECOND, pausing);
        MailAccount odd = new MailAccount(
                "Natasha <natasha@example.org>",
                "natasha",
                sending.address(),
                receiving.address(),
                new Credential(kind, source));
        assertThatThrownBy(() -> new Examination(odd, folders, provider, circumstances))
                .isInstanceOf(AddressException.class);
    }
}

package dmhq.transports.email.post;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dmhq.format.disk.DurableDisk;
import dmhq.transports.Address;
import dmhq.transports.Cover;
import dmhq.transports.Cover.Occasion;
import dmhq.transports.Parcel;
import dmhq.transports.Transport;
import dmhq.transports.TransportException;
import dmhq.transports.email.Credential;
import dmhq.transports.email.Credential.Kind;
import dmhq.transports.email.MailAccount;
import dmhq.transports.email.MailServer;
import dmhq.transports.email.MailServer.Security;
import dmhq.transports.email.MailServerForTests;
import dmhq.transports.email.ScriptedSmtp;
import dmhq.transports.email.SecretException;
import dmhq.transports.email.TestAuthority;
import dmhq.transports.email.connecting.MailLine;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a player hears when a server of mail will not, and that it is never their password. */
@Timeout(60)
class MailFailuresTest {

    private static final Duration SHORT = Duration.ofMillis(500);
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Cover COVER = new Cover("Turn 3", "Your turn.", "", "");

    @TempDir
    Path state;

    @Test
    void a_refused_log_in_lasts_and_says_what_to_look_at_but_not_the_password() {
        try (MailServerForTests server = new MailServerForTests()) {
            MailLine line = server.line("anna", "wrong horse");

            TransportException sending = refusal(post(line), true);
            TransportException receiving = refusal(post(line), false);

            for (TransportException refusal : new TransportException[] {sending, receiving}) {
                assertThat(refusal)
                        .hasMessageContainingAll("refuses the log-in of anna", "correct user name and password");
                assertThat(refusal.retryCanHelp()).isFalse();
                assertNoSecret(refusal, "wrong horse");
            }
        }
    }

    @Test
    void a_server_that_is_gone_is_told_in_words_of_people_and_may_come_back() {
        MailLine line;
        try (MailServerForTests server = new MailServerForTests()) {
            line = server.line("anna");
        }

        for (TransportException gone :
                new TransportException[] {refusal(post(line), true), refusal(post(line), false)}) {
            assertThat(gone)
                    .hasMessageContaining(
                            "cannot be reached: nothing takes connections at that port, or there is no network")
                    .hasMessageNotContaining("timeout");
            assertThat(gone.retryCanHelp()).isTrue();
        }
    }

    @Test
    void a_server_that_repeats_the_password_is_not_repeated() throws Exception {
        String secret = MailServerForTests.PASSWORD;
        String encoded = Base64.getEncoder().encodeToString(("\0anna\0" + secret).getBytes(UTF_8));
        try (var server = new ScriptedSmtp(Security.TLS, Map.of("AUTH", "535 no " + secret + " nor " + encoded))) {
            TransportException refusal = refusal(post(server.line(LONG)), true);

            assertThat(refusal).hasMessageContaining("535 no ... nor ...");
            assertNoSecret(refusal, secret);
            assertNoSecret(refusal, encoded);
        }
    }

    @Test
    void a_password_that_cannot_be_had_is_a_reason_of_its_own() {
        try (MailServerForTests server = new MailServerForTests()) {
            MailAccount known = server.line("anna").account();
            MailLine line = new MailLine(
                    new MailAccount(
                            known.address(),
                            known.user(),
                            known.sending(),
                            known.receiving(),
                            new Credential(Kind.PASSWORD, () -> {
                                throw new SecretException("the program 'pass' ended with 1");
                            })),
                    TestAuthority.LOCAL.trusting(),
                    LONG);

            assertThat(refusal(post(line), true)).hasMessageContaining("the program 'pass' ended with 1");
            assertThat(refusal(post(line), false).retryCanHelp()).isFalse();
        }
    }

    @Test
    void a_server_whose_certificate_nobody_trusts_is_not_talked_to() {
        try (MailServerForTests server = new MailServerForTests()) {
            MailLine line = new MailLine(server.line("anna").account(), TestAuthority.ELSEWHERE.trusting(), LONG);

            for (boolean sending : new boolean[] {true, false}) {
                TransportException refusal = refusal(post(line), sending);
                assertThat(refusal).hasMessageContainingAll("does not prove to be that server", "authority");
                assertThat(refusal.retryCanHelp()).isFalse();
            }
        }
    }

    @Test
    void a_server_whose_certificate_bears_another_name_is_not_talked_to() throws Exception {
        InetAddress local = InetAddress.getLoopbackAddress();
        var context = TestAuthority.ELSEWHERE.context();
        try (ServerSocket other = context.getServerSocketFactory().createServerSocket(0, 5, local)) {
            Thread handshakes = new Thread(() -> {
                while (!other.isClosed()) {
                    try (Socket client = other.accept()) {
                        client.getInputStream().read();
                    } catch (IOException e) {
                        // The client has left, or the test is over.
                    }
                }
            });
            handshakes.setDaemon(true);
            handshakes.start();
            MailServer there = new MailServer("localhost", other.getLocalPort(), Security.TLS);
            MailLine line = new MailLine(
                    new MailAccount("anna@example.org", "anna", there, there, new Credential(Kind.PASSWORD, () -> "x")),
                    TestAuthority.ELSEWHERE.trusting(),
                    LONG);

            TransportException refusal = refusal(post(line), true);
            assertThat(refusal).hasMessageContaining("does not prove to be that server");
            assertThat(refusal.retryCanHelp()).isFalse();
        }
    }

    @Test
    void without_encryption_nothing_is_said_to_a_server_at_all() throws Exception {
        try (var plain = new ScriptedSmtp(Security.STARTTLS, Map.of())) {
            TransportException refusal = refusal(post(plain.line(LONG)), true);

            assertThat(refusal).hasMessageContainingAll("offers no encryption", "use its port for TLS");
            assertThat(refusal.retryCanHelp()).isFalse();
            assertThat(plain.commands()).noneMatch(command -> command.startsWith("AUTH"));
        }
    }

    @Test
    void a_port_that_speaks_no_tls_is_not_spoken_to_without() throws Exception {
        try (var plain = new ScriptedSmtp(Security.STARTTLS, Map.of())) {
            MailAccount known = plain.line(LONG).account();
            MailServer asTls = new MailServer("localhost", known.sending().port(), Security.TLS);
            MailLine line = new MailLine(
                    new MailAccount(known.address(), known.user(), asTls, asTls, known.credential()),
                    TestAuthority.LOCAL.trusting(),
                    LONG);

            TransportException refusal = refusal(post(line), true);
            assertThat(refusal).hasMessageContaining("TLS or STARTTLS");
            assertThat(refusal.retryCanHelp()).isFalse();
        }
    }

    @Test
    void a_server_that_is_not_there_or_says_nothing_may_be_back_later() throws Exception {
        int gone;
        try (ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            gone = socket.getLocalPort();
        }
        MailServer there = new MailServer("localhost", gone, Security.TLS);
        MailLine line = new MailLine(
                new MailAccount("anna@example.org", "anna", there, there, new Credential(Kind.PASSWORD, () -> "x")),
                TestAuthority.LOCAL.trusting(),
                SHORT);
        assertThat(refusal(post(line), true).retryCanHelp()).isTrue();
        assertThat(refusal(post(line), true).isOfThisAlone()).isFalse();
        assertThat(refusal(post(line), false).retryCanHelp()).isTrue();

        try (var silent = new ScriptedSmtp(Security.TLS, Map.of("", ""))) {
            assertThat(refusal(post(silent.line(SHORT)), true).retryCanHelp()).isTrue();
        }
        try (var stuck = new ScriptedSmtp(Security.TLS, Map.of(".", ""))) {
            assertThat(refusal(post(stuck.line(SHORT)), true).retryCanHelp()).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "MAIL, 451 4.7.0 greylisted, true, false",
        "RCPT, 450 4.2.0 try later, true, true",
        "RCPT, 452 4.2.2 mailbox full, true, true",
        "RCPT, 421 4.7.0 too many, true, false",
        "DATA, 451 4.3.0 not this one, true, true",
        "., 451 4.3.0 not this one, true, true",
        "., 421 4.3.2 shutting down, true, false",
        "AUTH, 454 4.7.0 temporary failure, true, false",
        "AUTH, 535 5.7.8 wrong password, false, false",
        "MAIL, 530 5.7.0 not you, false, false",
        "RCPT, 550 5.1.1 no such user, false, true",
        "., 554 5.7.1 spam, false, true",
    })
    void what_a_server_says_decides_whether_it_may_pass_and_whether_others_are_tried(
            String command, String answer, boolean passing, boolean ofThisAlone) throws Exception {
        try (var server = new ScriptedSmtp(Security.TLS, Map.of(command, answer))) {
            TransportException refusal = refusal(post(server.line(LONG)), true);

            assertThat(refusal).hasMessageContaining(answer);
            assertThat(refusal.retryCanHelp()).isEqualTo(passing);
            assertThat(refusal.isOfThisAlone()).isEqualTo(ofThisAlone);
        }
    }

    @Test
    void after_a_recipient_whom_a_server_does_not_take_another_mail_leaves_by_the_same_connection() throws Exception {
        try (var server = new ScriptedSmtp(Security.TLS, Map.of("RCPT TO:<typo@", "450 4.1.2 domain not found"));
                Transport transport = post(server.line(LONG)).open(Address.parse("mail:ben@example.org"))) {
            var refusal = catchThrowableOfType(
                    TransportException.class,
                    () -> transport.send(new Parcel("a.zip", "typo@example.invalid", new byte[] {1}, COVER)));
            transport.send(new Parcel("b.zip", "", new byte[] {2}, COVER));

            assertThat(refusal)
                    .hasMessageContainingAll("send a.zip", "does not take it now", "450 4.1.2 domain not found");
            assertThat(server.commands()).contains("RCPT TO:<ben@example.org>", "DATA");
            assertThat(server.commands())
                    .filteredOn(command -> command.startsWith("AUTH"))
                    .hasSize(1);
        }
    }

    @Test
    void a_mail_larger_than_a_server_takes_is_refused_before_it_is_sent_with_the_cure() throws Exception {
        Map<String, String> small = Map.of("EHLO", "250-localhost\r\n250-AUTH PLAIN\r\n250 SIZE 5000");
        try (var server = new ScriptedSmtp(Security.TLS, small);
                Transport transport = post(server.line(LONG)).open(Address.parse("mail:ben@example.org"))) {
            transport.send(new Parcel("small.zip", "", new byte[100], COVER));
            var refusal = catchThrowableOfType(
                    TransportException.class,
                    () -> transport.send(new Parcel("large.zip", "", new byte[5_000], COVER)));

            assertThat(refusal)
                    .hasMessageContainingAll("send large.zip", "takes at most 5000", "another post, such as a folder");
            assertThat(refusal.retryCanHelp()).isFalse();
            assertThat(server.commands()).containsOnlyOnce("DATA");
        }
        try (var server = new ScriptedSmtp(Security.TLS, Map.of(".", "552 5.3.4 message too big"))) {
            assertThat(refusal(post(server.line(LONG)), true)).hasMessageContaining("another post, such as a folder");
        }
    }

    @Test
    void a_mail_larger_than_the_own_limit_is_refused_without_asking_a_server() throws Exception {
        try (var server = new ScriptedSmtp(Security.TLS, Map.of());
                Transport transport = new MailPost(
                                server.line(LONG),
                                "INBOX",
                                null,
                                4_000,
                                head -> true,
                                new DurableDisk(),
                                state,
                                MailTransportTest.CLOCK,
                                (mails, looked) -> {})
                        .open(Address.parse("mail:ben@example.org"))) {
            var refusal = catchThrowableOfType(
                    TransportException.class,
                    () -> transport.send(new Parcel("large.zip", "", new byte[5_000], COVER)));

            assertThat(refusal).hasMessageContaining("takes at most 4000");
            assertThat(server.commands()).isEmpty();
        }
    }

    @Test
    void answers_travel_in_nobodys_name_or_where_that_is_refused_in_the_own() throws Exception {
        Parcel receipt = new Parcel(
                "receipt.zip", "", new byte[1], new Cover("Receipt", "Your orders are here.", "", "", Occasion.ANSWER));
        try (var server = new ScriptedSmtp(Security.TLS, Map.of());
                Transport transport = post(server.line(LONG)).open(Address.parse("mail:ben@example.org"))) {
            transport.send(receipt);
            transport.send(new Parcel("turn.zip", "", new byte[1], COVER));

            assertThat(server.commands())
                    .filteredOn(command -> command.startsWith("MAIL"))
                    .containsExactly("MAIL FROM:<>", "MAIL FROM:<anna@example.org>");
        }
        try (var strict = new ScriptedSmtp(Security.TLS, Map.of("MAIL FROM:<>", "550 5.7.1 whose is it?"));
                Transport transport = PostForTests.of(strict.line(LONG), head -> true, state.resolve("other"))
                        .open(Address.parse("mail:ben@example.org"))) {
            transport.send(receipt);

            assertThat(strict.commands())
                    .filteredOn(command -> command.startsWith("MAIL"))
                    .containsExactly("MAIL FROM:<>", "MAIL FROM:<anna@example.org>");
        }
    }

    @Test
    void a_token_is_shown_as_a_token_and_asked_for_anew_at_each_log_in() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        Map<String, String> tokens = Map.of("EHLO", "250-localhost\r\n250 AUTH PLAIN XOAUTH2");
        try (var server = new ScriptedSmtp(Security.TLS, tokens)) {
            MailAccount known = server.line(LONG).account();
            MailLine line = new MailLine(
                    new MailAccount(
                            known.address(),
                            known.user(),
                            known.sending(),
                            known.receiving(),
                            new Credential(Kind.TOKEN, () -> "token" + asked.incrementAndGet())),
                    TestAuthority.LOCAL.trusting(),
                    LONG);
            for (String name : new String[] {"a.zip", "b.zip"}) {
                try (Transport transport = post(line).open(Address.parse("mail:ben@example.org"))) {
                    transport.send(new Parcel(name, "", new byte[1], COVER));
                }
            }

            for (int i = 1; i <= 2; i++) {
                String shown = "user=anna\1auth=Bearer token" + i + "\1\1";
                assertThat(server.commands())
                        .contains("AUTH XOAUTH2 " + Base64.getEncoder().encodeToString(shown.getBytes(UTF_8)));
            }
        }
    }

    @Test
    void a_server_learns_nothing_of_this_machine() throws Exception {
        try (var server = new ScriptedSmtp(Security.TLS, Map.of());
                Transport transport = post(server.line(LONG)).open(Address.parse("mail:ben@example.org"))) {
            transport.send(new Parcel("turn.zip", "", new byte[1], COVER));

            assertThat(server.commands()).contains("EHLO [127.0.0.1]", "RCPT TO:<ben@example.org>");
        }
    }

    private MailPost post(MailLine line) {
        return PostForTests.of(line, head -> true, state);
    }

    private static TransportException refusal(MailPost post, boolean sending) {
        return catchThrowableOfType(TransportException.class, () -> {
            try (Transport transport = post.open(Address.parse("mail:ben@example.org"))) {
                if (sending) {
                    transport.send(new Parcel("turn-3.zip", "", new byte[] {1}, COVER));
                } else {
                    transport.list();
                }
            }
        });
    }

    private static void assertNoSecret(Throwable failure, String secret) {
        StringWriter all = new StringWriter();
        failure.printStackTrace(new PrintWriter(all, true));
        assertThat(all.toString()).doesNotContain(secret);
    }
}

package dmhq.transports.email.post;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dmhq.format.disk.DurableDisk;
import dmhq.transports.Address;
import dmhq.transports.Parcel;
import dmhq.transports.PassingOn;
import dmhq.transports.Transport;
import dmhq.transports.TransportContract;
import dmhq.transports.TransportException;
import dmhq.transports.email.MailServer.Security;
import dmhq.transports.email.MailServerForTests;
import dmhq.transports.email.RealServers;
import dmhq.transports.email.connecting.MailLine;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What Dovecot and Postfix make of it: the contract, and what servers in tests cannot do. Each test has its own account. */
@Timeout(120)
class RealServersTest implements TransportContract {

    private static final Duration LONG = Duration.ofSeconds(60);

    private static RealServers servers;
    private static int users;

    @TempDir
    Path state;

    private int user;

    @BeforeAll
    static void start_the_servers() throws Exception {
        servers = new RealServers();
    }

    @AfterAll
    static void stop_the_servers() throws Exception {
        if (servers != null) {
            servers.stop();
        }
    }

    @BeforeEach
    void take_an_account() {
        user = users++;
    }

    @Override
    public Transport open() throws Exception {
        MailPost post = post(Security.TLS);
        return new Arriving(post, post.open(Address.parse("mail:" + address())));
    }

    @ParameterizedTest
    @EnumSource(Security.class)
    void parcels_travel_however_the_connection_is_secured(Security security) throws Exception {
        MailPost post = post(security);
        try (Transport transport = new Arriving(post, post.open(Address.parse("mail:" + address())))) {
            transport.send(TransportContract.parcel("turn-3.zip", "orders"));

            assertThat(transport.fetch("turn-3.zip")).asString(UTF_8).isEqualTo("orders");
        }
    }

    @Test
    void a_refused_log_in_lasts() {
        MailLine line = servers.line(user, Security.TLS, "wrong horse");

        for (boolean sending : new boolean[] {true, false}) {
            var refusal = catchThrowableOfType(TransportException.class, () -> {
                try (Transport transport = post(line).open(Address.parse("mail:" + address()))) {
                    if (sending) {
                        transport.send(TransportContract.parcel("turn-3.zip", "orders"));
                    } else {
                        transport.list();
                    }
                }
            });
            assertThat(refusal).hasMessageContaining("refuses the log-in of user" + user);
            assertThat(refusal.retryCanHelp()).isFalse();
        }
    }

    @Test
    void a_mail_larger_than_postfix_takes_is_refused_before_it_is_sent() throws Exception {
        byte[] content = new byte[8 << 20];
        new Random(8).nextBytes(content);
        try (Transport transport = post(Security.TLS).open(Address.parse("mail:" + address()))) {
            var refusal = catchThrowableOfType(
                    TransportException.class, () -> transport.send(new Parcel("large.zip", "", content, COVER)));

            assertThat(refusal).hasMessageContainingAll("takes at most 10485760", "another post, such as a folder");
            assertThat(refusal.retryCanHelp()).isFalse();
        }
    }

    @Test
    void a_recipient_whom_postfix_does_not_take_now_keeps_nobody_elses_mail_back() throws Exception {
        try (Transport transport = open()) {
            var refusal = catchThrowableOfType(
                    TransportException.class,
                    () -> transport.send(
                            new Parcel("turn-3.zip", "full@example.org", "orders".getBytes(UTF_8), COVER)));
            transport.send(TransportContract.parcel("turn-4.zip", "others"));

            assertThat(refusal)
                    .hasMessageContaining("450 4.2.2 <full@example.org>: Recipient address rejected: mailbox full");
            assertThat(refusal.retryCanHelp()).isTrue();
            assertThat(refusal.isOfThisAlone()).isTrue();
            assertThat(transport.list()).containsExactly("turn-4.zip");
        }
    }

    @Test
    void a_mail_that_comes_back_is_tied_to_its_parcel() throws Exception {
        MailPost post = post(Security.TLS);
        try (Transport transport = post.open(Address.parse("mail:nobody@example.org"))) {
            transport.send(TransportContract.parcel("turn-3.zip", "orders"));
            while (post.deliveries().all().get(0).returned().isEmpty()) {
                transport.list();
                if (post.deliveries().all().get(0).returned().isEmpty()) {
                    assertThat(post.await(LONG)).isTrue();
                }
            }
        }

        assertThat(post.deliveries().all().get(0).returned()).hasValueSatisfying(returned -> {
            assertThat(returned.permanent()).isTrue();
            assertThat(returned.reason()).contains("550", "nobody@example.org");
        });
    }

    @Test
    void processed_mails_are_moved() throws Exception {
        MailPost post = post(Security.TLS);
        try (Transport transport = open()) {
            transport.send(TransportContract.parcel("turn-3.zip", "orders"));
            transport.send(TransportContract.parcel("turn-4.zip", "others"));
        }

        post.moveProcessed(new TreeSet<>(List.of("turn-3.zip")), "dmhq done, für später");

        try (Transport transport = open()) {
            assertThat(transport.list()).containsExactly("turn-4.zip");
        }
    }

    @Test
    void mails_made_to_break_their_reader_do_not_hide_the_others() throws Exception {
        StringBuilder nested = new StringBuilder();
        StringBuilder parts = new StringBuilder("Content-Type: multipart/mixed; boundary=x\n\n");
        for (int i = 0; i < 10_000; i++) {
            nested.append("Content-Type: multipart/mixed; boundary=x" + i + "\n\n--x" + i + "\n");
            parts.append("--x\nContent-Type: application/zip\n\nPK\n");
        }
        String zip = "Content-Type: application/zip\nContent-Transfer-Encoding: base64\n\nb3VyczogMQ==\n";
        List<String> mails = List.of(
                nested + zip,
                parts + "--x\n" + zip,
                "X-Junk: junk\n".repeat(100_000) + zip,
                "X-Junk: " + "j".repeat(2_000_000) + "\n" + zip,
                "Content-Type: message/rfc822\n\n".repeat(10_000) + zip,
                "\0".repeat(10_000),
                "Content-Type: application/zip\nContent-Transfer-Encoding: base64\n\n" + "=".repeat(100_000),
                "Content-Type: multipart/mixed; boundary=\n\n--\n\n--\n",
                "From: \"" + "\\".repeat(100_000) + "\nSubject: =?x?q?" + "=".repeat(10_000) + "\n\n",
                "");
        for (int i = 0; i < mails.size(); i++) {
            servers.deliver(user, i + ".M1P1.here", mails.get(i).getBytes(UTF_8));
        }
        servers.deliver(user, "9.M2P1.here", ("Subject: good\n" + zip).getBytes(UTF_8));
        MailPost post = strict();

        try (Transport transport = post.open(Address.parse("mail:"))) {
            assertThat(transport.list()).hasSize(1);
            assertThat(transport.fetch(transport.list().get(0))).asString(UTF_8).isEqualTo("ours: 1");
        }
        assertThat(post.objections().all())
                .extracting(MailObjection::reason)
                .anySatisfy(reason -> assertThat(reason).contains("deep in each other"))
                .anySatisfy(reason -> assertThat(reason).contains("more than 1000 parts"));
    }

    @Test
    void mails_from_long_before_are_not_even_asked_about_until_an_older_session_or_all_is_looked_for()
            throws Exception {
        byte[] spoiled = "From: mailer-daemon@example.org\nContent-Type: text/html\n\n<p>no</p>\n".getBytes(UTF_8);
        List<Integer> ages = List.of(3_000, 2_000, 350, 150, 0);
        for (int i = 0; i < ages.size(); i++) {
            byte[] mail = AnnaAndBen.mail(ages.get(i) + ".zip", "ours: " + ages.get(i));
            servers.deliver(user, i + ".M1P1.here", i == 1 ? spoiled : mail, daysAgo(ages.get(i)));
        }
        MailPost post = strict();

        try (Transport transport = post.open(Address.parse("mail:"))) {
            assertThat(transport.list(daysAgo(100))).containsExactly("0.zip");
            assertThat(transport.list(daysAgo(200))).containsExactly("0.zip", "150.zip");
            assertThat(transport.list(daysAgo(400))).containsExactly("0.zip", "150.zip", "350.zip");
            assertThat(transport.list(daysAgo(200))).containsExactly("0.zip", "150.zip", "350.zip");
            assertThat(post.objections().all()).isEmpty();
            assertThat(transport.list()).containsExactly("0.zip", "150.zip", "3000.zip", "350.zip");
        }
        assertThat(post.objections().all()).hasSize(1);
    }

    private static Instant daysAgo(int days) {
        return MailTransportTest.NOW.minus(Duration.ofDays(days));
    }

    @Test
    void a_folder_that_is_not_there_is_named() throws Exception {
        MailPost lost = new MailPost(
                servers.line(user, Security.TLS, MailServerForTests.PASSWORD),
                "No Such Folder",
                null,
                MailPost.LARGEST,
                MailTransportTest.OURS,
                new DurableDisk(),
                state,
                MailTransportTest.CLOCK,
                (mails, looked) -> {});
        try (Transport transport = lost.open(Address.parse("mail:"))) {
            var refusal = catchThrowableOfType(TransportException.class, transport::list);

            assertThat(refusal).hasMessageContaining("No Such Folder");
            assertThat(refusal.retryCanHelp()).isFalse();
        }
    }

    private String address() {
        return "user" + user + "@example.org";
    }

    /** One for which only what says so is ours. */
    private MailPost strict() {
        return PostForTests.of(
                servers.line(user, Security.TLS, MailServerForTests.PASSWORD),
                head -> new String(head, UTF_8).startsWith("ours: "),
                state);
    }

    private MailPost post(Security security) {
        return post(servers.line(user, security, MailServerForTests.PASSWORD));
    }

    private MailPost post(MailLine line) {
        return PostForTests.of(line, MailTransportTest.OURS, state);
    }

    /** Returns from sending when the mail has arrived too, which takes real servers a moment. */
    private static final class Arriving extends PassingOn {

        private final MailPost post;

        Arriving(MailPost post, Transport transport) {
            super(transport);
            this.post = post;
        }

        @Override
        public void send(Parcel parcel) throws TransportException {
            super.send(parcel);
            try {
                while (!list().contains(parcel.name())) {
                    assertThat(post.await(LONG)).as("that %s arrives", parcel).isTrue();
                }
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}

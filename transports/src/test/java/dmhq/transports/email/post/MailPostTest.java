package dmhq.transports.email.post;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dmhq.format.disk.Disk;
import dmhq.format.disk.DurableDisk;
import dmhq.transports.Address;
import dmhq.transports.AddressException;
import dmhq.transports.Cover;
import dmhq.transports.Parcel;
import dmhq.transports.Transport;
import dmhq.transports.TransportException;
import dmhq.transports.email.MailServerForTests;
import dmhq.transports.email.writing.MessageIds;
import jakarta.mail.Flags;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Anna and Ben each have an account and play by mail. */
@Timeout(60)
class MailPostTest {

    private static final String THREAD = "sabres-0011223344556677";
    private static final Cover COVER = new Cover("Sabres: turn 3", "Your turn.", "<p>Your turn.</p>", THREAD);

    private static MailServerForTests server;

    @TempDir
    Path folder;

    private MailPost anna;
    private MailPost ben;

    @BeforeAll
    static void start_a_server() {
        server = new MailServerForTests();
    }

    @AfterAll
    static void stop_the_server() {
        server.close();
    }

    @BeforeEach
    void empty_the_mailboxes() throws Exception {
        server.greenMail().purgeEmailFromAllMailboxes();
        anna = post("anna", new DurableDisk());
        ben = post("ben", new DurableDisk());
    }

    @Test
    void a_parcel_for_ben_is_in_bens_mailbox_and_not_in_annas() throws Exception {
        send(anna, "turn-3.zip", "ours: 3");

        assertThat(list(ben)).containsExactly("turn-3.zip");
        assertThat(fetch(ben, "turn-3.zip")).isEqualTo("ours: 3");
        assertThat(list(anna)).isEmpty();
        assertThat(ben.origin("turn-3.zip"))
                .hasValueSatisfying(origin -> assertThat(origin.from()).isEqualTo("anna@example.org"));
    }

    @Test
    void a_recipient_in_the_parcel_goes_before_the_one_of_the_address() throws Exception {
        try (Transport transport = anna.open(Address.parse("mail:anna@example.org"))) {
            transport.send(new Parcel("a.zip", "ben@example.org", bytes("ours: a"), COVER));
            transport.send(new Parcel("b.zip", "mail:ben@example.org", bytes("ours: b"), COVER));
        }

        assertThat(list(ben)).containsExactly("a.zip", "b.zip");
        assertThat(list(anna)).isEmpty();
    }

    @Test
    void a_parcel_for_nobody_is_refused_and_says_what_an_address_is_like() throws Exception {
        try (Transport transport = anna.open(Address.parse("mail:"))) {
            var refusal = catchThrowableOfType(
                    TransportException.class, () -> transport.send(new Parcel("a.zip", "", bytes("ours: a"), COVER)));

            assertThat(refusal).hasMessageContainingAll("send a.zip", "such as anna@example.org");
            assertThat(refusal.retryCanHelp()).isFalse();
        }
        assertThatThrownBy(() -> anna.open(Address.parse("mail:anna at example")))
                .isInstanceOf(AddressException.class)
                .hasMessageContaining("such as mail:anna@example.org");
    }

    @Test
    void who_is_killed_while_sending_sends_once_more_and_nobody_notices() throws Exception {
        // The disk dies after the mail has left and before that could be written down.
        MailPost dying = post("anna", new DyingDisk(1));
        assertThatThrownBy(() -> send(dying, "turn-3.zip", "ours: 3")).isInstanceOf(TransportException.class);
        assertThat(anna.deliveries().all())
                .singleElement()
                .satisfies(delivery -> assertThat(delivery.sent()).isEmpty());

        send(anna, "turn-3.zip", "ours: 3");

        List<MimeMessage> mails = server.mails("ben", "INBOX");
        assertThat(mails).hasSize(2);
        assertThat(mails.get(0).getMessageID()).isEqualTo(mails.get(1).getMessageID());
        assertThat(list(ben)).containsExactly("turn-3.zip");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6})
    void whoever_is_killed_at_any_write_while_looking_finds_all_the_next_time(int writes) throws Exception {
        deliver("ben", "a.zip", "ours: a");
        server.deliver("ben", bytes("From: mailer-daemon@example.org\nContent-Type: text/html\n\n<p>no</p>"));
        deliver("ben", "b.zip", "ours: b");
        MailPost dying = post("ben", new DyingDisk(writes));
        try (Transport transport = open(dying)) {
            transport.list();
        } catch (TransportException e) {
            assertThat(e.retryCanHelp()).isTrue();
        }

        assertThat(list(ben)).containsExactly("a.zip", "b.zip");
        assertThat(fetch(ben, "a.zip")).isEqualTo("ours: a");
        assertThat(fetch(ben, "b.zip")).isEqualTo("ours: b");
        assertThat(ben.objections().all()).hasSize(1);
    }

    @Test
    void what_has_left_does_not_leave_again_on_another_day() throws Exception {
        send(anna, "turn-3.zip", "ours: 3");
        send(post("anna", new DurableDisk()), "turn-3.zip", "ours: 3");

        assertThat(server.mails("ben", "INBOX")).hasSize(1);
        assertThat(anna.deliveries().all()).singleElement().satisfies(delivery -> {
            assertThat(delivery.parcel()).isEqualTo("turn-3.zip");
            assertThat(delivery.recipient()).isEqualTo("ben@example.org");
            assertThat(delivery.sent()).hasValue(MailTransportTest.CLOCK.instant());
            assertThat(delivery.returned()).isEmpty();
        });
    }

    @Test
    void other_content_under_a_name_that_left_is_refused_whoever_it_is_for() throws Exception {
        send(anna, "turn-3.zip", "ours: 3");

        try (Transport transport = anna.open(Address.parse("mail:"))) {
            var refusal = catchThrowableOfType(
                    TransportException.class,
                    () -> transport.send(new Parcel("turn-3.zip", "anna@example.org", bytes("ours: 4"), COVER)));
            assertThat(refusal).hasMessageContaining("taken");
        }
    }

    @Test
    void mails_that_were_looked_at_are_neither_marked_nor_moved_nor_removed() throws Exception {
        send(anna, "turn-3.zip", "ours: 3");

        list(ben);
        fetch(ben, "turn-3.zip");
        try (Transport transport = open(ben)) {
            transport.remove("turn-3.zip");
        }

        assertThat(server.mails("ben", "INBOX"))
                .singleElement()
                .satisfies(mail -> assertThat(mail.isSet(Flags.Flag.SEEN)).isFalse());
    }

    @Test
    void what_was_listed_is_not_downloaded_again() throws Exception {
        send(anna, "turn-3.zip", "ours: 3");
        list(ben);
        server.greenMail().purgeEmailFromAllMailboxes();

        assertThat(fetch(ben, "turn-3.zip")).isEqualTo("ours: 3");
        assertThat(list(ben)).isEmpty();
        assertThat(new DurableDisk().list(state("ben").resolve("parcels"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "junk", "position of another mailbox", "flip"})
    void a_position_that_is_lost_or_damaged_means_looking_again(String damage) throws Exception {
        send(anna, "turn-3.zip", "ours: 3");
        send(anna, "turn-4.zip", "ours: 4");
        list(ben);
        Path position = state("ben").resolve("position");
        if (damage.equals("flip")) {
            Files.writeString(position, Files.readString(position).replace("\n3\n", "\n9\n"));
        } else if (damage.isEmpty()) {
            Files.delete(position);
        } else {
            Files.writeString(position, damage);
        }

        assertThat(list(ben)).containsExactly("turn-3.zip", "turn-4.zip");
    }

    @Test
    void a_position_from_before_the_uids_changed_counts_for_nothing() throws Exception {
        send(anna, "turn-3.zip", "ours: 3");
        list(ben);
        Path file = state("ben").resolve("position");
        Position old = Position.parse(Files.readString(file)).orElseThrow();
        Files.writeString(file, new Position(old.mailbox(), old.validity() + 1, 1_000, List.of()).text());
        assertThat(list(ben)).containsExactly("turn-3.zip");

        Files.writeString(file, new Position(old.mailbox(), old.validity(), 1_000, List.of()).text());
        assertThat(list(ben)).containsExactly("turn-3.zip");
    }

    @Test
    void a_copy_that_is_damaged_is_read_out_of_its_mail_again() throws Exception {
        send(anna, "turn-3.zip", "ours: 3");
        list(ben);
        Path copy = state("ben").resolve("parcels").resolve(MessageIds.sha256(bytes("ours: 3")));
        Files.writeString(copy, "ours: 4");

        assertThat(fetch(ben, "turn-3.zip")).isEqualTo("ours: 3");
    }

    @Test
    void the_same_content_is_listed_once_whatever_it_is_called() throws Exception {
        deliver("ben", "first.zip", "ours: 3");
        deliver("ben", "second.zip", "ours: 3");

        assertThat(list(ben)).containsExactly("first.zip");
    }

    @Test
    void other_content_under_a_taken_name_is_listed_under_one_of_its_own_that_stays() throws Exception {
        deliver("ben", "turn-3.zip", "ours: 3");
        deliver("ben", "turn-3.zip", "ours: forged");
        String digest = MessageIds.sha256(bytes("ours: forged")).substring(0, 16);

        assertThat(list(ben)).containsExactly("mail-" + digest + "-turn-3.zip", "turn-3.zip");
        assertThat(fetch(ben, "turn-3.zip")).isEqualTo("ours: 3");
        assertThat(fetch(ben, "mail-" + digest + "-turn-3.zip")).isEqualTo("ours: forged");
        assertThat(list(ben)).containsExactly("mail-" + digest + "-turn-3.zip", "turn-3.zip");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CON", "turn:3.zip", "a.part", " ", "grüße.zip"})
    void a_name_that_no_parcel_may_have_is_replaced(String name) throws Exception {
        deliver("ben", name, "ours: 3");

        assertThat(list(ben))
                .containsExactly("mail-" + MessageIds.sha256(bytes("ours: 3")).substring(0, 16));
    }

    @Test
    void what_ben_marks_to_be_deleted_is_not_listed() throws Exception {
        send(anna, "turn-3.zip", "ours: 3");
        list(ben);
        server.inbox("ben").getMessages().get(0).setFlag(Flags.Flag.DELETED, true);
        assertThat(list(ben)).isEmpty();

        Files.delete(state("ben").resolve("position"));
        assertThat(list(ben)).isEmpty();
    }

    @Test
    void a_bounce_is_tied_to_its_parcel_which_may_then_be_sent_again() throws Exception {
        send(anna, "turn-3.zip", "ours: 3");
        String id = anna.deliveries().all().get(0).mail();
        server.deliver("anna", bounce(id, "Action: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 unknown user"));

        assertThat(list(anna)).isEmpty();
        assertThat(anna.deliveries().all())
                .singleElement()
                .satisfies(delivery ->
                        assertThat(delivery.returned()).hasValue(new Delivery.Returned(true, "550 unknown user")));

        send(anna, "turn-3.zip", "ours: 3");
        assertThat(server.mails("ben", "INBOX")).hasSize(2);
        assertThat(anna.deliveries().all())
                .singleElement()
                .satisfies(delivery -> assertThat(delivery.returned()).isEmpty());
    }

    @Test
    void a_delay_is_noted_and_sends_nothing_again() throws Exception {
        send(anna, "turn-3.zip", "ours: 3");
        String id = anna.deliveries().all().get(0).mail();
        server.deliver("anna", bounce(id, "Action: delayed\nStatus: 4.4.1"));
        list(anna);

        assertThat(anna.deliveries().all().get(0).returned()).hasValue(new Delivery.Returned(false, "status 4.4.1"));
        send(anna, "turn-3.zip", "ours: 3");
        assertThat(server.mails("ben", "INBOX")).hasSize(1);
    }

    @Test
    void a_bounce_of_a_mail_whose_id_was_replaced_is_tied_by_the_name_of_the_attachment() throws Exception {
        send(anna, "turn-3.zip", "ours: 3");
        server.deliver("anna", bytes("""
                        From: postmaster@example.org
                        Subject: Undeliverable: Turn 3

                        Delivery has failed to these recipients: ben@example.org
                        550 5.2.2 mailbox full
                        Message-ID: <other@example.org>
                        Content-Disposition: attachment; filename=turn-3.zip
                        """));
        list(anna);

        assertThat(anna.deliveries().all().get(0).returned())
                .hasValueSatisfying(returned -> assertThat(returned.reason()).contains("mailbox full"));
    }

    @Test
    void a_bounce_of_a_mail_that_was_never_sent_changes_nothing() throws Exception {
        send(anna, "turn-3.zip", "ours: 3");
        server.deliver("anna", bounce("<dmhq.made-up@example.org>", "Action: failed\nStatus: 5.1.1"));
        list(anna);

        assertThat(anna.deliveries().all().get(0).returned()).isEmpty();
    }

    @Test
    void a_mail_that_cannot_be_read_is_set_aside_with_its_reason_and_the_rest_goes_on() throws Exception {
        send(anna, "turn-3.zip", "ours: 3");
        server.deliver(
                "ben",
                bytes("From: anna@example.org\nSubject: parts\nContent-Type: multipart/mixed; boundary=x\n\n"
                        + "--x\nContent-Type: application/octet-stream\n\nhello\n".repeat(1_200)));
        server.deliver(
                "ben",
                bytes("From: anna@example.org\nSubject: my turn\nIn-Reply-To: " + MessageIds.ofThread(THREAD)
                        + "\nContent-Type: text/html\n\n<p>my turn</p>"));
        server.deliver("ben", bytes("From: shop@example.com\nSubject: sale\nContent-Type: text/html\n\n<p>sale</p>"));
        send(anna, "turn-4.zip", "ours: 4");

        assertThat(list(ben)).containsExactly("turn-3.zip", "turn-4.zip");
        assertThat(ben.objections().all()).extracting(MailObjection::subject).containsExactly("parts", "my turn");
        assertThat(ben.objections().all().get(0).reason()).contains("more than 1000 parts");
        assertThat(ben.objections().all().get(1)).satisfies(objection -> {
            assertThat(objection.reason()).contains("HTML alone");
            assertThat(objection.related()).isTrue();
            assertThat(objection.from()).isEqualTo("anna@example.org");
        });

        ben.objections().forget(ben.objections().all().get(0));
        list(ben);
        assertThat(ben.objections().all()).extracting(MailObjection::subject).containsExactly("my turn");
    }

    @Test
    void listing_again_and_again_looks_at_no_mail_twice() throws Exception {
        server.deliver("ben", bytes("From: mailer-daemon@example.org\nContent-Type: text/html\n\n<p>no</p>"));
        try (Transport transport = open(ben)) {
            transport.list();
            ben.objections().forget(ben.objections().all().get(0));
            for (int i = 0; i < 3; i++) {
                deliver("ben", i + ".zip", "ours: " + i);
                assertThat(transport.list()).hasSize(i + 1);
            }
        }
        assertThat(ben.objections().all()).isEmpty();
    }

    @Test
    void processed_mails_are_moved_only_when_all_they_bring_is_processed() throws Exception {
        deliver("ben", "a.zip", "ours: a");
        server.deliver(
                "ben",
                bytes("Content-Type: multipart/mixed; boundary=x\n\n" + part("b.zip", "ours: b")
                        + part("c.zip", "ours: c") + "--x--\n"));
        list(ben);

        ben.moveProcessed(new TreeSet<>(List.of("a.zip", "b.zip")), "dmhq done");
        assertThat(list(ben)).containsExactly("b.zip", "c.zip");
        assertThat(server.mails("ben", "dmhq done")).hasSize(1);

        ben.moveProcessed(new TreeSet<>(List.of("a.zip", "b.zip", "c.zip")), "dmhq done");
        assertThat(list(ben)).isEmpty();
        assertThat(server.mails("ben", "dmhq done")).hasSize(2);
    }

    @Test
    void a_mailbox_full_of_other_mail_is_looked_through_once_without_reading_it() throws Exception {
        for (int i = 0; i < 300; i++) {
            server.deliver("ben", bytes("From: shop@example.com\nSubject: sale " + i + "\n\nbuy " + i));
        }
        deliver("ben", "a.zip", "ours: a");

        assertThat(list(ben)).containsExactly("a.zip");
        assertThat(Position.parse(Files.readString(state("ben").resolve("position"))))
                .hasValueSatisfying(position -> assertThat(position.next())
                        .isGreaterThan(position.found().get(0).uid()));
        assertThat(list(ben)).containsExactly("a.zip");
    }

    @Test
    void waiting_ends_at_once_when_there_is_a_mail_already_or_nobody_has_looked() throws Exception {
        assertThat(ben.await(Duration.ofSeconds(40))).isTrue();
        list(ben);
        send(anna, "turn-3.zip", "ours: 3");
        assertThat(ben.await(Duration.ofSeconds(40))).isTrue();
    }

    @Test
    void waiting_can_be_interrupted() throws Exception {
        list(ben);
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> ben.await(Duration.ofSeconds(40))).isInstanceOf(InterruptedException.class);
    }

    @Test
    void a_wait_that_cannot_begin_says_why() throws Exception {
        list(ben);
        MailPost wrong = new MailPost(
                server.line("ben", "wrong horse"),
                "INBOX",
                MailPost.LARGEST,
                head -> false,
                new DurableDisk(),
                state("ben"),
                MailTransportTest.CLOCK);

        assertThatThrownBy(() -> wrong.await(Duration.ofSeconds(40)))
                .isInstanceOf(TransportException.class)
                .hasMessageContaining("refuses the log-in");
    }

    private static byte[] bounce(String id, String fields) {
        return bytes("From: MAILER-DAEMON@example.org\nSubject: Undelivered Mail Returned to Sender\n"
                + "Content-Type: multipart/report; report-type=delivery-status; boundary=x\n\n--x\n\nSorry.\n"
                + "--x\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; example.org\n\n"
                + "Final-Recipient: rfc822; ben@example.org\n" + fields + "\n\n--x\n"
                + "Content-Type: message/rfc822\n\nMessage-ID: " + id + "\nSubject: Turn 3\n\nYour turn.\n--x--\n");
    }

    private void deliver(String user, String name, String content) throws Exception {
        server.deliver(
                user,
                bytes("From: carl@example.com\nSubject: Fwd: turn\n"
                        + "Content-Type: multipart/mixed; boundary=x\n\n--x\n\nhello\n" + part(name, content)
                        + "--x--\n"));
    }

    private static String part(String name, String content) {
        return "--x\nContent-Type: application/octet-stream\nContent-Transfer-Encoding: base64\n"
                + "Content-Disposition: attachment; filename=\"" + name + "\"\n\n"
                + Base64.getEncoder().encodeToString(bytes(content)) + "\n";
    }

    private static void send(MailPost from, String name, String content) throws Exception {
        try (Transport transport = open(from)) {
            transport.send(new Parcel(name, "", bytes(content), COVER));
        }
    }

    private static List<String> list(MailPost post) throws Exception {
        try (Transport transport = open(post)) {
            return transport.list();
        }
    }

    private static String fetch(MailPost post, String name) throws Exception {
        try (Transport transport = open(post)) {
            return new String(transport.fetch(name), UTF_8);
        }
    }

    private static Transport open(MailPost post) throws Exception {
        return post.open(Address.parse("mail:ben@example.org"));
    }

    private MailPost post(String user, Disk disk) {
        return new MailPost(
                server.line(user),
                "INBOX",
                MailPost.LARGEST,
                head -> new String(head, UTF_8).startsWith("ours: "),
                disk,
                state(user),
                MailTransportTest.CLOCK);
    }

    private Path state(String user) {
        return folder.resolve(user);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}

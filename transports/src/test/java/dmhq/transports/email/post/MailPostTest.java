package dmhq.transports.email.post;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dmhq.format.disk.DurableDisk;
import dmhq.transports.Address;
import dmhq.transports.AddressException;
import dmhq.transports.Cover;
import dmhq.transports.Parcel;
import dmhq.transports.PostNews;
import dmhq.transports.Postmark;
import dmhq.transports.Transport;
import dmhq.transports.TransportException;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** What leaves by mail, what comes back, and waiting for more. */
class MailPostTest extends AnnaAndBen {

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
    void a_parcel_bears_where_it_came_from_and_what_the_clock_showed_there() throws Exception {
        send(anna, "turn-3.zip", "ours: 3");
        deliver("ben", "turn-4.zip", "ours: 4");

        try (Transport transport = open(ben)) {
            assertThat(transport.list()).containsExactly("turn-3.zip", "turn-4.zip");
            assertThat(transport.postmark("turn-3.zip"))
                    .isEqualTo(new Postmark("anna@example.org", ZoneOffset.ofHours(10)));
            assertThat(transport.postmark("turn-4.zip")).isEqualTo(new Postmark("carl@example.com", null));
            assertThat(transport.postmark("turn-5.zip")).isEqualTo(Postmark.NONE);
        }
    }

    @Test
    void what_has_left_does_not_leave_again_though_its_cover_would_say_something_else_now() throws Exception {
        send(anna, "turn-3.zip", "ours: 3");
        try (Transport transport = open(anna)) {
            transport.send(
                    new Parcel("turn-3.zip", "", bytes("ours: 3"), new Cover("Turn 3", "By another clock.", "", "")));
        }

        assertThat(server.mails("ben", "INBOX")).hasSize(1);
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

    @Test
    void who_is_written_to_and_sends_something_of_no_use_is_told_the_cure_once_a_day() throws Exception {
        send(anna, "turn-3.zip", "ours: 3");
        for (String subject : List.of("my orders", "my orders again")) {
            server.deliver("anna", html("ben@example.org", subject, "Return-Path: <Ben@example.org>\r\n"));
        }

        assertThat(news(anna))
                .extracting(PostNews::sentence)
                .satisfiesExactly(
                        first -> assertThat(first)
                                .startsWith("the mail 'my orders' from ben@example.org: the mail is HTML alone")
                                .endsWith("; its sender was told so"),
                        second -> assertThat(second).doesNotContain("was told so"));
        assertThat(news(anna)).isEmpty();

        MimeMessage answer = server.mails("ben", "INBOX").get(1);
        assertThat(answer.getSubject()).isEqualTo("Re: my orders");
        assertThat(answer.getHeader("Auto-Submitted")).containsExactly("auto-replied");
        assertThat(answer.getHeader("In-Reply-To")).containsExactly("<my.orders@example.org>");
        assertThat((String) answer.getContent()).contains("have its sender attach the archive as a file");
        assertThat(server.mails("ben", "INBOX")).hasSize(2);
    }

    @Test
    void who_looks_through_a_mailbox_again_tells_nobody_anything_again() throws Exception {
        send(anna, "turn-3.zip", "ours: 3");
        server.deliver("anna", html("ben@example.org", "my orders", ""));
        String id = anna.deliveries().all().get(0).mail();
        server.deliver("anna", bounce(id, "Action: failed\nStatus: 5.1.1"));
        assertThat(news(anna)).hasSize(2);
        send(anna, "turn-3.zip", "ours: 3");
        MailPost later = later(Duration.ofDays(2));
        // The UIDs are others now.
        server.greenMail().purgeEmailFromAllMailboxes();
        server.deliver("anna", bytes("From: shop@example.com\nSubject: sale\n\nbuy"));
        server.deliver("anna", html("ben@example.org", "my orders", ""));
        server.deliver("anna", bounce(id, "Action: failed\nStatus: 5.1.1"));
        Files.delete(state("anna").resolve("position"));

        assertThat(news(later)).isEmpty();
        assertThat(anna.deliveries().all())
                .singleElement()
                .satisfies(delivery -> assertThat(delivery.returned()).isEmpty());
        assertThat(server.mails("ben", "INBOX")).isEmpty();
    }

    private MailPost later(Duration by) {
        return new MailPost(
                server.line("anna"),
                "INBOX",
                null,
                MailPost.LARGEST,
                head -> new String(head, UTF_8).startsWith("ours: "),
                new DurableDisk(),
                state("anna"),
                Clock.offset(MailTransportTest.CLOCK, by),
                (mails, looked) -> {});
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void what_is_known_of_a_mailbox_and_the_copies_of_parcels_are_for_nobody_else() throws Exception {
        send(anna, "turn-3.zip", "ours: 3");
        server.deliver("anna", html("ben@example.org", "my orders", ""));
        deliver("anna", "a.zip", "ours: a");
        list(anna);
        news(anna);
        server.deliver("anna", html("ben@example.org", "my orders again", ""));
        list(anna);

        try (Stream<Path> files = Files.walk(state("anna"))) {
            // There is never anything in the file that is locked.
            assertThat(files.filter(Files::isRegularFile).filter(file -> !file.endsWith(".lock")))
                    .hasSizeGreaterThan(5)
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------"));
        }
    }

    @Test
    void strangers_programs_and_lists_are_never_answered() throws Exception {
        send(anna, "turn-3.zip", "ours: 3");
        server.deliver("anna", html("stranger@example.net", "hello", ""));
        server.deliver("anna", html("ben@example.org", "away", "Auto-Submitted: auto-replied\r\n"));
        server.deliver("anna", html("ben@example.org", "letter", "List-Id: <all.example.org>\r\n"));

        server.deliver("anna", html("ben@example.org", "forged", "Return-Path: <eve@example.net>\r\n"));

        assertThat(news(anna)).noneMatch(each -> each.sentence().contains("was told so"));

        assertThat(server.mails("ben", "INBOX")).hasSize(1);
    }

    private static List<PostNews> news(MailPost post) throws Exception {
        try (Transport transport = post.open(Address.parse("mail:ben@example.org"))) {
            transport.list();
            List<PostNews> news = transport.news();
            transport.wereTold(news);
            return news;
        }
    }

    private static byte[] html(String from, String subject, String more) {
        return bytes("From: " + from + "\r\nSubject: " + subject + "\r\nMessage-ID: <" + subject.replace(' ', '.')
                + "@example.org>\r\nIn-Reply-To: <82b39b982c3a8d07d7ba209002a6034d@thread.dmhq.invalid>\r\n" + more
                + "Content-Type: text/html\r\n\r\n<p>See above.</p>\r\n");
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
        MailPost wrong = PostForTests.of(server.line("ben", "wrong horse"), head -> false, state("ben"));

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
}

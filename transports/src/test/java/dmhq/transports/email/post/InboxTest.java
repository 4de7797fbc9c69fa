package dmhq.transports.email.post;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dmhq.format.disk.DurableDisk;
import dmhq.transports.Transport;
import dmhq.transports.TransportException;
import dmhq.transports.email.writing.MessageIds;
import jakarta.mail.Flags;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is found in a mailbox. */
class InboxTest extends AnnaAndBen {

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
        Files.writeString(
                file, new Position(old.mailbox(), old.validity() + 1, 1, 1_000, new TreeSet<>(), List.of()).text());
        assertThat(list(ben)).containsExactly("turn-3.zip");

        Files.writeString(
                file, new Position(old.mailbox(), old.validity(), 1, 1_000, new TreeSet<>(), List.of()).text());
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

    /** This server fails at parts of a mail that is attached to another. */
    @Test
    void a_mail_of_which_the_server_shows_no_part_is_read_whole_and_hides_no_other() throws Exception {
        deliver("ben", "a.zip", "ours: a");
        server.deliver(
                "ben",
                bytes("From: carl@example.com\nSubject: Fwd: turn\nContent-Type: multipart/mixed; boundary=out\n\n"
                        + "--out\n\nSee below.\n--out\nContent-Type: message/rfc822\n\nFrom: anna@example.org\n"
                        + "Content-Type: multipart/mixed; boundary=x\n\n" + part("b.zip", "ours: b") + "--x--\n"
                        + "--out--\n"));
        deliver("ben", "c.zip", "ours: c");

        assertThat(list(ben)).containsExactly("a.zip", "b.zip", "c.zip");
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
        assertThat(ben.objections().all())
                .extracting(MailObjection::subject)
                .containsExactlyInAnyOrder("parts", "my turn");
        assertThat(objection("parts").reason()).contains("more than 1000 parts");
        assertThat(objection("my turn")).satisfies(objection -> {
            assertThat(objection.reason()).contains("HTML alone");
            assertThat(objection.related()).isTrue();
            assertThat(objection.from()).isEqualTo("anna@example.org");
        });

        ben.objections().forget(objection("parts"));
        list(ben);
        assertThat(ben.objections().all()).extracting(MailObjection::subject).containsExactly("my turn");
    }

    private MailObjection objection(String subject) throws Exception {
        return ben.objections().all().stream()
                .filter(one -> one.subject().equals(subject))
                .findFirst()
                .orElseThrow();
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
    void who_looks_at_all_finds_what_was_moved_too_and_who_plays_does_not() throws Exception {
        deliver("ben", "a.zip", "ours: a");
        deliver("ben", "b.zip", "ours: b");
        MailPost moving = moving();
        try (Transport transport = open(moving)) {
            assertThat(transport.list()).containsExactly("a.zip", "b.zip");
            transport.areKept(new TreeSet<>(List.of("a.zip")));
            assertThat(transport.list(MailTransportTest.NOW)).containsExactly("b.zip");

            assertThat(transport.list()).containsExactly("a.zip", "b.zip");
            assertThat(transport.fetch("a.zip")).isEqualTo(bytes("ours: a"));
            assertThat(transport.postmark("a.zip").sender()).isEqualTo("carl@example.com");
            transport.areKept(new TreeSet<>(List.of("a.zip")));
        }
        assertThat(server.mails("ben", "dmhq moved")).hasSize(1);
    }

    @Test
    void what_was_moved_is_not_hidden_by_other_content_that_takes_its_name() throws Exception {
        deliver("ben", "a.zip", "ours: a");
        MailPost moving = moving();
        try (Transport transport = open(moving)) {
            transport.list();
            transport.areKept(new TreeSet<>(List.of("a.zip")));
            deliver("ben", "a.zip", "ours: forged");

            String other = "mail-" + MessageIds.sha256(bytes("ours: a"));
            assertThat(transport.list()).containsExactly("a.zip", other);
            assertThat(transport.fetch("a.zip")).isEqualTo(bytes("ours: forged"));
            assertThat(transport.fetch(other)).isEqualTo(bytes("ours: a"));
        }
    }

    private MailPost moving() {
        return new MailPost(
                server.line("ben"),
                "INBOX",
                "dmhq moved",
                MailPost.LARGEST,
                head -> new String(head, UTF_8).startsWith("ours: "),
                new DurableDisk(),
                state("ben"),
                MailTransportTest.CLOCK,
                (mails, looked) -> {});
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
}

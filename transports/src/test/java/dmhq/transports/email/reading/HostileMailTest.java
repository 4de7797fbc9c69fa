package dmhq.transports.email.reading;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Mails made to break their reader: each is over with soon, and with a reason. */
@Timeout(30)
class HostileMailTest {

    private static final String OURS = "Content-Transfer-Encoding: base64\n\n"
            + Base64.getEncoder().encodeToString("ours: 1".getBytes(ISO_8859_1)) + "\n";
    private static final MailLimits SMALL = new MailLimits(8 << 20, 32, 1_000, 64 << 10, 1 << 20);

    private final MailReader reader = new MailReader(head -> new String(head, ISO_8859_1).startsWith("ours: "), SMALL);

    @Test
    void ten_thousand_multiparts_in_each_other() {
        StringBuilder mail = new StringBuilder("Content-Type: multipart/mixed; boundary=x0\n\n--x0\n" + OURS);
        for (int i = 1; i < 10_000; i++) {
            mail.append("--x" + (i - 1) + "\nContent-Type: multipart/mixed; boundary=x" + i + "\n\n");
        }

        expectReason(mail.toString(), "more than 32 deep");
        assertThat(read(mail.toString()).attachments()).hasSize(1);
    }

    @Test
    void ten_thousand_mails_in_each_other() {
        expectReason("Content-Type: message/rfc822\n\n".repeat(10_000), "more than 1000 parts");
    }

    @Test
    void a_hundred_thousand_parts() {
        expectReason(
                "Content-Type: multipart/mixed; boundary=x\n\n" + "--x\n\nhello\n".repeat(100_000),
                "more than 1000 parts");
    }

    @Test
    void mails_packed_into_mails_that_are_packed_into_mails() {
        String mail = OURS;
        for (int i = 0; i < 8; i++) {
            mail = "Content-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\n"
                    + Base64.getMimeEncoder().encodeToString(mail.getBytes(ISO_8859_1));
        }

        expectReason(mail, "attached to mails");
    }

    @Test
    void endless_headers() {
        expectReason("X-Junk: junk\n".repeat(100_000), "the head of a part has more than 65536 bytes");
        expectReason("X-Junk: " + "j".repeat(5_000_000), "the head of a part has more than 65536 bytes");
        expectReason("X-Junk:" + "\n ".repeat(1_000_000), "the head of a part has more than 65536 bytes");
    }

    @Test
    void headers_made_to_be_slow() {
        for (String slow : new String[] {";", "; ", "\"", "\\\"", "=?utf-8?q?", "?= ", "\r", "<", "a@", "(", "'"}) {
            String value = slow.repeat(60_000 / slow.length());
            assertThat(read("Subject: " + value + "\nhello\n\nhello").attachments())
                    .isEmpty();
            assertThat(read("Content-Type: text/plain" + value + "\n\nhello").attachments())
                    .isEmpty();
            assertThat(read("From: " + value + "\nReferences: x\n\nhello").attachments())
                    .isEmpty();
            assertThat(read("References: " + value + "\n\nhello").attachments()).isEmpty();
            assertThat(read("From: mailer-daemon@x\n\n" + "failed " + value.repeat(20))
                            .attachments())
                    .isEmpty();
        }
    }

    @Test
    void a_bomb_of_many_of_ours() {
        String part = "--x\nContent-Transfer-Encoding: base64\n\n"
                + Base64.getEncoder().encodeToString(("ours: " + "0".repeat(300_000)).getBytes(ISO_8859_1)) + "\n";

        expectReason(
                "Content-Type: multipart/mixed; boundary=x\n\n" + part.repeat(10), "more than 1048576 bytes in it");
    }

    @Test
    void a_mail_larger_than_any() {
        byte[] mail = new byte[SMALL.bytes() + 1];

        assertThat(reader.read(mail).objections())
                .singleElement()
                .asString()
                .contains("8388609 bytes", "at most 8388608", "have its sender");
    }

    @Test
    void many_delimiters_that_are_none() {
        StringBuilder mail = new StringBuilder();
        for (int i = 0; i < 32; i++) {
            mail.append("Content-Type: multipart/mixed; boundary=x" + i + "\n\n--x" + i + "\n");
        }
        mail.append("--y\n".repeat(1_000_000));

        assertThat(read(mail.toString()).attachments()).isEmpty();
    }

    @Test
    void a_delimiter_that_is_not_named_is_guessed() {
        assertThat(read("Content-Type: multipart/mixed\n\n--abc\n\nhello\n--abc\n" + OURS + "--abc--\n")
                        .attachments())
                .hasSize(1);
    }

    @Test
    void an_inner_multipart_that_is_not_closed_does_not_hide_what_follows() {
        assertThat(read("Content-Type: multipart/mixed; boundary=out\n\n--out\n"
                                + "Content-Type: multipart/alternative; boundary=in\n\n--in\n\nhello\n--out\n" + OURS)
                        .attachments())
                .hasSize(1);
    }

    @Test
    void nothing_at_all_and_nothing_but_noise() {
        assertThat(reader.read(new byte[0]).attachments()).isEmpty();
        assertThat(reader.read(new byte[100_000]).attachments()).isEmpty();
        byte[] noise = new byte[1_000_000];
        new Random(1).nextBytes(noise);
        assertThat(reader.read(noise).attachments()).isEmpty();
        Arrays.fill(noise, (byte) '\n');
        assertThat(reader.read(noise).attachments()).isEmpty();
    }

    @Test
    void base64_with_dirt_between_is_read_and_bad_character_sets_do_no_harm() {
        String text = "Content-Type: text/plain; charset=\0\nContent-Transfer-Encoding: base64\n\nb3\0Vy\n c!zo=\n";
        assertThat(read(text).objections()).isEmpty();
        assertThat(read("Content-Transfer-Encoding: base64\nSubject: =?no-such?Q?=zz?=\n\nb3V\0y c!zog MQ==")
                        .attachments())
                .singleElement()
                .satisfies(
                        found -> assertThat(found.bytes()).asString(ISO_8859_1).isEqualTo("ours: 1"));
    }

    @Test
    void damage_anywhere_throws_nothing_and_ends_soon() {
        int rounds = Integer.getInteger("dmhq.fuzz.rounds", 250);
        byte[] whole = ("From: a@b\nReturn-Path: <>\nContent-Type: multipart/report; report-type=delivery-status;\n"
                        + " boundary=\"x\"\n\n--x\nContent-Type: text/plain; charset=utf-8\n"
                        + "Content-Transfer-Encoding: quoted-printable\n\nfailed =C3=A4 550 5.1.1 <c@d>\n--x\n"
                        + "Content-Type: message/delivery-status\n\nReporting-MTA: dns; x\n\nFinal-Recipient: rfc822; c@d\n"
                        + "Action: failed\nStatus: 5.1.1\n\n--x\nContent-Type: message/rfc822\n\nMessage-ID: <i@j>\n"
                        + "Content-Type: application/ms-tnef\n\nx\237>\"\n--x\n" + OURS + "--x--\n")
                .getBytes(ISO_8859_1);
        for (int seed = 0; seed < rounds; seed++) {
            Random random = new Random(seed);
            byte[] damaged = Arrays.copyOf(whole, 1 + random.nextInt(whole.length));
            for (int i = random.nextInt(20); i > 0; i--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            assertThat(reader.read(damaged).objections()).as("seed %d", seed).isNotNull();
        }
    }

    @Test
    void a_large_mail_is_read_in_a_moment() {
        byte[] content = new byte[20 << 20];
        content[0] = 'x';
        MailReader usual = new MailReader(head -> head.length > 0 && head[0] == 'x', MailLimits.USUAL);
        byte[] mail = ("Content-Transfer-Encoding: base64\n\n"
                        + Base64.getMimeEncoder().encodeToString(content))
                .getBytes(ISO_8859_1);

        long start = System.nanoTime();
        assertThat(usual.read(mail).attachments()).hasSize(1);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
    }

    private void expectReason(String mail, String reason) {
        assertThat(read(mail).objections()).singleElement().asString().contains("set aside", reason);
    }

    private ReadMail read(String mail) {
        return reader.read(mail.getBytes(ISO_8859_1));
    }
}

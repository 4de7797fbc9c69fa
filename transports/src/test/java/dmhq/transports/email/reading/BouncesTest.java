package dmhq.transports.email.reading;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BouncesTest {

    private static final String ID = "<dmhq.00112233445566778899aabbccddeeff@example.org>";

    private final MailReader reader =
            new MailReader(head -> new String(head, ISO_8859_1).startsWith("ours"), MailLimits.USUAL);

    @Test
    void a_report_names_recipient_reason_and_mail_and_brings_nothing_though_it_returns_all() {
        ReadMail read = read(report("failed", "5.1.1", "Diagnostic-Code: smtp; 550 5.1.1 no such\n user here\n"));

        assertThat(read.bounce()).hasValueSatisfying(bounce -> {
            assertThat(bounce.recipient()).isEqualTo("ben@example.net");
            assertThat(bounce.permanent()).isTrue();
            assertThat(bounce.reason()).isEqualTo("550 5.1.1 no such user here");
            assertThat(bounce.mails()).contains(ID, "<original@example.org>");
            assertThat(bounce.text()).contains("turn-3.zip");
        });
        assertThat(read.attachments()).isEmpty();
        assertThat(read.answerable()).isFalse();
    }

    @Test
    void a_report_of_a_delay_is_not_the_end() {
        assertThat(read(report("delayed", "4.4.1", "")).bounce()).hasValueSatisfying(bounce -> {
            assertThat(bounce.permanent()).isFalse();
            assertThat(bounce.reason()).isEqualTo("status 4.4.1");
        });
        assertThat(read(report("failed", "4.4.7", "")).bounce().orElseThrow().permanent())
                .isFalse();
    }

    @Test
    void a_report_of_success_is_none() {
        assertThat(read(report("delivered", "2.0.0", "")).bounce()).isEmpty();
    }

    @Test
    void a_report_may_return_the_head_alone() {
        String head = "Content-Type: text/rfc822-headers\n\nReceived: from x\n by y\nMessage-ID:\n " + ID + "\n";

        assertThat(read(report("failed", "5.0.0", "", head))
                        .bounce()
                        .orElseThrow()
                        .mails())
                .contains(ID);
    }

    @Test
    void free_words_of_a_mail_program_are_understood() {
        ReadMail qmail = read("From: MAILER-DAEMON@mx.example.net\nReturn-Path: <>\nSubject: failure notice\n\n"
                + "Hi. This is the qmail-send program at mx.example.net.\n\n<ben@example.net>:\n"
                + "Sorry, no mailbox here by that name. (#5.1.1)\n\n--- Below this line is a copy of the message.\n\n"
                + "Return-Path: <anna@example.org>\nMessage-ID: " + ID + "\nSubject: Turn 3\n");

        assertThat(qmail.bounce()).hasValueSatisfying(bounce -> {
            assertThat(bounce.recipient()).isEqualTo("ben@example.net");
            assertThat(bounce.permanent()).isTrue();
            assertThat(bounce.reason()).contains("no mailbox here by that name");
            assertThat(bounce.mails()).contains(ID);
        });
    }

    @Test
    void free_words_that_the_mail_is_late_are_not_the_end() {
        ReadMail exim = read("From: Mail Delivery System <Mailer-Daemon@mx.example.org>\nReturn-Path: <>\n"
                + "Auto-Submitted: auto-replied\nSubject: Warning: message 1abc delayed 24 hours\n\n"
                + "The message identifier is: 1abc\n  ben@example.net\n    Delay reason: 451 4.7.1 greylisted\n\n"
                + "Message-ID: " + ID + "\n");

        assertThat(exim.bounce().orElseThrow().permanent()).isFalse();
        assertThat(exim.bounce().orElseThrow().recipient()).isEqualTo("ben@example.net");
    }

    @Test
    void somebody_who_is_away_or_writes_of_failure_did_not_bounce() {
        assertThat(read("From: ben@example.net\nReturn-Path: <>\nAuto-Submitted: auto-replied\nSubject: away\n\n"
                                + "I returned your call, the failure is permanent.")
                        .bounce())
                .isEmpty();
        assertThat(read("From: ben@example.net\nSubject: delivery failed\n\n550 " + ID)
                        .bounce())
                .isEmpty();
    }

    private static String report(String action, String status, String more) {
        return report(
                action,
                status,
                more,
                "Content-Type: message/rfc822\n\nFrom: anna@example.org\nMessage-ID: " + ID
                        + "\nX-Microsoft-Original-Message-ID: <original@example.org>\n"
                        + "Content-Type: multipart/mixed; boundary=y\n\n--y\n\nYour turn.\n--y\n"
                        + "Content-Disposition: attachment; filename=turn-3.zip\n\nours\n--y--\n");
    }

    private static String report(String action, String status, String more, String returned) {
        return "From: MAILER-DAEMON@mx.example.net\nAuto-Submitted: auto-replied\n"
                + "Content-Type: multipart/report; report-type=delivery-status; boundary=x\n\n--x\n\n"
                + "I am sorry to inform you.\n--x\nContent-Type: message/delivery-status\n\n"
                + "Reporting-MTA: dns; mx.example.net\n\nFinal-Recipient: rfc822; ben@example.net\nAction: " + action
                + "\nStatus: " + status + "\n" + more + "\n--x\n" + returned + "--x--\n";
    }

    private ReadMail read(String mail) {
        return reader.read(mail.getBytes(ISO_8859_1));
    }
}

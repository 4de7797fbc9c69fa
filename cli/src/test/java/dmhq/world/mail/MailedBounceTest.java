package dmhq.world.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dmhq.transports.email.MailServerForTests;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a host sees of mails that do not arrive. */
@Timeout(120)
class MailedBounceTest {

    private static final List<String> SEATS = List.of("ash", "birch");

    private MailServerForTests server;
    private MailedTable table;
    private MailedSession session;

    @BeforeEach
    void begin() throws Exception {
        server = new MailServerForTests("ash", "birch", "office");
        table = new MailedTable(new EmbeddedHouse(server), SEATS, Weather.FAIR, 8);
        session = table.session("harvest", 8);
        session.begin(5);
    }

    @AfterEach
    void end() throws Exception {
        table.close();
        server.close();
    }

    private String status() throws Exception {
        return session.said(table.player("ash"), "status");
    }

    @Test
    void status_says_which_seats_last_mail_came_back_until_the_seat_is_written_to_elsewhere() throws Exception {
        MailedPlayer ash = table.player("ash");
        String sent;
        try (var left = Files.list(ash.root().resolve("harvest/sent"))) {
            sent = Files.readString(left.filter(file -> file.toString().contains("turn_1_from_host_to_birch"))
                    .findFirst()
                    .orElseThrow());
        }
        assertThat(status()).doesNotContain("came back");

        server.deliver("ash", bounce(sent.strip()));
        session.said(ash, "resolve");

        assertThat(status())
                .contains("The last mail to birch, at birch@example.org, came back: ")
                .contains("No such user. To say where: dmhq -C harvest host address birch ADDRESS");
        assertThat(session.in(ash, "status", "--json").text()).contains("\"unreached\":[\"birch\"]");
        assertThat(session.in(ash, "games").text()).contains(", mails do not reach birch  (");
        session.in(ash, "host", "address", "birch", "office@example.org");
        assertThat(status()).doesNotContain("came back");
        assertThat(session.in(ash, "games").text()).doesNotContain("reach");
    }

    private static byte[] bounce(String parcel) {
        return ("From: MAILER-DAEMON@example.org\nSubject: Undelivered Mail Returned to Sender\n"
                        + "Content-Type: multipart/report; report-type=delivery-status; boundary=x\n\n--x\n\n"
                        + "What you attached, " + parcel + ", was not delivered.\n"
                        + "--x\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; example.org\n\n"
                        + "Final-Recipient: rfc822; birch@example.org\nAction: failed\nStatus: 5.1.1\n"
                        + "Diagnostic-Code: smtp; 550 5.1.1 No such user\n\n--x--\n")
                .getBytes(UTF_8);
    }
}

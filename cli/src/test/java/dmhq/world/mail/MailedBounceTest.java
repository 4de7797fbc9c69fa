package dmhq.world.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dmhq.cli.Typing;
import dmhq.transports.email.MailServerForTests;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
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
        String sent = sent(ash, "turn_1_from_host_to_birch");
        assertThat(status()).doesNotContain("came back");

        server.deliver("ash", bounce(sent, "birch@example.org"));
        assertThat(session.said(ash, "resolve"))
                .contains(
                        "Say where birch is reached, and its newest turn leaves again: dmhq -C harvest host address birch ADDRESS");

        int mails = server.mails("birch", "INBOX").size();
        session.in(ash, "watch", "--once");
        assertThat(server.mails("birch", "INBOX"))
                .as("it is not sent again by itself")
                .hasSize(mails);
        assertThat(status())
                .contains("The last mail to birch, at birch@example.org, came back: ")
                .contains("No such user. To say where: dmhq -C harvest host address birch ADDRESS");
        assertThat(session.in(ash, "status", "--json").text()).contains("\"unreached\":[\"birch\"]");
        assertThat(session.in(ash, "games").text()).contains(", mails do not reach birch  (");
        session.in(ash, "host", "address", "birch", "office@example.org");
        assertThat(status()).doesNotContain("came back");
        assertThat(session.in(ash, "games").text()).doesNotContain("reach");
    }

    @Test
    void a_seat_whose_address_is_corrected_gets_its_newest_turn_there_and_again_whenever_it_is_said_again()
            throws Exception {
        MailedPlayer ash = table.player("ash");

        assertThat(session.in(ash, "host", "address", "birch", "office@example.org")
                        .text())
                .contains("birch is written to at office@example.org.")
                .containsPattern("Sent session_harvest-[0-9a-f]+_turn_1_from_host_to_birch_");
        assertThat(server.mails("office", "INBOX")).hasSize(1);
        session.said(ash, "resolve");
        assertThat(server.mails("office", "INBOX")).hasSize(1);

        typed(ash, "host", "address", "birch", "office@example.org");
        assertThat(server.mails("office", "INBOX")).hasSize(2);
    }

    @Test
    void what_is_no_address_of_another_seat_is_refused_and_changes_nothing() throws Exception {
        MailedPlayer ash = table.player("ash");
        String before = session.in(ash, "host", "address").text();

        for (String odd : List.of("not an address", "a@b", "birch@", "birch@example.org\nBcc: x@example.org")) {
            var refused = typed(ash, "host", "address", "birch", odd);

            assertThat(refused.code()).as(odd).isEqualTo(3);
            assertThat(refused.text()).contains("is no address of mail; say it as NAME@DOMAIN");
        }
        assertThat(typed(ash, "host", "address", "ash", "office@example.org").text())
                .contains("the seat ash is your own");
        assertThat(session.in(ash, "host", "address").text()).isEqualTo(before);
    }

    @Test
    void notes_that_hold_no_address_are_damaged_and_said_to_be() throws Exception {
        MailedPlayer ash = table.player("ash");
        Path notes = ash.root().resolve("harvest/contacts.json");
        Files.writeString(notes, Files.readString(notes).replace("birch@example.org", "birch@example.org\\nBcc: x"));

        var refused = typed(ash, "host", "remind", "birch");

        assertThat(refused.code()).isEqualTo(3);
        assertThat(refused.text()).contains("contacts.json", "tell the addresses again with dmhq host address");
    }

    @Test
    void nobody_is_said_to_be_reminded_whose_address_is_not_known_and_what_says_it_is_offered() throws Exception {
        MailedPlayer ash = table.player("ash");
        Files.delete(ash.root().resolve("harvest/contacts.json"));

        var reminded = typed(ash, "host", "remind", "birch");

        assertThat(reminded.code()).isEqualTo(5);
        assertThat(reminded.text())
                .contains("where birch is reached is not known")
                .contains("The reminder waits in the outbox for birch, who cannot be reached now.")
                .doesNotContain("Reminded");
        assertThat(typed(ash, "host", "address").text())
                .contains(
                        "birch  not known, 1 parcel waits in the outbox\nNext: dmhq -C harvest host address birch ADDRESS");
    }

    @Test
    void an_address_alone_is_where_an_invitation_is_mailed_to_and_no_name_of_a_file() throws Exception {
        MailedPlayer ash = table.player("ash");

        assertThat(session.in(ash, "host", "replace", "birch", "--to", "office@example.org")
                        .text())
                .contains("to mail:office@example.org as ");
        assertThat(server.mails("office", "INBOX")).hasSize(1);
        assertThat(ash.root().resolve("office@example.org")).doesNotExist();
    }

    /** Some time later, whatever comes of it. */
    private static Typing.Outcome typed(MailedPlayer player, String... words) {
        List<String> all = new ArrayList<>(List.of("-C", "harvest"));
        all.addAll(List.of(words));
        return player.type(Instant.parse("2026-02-03T04:05:06Z"), 9, all);
    }

    @Test
    void a_player_whose_orders_came_back_reads_what_sends_them_again() throws Exception {
        MailedPlayer birch = table.player("birch");
        session.in(birch, "fetch");
        session.submit(birch);
        server.deliver("birch", bounce(sent(birch, "turn_2_submission"), "ash@example.org"));

        assertThat(typed(birch, "fetch").text())
                .contains("a mail came back: ")
                .contains(
                        "If the host is reached elsewhere: dmhq -C harvest recover --post mail:ADDRESS. Then send orders"
                                + " again: dmhq submit harvest/turn.zip");
    }

    /** Returns the name under which a parcel left. */
    private static String sent(MailedPlayer player, String part) throws Exception {
        try (var left = Files.list(player.root().resolve("harvest/sent"))) {
            return Files.readString(left.filter(file -> file.toString().contains(part))
                            .findFirst()
                            .orElseThrow())
                    .strip();
        }
    }

    private static byte[] bounce(String parcel, String recipient) {
        return ("From: MAILER-DAEMON@example.org\nSubject: Undelivered Mail Returned to Sender\n"
                        + "Content-Type: multipart/report; report-type=delivery-status; boundary=x\n\n--x\n\n"
                        + "What you attached, " + parcel + ", was not delivered.\n"
                        + "--x\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; example.org\n\n"
                        + "Final-Recipient: rfc822; " + recipient + "\nAction: failed\nStatus: 5.1.1\n"
                        + "Diagnostic-Code: smtp; 550 5.1.1 No such user\n\n--x--\n")
                .getBytes(UTF_8);
    }
}

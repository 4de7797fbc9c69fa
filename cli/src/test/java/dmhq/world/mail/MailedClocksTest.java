package dmhq.world.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.BodyPart;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Deadlines in mails to players who live elsewhere. */
@Timeout(120)
class MailedClocksTest {

    private static final List<String> SEATS = List.of("ash", "birch");

    private EmbeddedHouse house;
    private MailedTable table;
    private MailedSession session;
    private MailedPlayer ash;
    private MailedPlayer birch;

    @BeforeEach
    void lay_the_table() throws Exception {
        house = new EmbeddedHouse(SEATS);
        table = new MailedTable(house, SEATS, Weather.FAIR, 4);
        session = table.session("harvest", 4);
        ash = table.player("ash");
        birch = table.player("birch");
    }

    @AfterEach
    void end() throws Exception {
        table.close();
        house.close();
    }

    @Test
    void a_player_reads_deadlines_by_the_clock_of_their_last_mail_wherever_that_was() throws Exception {
        birch.travel(ZoneOffset.ofHours(10));

        session.begin(5, "--deadline", "7d");
        session.in(birch, "fetch");
        assertThat(toBirch("Turn 2: your turn"))
                .contains("Deadline of turn 2", ", 20:00 UTC")
                .contains(" 06:00 (UTC+10:00), by the clock of your last mail");

        birch.travel(ZoneOffset.ofHoursMinutes(-3, -30));
        session.submit(birch);
        session.in(ash, "resolve");
        session.submit(ash);
        session.in(birch, "fetch");
        assertThat(toBirch("Turn 3: your turn"))
                .contains("    16:30 (UTC-03:30), by the clock of your last mail")
                .doesNotContain("+10:00");
    }

    /** Returns the text of the newest mail to Birch with that in its subject. */
    private String toBirch(String subject) throws Exception {
        String text = "";
        for (MimeMessage mail : house.server().mails("birch", "INBOX")) {
            if (mail.getSubject().contains(subject)) {
                BodyPart cover = ((Multipart) mail.getContent()).getBodyPart(0);
                text = (String) ((Multipart) cover.getContent()).getBodyPart(0).getContent();
            }
        }
        return text;
    }
}

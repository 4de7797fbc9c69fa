package dmhq.world.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dmhq.cli.Typing;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How far back a player's mailbox is looked through: to the beginning of the session, and no further. */
@Timeout(120)
class MailedFarBackTest {

    private static final List<String> SEATS = List.of("ash", "birch");

    private EmbeddedHouse house;
    private MailedTable table;
    private MailedSession session;
    private MailedPlayer birch;

    @BeforeEach
    void play_a_turn_whose_mail_birch_has_not_looked_at() throws Exception {
        house = new EmbeddedHouse(SEATS);
        table = new MailedTable(house, SEATS, Weather.FAIR, 4);
        session = table.session("harvest", 4);
        session.begin(5);
        birch = table.player("birch");
        session.in(birch, "fetch");
        session.submit(birch);
        session.in(table.player("ash"), "resolve");
        session.submit(table.player("ash"));
    }

    @AfterEach
    void end() throws Exception {
        table.close();
        house.close();
    }

    @Test
    void what_came_long_before_the_session_is_looked_at_by_recover_alone() throws Exception {
        allArrived(MailedSession.START.minus(Duration.ofDays(2_000)));

        session.in(birch, "fetch");
        assertThat(birch.newest("harvest")).isEqualTo(1);

        session.in(birch, "recover");
        assertThat(birch.newest("harvest")).isEqualTo(2);
    }

    @Test
    void who_joins_anew_much_later_with_the_old_invitation_finds_every_turn() throws Exception {
        allArrived(MailedSession.START.plus(Duration.ofDays(1)));
        try (Stream<Path> all = Files.walk(birch.root().resolve("harvest"))) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
        Instant nextYear = MailedSession.START.plus(Duration.ofDays(365));

        birch.type(nextYear, 7, List.of("join", "harvest-invitation.zip"));
        birch.type(nextYear, 7, List.of("-C", "harvest", "fetch"));

        assertThat(birch.newest("harvest")).isEqualTo(2);
    }

    @Test
    void who_waits_for_a_look_through_many_mails_is_told_so() throws Exception {
        for (int i = 0; i < 1_500; i++) {
            house.server()
                    .deliver(
                            "birch",
                            ("From: shop@example.com\nSubject: sale\n\nbuy " + i).getBytes(US_ASCII),
                            MailedSession.START);
        }
        List<String> fetch = List.of("-C", "harvest", "fetch");

        Typing.Outcome first = birch.typeAndWait(MailedSession.START.plus(Duration.ofDays(40)), fetch);
        Typing.Outcome second = birch.typeAndWait(MailedSession.START.plus(Duration.ofDays(40)), fetch);

        assertThat(first.text())
                .startsWith("Looking through 1,502 mails of INBOX once; that may take a few minutes.\nTook in ");
        assertThat(second.text()).doesNotContain("Looking");
    }

    /** Puts all mails in Birch's inbox there as if they had come then, and has forgotten that it was looked at. */
    private void allArrived(Instant then) throws Exception {
        List<byte[]> mails = new ArrayList<>();
        for (MimeMessage mail : house.server().mails("birch", "INBOX")) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            mail.writeTo(bytes);
            mails.add(bytes.toByteArray());
        }
        house.server().inbox("birch").deleteAllMessages();
        for (byte[] mail : mails) {
            house.server().deliver("birch", mail, then);
        }
        Files.delete(birch.home().resolve("mail/position"));
    }
}

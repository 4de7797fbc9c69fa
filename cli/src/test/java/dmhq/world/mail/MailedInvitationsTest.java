package dmhq.world.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dmhq.cli.Typing;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Birch, who joins with what lies in the mailbox. */
@Timeout(120)
class MailedInvitationsTest {

    private static final List<String> PLAYERS = List.of("ash", "cedar", "birch");
    private static final Instant NOW = Instant.parse("2026-01-31T20:00:00Z");

    private MailHouse house;
    private MailedTable table;
    private int commands;

    @BeforeEach
    void everybody_has_keys() throws Exception {
        house = new EmbeddedHouse(PLAYERS);
        table = new MailedTable(house, PLAYERS, Weather.FAIR, 7);
        for (String player : PLAYERS) {
            type(player, "identity", "new", "--name", player, "--email", player + "@example.org");
        }
    }

    @AfterEach
    void end() throws Exception {
        table.close();
        house.close();
    }

    private Typing.Outcome type(String player, String... words) {
        return table.player(player).type(NOW, ++commands, List.of(words));
    }

    private Typing.Outcome answering(String answer, String player, String... words) {
        return table.player(player).type(NOW, ++commands, List.of(words), answer + "\n");
    }

    /** A player opens a session and invites Birch by mail. */
    private void open(String host, String session) {
        type(
                host,
                "new",
                session,
                "--rules",
                "claims-economy",
                "--as",
                host,
                "--seat",
                host,
                "--seat",
                "birch",
                "--post",
                "mail:" + host + "@example.org");
        Typing.Outcome invited = type(host, "-C", session, "invite", "birch", "--to", "mail:birch@example.org");
        assertThat(invited.code()).as(invited.text()).isZero();
    }

    @Test
    void the_one_invitation_there_is_is_joined_with_and_who_says_to_have_sent_it_is_told() throws Exception {
        open("ash", "spring");
        table.player("ash").mail("birch@example.org", "holiday.jpg", new byte[] {1, 2, 3});

        Typing.Outcome joined = type("birch", "join", "mail:");

        assertThat(joined.code()).as(joined.text()).isZero();
        assertThat(joined.text())
                .containsPattern("Joined spring-[0-9a-f]+ on seat birch")
                .containsPattern("The host is ash, SHA256:[^\\n]*; make sure by another way that this is so.")
                .contains("The mail says that it is from ash@example.org, which proves nothing.")
                .contains("_join_from_birch_to_host_");
        assertThat(type("ash", "-C", "spring", "resolve", "--accept-joins").text())
                .contains("Took in join of birch", "Resolved turn 1");
    }

    @Test
    void who_sits_there_is_asked_whether_it_is_the_one_they_want_unless_they_have_named_it() throws Exception {
        open("ash", "spring");

        Typing.Outcome no = answering("n", "birch", "join", "mail:");

        assertThat(no.code()).isZero();
        assertThat(no.text())
                .containsPattern("spring-[0-9a-f]+, seat birch, hosted by ash, SHA256:[^ ]+, mailed from"
                        + " ash@example.org. Join it\\? \\[y/N\\]")
                .doesNotContain("Joined");
        assertThat(answering("y", "birch", "join", "mail:").text()).contains("Joined spring-");
        assertThat(answering("n", "birch", "join", "mail:", "--session", "spring")
                        .text())
                .contains("Joined spring-");
    }

    @Test
    void of_several_a_person_chooses_and_where_nobody_is_asked_options_say_which() throws Exception {
        open("ash", "spring");
        open("cedar", "autumn");

        Typing.Outcome refused = type("birch", "join", "mail:");

        assertThat(refused.code()).isEqualTo(3);
        assertThat(refused.text())
                .containsPattern("  1  autumn-[0-9a-f]+, seat birch, hosted by cedar, SHA256:[^ ]+, mailed from"
                        + " cedar@example.org\n")
                .containsPattern("  2  spring-[0-9a-f]+, seat birch, hosted by ash, SHA256:[^ ]+, mailed from"
                        + " ash@example.org\n")
                .contains("there are 2 invitations in your mailbox; say which with --session NAME and --seat ID");
        assertThat(type("birch", "join", "mail:", "--session", "autumn").text()).contains("Joined autumn-");

        Typing.Outcome none = answering("", "birch", "join", "mail:");
        Typing.Outcome chosen = answering("3\n2", "birch", "join", "mail:");

        assertThat(none.code()).isZero();
        assertThat(none.text())
                .contains("mailed from cedar@example.org (asked for already)\n", "Which one (1-2, Enter ends)?")
                .doesNotContain("Joined");
        assertThat(chosen.text()).contains("Type a number from 1 to 2", "Joined spring-");
    }

    @Test
    void a_seat_that_is_the_players_already_is_left_out_and_one_that_was_asked_for_is_asked_for_again()
            throws Exception {
        open("ash", "spring");
        type("birch", "join", "mail:");
        assertThat(type("birch", "join", "mail:").text()).contains("Joined spring-", "Sent ");
        type("ash", "-C", "spring", "resolve", "--accept-joins");
        type("ash", "submit", "spring/turn.zip", "--empty");
        assertThat(type("birch", "-C", "spring", "fetch").text()).contains("Took in turn 1.");

        Typing.Outcome refused = type("birch", "join", "mail:");

        assertThat(refused.code()).isEqualTo(3);
        assertThat(refused.text())
                .contains("but to seats that are yours already, such as spring, seat birch; look among spam, or save");
        open("cedar", "autumn");
        assertThat(type("birch", "join", "mail:").text()).contains("Joined autumn-");
    }

    @Test
    void without_any_the_cure_is_told() throws Exception {
        assertThat(type("birch", "join", "mail:").text())
                .isEqualTo(
                        "dmhq: no invitation has come into your mailbox in the last two months; look among spam, or save"
                                + " the attached file and name that: dmhq join FILE.\n");
        open("ash", "spring");
        assertThat(type("birch", "join", "mail:", "--seat", "elm").text())
                .contains("no such invitation lies in your mailbox, but one to spring, seat birch");
        assertThat(type("birch", "join", "mail:ash@example.org").text())
                .contains("in your own mailbox alone; say mail: without an address");
        Files.delete(table.player("birch").home().resolve("mail.json"));
        assertThat(type("birch", "join", "mail:").text())
                .contains("no mail account of yours is known here; run dmhq doctor YOUR-ADDRESS once, or save");
    }

    @Test
    void what_else_lies_there_is_neither_used_up_nor_hidden_by_it() throws Exception {
        open("ash", "spring");
        type("birch", "join", "mail:");
        type("ash", "-C", "spring", "resolve", "--accept-joins");
        type("ash", "submit", "spring/turn.zip", "--empty");
        ((EmbeddedHouse) house)
                .server()
                .deliver(
                        "birch",
                        ("From: ash@example.org\r\nSubject: Turn\r\nMessage-ID: <turn@example.org>\r\nIn-Reply-To:"
                                        + " <82b39b982c3a8d07d7ba209002a6034d@thread.dmhq.invalid>\r\nContent-Type:"
                                        + " text/html\r\n\r\n<p>Attached.</p>\r\n")
                                .getBytes(UTF_8));
        open("cedar", "autumn");

        assertThat(type("birch", "join", "mail:", "--session", "autumn").code()).isZero();

        assertThat(type("birch", "-C", "spring", "fetch").text())
                .contains("Took in turn 1.")
                .as("what the post says once")
                .contains("the mail is HTML alone");
        assertThat(type("birch", "-C", "spring", "fetch").text()).doesNotContain("HTML");
    }
}

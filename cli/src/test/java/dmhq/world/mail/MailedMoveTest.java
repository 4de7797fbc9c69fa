package dmhq.world.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dmhq.transports.email.MailServerForTests;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A host whose address becomes another while a session is played. */
@Timeout(120)
class MailedMoveTest {

    private static final List<String> SEATS = List.of("ash", "birch");
    private static final String WARNING = "the players of this session write to ash@example.org, and your account is"
            + " office@example.org, where alone their mails are looked for";

    private MailServerForTests server;
    private MailedTable table;
    private MailedSession session;
    private MailedPlayer ash;
    private MailedPlayer birch;

    @BeforeEach
    void begin() throws Exception {
        server = new MailServerForTests("ash", "birch", "office");
        table = new MailedTable(new EmbeddedHouse(server), SEATS, Weather.FAIR, 8);
        session = table.session("harvest", 8);
        session.begin(5);
        ash = table.player("ash");
        birch = table.player("birch");
        session.in(birch, "fetch");
        session.submit(birch);
        ash.use(server.line("office"));
    }

    @AfterEach
    void end() throws Exception {
        table.close();
        server.close();
    }

    @Test
    void both_are_told_and_play_goes_on_at_the_new_address_once_both_have_said_it() throws Exception {
        assertThat(session.in(ash, "status").text()).contains(WARNING);
        assertThat(session.in(ash, "resolve").text())
                .contains(WARNING)
                .contains("dmhq -C harvest recover --post mail:office@example.org")
                .contains("Waiting for birch.");
        session.in(ash, "resolve", "--now");
        session.submit(ash);

        String fetched = session.in(birch, "fetch").text();

        assertThat(fetched)
                .containsOnlyOnce("; it came from office@example.org, while you write to the host at ash@example.org"
                        + " (if that has changed: dmhq recover --post mail:office@example.org)");
        assertThat(session.in(birch, "recover", "--post", "mail:office@example.org")
                        .text())
                .contains("the session goes by mail:office@example.org from now on, and no more by"
                        + " mail:ash@example.org.")
                .doesNotContain("Nothing had to be put right", "tell the others");
        session.submit(birch);
        assertThat(session.in(ash, "recover", "--post", "mail:office@example.org")
                        .text())
                .contains("; tell the others, who change it in the same way.")
                .doesNotContain(WARNING);
        assertThat(session.in(ash, "resolve").text())
                .contains("Resolved turn 3")
                .doesNotContain(WARNING);
        session.submit(ash);
        assertThat(session.in(birch, "fetch").text())
                .contains("Took in turn 3.")
                .doesNotContain("it came from");
    }
}

package dmhq.world.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dmhq.workspace.OwnMail;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A watch whose password the servers refuse, which lock accounts that are tried too often. */
@Timeout(120)
class MailedLogInTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final List<String> WATCH = List.of("-C", "harvest", "watch");

    private final List<Duration> pauses = new ArrayList<>();
    private MailHouse house;
    private MailedTable table;
    private MailedPlayer birch;

    @BeforeEach
    void begin() throws Exception {
        house = new EmbeddedHouse(List.of("ash", "birch"));
        table = new MailedTable(house, List.of("ash", "birch"), Weather.FAIR, 4);
        MailedSession session = table.session("harvest", 4);
        session.begin(5);
        birch = table.player("birch");
        session.in(birch, "fetch");
    }

    @AfterEach
    void end() throws Exception {
        table.close();
        house.close();
    }

    private boolean waits(Duration pause, int most) {
        pauses.add(pause);
        return pauses.size() < most;
    }

    @Test
    void a_wrong_password_is_shown_to_a_server_once_a_look_and_ever_more_seldom() {
        List<String> shown = new ArrayList<>();
        OwnMail.Secrets wrong = new OwnMail.Secrets(
                variable -> {
                    shown.add(variable);
                    return "wrong";
                },
                question -> null);

        String said = birch.type(NOW, WATCH, wrong, pause -> waits(pause, 5)).text();

        assertThat(said).containsOnlyOnce("refuses the log-in of birch").doesNotContain("wrong");
        assertThat(pauses)
                .containsExactly(
                        Duration.ofMinutes(10),
                        Duration.ofMinutes(20),
                        Duration.ofMinutes(40),
                        Duration.ofHours(1),
                        Duration.ofHours(1));
        assertThat(shown).hasSize(5);
    }

    @Test
    void a_password_that_was_typed_wrong_is_asked_for_again_and_not_tried_again() throws Exception {
        birch.use(house.line("birch"), null);
        Deque<String> typed = new ArrayDeque<>(List.of("wrong", "worse"));
        List<String> questions = new ArrayList<>();
        OwnMail.Secrets fingers = new OwnMail.Secrets(variable -> null, question -> {
            questions.add(question);
            return typed.remove().toCharArray();
        });

        String said = birch.type(NOW, WATCH, fingers, pause -> waits(pause, 2)).text();
        assertThat(said).containsOnlyOnce("refuses the log-in of birch");
        assertThat(questions).hasSize(2);
        assertThat(pauses).containsExactly(Duration.ofMinutes(10), Duration.ofMinutes(20));
    }
}

package dmhq.world.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dmhq.transports.email.MailAccount;
import dmhq.world.mail.MailProgram.Letter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Players who send their orders with their own mail programs, through Postfix into Dovecot: each test is a turn. */
@Timeout(120)
class MailProgramsTest {

    private static final List<String> SEATS = List.of("ash", "birch");

    private static MailHouse house;
    private static MailedTable table;
    private static MailedSession session;

    @TempDir
    Path home;

    private MailedPlayer ash;
    private MailedPlayer birch;
    private int turn;

    @BeforeAll
    static void begin() throws Exception {
        // The first account has its connections encrypted from the first byte, which all programs can.
        house = new RealHouse(List.of("birch", "ash"));
        table = new MailedTable(house, SEATS, Weather.FAIR, 6);
        session = table.session("harvest", 6);
        session.begin(30);
    }

    @AfterAll
    static void end() throws Exception {
        if (table != null) {
            table.close();
        }
        if (house != null) {
            house.close();
        }
    }

    @BeforeEach
    void have_the_newest_turn() throws Exception {
        ash = table.player("ash");
        birch = table.player("birch");
        session.in(birch, "fetch");
        turn = birch.newest("harvest") + 1;
    }

    @ParameterizedTest
    @EnumSource
    void orders_count_that_are_attached_as_they_are(MailProgram program) throws Exception {
        Path orders = orders("orders.zip.age");

        program.send(account(), home, new Letter(address(), "orders", List.of(orders)));

        requireThatTheyCount();
    }

    @ParameterizedTest
    @EnumSource
    void orders_count_among_other_files_under_another_name_and_subject(MailProgram program) throws Exception {
        byte[] photo = new byte[3_000];
        new Random(1).nextBytes(photo);
        List<Path> files = List.of(
                Files.write(home.resolve("IMG_0815.jpg"), photo),
                orders("Grüße – Züge für dich.jpg"),
                Files.writeString(home.resolve("notes.txt"), "Nothing of ours.\n"));

        program.send(account(), home, new Letter(address(), "Fwd: AW: [harvest] Züge", files));

        requireThatTheyCount();
    }

    @ParameterizedTest
    @EnumSource
    void orders_count_that_are_called_a_text(MailProgram program) throws Exception {
        Path orders = orders("orders.txt");

        program.send(
                account(), home, new Letter(address(), "as a text, since my mail takes nothing else", List.of(orders)));

        requireThatTheyCount();
    }

    @Test
    void orders_count_whose_draft_is_opened_and_sent() throws Exception {
        session.in(birch, "submit", "turn.zip", "--empty", "--via", "draft");

        MailProgram.sendDraft(account(), home, Files.write(home.resolve("draft.eml"), draft()));

        requireThatTheyCount();
    }

    /** Writes them to a file as players without a post do. */
    private Path orders(String name) throws Exception {
        String file = home.getFileName() + ".zip.age";
        session.in(birch, "submit", "turn.zip", "--empty", "--via", file);
        return Files.write(home.resolve(name), Files.readAllBytes(birch.root().resolve(file)));
    }

    private byte[] draft() throws Exception {
        try (Stream<Path> files = Files.list(birch.root().resolve("harvest/hand-over"))) {
            return Files.readAllBytes(files.filter(file -> file.toString().contains("turn_" + turn + "_"))
                    .filter(file -> file.toString().endsWith(".eml"))
                    .findFirst()
                    .orElseThrow());
        }
    }

    private void requireThatTheyCount() throws Exception {
        table.post().carryAll();

        String said = session.said(ash, "resolve");

        assertThat(said)
                .contains("Took in orders of birch for turn " + turn)
                .contains("Resolved turn " + turn)
                .doesNotContain("set-aside");
        session.submit(ash);
        assertThat(session.in(birch, "fetch").text()).contains("receipt for turn " + turn + ", revision 1: counts");
        assertThat(birch.newest("harvest")).isEqualTo(turn);
    }

    private MailAccount account() {
        return house.line("birch").account();
    }

    private String address() {
        return table.post().address("ash");
    }
}

package dmhq.world.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import dmhq.cli.Typing;
import dmhq.transports.email.MailAccount;
import dmhq.transports.email.MailServerForTests;
import dmhq.workspace.MailSettings;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A player whose mails for dmhq a filter puts into a folder of their own. */
@Timeout(120)
class MailedDoctorTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private MailServerForTests server;
    private MailedTable table;
    private MailedSession session;
    private MailedPlayer birch;

    @BeforeEach
    void begin() throws Exception {
        server = new MailServerForTests("ash", "birch");
        MailHouse house = new EmbeddedHouse(server);
        table = new MailedTable(house, List.of("ash", "birch"), Weather.FAIR, 4);
        session = table.session("harvest", 4);
        session.begin(5);
        birch = table.player("birch");
    }

    @AfterEach
    void end() throws Exception {
        table.close();
        server.close();
    }

    private Typing.Outcome doctor(String... options) {
        MailAccount account = server.line("birch").account();
        List<String> words = new ArrayList<>(List.of(
                "doctor",
                account.address(),
                "--user",
                account.user(),
                "--receiving",
                account.receiving().host() + ":" + account.receiving().port(),
                "--sending",
                account.sending().host() + ":" + account.sending().port(),
                "--password-env",
                "MAIL_PASSWORD"));
        words.addAll(List.of(options));
        return birch.type(NOW, 1, words);
    }

    @Test
    void a_folder_that_is_not_there_is_told_with_those_that_are_and_nothing_is_kept() throws Exception {
        String kept = Files.readString(MailSettings.file(birch.home()));

        Typing.Outcome outcome = doctor("--folder", "dmqh");

        assertThat(outcome.code()).isEqualTo(5);
        assertThat(outcome.text())
                .contains(
                        "dmhq: There is no folder \"dmqh\" for mails to arrive in.",
                        "Make it at the provider's pages, or name one that is there: \"INBOX\".",
                        "Not tried, because the folder for mails cannot be opened.",
                        "Nothing was kept");
        assertThat(Files.readString(MailSettings.file(birch.home()))).isEqualTo(kept);
    }

    @Test
    void what_is_said_without_an_address_changes_what_is_kept_if_it_works() throws Exception {
        doctor();
        String kept = Files.readString(MailSettings.file(birch.home()));

        assertThat(birch.type(NOW, 1, List.of("doctor", "--folder", "dmqh")).code())
                .isEqualTo(5);
        assertThat(Files.readString(MailSettings.file(birch.home()))).isEqualTo(kept);
        Typing.Outcome moving = birch.type(NOW, 1, List.of("doctor", "--move-to", "played"));

        assertThat(moving.text()).contains("The account birch@example.org, as kept in ", "Kept in ");
        assertThat(Files.readString(MailSettings.file(birch.home())))
                .isEqualTo(kept.replace("\"processed\":null", "\"processed\":\"played\""));
        assertThat(birch.type(NOW, 1, List.of("doctor")).text()).doesNotContain("Kept in ");
    }

    @Test
    void mails_are_taken_from_the_folder_and_moved_to_the_other_once_they_are_dealt_with() throws Exception {
        GreenMailUser user = server.greenMail().getUserManager().getUserByEmail("birch@example.org");
        ImapHostManager folders = server.greenMail().getManagers().getImapHostManager();
        MailFolder filtered = folders.createMailbox(user, "dmhq");

        Typing.Outcome outcome = doctor("--folder", "dmhq", "--move-to", "done");

        assertThat(outcome.code()).isZero();
        assertThat(outcome.text())
                .contains(
                        "  ok    Mails arrive in \"dmhq\" and are moved to \"done\", which is not there yet and is made"
                                + " for the first.",
                        "but in the inbox.",
                        "have a filter of yours put them there.",
                        "Kept in ");

        session.in(birch, "fetch");
        assertThat(birch.newest("harvest")).as("nothing is in the folder yet").isZero();
        MailFolder inbox = folders.getInbox(user);
        for (long uid : inbox.getMessageUids()) {
            inbox.copyMessage(uid, filtered);
        }
        session.in(birch, "fetch");

        assertThat(birch.newest("harvest")).isEqualTo(1);
        assertThat(server.mails("birch", "done")).isNotEmpty();
    }
}

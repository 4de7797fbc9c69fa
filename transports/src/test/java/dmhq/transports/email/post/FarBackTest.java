package dmhq.transports.email.post;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dmhq.format.disk.DurableDisk;
import dmhq.transports.Address;
import dmhq.transports.Transport;
import dmhq.transports.TransportException;
import dmhq.transports.email.ScriptedImap;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How far back a mailbox is looked through in which mail of many years lies. */
class FarBackTest extends AnnaAndBen {

    private static final Instant NOW = MailTransportTest.NOW;
    private static final Instant THIS_SPRING = daysAgo(200);
    private static final Instant LAST_YEAR = daysAgo(400);

    /** A mail whose being looked at leaves a trace. */
    private static final byte[] SPOILED =
            bytes("From: mailer-daemon@example.org\nContent-Type: text/html\n\n<p>no</p>");

    private static Instant daysAgo(int days) {
        return NOW.minus(Duration.ofDays(days));
    }

    @BeforeEach
    void deliver_mails_of_some_years() throws Exception {
        arrive("years.zip", 3_000);
        server.deliver("ben", SPOILED, daysAgo(2_000));
        arrive("months.zip", 350);
        arrive("days.zip", 150);
    }

    private static void arrive(String name, int daysAgo) throws Exception {
        server.deliver("ben", mail(name, "ours: " + name), daysAgo(daysAgo));
    }

    private static List<String> listSince(MailPost post, Instant since) throws Exception {
        try (Transport transport = open(post)) {
            return transport.list(since);
        }
    }

    @Test
    void mails_from_long_before_are_not_even_asked_about() throws Exception {
        assertThat(listSince(ben, THIS_SPRING)).containsExactly("days.zip");

        assertThat(ben.objections().all()).isEmpty();
        arrive("hours.zip", 0);
        assertThat(listSince(ben, THIS_SPRING)).containsExactly("days.zip", "hours.zip");
        assertThat(fetch(ben, "hours.zip")).isEqualTo("ours: hours.zip");
        assertThat(ben.objections().all()).isEmpty();
    }

    @Test
    void a_session_that_is_older_finds_what_lies_further_back_and_a_younger_one_looks_at_nothing_again()
            throws Exception {
        listSince(ben, THIS_SPRING);

        assertThat(listSince(ben, LAST_YEAR)).containsExactly("days.zip", "months.zip");
        assertThat(ben.objections().all()).isEmpty();
        Position position = position();
        assertThat(listSince(ben, THIS_SPRING)).containsExactly("days.zip", "months.zip");
        assertThat(position()).isEqualTo(position);
        assertThat(position.found()).extracting(Found::name).containsExactly("months.zip", "days.zip");
    }

    @Test
    void who_does_not_say_since_when_finds_all() throws Exception {
        assertThat(list(ben)).containsExactly("days.zip", "months.zip", "years.zip");
        assertThat(ben.objections().all()).hasSize(1);

        Files.delete(state("ben").resolve("position"));
        listSince(ben, THIS_SPRING);
        assertThat(list(ben)).containsExactly("days.zip", "months.zip", "years.zip");
    }

    @Test
    void clocks_may_be_wrong_by_a_month() throws Exception {
        assertThat(listSince(ben, daysAgo(150 - 30))).containsExactly("days.zip");
        assertThat(listSince(ben, daysAgo(350 - 30))).containsExactly("days.zip", "months.zip");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+1000000000-12-31T23:59:59Z", "2300-01-01T00:00:00Z"})
    void an_instant_that_lies_ahead_means_the_last_month(String ahead) throws Exception {
        arrive("hours.zip", 20);

        assertThat(listSince(ben, Instant.parse(ahead))).containsExactly("hours.zip");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1000000000-01-01T00:00:00Z", "1970-01-01T00:00:00Z"})
    void an_instant_before_all_mail_means_everything(String before) throws Exception {
        assertThat(listSince(ben, Instant.parse(before))).containsExactly("days.zip", "months.zip", "years.zip");
    }

    @Test
    void a_mailbox_in_which_nothing_is_new_is_not_looked_through_and_what_comes_then_is_found() throws Exception {
        assertThat(listSince(ben, NOW)).isEmpty();
        assertThat(ben.objections().all()).isEmpty();

        arrive("hours.zip", 0);
        assertThat(listSince(ben, NOW)).containsExactly("hours.zip");
    }

    @Test
    void an_old_mail_that_its_owner_moves_into_the_folder_now_is_found() throws Exception {
        listSince(ben, THIS_SPRING);

        arrive("moved.zip", 1_000);

        assertThat(listSince(ben, THIS_SPRING)).containsExactly("days.zip", "moved.zip");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6})
    void whoever_is_killed_while_looking_further_back_finds_all_the_next_time(int writes) throws Exception {
        listSince(ben, THIS_SPRING);
        try (Transport transport = open(post("ben", new DyingDisk(writes)))) {
            transport.list();
        } catch (TransportException e) {
            assertThat(e.retryCanHelp()).isTrue();
        }

        assertThat(list(ben)).containsExactly("days.zip", "months.zip", "years.zip");
        assertThat(fetch(ben, "years.zip")).isEqualTo("ours: years.zip");
    }

    @Test
    void moving_what_is_kept_looks_no_further_back() throws Exception {
        listSince(ben, THIS_SPRING);

        ben.moveProcessed(new TreeSet<>(List.of("days.zip")), "dmhq done");

        assertThat(server.mails("ben", "dmhq done")).hasSize(1);
        assertThat(ben.objections().all()).isEmpty();
    }

    @Test
    void a_position_as_it_was_written_before_it_said_from_where_on_counts_for_nothing() throws Exception {
        list(ben);
        Position position = position();
        String old = position.text()
                .replace("dmhq-mail-position-4", "dmhq-mail-position-1")
                .replace("\n" + position.from() + "\n" + position.next() + "\n\n", "\n" + position.next() + "\n");
        Files.writeString(state("ben").resolve("position"), old);

        assertThat(ben.origin("days.zip")).isEmpty();
        assertThat(list(ben)).containsExactly("days.zip", "months.zip", "years.zip");
    }

    @Test
    void a_server_that_refuses_to_search_is_looked_through_from_the_beginning() throws Exception {
        try (ScriptedImap server = ScriptedImap.refusingToSearch("NIL", mail("a.zip", "ours: a"));
                Transport transport = PostForTests.of(
                                server.line(), head -> new String(head, UTF_8).startsWith("ours: "), state("scripted"))
                        .open(Address.parse("mail:"))) {
            assertThat(transport.list(THIS_SPRING)).containsExactly("a.zip");
            assertThat(server.commands()).anyMatch(command -> command.contains("UID SEARCH UID 1:1 SINCE "));
        }
    }

    @Test
    void a_look_through_many_mails_is_told_of_before_it_begins() throws Exception {
        List<String> told = new ArrayList<>();
        MailPost watched = new MailPost(
                server.line("ben"),
                "INBOX",
                null,
                MailPost.LARGEST,
                head -> new String(head, UTF_8).startsWith("ours: "),
                new DurableDisk(),
                state("ben"),
                MailTransportTest.CLOCK,
                (mails, folder) -> told.add(mails + " in " + folder));
        for (int i = 0; i < 1_000; i++) {
            server.deliver("ben", bytes("From: shop@example.com\nSubject: sale\n\nbuy " + i), daysAgo(250));
        }

        listSince(watched, NOW);
        assertThat(told).isEmpty();
        list(watched);
        list(watched);
        assertThat(told).containsExactly("1004 in INBOX");
    }

    private Position position() throws Exception {
        return Position.parse(Files.readString(state("ben").resolve("position")))
                .orElseThrow();
    }
}

package dmhq.world.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dmhq.cli.Typing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a host is told of an address that Postfix does not take now, and what becomes of the others' mails. */
@Timeout(120)
class MailedRefusalsTest {

    private static final Instant LATER = Instant.parse("2026-03-31T20:00:00Z");
    private static final List<String> SEATS = List.of("ash", "birch", "cedar");

    @Test
    void an_address_that_is_not_taken_now_keeps_nobody_elses_mails_back_and_is_told_each_time() throws Exception {
        try (MailHouse house = new RealHouse(SEATS);
                MailedTable table = new MailedTable(house, SEATS, Weather.FAIR, 6)) {
            MailedSession session = table.session("harvest", 6);
            MailedPlayer ash = table.player("ash");
            session.begin(5);
            for (String guest : List.of("birch", "cedar")) {
                session.in(table.player(guest), "fetch");
                session.submit(table.player(guest));
            }
            table.post().carryAll();
            type(ash, "host", "address", "birch", "full@example.org");

            Typing.Outcome resolved = type(ash, "resolve");
            Typing.Outcome submitted = ash.type(LATER, 1, List.of("submit", "harvest/turn.zip", "--empty"));
            table.post().carryAll();
            session.in(table.player("cedar"), "fetch");
            session.in(table.player("birch"), "fetch");

            assertThat(table.player("cedar").newest("harvest")).isEqualTo(2);
            assertThat(table.player("birch").newest("harvest")).isEqualTo(1);
            for (Typing.Outcome told : List.of(resolved, submitted, type(ash, "resolve"))) {
                assertThat(told.code()).isEqualTo(5);
                assertThat(told.text())
                        .contains("does not take it now: 450 4.2.2 <full@example.org>")
                        .contains("dmhq -C harvest host address birch ADDRESS")
                        .contains("It is kept in the outbox");
            }
            assertThat(submitted.text()).contains("_from_host_to_cedar_").containsPattern("Sent [^\n]*_to_cedar_");
            assertThat(type(ash, "status").text()).contains("Waiting in the outbox: 3, for birch\n");
            assertThat(type(ash, "host", "address").text())
                    .containsPattern("birch +full@example.org[^\n]*, 3 parcels wait in the outbox\n");
            assertThat(ash.type(
                                    LATER,
                                    2,
                                    List.of(
                                            "-C",
                                            "harvest",
                                            "host",
                                            "replace",
                                            "cedar",
                                            "--to",
                                            "mail:full@example.org"))
                            .text())
                    .contains(
                            "450 4.2.2 <full@example.org>",
                            "invite again when full@example.org takes mails, or elsewhere with --to");

            session.in(ash, "host", "address", "birch", table.post().address("birch"));
            table.post().carryAll();
            session.in(table.player("birch"), "fetch");

            assertThat(table.player("birch").newest("harvest")).isEqualTo(2);
            assertThat(type(ash, "status").text()).doesNotContain("outbox");
        }
    }

    @Test
    void an_address_that_is_never_taken_is_said_by_status_and_left_alone_by_a_watch() throws Exception {
        try (MailHouse house = new RealHouse(SEATS);
                MailedTable table = new MailedTable(house, SEATS, Weather.FAIR, 6)) {
            MailedPlayer ash = table.player("ash");
            table.session("harvest", 6).begin(5);

            Typing.Outcome told = type(ash, "host", "address", "birch", "gone@example.org");

            assertThat(told.code()).isEqualTo(5);
            assertThat(told.text()).contains("550 5.1.1 <gone@example.org>");
            assertThat(type(ash, "status").text())
                    .contains("What is for birch waits, and a watch does not try it again: post: could not send ")
                    .contains("To say where: dmhq -C harvest host address birch ADDRESS");
            assertThat(type(ash, "watch", "--once").text()).doesNotContain("550 5.1.1");
            assertThat(type(ash, "resolve").text()).contains("550 5.1.1 <gone@example.org>");
            assertThat(type(ash, "host", "replace", "cedar", "--to", "gone@example.org")
                            .text())
                    .contains("550 5.1.1 <gone@example.org>")
                    .contains("invite again with the right address, or write it to a file to hand over with --to FILE");

            type(ash, "host", "address", "birch", table.post().address("birch"));

            assertThat(type(ash, "status").text()).doesNotContain("outbox", "What is for birch waits");
        }
    }

    private static Typing.Outcome type(MailedPlayer player, String... words) throws Exception {
        List<String> all = new ArrayList<>(List.of("-C", "harvest"));
        all.addAll(List.of(words));
        return player.type(LATER, 1, all);
    }
}

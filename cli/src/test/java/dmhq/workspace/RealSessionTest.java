package dmhq.workspace;

import static dmhq.workspace.Intent.request;
import static dmhq.workspace.RealSession.CAPITAL;
import static dmhq.workspace.RealSession.read;
import static org.assertj.core.api.Assertions.assertThat;

import dmhq.RealProgram;
import dmhq.campaign.Campaign;
import dmhq.campaign.CampaignEvent;
import dmhq.campaign.CampaignEvent.DailyLog;
import dmhq.campaign.CampaignEvent.LocationChanged;
import dmhq.campaign.CampaignEvent.WireTransferCompleted;
import dmhq.campaign.CampaignEvent.WireTransferRequested;
import dmhq.format.archive.Extract;
import dmhq.format.json.Json;
import dmhq.format.session.Body;
import dmhq.format.session.Manifest.Status;
import dmhq.mekhq.Save;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is to be seen of {@link RealSession}. */
class RealSessionTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path root;

    @SuppressWarnings("NullAway.Init")
    static RealSession session;

    @BeforeAll
    static void play() throws Exception {
        session = RealSession.played(root);
    }

    @Test
    void days_pass_in_bulk_but_not_past_the_hosts_date() throws Exception {
        assertThat(session.refusedToSabres)
                .contains(
                        "3048-08-20 is past the host's date 3048-08-19; wait until the host has moved on",
                        "the campaign is at 3048-09-03, ahead of the host's date 3048-09-02; wait until the host is there,"
                                + " or load the save of 3048-09-02 or earlier and name its date");
        assertThat(dates(session.sabres, 3)).containsExactly("fox 3048-09-02");
        assertThat(dates(session.sabres, 4)).containsExactly("sabres 3048-08-30");
        assertThat(dates(session.sabres, 6)).containsExactly("sabres 3048-09-02");
        assertThat(campaign(session.fox, session.sabres).date()).isEqualTo("3048-09-02");
    }

    @Test
    void who_is_ready_to_advance_is_so_until_the_host_has_passed_it() throws Exception {
        assertThat(read(session.fox, 2))
                .contains(
                        new CampaignEvent.ReadyToAdvance(session.sabres.seat()),
                        new CampaignEvent.ReadyToAdvance(session.hounds.seat()));
        assertThat(campaign(session.fox, session.sabres).ready()).isFalse();
        assertThat(campaign(session.fox, session.hounds).ready()).isTrue();
    }

    @Test
    void who_is_twenty_three_years_ahead_is_refused_to_advance_and_nothing_else() throws Exception {
        assertThat(session.refusedToHounds)
                .containsExactly(
                        "the campaign is at 3071-05-14, ahead of the host's date 3048-08-19; wait until the host"
                                + " is there, or load the save of 3048-08-19 or earlier and name its date");
        assertThat(campaign(session.fox, session.hounds).date()).isEqualTo("3071-05-14");
        assertThat(session.fox.desk().view().timeline().orElseThrow()).isEqualTo("3071-05-14");
    }

    @Test
    void a_wire_beyond_the_funds_is_refused_before_it_is_sent() throws Exception {
        assertThat(session.refusedToSabres)
                .first()
                .isEqualTo("10,000,001 C-bills are not there: 10,000,000 C-bills are free; pay at most that");
        assertThat(session.table.parcels("submission", "from_sabres", "turn_2")).hasSize(1);
        assertThat(requests())
                .extracting(WireTransferRequested::amount)
                .containsExactlyInAnyOrder(1_000_000L, 250_000L, -300_000L, 125_000L, -50_000L);
    }

    @Test
    void everyone_sees_gm_mode_and_places_and_whether_a_gm_moved_the_campaign() throws Exception {
        var travelled = new LocationChanged(session.fox.seat(), "Udibi", false);
        var moved = new LocationChanged(session.sabres.seat(), "Thestria", true);
        for (Player player : players()) {
            assertThat(read(player, 3))
                    .contains(travelled, moved, new CampaignEvent.GMModeChanged(session.sabres.seat(), false));
            assertThat(read(player, 4)).contains(new CampaignEvent.GMModeChanged(session.hounds.seat(), true));
            assertThat(campaign(player, session.fox).location()).isEqualTo("Udibi");
            assertThat(campaign(player, session.sabres).location()).isEqualTo("Thestria");
            assertThat(campaign(player, session.sabres).gmMode()).isFalse();
            assertThat(campaign(player, session.hounds).gmMode()).isTrue();
        }
    }

    @Test
    void logs_of_a_day_are_read_by_the_team_that_the_host_has_put_the_campaign_into() throws Exception {
        assertThat(logs(session.hounds, 2)).containsExactly("Two wires sent.", "Rain.", "Greetings from 3071.");
        assertThat(logs(session.fox, 2)).isEmpty();
        for (Player player : players()) {
            assertThat(read(player, 4))
                    .contains(new CampaignEvent.TeamAssignment(new TreeMap<>(
                            Map.of(session.fox.seat(), 1, session.sabres.seat(), 1, session.hounds.seat(), 2))));
        }
        assertThat(logs(session.fox, 5)).containsExactly("We are with the Fox now.", "Packed.");
        assertThat(logs(session.hounds, 5)).isEmpty();
    }

    @Test
    void who_falls_silent_is_inactive_in_every_copy_and_still_listed() throws Exception {
        for (Player player : players()) {
            Game<?, ?, ?> game = Game.of(player.copy());
            assertThat(game.attendance().status(session.hounds.seat())).isEqualTo(Status.DISCONNECTED);
            assertThat(game.attendance().waitedFor())
                    .containsExactlyInAnyOrder(session.fox.seat(), session.sabres.seat());
            assertThat(game.archive().chain().lastOrdersOf(session.hounds.seat()))
                    .isEqualTo(4);
            assertThat(player.desk().view().campaigns()).containsKey(session.hounds.seat());
        }
    }

    @Test
    void what_a_seat_submits_says_nothing_of_its_activity() throws Exception {
        List<Json> details = new ArrayList<>();
        for (Body body :
                session.fox.workspace().hostArchive().history().bodies().values()) {
            details.addAll(body.actions().stream()
                    .filter(action -> new Json.Text("CampaignDetails")
                            .equals(action.members().get("action_type")))
                    .map(action -> action.members().getOrDefault("active", new Json.Null()))
                    .toList());
        }

        assertThat(details).hasSizeGreaterThan(8).containsOnly(new Json.Null());
    }

    @Test
    void wires_end_as_they_were_answered_and_no_c_bill_is_made_or_lost() throws Exception {
        assertThat(completed())
                .containsExactlyInAnyOrder(
                        new WireTransferCompleted(session.sabres.seat(), session.fox.seat(), request(1), true),
                        new WireTransferCompleted(session.sabres.seat(), session.hounds.seat(), request(2), false),
                        new WireTransferCompleted(session.hounds.seat(), session.fox.seat(), request(3), true),
                        new WireTransferCompleted(session.hounds.seat(), session.fox.seat(), request(4), true),
                        new WireTransferCompleted(session.sabres.seat(), session.fox.seat(), request(5), false));
        assertThat(funds(session.foxSave)).isEqualTo(CAPITAL + 1_000_000 - 300_000 + 125_000);
        assertThat(funds(session.sabresSave)).isEqualTo(CAPITAL - 1_000_000);
        assertThat(funds(session.houndsSave)).isEqualTo(CAPITAL + 300_000 - 125_000);
        assertThat(funds(session.foxSave) + funds(session.sabresSave) + funds(session.houndsSave))
                .isEqualTo(3 * CAPITAL);
        for (Player player : players()) {
            assertThat(player.desk().due()).isEmpty();
        }
    }

    @Test
    void what_is_written_into_a_save_are_transactions_and_report_lines_and_nothing_else() throws Exception {
        assertThat(session.applied).hasSize(6);
        for (RealSession.Applied each : session.applied) {
            SettledSave.assertOnlySettled(
                    each.before(), each.after(), each.amounts().toArray(String[]::new));
        }
        assertThat(session.original.files())
                .hasSize(3)
                .allSatisfy((file, bytes) -> assertThat(file).hasBinaryContent(bytes));
    }

    @Test
    void applying_again_changes_nothing() throws Exception {
        Snapshot before = Snapshot.of(root.resolve("saves"));
        for (Settling.Result again : List.of(
                session.fox.apply(session.foxSave),
                session.sabres.apply(session.sabresSave),
                session.hounds.apply(session.houndsSave))) {
            assertThat(again.written()).isNull();
            assertThat(again.lines()).isEmpty();
        }
        assertThat(Snapshot.of(root.resolve("saves")).files().keySet())
                .isEqualTo(before.files().keySet());
        assertThat(before.files()).allSatisfy((file, bytes) -> assertThat(file).hasBinaryContent(bytes));
    }

    @Test
    void every_copy_and_every_parcel_verifies_and_all_hold_the_same_records() throws Exception {
        Copies copies = Copies.of(session.table, session.fox, session.sabres, session.hounds);

        assertThat(copies.wrong()).isEmpty();
        assertThat(copies.records())
                .hasSize(7)
                .allSatisfy((number, digests) -> assertThat(digests).hasSize(1));
    }

    @Test
    void ssh_keygen_confirms_the_manifest_and_orders_of_every_copy() throws Exception {
        RealProgram sshKeygen = RealProgram.named("ssh-keygen");
        for (Player player : players()) {
            boolean hosts = player.equals(session.fox);
            Path copy = player.folder().resolve(hosts ? "session.zip" : "turn.zip");
            Path opened = root.resolve("opened").resolve(player.name());
            new Extracting(player.surroundings(), opened).write(Extract.of(Files.readAllBytes(copy)));

            assertConfirmed(sshKeygen, opened, "manifest.json", "dmhq-file", hosts ? "host" : player.name());
            assertConfirmed(
                    sshKeygen,
                    opened,
                    "orders/record_3_" + player.seat() + "_revision_1.json",
                    "dmhq-orders",
                    player.name());
        }
    }

    private static void assertConfirmed(
            RealProgram sshKeygen, Path opened, String document, String namespace, String signer) throws Exception {
        byte[] signed = Files.readAllBytes(opened.resolve(document));
        String[] verify = {
            "-Y",
            "verify",
            "-f",
            opened.resolve("allowed_signers").toString(),
            "-I",
            signer,
            "-n",
            namespace,
            "-s",
            opened.resolve(document + ".sig").toString()
        };

        assertThat(sshKeygen.runOn(signed, verify).text()).startsWith("Good ");
        signed[signed.length / 2] ^= 1;
        assertThat(sshKeygen.runOn(signed, verify).exit()).isNotZero();
    }

    private static List<Player> players() {
        return List.of(session.fox, session.sabres, session.hounds);
    }

    private static Campaign campaign(Player in, Player of) throws Exception {
        return Objects.requireNonNull(in.desk().view().campaigns().get(of.seat()));
    }

    private static List<String> dates(Player reader, int turn) throws Exception {
        return read(reader, turn).stream()
                .filter(CampaignEvent.CampaignDateChanged.class::isInstance)
                .map(CampaignEvent.CampaignDateChanged.class::cast)
                .map(moved -> moved.seat() + " " + moved.date())
                .toList();
    }

    private static List<String> logs(Player reader, int turn) throws Exception {
        return read(reader, turn).stream()
                .filter(DailyLog.class::isInstance)
                .flatMap(log -> ((DailyLog) log).entries().stream())
                .toList();
    }

    private static List<WireTransferRequested> requests() throws Exception {
        return hostsCopy(WireTransferRequested.class);
    }

    private static List<WireTransferCompleted> completed() throws Exception {
        return hostsCopy(WireTransferCompleted.class);
    }

    private static <T> List<T> hostsCopy(Class<T> kind) throws Exception {
        List<T> events = new ArrayList<>();
        for (int turn = 2; turn <= 6; turn++) {
            session.happened(turn).stream()
                    .filter(kind::isInstance)
                    .map(kind::cast)
                    .forEach(events::add);
        }
        return events;
    }

    private static long funds(Path save) throws Exception {
        return Save.read(Files.readAllBytes(save)).funds();
    }
}

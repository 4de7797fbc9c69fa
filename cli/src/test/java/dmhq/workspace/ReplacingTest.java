package dmhq.workspace;

import static dmhq.workspace.Intent.log;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dmhq.format.Digest;
import dmhq.format.Party;
import dmhq.format.SeatId;
import dmhq.format.archive.Chain;
import dmhq.format.archive.PackedFile;
import dmhq.format.session.Manifest;
import dmhq.format.session.Recorded;
import dmhq.format.session.RosterEntry;
import dmhq.transports.Postmark;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Wanda takes over the seat of Corrigan, with his campaign, by post. */
class ReplacingTest extends ThreePlayers {

    private static final SeatId SEAT = new SeatId("corrigan");

    private Player wanda;

    ReplacingTest() {
        super(31);
    }

    @BeforeEach
    void wanda_has_keys() throws Exception {
        wanda = table.player("wanda");
        wanda.makeIdentity();
    }

    private Path save(String name) {
        return root.resolve("saves").resolve(name);
    }

    private void wandaJoins() throws Exception {
        wanda.join(marl.inviteInPlaceOf("corrigan"), save("corrigan.cpnx"));
    }

    private Chain chain() throws Exception {
        return marl.workspace().hostArchive().chain();
    }

    private List<RosterEntry> roster(int record) throws Exception {
        return chain().record(record).roster();
    }

    /** All who sit play, Wanda on Corrigan's seat. */
    private void turnWithWanda() throws Exception {
        for (Player player : List.of(wanda, dovre)) {
            player.fetch();
            player.submit();
        }
        marl.resolve();
        marl.submit();
    }

    private List<Arrival> hostTakes() throws Exception {
        List<Arrival> arrivals = new Collecting(marl.workspace()).fromPosts().arrivals();
        new Sending(marl.workspace()).sendAll(chain(), Covers.NAMES);
        return arrivals;
    }

    @Test
    void the_successor_has_all_turns_and_plays_on_and_all_copies_agree() throws Exception {
        corrigan.submit(log("3025-04-09", "Rain."));
        dovre.submit();
        marl.resolve();
        marl.submit();
        wandaJoins();
        corrigan.fetch();
        corrigan.submit(log("3025-04-09", "More rain."));
        dovre.fetch();
        dovre.submit();

        marl.resolve();
        marl.submit();

        assertThat(roster(3)).singleElement().isInstanceOf(RosterEntry.Replaced.class);
        assertThat(chain().record(3).orders())
                .filteredOn(orders -> orders.header().seat().equals(SEAT))
                .extracting(Recorded::outcome)
                .as("what Corrigan had sent for the turn of the change counts")
                .containsExactly(Recorded.Outcome.COUNTED);
        turnWithWanda();
        turnWithWanda();
        wanda.fetch();
        dovre.fetch();
        assertThat(chain().newest()).isEqualTo(5);
        assertThat(wanda.copy().chain().head()).isEqualTo(chain().head());
        assertThat(wanda.copy().history().events(2).toString())
                .as("what Corrigan's seat was shown is Wanda's now")
                .contains("Rain.");
        assertThat(chain().record(5).absent()).isEmpty();
        assertThat(Copies.of(table, marl, wanda, dovre).wrong()).isEmpty();
    }

    @Test
    void the_host_writes_to_the_successor_once_the_seat_is_theirs_and_knows_where_the_other_was() throws Exception {
        Contacts contacts = new Contacts(marl.workspace());
        contacts.write(SEAT, "corrigan@example.org");
        List<Path> before = table.parcels("_join_from_corrigan_");
        wandaJoins();
        List<Path> joins = new ArrayList<>(table.parcels("_join_from_corrigan_"));
        joins.removeAll(before);

        new Intake(marl.workspace())
                .take("join", Files.readAllBytes(joins.get(0)), new Postmark("wanda@example.org", null));
        new Intake(marl.workspace())
                .take("old", Files.readAllBytes(before.get(0)), new Postmark("corrigan@example.org", null));
        contacts.declines(SEAT, "too-late@example.org");

        assertThat(contacts.of(SEAT)).contains("corrigan@example.org");
        corrigan.submit();
        dovre.submit();
        marl.resolve();
        marl.submit();
        assertThat(roster(2)).singleElement().isInstanceOf(RosterEntry.Replaced.class);
        assertThat(contacts.of(SEAT)).contains("wanda@example.org");
        assertThat(contacts.former(SEAT)).contains("corrigan@example.org");
        assertThat(contacts.declined(SEAT)).contains("too-late@example.org");
        marl.resolve();
        assertThat(contacts.of(SEAT)).contains("wanda@example.org");
    }

    @Test
    void who_was_replaced_sees_the_last_turn_is_told_and_can_do_nothing_more() throws Exception {
        wandaJoins();
        corrigan.submit();
        dovre.submit();
        marl.resolve();
        marl.submit();

        assertThat(corrigan.fetch())
                .extracting(Arrival::sentence)
                .contains("turn 2, the last of who sat on corrigan until then");

        assertThat(corrigan.copy().chain().newest()).isEqualTo(1);
        LostSeat lost = new LostSeat(corrigan.workspace());
        assertThat(lost.archive().orElseThrow().chain().record(2).orders()).hasSize(3);
        for (Doing refused : List.<Doing>of(corrigan::submit, corrigan::leave, lost::requireNone)) {
            assertThatThrownBy(refused::now)
                    .isInstanceOf(Refusal.class)
                    .hasMessageContainingAll("the host has given your seat corrigan to wanda", "after turn 2");
        }
        assertThat(Glance.at(corrigan.workspace()).lost()).isTrue();
        corrigan.rotate();
        turnWithWanda();
        assertThat(roster(3)).isEmpty();
        assertThat(corrigan.fetch()).isEmpty();
    }

    private interface Doing {
        void now() throws Exception;
    }

    @Test
    void a_last_turn_that_was_lost_comes_again_when_it_is_asked_for_and_no_later_turn_with_it() throws Exception {
        wandaJoins();
        dovre.submit();
        marl.resolve();
        table.lose("to_corrigan", "_last");
        marl.submit();
        table.lose("to_corrigan", "_last");
        turnWithWanda();
        assertThat(corrigan.fetch()).extracting(Arrival::kind).doesNotContain(Arrival.Kind.TAKEN);

        new Collecting(corrigan.workspace()).askHost();
        corrigan.fetch();
        marl.resolve();
        corrigan.fetch();

        assertThat(new LostSeat(corrigan.workspace())
                        .archive()
                        .orElseThrow()
                        .chain()
                        .newest())
                .isEqualTo(2);
    }

    @Test
    void orders_of_who_was_replaced_that_come_too_late_are_answered_to_them() throws Exception {
        wandaJoins();
        dovre.submit();
        marl.resolve();
        table.lose("to_corrigan", "_last");
        corrigan.submit();

        marl.resolve();
        marl.submit();
        turnWithWanda();
        assertThat(corrigan.fetch())
                .extracting(Arrival::sentence)
                .anyMatch(sentence -> sentence.contains("receipt for turn 2, revision 1: refused"));
        assertThat(wanda.fetch())
                .extracting(Arrival::sentence)
                .noneMatch(sentence -> sentence.contains("receipt for turn 2"));
    }

    @Test
    void nobody_waits_for_orders_of_who_is_replaced_and_everybody_for_those_of_who_is_not() throws Exception {
        wandaJoins();
        dovre.submit();
        new Collecting(marl.workspace()).fromPosts();

        Resolving.Result declined = new Resolving(marl.workspace())
                .resolve(new Resolving.Wish(false, false, null), (request, sender) -> Doorkeeper.Answer.TURNED_DOWN);
        assertThat(declined.missing()).containsExactly(SEAT);
        assertThat(new Inviting(marl.workspace()).asking()).hasSize(1);

        assertThat(marl.resolve().record()).isEqualTo(2);
        assertThat(chain().record(2).absent()).containsExactly(SEAT);
        assertThat(chain().waitedFor()).contains(SEAT);
        assertThat(new Inviting(marl.workspace()).asking()).isEmpty();
    }

    @Test
    void the_host_is_asked_only_when_the_turn_can_end_with_it() throws Exception {
        wandaJoins();
        new Collecting(marl.workspace()).fromPosts();

        Resolving.Result result = new Resolving(marl.workspace())
                .resolve(new Resolving.Wish(false, false, null), (request, sender) -> {
                    throw new AssertionError("asked while Dovre is missing");
                });

        assertThat(result.missing()).containsExactly(SEAT, dovre.seat());
    }

    @Test
    void a_seat_that_its_player_had_left_is_waited_for_again_and_new_keys_of_theirs_are_gone() throws Exception {
        corrigan.leave();
        corrigan.rotate();
        wandaJoins();
        dovre.submit();

        marl.resolve();
        marl.submit();
        wanda.rotate();
        turnWithWanda();
        turnWithWanda();

        assertThat(roster(2)).singleElement().isInstanceOf(RosterEntry.Replaced.class);
        assertThat(roster(3)).singleElement().isInstanceOf(RosterEntry.Rotated.class);
        assertThat(chain().key(Party.of(SEAT)))
                .isEqualTo(
                        new Home(wanda.surroundings()).identity().signingKey().verifyingKey());
        assertThat(chain().record(4).orders()).hasSize(3);
    }

    @Test
    void a_seat_that_missed_many_turns_is_waited_for_once_another_player_has_it() throws Exception {
        for (int turn = 0; turn < 4; turn++) {
            dovre.fetch();
            dovre.submit();
            marl.resolve(true, null);
            marl.submit();
        }
        wandaJoins();
        dovre.fetch();
        dovre.submit();
        marl.resolve();
        marl.submit();
        dovre.fetch();
        dovre.submit();

        assertThat(marl.resolve().missing()).containsExactly(SEAT);
    }

    @Test
    void a_token_is_good_for_one_replacement_and_until_it_is_withdrawn() throws Exception {
        Path first = marl.inviteInPlaceOf("corrigan");
        assertThat(marl.inviteInPlaceOf("corrigan")).isEqualTo(first);
        new Inviting(marl.workspace()).withdraw(SEAT);
        Path second = marl.inviteInPlaceOf("corrigan");
        assertThat(second).isNotEqualTo(first);
        wanda.join(first, save("corrigan.cpnx"));

        assertThat(hostTakes())
                .extracting(Arrival::sentence)
                .singleElement()
                .asString()
                .contains("corrigan sits on corrigan, and this invitation was used or withdrawn");
        assertThat(answer(wanda)).contains("You are not seated: corrigan sits on corrigan");
        wanda.join(second, save("corrigan.cpnx"));
        dovre.submit();
        marl.resolve();
        assertThat(roster(2)).hasSize(1);

        Player eve = table.player("eve");
        eve.makeIdentity();
        eve.join(second, save("corrigan.cpnx"));
        hostTakes();
        assertThat(answer(eve)).contains("You are not seated: wanda sits on corrigan");
        assertThat(marl.inviteInPlaceOf("corrigan")).isNotEqualTo(second);
    }

    private static String answer(Player player) throws Exception {
        player.fetch();
        return TurnClock.of(player.workspace()).text();
    }

    @Test
    void who_has_asked_is_turned_down_with_the_invitation() throws Exception {
        wandaJoins();
        hostTakes();

        new Inviting(marl.workspace()).withdraw(SEAT);
        new Sending(marl.workspace()).sendAll(chain(), Covers.NAMES);

        assertThat(new Inviting(marl.workspace()).asking()).isEmpty();
        assertThat(answer(wanda)).contains("the host has withdrawn the invitation to take over corrigan");
        corrigan.submit();
        dovre.submit();
        marl.resolve();
        assertThat(roster(2)).isEmpty();
    }

    @Test
    void a_withdrawal_that_was_killed_anywhere_is_finished_by_running_it_again() throws Exception {
        Path invitation = marl.inviteInPlaceOf("corrigan");
        wanda.join(invitation, save("corrigan.cpnx"));
        hostTakes();
        Snapshot before = Snapshot.of(root);
        for (int change = 1; isKilled(marl, change, host -> new Inviting(host.workspace()).withdraw(SEAT)); change++) {
            new Inviting(marl.workspace()).withdraw(SEAT);
            new Sending(marl.workspace()).sendAll(chain(), Covers.NAMES);

            assertThat(new Inviting(marl.workspace()).asking())
                    .as("killed in change " + change)
                    .isEmpty();
            assertThat(answer(wanda)).contains("the host has withdrawn");
            assertThat(marl.inviteInPlaceOf("corrigan")).isNotEqualTo(invitation);
            before.restore();
        }
    }

    @Test
    void a_player_who_was_replaced_takes_the_seat_over_again_in_the_folder_that_they_had() throws Exception {
        wandaJoins();
        dovre.submit();
        marl.resolve();
        marl.submit();
        corrigan.fetch();
        turnWithWanda();
        corrigan.join(marl.inviteInPlaceOf("corrigan"), save("corrigan.cpnx"));
        dovre.fetch();
        dovre.submit();

        marl.resolve();
        marl.submit();
        allPlay();

        assertThat(new LostSeat(corrigan.workspace()).isOne()).isFalse();
        assertThat(chain().record(5).orders()).hasSize(3);
        wanda.fetch();
        assertThat(new LostSeat(wanda.workspace()).isOne()).isTrue();
        assertThat(Copies.of(table, marl, corrigan, dovre).wrong()).isEmpty();
    }

    @Test
    void the_first_invitation_to_a_seat_does_not_replace_who_joined_with_it() throws Exception {
        wanda.join(table.parcels("invitation_to_corrigan").get(0), save("corrigan.cpnx"));

        assertThat(hostTakes()).extracting(Arrival::kind).containsExactly(Arrival.Kind.KNOWN);

        assertThat(answer(wanda)).contains("corrigan sits on corrigan, and this invitation was used");
        assertThat(new Inviting(marl.workspace()).asking()).isEmpty();
    }

    @Test
    void a_second_player_with_one_invitation_is_told_that_another_has_asked() throws Exception {
        Path invitation = marl.inviteInPlaceOf("corrigan");
        wanda.join(invitation, save("corrigan.cpnx"));
        hostTakes();
        Player eve = table.player("eve");
        eve.makeIdentity();
        eve.join(invitation, save("corrigan.cpnx"));

        hostTakes();

        assertThat(answer(eve)).contains("wanda asks with this invitation too");
        assertThat(new Inviting(marl.workspace()).asking())
                .singleElement()
                .matches(request -> request.signed().join().name().equals("wanda"));
    }

    @Test
    void a_successor_without_the_campaign_of_the_seat_is_refused_and_told_why() throws Exception {
        wanda.join(marl.inviteInPlaceOf("corrigan"), save("dovrefjell.cpnx"));

        assertThat(hostTakes())
                .singleElement()
                .matches(arrival -> arrival.kind() == Arrival.Kind.SET_ASIDE)
                .extracting(Arrival::sentence)
                .asString()
                .contains("the join of corrigan is refused: the seat plays the campaign Corrigan & Daughters");

        assertThat(answer(wanda)).contains("this save is of Dovrefjell");
        assertThat(new Inviting(marl.workspace()).asking()).isEmpty();
    }

    @Test
    void only_a_seat_of_another_that_somebody_sits_on_can_be_offered() {
        assertThatThrownBy(() -> marl.inviteInPlaceOf("marl")).hasMessageContaining("the host's own seat goes with");
        assertThatThrownBy(() -> marl.inviteInPlaceOf("nobody")).hasMessageContaining("there is no seat nobody");
        assertThatThrownBy(() -> dovre.inviteInPlaceOf("corrigan")).hasMessageContaining("hosted by someone else");
        assertThatThrownBy(() -> marl.invite("corrigan")).hasMessageContaining("or this one with dmhq host replace");
    }

    @Test
    void an_invitation_to_replace_somebody_tells_nothing_of_what_has_happened() throws Exception {
        corrigan.submit();
        dovre.submit();
        marl.resolve();

        Manifest told = PackedFile.read(Files.readAllBytes(marl.inviteInPlaceOf("corrigan")))
                .manifest();

        assertThat(told.currentTurn()).isEqualTo(1);
        assertThat(told.players())
                .filteredOn(player -> player.playerId().equals(SEAT))
                .singleElement()
                .matches(player -> player.faction().isEmpty());
    }

    @Test
    void a_replacement_that_was_killed_anywhere_is_finished_by_running_it_again() throws Exception {
        wandaJoins();
        dovre.submit();
        Snapshot before = Snapshot.of(root);
        int change = 1;
        boolean killed = true;
        while (killed) {
            killed = isKilled(
                    marl, change, host -> host.resolve(false, marl.clock().instant()));
            marl.resolve();
            marl.submit();
            corrigan.fetch();
            turnWithWanda();

            assertThat(roster(2)).as("killed in change " + change).hasSize(1);
            assertThat(chain().record(3).absent()).isEmpty();
            assertThat(new LostSeat(corrigan.workspace()).isOne()).isTrue();
            before.restore();
            change++;
        }
        assertThat(change).isGreaterThan(5);
    }

    @Test
    void joining_and_learning_of_it_can_be_killed_anywhere_too() throws Exception {
        Path invitation = marl.inviteInPlaceOf("corrigan");
        dovre.submit();
        Snapshot before = Snapshot.of(root);
        for (int change = 1; isKilled(wanda, change, it -> it.join(invitation, save("corrigan.cpnx"))); change++) {
            wanda.join(invitation, save("corrigan.cpnx"));
            marl.resolve();
            assertThat(roster(2)).as("killed in change " + change).hasSize(1);
            before.restore();
        }
        wanda.join(invitation, save("corrigan.cpnx"));
        marl.resolve();
        marl.submit();
        Snapshot replaced = Snapshot.of(root);
        for (int change = 1; isKilled(corrigan, change, Player::fetch); change++) {
            corrigan.fetch();
            assertThat(new LostSeat(corrigan.workspace()).isOne())
                    .as("killed in change " + change)
                    .isTrue();
            replaced.restore();
        }
        for (int change = 1; isKilled(wanda, change, Player::fetch); change++) {
            wanda.fetch();
            assertThat(wanda.copy().chain().newest())
                    .as("killed in change " + change)
                    .isEqualTo(2);
            replaced.restore();
        }
    }

    private interface Step {
        void of(Player player) throws Exception;
    }

    private boolean isKilled(Player player, int change, Step step) throws Exception {
        try {
            step.of(table.player(player.name(), new MortalDisk(change, MortalDisk.Moment.HALFWAY)));
            return false;
        } catch (MortalDisk.Death e) {
            return true;
        }
    }

    @Test
    void a_host_put_back_from_before_it_makes_the_record_again_and_the_successor_plays_on() throws Exception {
        Snapshot older = Snapshot.of(root.resolve("marl"));
        wandaJoins();
        dovre.submit();
        marl.resolve();
        marl.submit();
        turnWithWanda();
        wanda.fetch();
        wanda.submit();
        Digest head = chain().head();
        older.restore();

        marl.resolve(true, null);

        assertThat(chain().head()).isEqualTo(head);
        assertThat(marl.copy().chain().head()).isEqualTo(head);
        dovre.fetch();
        dovre.submit();
        assertThat(marl.resolve().record()).isEqualTo(4);
        assertThat(chain().record(4).absent()).isEmpty();
    }

    @Test
    void a_host_whose_archive_is_lost_makes_the_record_again_from_what_lies_at_the_post() throws Exception {
        wandaJoins();
        dovre.submit();
        marl.resolve();
        marl.submit();
        turnWithWanda();
        Digest head = chain().head();
        Files.delete(marl.folder().resolve("session.zip"));

        Repairing repairing = new Repairing(marl.surroundings(), marl.folder());
        Workspace workspace = repairing.putBack(List.of());
        new Collecting(workspace).fromPosts();
        repairing.makeAgain(workspace);

        assertThat(chain().head()).isEqualTo(head);
    }
}

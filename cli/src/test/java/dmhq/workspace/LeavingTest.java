package dmhq.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dmhq.format.Party;
import dmhq.format.archive.Chain;
import dmhq.format.archive.Letter;
import dmhq.format.sealing.Seal;
import dmhq.format.session.Leave;
import dmhq.format.session.RosterEntry;
import dmhq.format.session.SignedLeave;
import dmhq.format.signing.Signer;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Players who leave, by post. */
class LeavingTest extends ThreePlayers {

    LeavingTest() {
        super(23);
    }

    private List<RosterEntry> roster(int record) throws Exception {
        return marl.workspace().hostArchive().chain().record(record).roster();
    }

    @Test
    void the_turn_in_which_a_player_leaves_is_not_held_up_and_a_killed_leave_is_run_again() throws Exception {
        dovre.submit();
        Snapshot before = Snapshot.of(root);
        int change = 1;
        while (isKilled(corrigan, change)) {
            corrigan.leave();
            marl.resolve();

            assertThat(roster(2)).as("killed in change " + change).hasSize(1);
            before.restore();
            change++;
        }
        assertThat(change).isGreaterThan(3);
        marl.resolve();
        assertThat(roster(2)).singleElement().isInstanceOf(RosterEntry.Left.class);
        marl.submit();
        dovre.fetch();
        dovre.submit();

        assertThat(marl.resolve().record()).isEqualTo(3);
        marl.submit();
        corrigan.fetch();
        corrigan.submit();
        assertThat(marl.resolve().missing()).containsExactly(dovre.seat());
    }

    private boolean isKilled(Player player, int change) throws Exception {
        try {
            table.player(player.name(), new MortalDisk(change, MortalDisk.Moment.HALFWAY))
                    .leave();
            return false;
        } catch (MortalDisk.Death e) {
            return true;
        }
    }

    @Test
    void a_leave_that_was_lost_leaves_again_after_the_next_turn() throws Exception {
        corrigan.leave();
        table.lose("leave_from_corrigan");
        dovre.submit();
        marl.resolve(true, null);
        marl.submit();
        corrigan.fetch();

        marl.resolve(true, null);

        assertThat(roster(2)).isEmpty();
        assertThat(roster(3)).singleElement().isInstanceOf(RosterEntry.Left.class);
    }

    @Test
    void orders_after_a_leave_take_it_back_in_whatever_order_they_come() throws Exception {
        corrigan.leave();
        marl.resolve();
        corrigan.submit();
        dovre.submit();

        marl.resolve();

        assertThat(roster(2)).isEmpty();
        marl.submit();
        corrigan.fetch();
        assertThat(new Leaving(corrigan.workspace()).isAsked()).isFalse();
        dovre.fetch();
        dovre.submit();
        assertThat(marl.resolve().missing()).containsExactly(corrigan.seat());
    }

    @Test
    void a_leave_that_another_player_or_the_host_has_signed_for_a_seat_is_set_aside() throws Exception {
        for (Player forger : List.of(dovre, marl)) {
            Arrival arrival =
                    handed(letter(corrigan, forger.workspace().identity().signingKey()));

            assertThat(arrival.kind()).isEqualTo(Arrival.Kind.SET_ASIDE);
            assertThat(arrival.sentence()).contains("says it is from corrigan, but is signed by another key");
        }
        corrigan.submit();
        dovre.submit();
        marl.resolve();
        assertThat(roster(2)).isEmpty();
    }

    @Test
    void a_leave_is_good_once() throws Exception {
        corrigan.leave();
        byte[] leave = Files.readAllBytes(corrigan.folder().resolve("leave.zip"));
        dovre.submit();
        marl.resolve();
        marl.submit();
        corrigan.fetch();
        corrigan.submit();
        marl.resolve(true, null);

        Arrival arrival = handed(leave);

        assertThat(arrival.kind()).isEqualTo(Arrival.Kind.KNOWN);
        assertThat(marl.workspace().hostArchive().chain().waitedFor()).contains(corrigan.seat());
        assertThat(handed(letter(marl, marl.workspace().identity().signingKey()))
                        .sentence())
                .contains("the host's own seat does not leave");
    }

    @Test
    void who_has_left_or_hosts_cannot_leave() throws Exception {
        corrigan.leave();
        dovre.submit();
        marl.resolve();
        marl.submit();
        corrigan.fetch();

        assertThatThrownBy(corrigan::leave).isInstanceOf(Refusal.class).hasMessageContaining("has left already");
        assertThatThrownBy(marl::leave).isInstanceOf(Refusal.class).hasMessageContaining("the host cannot leave");
    }

    private byte[] letter(Player whose, Signer signer) throws Exception {
        Chain chain = marl.workspace().hostArchive().chain();
        Instant now = whose.surroundings().now();
        return Letter.pack(SignedLeave.of(new Leave(chain.session(), whose.seat(), now), signer), chain, signer, now);
    }

    private Arrival handed(byte[] plain) throws Exception {
        Workspace host = marl.workspace();
        byte[] sealed = Seal.close(plain, host.hostArchive().chain().sealingKeys(Party.HOST));
        return new Intake(host).take("letter", sealed);
    }
}

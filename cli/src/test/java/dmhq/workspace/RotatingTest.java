package dmhq.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dmhq.format.Party;
import dmhq.format.archive.Chain;
import dmhq.format.archive.Letter;
import dmhq.format.sealing.Seal;
import dmhq.format.session.RosterEntry;
import dmhq.format.session.Rotation;
import dmhq.format.session.SignedRotation;
import dmhq.format.signing.Signer;
import dmhq.format.signing.SigningKey;
import dmhq.format.signing.VerifyingKey;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Players and hosts who go on with other keys, by post. */
class RotatingTest extends ThreePlayers {

    RotatingTest() {
        super(29);
    }

    private void turn() throws Exception {
        allPlay();
        marl.submit();
    }

    private Chain chain() throws Exception {
        return marl.workspace().hostArchive().chain();
    }

    private static VerifyingKey newest(Player player) throws Exception {
        return new Home(player.surroundings()).identity().signingKey().verifyingKey();
    }

    @Test
    void all_go_on_with_new_keys_once_a_record_has_them() throws Exception {
        VerifyingKey before = newest(corrigan);
        corrigan.rotate();
        marl.rotate();
        assertThat(newest(corrigan)).isNotEqualTo(before);

        turn();

        assertThat(chain().record(2).roster()).hasSize(3).allMatch(RosterEntry.Rotated.class::isInstance);
        assertThat(chain().key(Party.HOST)).isEqualTo(newest(marl));
        turn();
        turn();
        corrigan.fetch();
        assertThat(chain().newest()).isEqualTo(4);
        assertThat(chain().key(Party.of(corrigan.seat()))).isEqualTo(newest(corrigan));
        assertThat(chain().key(Party.of(marl.seat()))).isEqualTo(newest(marl));
        assertThat(chain().record(4).orders()).hasSize(3);
        assertThat(corrigan.copy().chain().head()).isEqualTo(chain().head());
        assertThat(Copies.of(table, marl, corrigan, dovre).wrong()).isEmpty();
    }

    @Test
    void a_rotation_that_was_killed_or_lost_is_finished_by_the_next_command() throws Exception {
        Snapshot before = Snapshot.of(root);
        int change = 1;
        while (isKilled(change)) {
            table.lose("rotation_from_corrigan");
            turn();
            turn();
            turn();

            assertThat(chain().key(Party.of(corrigan.seat())))
                    .as("killed in change " + change)
                    .isEqualTo(newest(corrigan));
            before.restore();
            change++;
        }
        assertThat(change).isGreaterThan(2);
    }

    private boolean isKilled(int change) throws Exception {
        try {
            table.player("corrigan", new MortalDisk(change, MortalDisk.Moment.HALFWAY))
                    .rotate();
            return false;
        } catch (MortalDisk.Death e) {
            return true;
        }
    }

    @Test
    void who_makes_new_keys_before_the_first_turn_came_asks_for_it_with_the_key_of_the_join() throws Exception {
        Table other = new Table(root.resolve("elsewhere"), 6);
        Player host = other.player("keeper");
        Player guest = other.player("guest");
        Path save = root.resolve("saves/corrigan.cpnx");
        host.makeIdentity();
        guest.makeIdentity();
        host.open(List.of(
                new Table.Seat("keeper", 1, root.resolve("saves/lanterns-host.cpnx")),
                new Table.Seat("guest", 1, save)));
        guest.join(host.invite("guest"), save);
        host.resolve();
        host.submit();
        other.lose("turn_1_from_host_to_guest");
        guest.rotate();

        new Collecting(guest.workspace()).askHost();
        guest.fetch();
        host.resolve();
        guest.fetch();

        assertThat(guest.copy().chain().newest()).isEqualTo(1);
        guest.submit();
        host.resolve();
        Chain chain = host.workspace().hostArchive().chain();
        assertThat(chain.key(Party.of(guest.seat()))).isEqualTo(newest(guest));
    }

    @Test
    void an_old_computer_that_has_only_the_old_keys_is_told_so_and_keeps_its_copy() throws Exception {
        Snapshot old = Snapshot.of(root.resolve("corrigan"));
        corrigan.rotate();
        turn();
        old.restore();

        assertThatThrownBy(corrigan::fetch)
                .isInstanceOf(Refusal.class)
                .hasMessageContainingAll(
                        "from turn 2 on, corrigan signs as", "no key of yours", "run dmhq identity export");

        assertThat(corrigan.copy().chain().newest()).isEqualTo(1);
    }

    @Test
    void a_host_put_back_from_before_its_new_keys_stops_and_signs_no_second_record() throws Exception {
        Snapshot old = Snapshot.of(root.resolve("marl"));
        marl.rotate();
        turn();
        old.restore();

        assertThatThrownBy(() -> marl.resolve(true, null))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("from turn 2 on, host signs as");

        assertThat(chain().newest()).isEqualTo(1);
    }

    @Test
    void a_host_whose_folder_alone_was_put_back_makes_the_record_with_its_new_keys_again() throws Exception {
        marl.rotate();
        Snapshot old = Snapshot.of(marl.folder());
        turn();
        var head = chain().head();
        old.restore();

        marl.resolve(true, null);

        assertThat(chain().head()).isEqualTo(head);
    }

    @Test
    void new_keys_that_the_old_key_did_not_sign_are_set_aside() throws Exception {
        Signer stranger = SigningKey.draw(new SplittableRandom(5));
        Chain chain = chain();
        Instant now = marl.surroundings().now();
        Rotation rotation = new Rotation(
                chain.session(),
                Party.of(corrigan.seat()),
                newest(corrigan),
                stranger.verifyingKey(),
                dovre.workspace().identity().sealingKey().recipient(),
                now);

        Arrival unsigned = handed(SignedRotation.of(rotation, stranger, stranger), stranger);
        Arrival halfSigned = handed(
                SignedRotation.of(rotation, stranger, stranger),
                corrigan.workspace().identity().signingKey());

        assertThat(unsigned.kind()).isEqualTo(Arrival.Kind.SET_ASIDE);
        assertThat(unsigned.sentence()).contains("not packed with the key that they replace");
        assertThat(halfSigned.kind()).isEqualTo(Arrival.Kind.SET_ASIDE);
        assertThat(halfSigned.sentence()).contains("not signed by both keys it names");
        turn();
        assertThat(chain().record(2).roster()).isEmpty();
    }

    @Test
    void new_keys_that_were_replaced_in_turn_do_not_come_back() throws Exception {
        corrigan.rotate();
        turn();
        List<Path> old = table.parcels("rotation_from_corrigan");
        turn();
        Chain before = chain();

        Arrival again = new Intake(marl.workspace())
                .take("again", Seal.close(opened(old.get(0)), before.sealingKeys(Party.HOST)));

        assertThat(again.kind()).isEqualTo(Arrival.Kind.KNOWN);
        turn();
        assertThat(chain().record(4).roster()).isEmpty();
    }

    private byte[] opened(Path parcel) throws Exception {
        return marl.workspace().identity().open(java.nio.file.Files.readAllBytes(parcel), GivenFile.LARGEST);
    }

    private Arrival handed(SignedRotation rotation, Signer packer) throws Exception {
        Workspace host = marl.workspace();
        Chain chain = chain();
        byte[] letter = Letter.pack(rotation, chain, packer, rotation.rotation().sent());
        return new Intake(host).take("letter", Seal.close(letter, chain.sealingKeys(Party.HOST)));
    }
}

package dmhq.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dmhq.format.Bytes;
import dmhq.format.archive.JoinRequest;
import dmhq.format.archive.PackedFile;
import dmhq.format.archive.SessionArchive;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JoiningTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path root;

    @SuppressWarnings("NullAway.Init")
    private Player marl;

    @SuppressWarnings("NullAway.Init")
    private Player corrigan;

    @BeforeEach
    void marl_invites_corrigan_who_joins() throws Exception {
        Path saves = root.resolve("saves");
        Path corriganSave = SampleSaves.copy("corrigan.cpnx", saves);
        Table table = new Table(root, 12);
        marl = table.player("marl");
        corrigan = table.player("corrigan");
        marl.makeIdentity();
        marl.open(List.of(
                new Table.Seat("marl", 1, SampleSaves.copy("lanterns-host.cpnx", saves)),
                new Table.Seat("corrigan", 1, corriganSave)));
        Path invitation = marl.invite("corrigan");
        corrigan.makeIdentity();
        corrigan.join(invitation, corriganSave);
        table.lose("join");
    }

    @Test
    void who_does_not_know_the_secret_of_the_invitation_is_not_seated() throws Exception {
        SessionArchive archive = corrigan.copy();
        JoinRequest known = JoinRequest.read(PackedFile.read(Files.readAllBytes(joined())), archive.chain());
        byte[] guessed = JoinRequest.of(known.signed(), Bytes.ofHex("00".repeat(16)))
                .pack(
                        archive.chain(),
                        new Home(corrigan.surroundings()).identity().signingKey(),
                        corrigan.clock().instant());

        Arrival refused = arrives(Files.write(root.resolve("guessed.zip"), guessed));

        assertThat(refused.sentence()).contains("the join of corrigan does not know the token of its invitation");
        assertThat(marl.resolve().missing()).containsExactly(corrigan.seat());
    }

    @Test
    void who_has_joined_is_not_let_in_a_second_time_before_or_after_play_began() throws Exception {
        assertThat(arrives(joined()).kind()).isEqualTo(Arrival.Kind.TAKEN);
        Path again = Files.write(root.resolve("again.zip"), packedAgain());

        assertThat(arrives(again).sentence()).isEqualTo("a further join of corrigan, who has joined already");
        marl.resolve();
        marl.submit();
        Path late = Files.write(root.resolve("late.zip"), packedAgain());

        assertThat(arrives(late).kind()).isEqualTo(Arrival.Kind.KNOWN);
        assertThat(marl.copy().chain().newest()).isEqualTo(1);
    }

    private Path joined() {
        return corrigan.folder().resolve("join.zip");
    }

    /** The same join in another file, as the clock has gone on. */
    private byte[] packedAgain() throws Exception {
        SessionArchive archive = corrigan.copy();
        return JoinRequest.read(PackedFile.read(Files.readAllBytes(joined())), archive.chain())
                .pack(
                        archive.chain(),
                        new Home(corrigan.surroundings()).identity().signingKey(),
                        corrigan.clock().instant());
    }

    private Arrival arrives(Path file) throws Exception {
        return new Collecting(marl.workspace())
                .fromFile(file, file.getFileName().toString())
                .get(0);
    }
}

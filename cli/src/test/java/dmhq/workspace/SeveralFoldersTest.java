package dmhq.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dmhq.engine.RuleSets;
import dmhq.format.SeatId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ben has joined twice, by mistake with the invitation of Anna too, and has one mailbox for both folders. */
class SeveralFoldersTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path root;

    @SuppressWarnings("NullAway.Init")
    private Table table;

    @SuppressWarnings("NullAway.Init")
    private Player marl;

    @SuppressWarnings("NullAway.Init")
    private Player ben;

    @SuppressWarnings("NullAway.Init")
    private Path save;

    @SuppressWarnings("NullAway.Init")
    private Path wrong;

    @BeforeEach
    void ben_sits_on_his_seat_and_was_turned_down_for_the_other() throws Exception {
        Path saves = root.resolve("saves");
        save = SampleSaves.copy("corrigan.cpnx", saves);
        table = new Table(root, 78);
        marl = table.player("marl");
        ben = table.player("ben");
        Player anna = table.player("anna");
        for (Player player : List.of(marl, ben, anna)) {
            player.makeIdentity();
        }
        marl.open(List.of(
                new Table.Seat("marl", 1, SampleSaves.copy("lanterns-host.cpnx", saves)),
                new Table.Seat("anna", 1, save),
                new Table.Seat("ben", 1, save)));
        wrong = root.resolve("ben").resolve("wrong");
        joinWrongly();
        new Collecting(marl.workspace()).fromPosts();
        new Resolving(marl.workspace())
                .resolve(new Resolving.Wish(false, false, null), (request, sender) -> Doorkeeper.Answer.TURNED_DOWN);
        new Sending(marl.workspace()).sendAll(marl.workspace().hostArchive().chain(), Covers.NAMES);
        anna.join(marl.invite("anna"), SampleSaves.copy("dovrefjell.cpnx", saves));
        ben.join(marl.invite("ben"), save);
        marl.resolve();
        marl.submit();
    }

    private void joinWrongly() throws Exception {
        Joining joining = new Joining(ben.surroundings());
        PlayerSave read = PlayerSave.read(ben.disk(), save);
        Workspace workspace = joining.join(
                wrong,
                joining.invitation(marl.invite("anna"), "invitation"),
                RuleSets.named("distributed-mekhq").orElseThrow(),
                new Joining.Wish(read.brought(ben.drawnId()), List.of(), save.toString(), null));
        new Sending(workspace).sendAll(workspace.archive().chain(), Covers.NAMES);
    }

    private Workspace there() throws Exception {
        return Workspace.open(ben.surroundings(), wrong);
    }

    @Test
    void what_is_for_the_other_seat_is_passed_over_and_nobody_asks_the_host_about_it() throws Exception {
        Path mine = table.parcels("_turn_1_from_host_to_ben_").get(0);
        new Collecting(there()).fromPosts();

        Arrival arrival = new Collecting(there()).fromFile(mine, "turn").get(0);

        assertThat(arrival.kind()).isEqualTo(Arrival.Kind.ELSEWHERE);
        assertThat(arrival.sentence()).isEqualTo("manifest: it is for the seat ben, which is in " + ben.folder());
        assertThat(Files.exists(wrong.resolve("set-aside"))).isFalse();
        assertThat(new Outbox(there()).waiting()).isEmpty();
    }

    @Test
    void a_damaged_list_of_sessions_stops_nobody_from_passing_over_what_is_for_others() throws Exception {
        Path mine = table.parcels("_turn_1_from_host_to_ben_").get(0);
        for (Path file : ben.disk().list(ben.home().resolve("sessions"))) {
            Files.writeString(file, "{");
        }

        assertThat(new Collecting(there()).fromFile(mine, "turn").get(0).sentence())
                .isEqualTo("manifest: it is for the seat ben, this is anna");
    }

    @Test
    void a_folder_that_was_turned_down_asks_the_host_for_nothing_even_where_something_is_damaged() throws Exception {
        new Collecting(there()).fromPosts();
        Path spoiled = Files.write(root.resolve("spoiled.zip"), new byte[] {'P', 'K', 3, 4, 0});

        assertThat(new Collecting(there()).fromFile(spoiled, "spoiled"))
                .extracting(Arrival::kind)
                .containsExactly(Arrival.Kind.SET_ASIDE);

        assertThat(new Outbox(there()).waiting()).isEmpty();
        assertThatThrownBy(() -> new Collecting(there()).askHost())
                .hasMessageContaining("the host has turned down your join");
    }

    @Test
    void an_invitation_to_another_seat_says_that_it_is_this_session() throws Exception {
        Path invitation = table.parcels("invitation_to_anna").get(0);

        assertThatThrownBy(() -> ben.join(invitation, save))
                .hasMessageContaining("this session is in " + ben.folder() + " already, with another seat, ben");
        assertThat(there().seat()).isEqualTo(new SeatId("anna"));
    }
}

package dmhq.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dmhq.format.archive.JoinRequest;
import dmhq.transports.Postmark;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Anna joins with the invitation that Ben got, and he with it too. */
class CompetingJoinsTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path root;

    @SuppressWarnings("NullAway.Init")
    private Table table;

    @SuppressWarnings("NullAway.Init")
    private Player marl;

    @SuppressWarnings("NullAway.Init")
    private Player anna;

    @SuppressWarnings("NullAway.Init")
    private Player ben;

    @SuppressWarnings("NullAway.Init")
    private Path invitation;

    @BeforeEach
    void marl_invites_ben() throws Exception {
        table = new Table(root, 77);
        marl = table.player("marl");
        anna = table.player("anna");
        ben = table.player("ben");
        for (Player player : List.of(marl, anna, ben)) {
            player.makeIdentity();
        }
        marl.open(List.of(new Table.Seat("marl", 1, save("lanterns-host.cpnx")), new Table.Seat("ben", 1, save())));
        invitation = marl.invite("ben");
    }

    private Path save() throws Exception {
        return save("corrigan.cpnx");
    }

    private Path save(String name) throws Exception {
        Path there = root.resolve("saves").resolve(name);
        return Files.exists(there) ? there : SampleSaves.copy(name, root.resolve("saves"));
    }

    private List<Arrival> hostTakes() throws Exception {
        return new Collecting(marl.workspace()).fromPosts().arrivals();
    }

    /** Returns who was asked about, in order. */
    private List<String> asked(Player host, Doorkeeper.Answer... answers) throws Exception {
        List<String> names = new ArrayList<>();
        List<Doorkeeper.Answer> left = new ArrayList<>(List.of(answers));
        new Resolving(host.workspace()).resolve(new Resolving.Wish(false, false, null), (request, sender) -> {
            names.add(request.signed().join().name());
            return left.isEmpty() ? Doorkeeper.Answer.LATER : left.remove(0);
        });
        new Sending(host.workspace()).sendAll(host.workspace().hostArchive().chain(), Covers.NAMES);
        return names;
    }

    private String seated() throws Exception {
        return Objects.requireNonNull(
                        marl.workspace().hostArchive().chain().seats().get(ben.seat()))
                .name();
    }

    private static String answer(Player player) throws Exception {
        player.fetch();
        return TurnClock.of(player.workspace()).text();
    }

    @Test
    void a_join_that_was_turned_down_is_not_asked_about_again_and_the_next_one_gets_the_seat() throws Exception {
        anna.join(invitation, save());
        hostTakes();
        ben.join(invitation, save());
        assertThat(hostTakes()).extracting(Arrival::kind).containsExactly(Arrival.Kind.TAKEN);

        assertThat(asked(marl, Doorkeeper.Answer.TURNED_DOWN)).containsExactly("anna", "ben");
        assertThat(asked(marl)).containsExactly("ben");
        assertThat(answer(anna)).contains("You are not seated: the host has turned down your join for ben");
        assertThat(asked(marl, Doorkeeper.Answer.SEATED)).containsExactly("ben");

        assertThat(seated()).isEqualTo("ben");
        marl.submit();
        ben.fetch();
        assertThat(ben.copy().chain().newest()).isEqualTo(1);
        assertThat(answer(ben)).isEmpty();
    }

    @Test
    void they_are_asked_about_in_the_order_in_which_they_were_signed_however_they_came() throws Exception {
        ben.join(invitation, save());
        List<Path> first = table.parcels("_join_");
        anna.join(invitation, save());
        List<Path> second = new ArrayList<>(table.parcels("_join_"));
        second.removeAll(first);

        for (Path join : List.of(second.get(0), first.get(0))) {
            new Intake(marl.workspace()).take("join", Files.readAllBytes(join));
        }

        assertThat(asked(marl)).containsExactly("ben", "anna");
        assertThat(asked(marl, Doorkeeper.Answer.SEATED)).containsExactly("ben");
        assertThat(answer(anna)).contains("You are not seated: ben sits on ben");
    }

    @Test
    void who_was_turned_down_can_ask_anew_and_is_asked_about_once_more() throws Exception {
        anna.join(invitation, save());
        hostTakes();
        asked(marl, Doorkeeper.Answer.TURNED_DOWN);
        assertThat(answer(anna)).contains("You are not seated");
        assertThat(new TurnedDown(anna.workspace()).isOne()).isTrue();

        anna.join(invitation, save());

        assertThat(new TurnedDown(anna.workspace()).isOne()).isFalse();
        hostTakes();
        assertThat(asked(marl, Doorkeeper.Answer.TURNED_DOWN)).containsExactly("anna");
        assertThat(answer(anna)).as("told each time").contains("You are not seated");
        anna.join(invitation, save());
        hostTakes();
        assertThat(asked(marl, Doorkeeper.Answer.SEATED)).containsExactly("anna");
        marl.submit();
        anna.fetch();
        assertThat(anna.copy().chain().newest()).isEqualTo(1);
    }

    @Test
    void play_does_not_begin_without_somebody_who_has_joined_and_was_not_answered() throws Exception {
        anna.join(invitation, save());
        hostTakes();

        Resolving.Result result = new Resolving(marl.workspace())
                .resolve(new Resolving.Wish(true, false, null), (request, sender) -> Doorkeeper.Answer.LATER);

        assertThat(result.record()).isEqualTo(-1);
        assertThat(result.asking()).hasSize(1);
        new Resolving(marl.workspace())
                .resolve(new Resolving.Wish(true, false, null), (request, sender) -> Doorkeeper.Answer.TURNED_DOWN);
        assertThat(marl.workspace().hostArchive().chain().newest()).isEqualTo(1);
    }

    @Test
    void a_join_that_comes_again_after_the_no_is_answered_again_and_not_asked_about() throws Exception {
        anna.join(invitation, save());
        hostTakes();
        asked(marl, Doorkeeper.Answer.TURNED_DOWN);
        table.lose("_notice_");
        anna.join(invitation, save());

        assertThat(hostTakes())
                .extracting(Arrival::sentence)
                .singleElement()
                .asString()
                .contains("which you have turned down; the player is told so");

        assertThat(asked(marl)).isEmpty();
        assertThat(answer(anna)).contains("You are not seated");
    }

    @Test
    void a_no_that_was_killed_anywhere_is_finished_by_answering_again() throws Exception {
        anna.join(invitation, save());
        ben.join(invitation, save());
        hostTakes();
        Snapshot before = Snapshot.of(root);
        int change = 1;
        boolean killed = true;
        while (killed) {
            Player mortal = table.player("marl", new MortalDisk(change, MortalDisk.Moment.HALFWAY));
            try {
                asked(mortal, Doorkeeper.Answer.TURNED_DOWN, Doorkeeper.Answer.SEATED);
                killed = false;
            } catch (MortalDisk.Death e) {
                killed = true;
            }
            if (marl.workspace().hostArchive().chain().newest() == 0) {
                List<JoinRequest> left = new Inviting(marl.workspace()).candidates();
                asked(
                        marl,
                        left.size() == 2
                                ? new Doorkeeper.Answer[] {Doorkeeper.Answer.TURNED_DOWN, Doorkeeper.Answer.SEATED}
                                : new Doorkeeper.Answer[] {Doorkeeper.Answer.SEATED});
            } else {
                asked(marl);
            }
            assertThat(seated()).as("killed in change " + change).isEqualTo("ben");
            assertThat(answer(anna)).as("killed in change " + change).contains("the host has turned down your join");
            before.restore();
            change++;
        }
        assertThat(change).isGreaterThan(5);
    }

    @Test
    void a_host_that_is_put_right_does_not_ask_again_about_whom_it_has_turned_down() throws Exception {
        anna.join(invitation, save());
        ben.join(invitation, save());
        hostTakes();
        asked(marl, Doorkeeper.Answer.TURNED_DOWN);

        Files.delete(marl.folder().resolve("session.zip"));
        Repairing repairing = new Repairing(marl.surroundings(), marl.folder());
        repairing.takesUp(invitation, "invitation");
        Collecting.all(repairing.putBack(List.of())).fromPosts();

        assertThat(asked(marl)).containsExactly("ben");
    }

    @Test
    void who_writes_from_where_nobody_can_write_back_is_seated_all_the_same() throws Exception {
        ben.join(invitation, save());
        new Intake(marl.workspace())
                .take("join", Files.readAllBytes(table.parcels("_join_").get(0)), new Postmark("ben@localhost", null));

        assertThat(new Resolving(marl.workspace())
                        .resolve(new Resolving.Wish(false, false, null), (request, sender) -> Doorkeeper.Answer.SEATED)
                        .record())
                .isEqualTo(1);
        assertThat(new Contacts(marl.workspace()).of(ben.seat())).isEmpty();
    }

    @Test
    void mails_for_the_seat_go_to_who_was_let_in_and_the_no_to_who_was_not() throws Exception {
        anna.join(invitation, save());
        List<Path> first = table.parcels("_join_");
        ben.join(invitation, save());
        List<Path> second = new ArrayList<>(table.parcels("_join_"));
        second.removeAll(first);
        new Intake(marl.workspace())
                .take("join", Files.readAllBytes(first.get(0)), new Postmark("anna@example.org", null));
        new Intake(marl.workspace())
                .take("join", Files.readAllBytes(second.get(0)), new Postmark("ben@example.org", null));

        List<String> senders = new ArrayList<>();
        new Resolving(marl.workspace()).resolve(new Resolving.Wish(false, false, null), (request, sender) -> {
            senders.add(sender);
            return sender.startsWith("anna") ? Doorkeeper.Answer.TURNED_DOWN : Doorkeeper.Answer.SEATED;
        });

        assertThat(senders).containsExactly("anna@example.org", "ben@example.org");
        assertThat(new Contacts(marl.workspace()).of(ben.seat())).contains("ben@example.org");
        Path no = marl.workspace().disk().list(marl.folder().resolve("outbox")).stream()
                .filter(each -> each.getFileName().toString().contains("notice"))
                .findFirst()
                .orElseThrow();
        String key = no.getFileName().toString();
        Reader reader = new Reader(
                marl.workspace(),
                ParcelLabel.of(key),
                key,
                marl.workspace().hostArchive().chain());
        assertThat(reader.address()).contains("anna@example.org");
    }
}

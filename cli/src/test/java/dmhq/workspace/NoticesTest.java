package dmhq.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dmhq.format.Party;
import dmhq.format.archive.Chain;
import dmhq.format.archive.Deadline;
import dmhq.format.archive.Letter;
import dmhq.format.json.Json;
import dmhq.format.session.Notice;
import dmhq.format.session.Opening.Settings;
import dmhq.format.session.Opening.Style;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a host lets players know about a turn under way. */
class NoticesTest {

    private static final Duration DAY = Duration.ofDays(1);

    @TempDir
    static Path root;

    private static Table table;
    private static Player marl;
    private static Player corrigan;
    private static Snapshot seated;

    @BeforeAll
    static void sitDown() throws Exception {
        Path saves = root.resolve("saves");
        Settings daily =
                new Settings(Style.SIMULTANEOUS, true, new Json.Members(Map.of(Deadline.OPTION, Deadline.text(DAY))));
        table = Table.seated(
                root,
                3,
                List.of(
                        new Table.Seat("marl", 1, SampleSaves.copy("lanterns-host.cpnx", saves)),
                        new Table.Seat("corrigan", 1, SampleSaves.copy("corrigan.cpnx", saves))),
                new NewSession.Manner(daily, false, new Json.Members(Map.of())));
        marl = table.player("marl");
        corrigan = table.player("corrigan");
        seated = Snapshot.of(root);
    }

    @BeforeEach
    void beginAgain() throws Exception {
        seated.restore();
    }

    @Test
    void without_one_a_deadline_is_what_the_records_say_and_the_same_for_all() throws Exception {
        Chain chain = corrigan.copy().chain();

        assertThat(clock(corrigan).deadline())
                .isEqualTo(chain.record(1).resolvedAt().plus(DAY));
        assertThat(clock(marl)).isEqualTo(clock(corrigan));
    }

    @Test
    void the_newest_counts_in_whatever_order_they_come() throws Exception {
        announcing().moveBy(DAY, "first");
        announcing().moveBy(DAY, "second");
        announcing().pause("third");
        send();
        List<Path> parcels = new ArrayList<>(table.parcels("_notice_"));
        Collections.reverse(parcels);

        for (Path parcel : parcels) {
            new Collecting(corrigan.workspace()).fromFile(parcel, "notice");
            corrigan.fetch();
        }

        assertThat(parcels).hasSize(3);
        assertThat(clock(corrigan)).isEqualTo(clock(marl));
        assertThat(clock(corrigan).paused()).isTrue();
        assertThat(clock(corrigan).text()).isEqualTo("third");
    }

    @Test
    void one_about_a_turn_that_cannot_follow_shows_that_turns_were_lost_and_the_host_is_asked_once() throws Exception {
        corrigan.submit();
        marl.resolve();
        announcing().moveBy(DAY, "Turn 2 has not left yet");
        send();
        assertThat(corrigan.fetch()).extracting(Arrival::kind).doesNotContain(Arrival.Kind.GAP);
        marl.submit();
        table.lose("_turn_2_from_host_to_corrigan_");
        marl.resolve(true, null);
        marl.submit();
        table.lose("_turn_3_from_host_to_corrigan_");
        announcing().moveBy(DAY, "Take your time");
        send();

        assertThat(corrigan.fetch())
                .filteredOn(arrival -> arrival.kind() == Arrival.Kind.GAP)
                .extracting(Arrival::name)
                .containsExactly("turn 2");
        announcing().moveBy(DAY, "Take more");
        send();
        assertThat(corrigan.fetch()).extracting(Arrival::kind).doesNotContain(Arrival.Kind.GAP);

        assertThat(table.parcels("_request_from_corrigan_")).hasSize(1);
        marl.fetch();
        corrigan.fetch();
        assertThat(corrigan.copy().chain().newest()).isEqualTo(3);
    }

    @Test
    void a_turn_that_goes_on_has_the_time_that_was_left_when_it_was_paused() throws Exception {
        Instant deadline = Objects.requireNonNull(clock(marl).deadline());
        announcing().pause("");
        Instant paused = notices().get(0).at();
        announcing().remind(List.of(corrigan.seat()), "Any day will do.");
        announcing().resume("");

        Instant resumed = notices().get(2).at();
        assertThat(clock(marl).deadline())
                .isBetween(
                        deadline.plus(Duration.between(paused, resumed)).minusSeconds(5),
                        deadline.plus(Duration.between(paused, resumed)).plusSeconds(5));
    }

    @Test
    void a_host_whose_folder_was_put_back_knows_again_what_it_had_announced() throws Exception {
        Snapshot old = Snapshot.of(marl.folder());
        announcing().moveBy(DAY, "Take your time");
        send();
        TurnClock before = clock(marl);
        old.restore();
        assertThat(clock(marl)).isNotEqualTo(before);

        marl.fetch();

        assertThat(clock(marl)).isEqualTo(before);
    }

    @Test
    void one_that_the_host_did_not_sign_is_set_aside_and_one_for_somebody_else_is_passed_over() throws Exception {
        Chain chain = corrigan.copy().chain();
        Notice notice = new Notice(chain.session(), 2, Instant.EPOCH, null, false, "Never mind");
        byte[] forged = Letter.pack(
                notice,
                Party.of(corrigan.seat()),
                chain,
                corrigan.workspace().identity().signingKey());
        byte[] strayed = Letter.pack(
                notice,
                Party.of(marl.seat()),
                chain,
                marl.workspace().identity().signingKey());

        assertThat(given(forged)).isEqualTo(Arrival.Kind.SET_ASIDE);
        assertThat(given(strayed)).isEqualTo(Arrival.Kind.NOT_OURS);
        assertThat(clock(corrigan).text()).isEmpty();
    }

    private static Arrival.Kind given(byte[] file) throws Exception {
        Path given = Files.write(root.resolve("given.zip"), file);
        return new Collecting(corrigan.workspace())
                .fromFile(given, "given")
                .get(0)
                .kind();
    }

    @Test
    void what_is_decided_about_a_turn_ends_with_it() throws Exception {
        announcing().pause("");
        new HostWishes(marl.workspace()).skip("corrigan");
        marl.resolve();
        marl.submit();
        corrigan.fetch();

        assertThat(marl.copy().chain().newest()).isEqualTo(2);
        assertThat(new HostWishes(marl.workspace()).skipped()).isEmpty();
        assertThat(clock(marl).paused()).isFalse();
        assertThat(clock(corrigan)).isEqualTo(clock(marl));
    }

    @Test
    void a_host_says_one_short_line() throws Exception {
        for (String text : List.of("two\nlines", "\u001b[2J", "x".repeat(Notice.MOST + 1))) {
            assertThatThrownBy(() -> announcing().moveBy(DAY, text))
                    .isInstanceOf(Refusal.class)
                    .hasMessageStartingWith("what you say to the others is one line of at most 500 characters");
        }
        assertThat(notices()).isEmpty();
    }

    private Announcing announcing() throws Exception {
        return new Announcing(marl.workspace());
    }

    private void send() throws Exception {
        new Sending(marl.workspace()).sendAll(marl.copy().chain(), Covers.NAMES);
    }

    private List<Notice> notices() throws Exception {
        return new Notices(marl.workspace()).of(2, marl.copy().chain());
    }

    private static TurnClock clock(Player player) throws Exception {
        return TurnClock.of(player.workspace());
    }
}

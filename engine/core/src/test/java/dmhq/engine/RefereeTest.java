package dmhq.engine;

import static dmhq.engine.HuntByPost.ADA;
import static dmhq.engine.HuntByPost.BOB;
import static dmhq.engine.HuntByPost.CYD;
import static dmhq.engine.HuntByPost.dig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dmhq.engine.hunt.Hunt;
import dmhq.engine.hunt.HuntAction;
import dmhq.engine.hunt.HuntEvent;
import dmhq.engine.hunt.HuntRules;
import dmhq.format.RulesId;
import dmhq.format.SeatId;
import dmhq.format.archive.ArchiveException;
import dmhq.format.archive.Commitment;
import dmhq.format.archive.EventBytes;
import dmhq.format.archive.Submission;
import dmhq.format.json.Json;
import dmhq.format.session.Join;
import dmhq.format.session.Receipt;
import dmhq.format.session.RosterEntry;
import dmhq.format.session.Salts;
import dmhq.format.session.TurnRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

class RefereeTest {

    @Test
    void record_1_seats_those_who_joined_and_sets_the_game_up() throws ArchiveException {
        HuntByPost post = HuntByPost.opened(1).begin(CYD, ADA);
        TurnRecord record = post.newest();

        assertThat(record.number()).isEqualTo(1);
        assertThat(record.resolvedAt()).isEqualTo(HuntByPost.at(1));
        assertThat(record.previous()).isEqualTo(post.zero().digest());
        assertThat(record.roster())
                .extracting(entry -> ((RosterEntry.Joined) entry).request())
                .containsExactlyElementsOf(post.joins(ADA, CYD));
        assertThat(record.orders()).isEmpty();
        assertThat(record.absent()).isEmpty();
        assertThat(record.link()).isEqualTo(post.secrets().open().link(1));
        assertThat(record.seats()).extracting(TurnRecord.Shown::seat).containsExactly(ADA, CYD);
        assertThat(post.state().seats()).containsExactly(ADA, CYD);
    }

    @Test
    void the_host_sits_from_record_0_on() throws ArchiveException {
        HuntByPost post = HuntByPost.hostedByAda(true, 1);

        assertThat(post.newest().roster()).hasSize(2);
        assertThat(post.state().seats()).containsExactly(ADA, BOB, CYD);
    }

    @Test
    void a_record_commits_to_what_every_seat_is_shown_and_to_the_state() throws ArchiveException {
        HuntByPost post = HuntByPost.begun(1);
        post.resolve(
                post.plan(ADA).doing(dig("a", 1)).signed(),
                post.plan(BOB).doing(dig("b", 2)).signed());
        TurnRecord record = post.newest();
        Salts salts = Objects.requireNonNull(post.archive().history().salts().get(2));
        Rules<Hunt, HuntAction, HuntEvent> rules = new Rules<>(post.rules());

        assertThat(record.state())
                .isEqualTo(Commitment.to(rules.state(post.state()).canonical(), Objects.requireNonNull(salts.state())));
        assertThat(record.seats()).hasSize(3);
        for (int i = 0; i < 3; i++) {
            TurnRecord.Shown shown = record.seats().get(i);
            Salts.SeatSalts own = salts.of(record.seats().get(i).seat()).orElseThrow();
            assertThat(shown.view())
                    .isEqualTo(Commitment.to(
                            rules.state(rules.viewFor(post.state(), shown.seat()))
                                    .canonical(),
                            own.view()));
            assertThat(shown.part())
                    .isEqualTo(Commitment.to(
                            EventBytes.ofPart(post.archive().history().events(2), shown.seat()), own.part()));
        }
    }

    @Test
    void seats_whose_orders_do_not_count_are_absent() throws ArchiveException {
        HuntByPost post = HuntByPost.begun(1);
        post.resolve(post.plan(ADA).doing(dig("a", 10)).signed(), post.plan(CYD).signed());

        assertThat(post.newest().absent()).containsExactly(ADA, BOB);
        assertThat(post.newest().orders()).hasSize(2);
    }

    @Test
    void every_fifth_record_keeps_a_snapshot() throws ArchiveException {
        HuntByPost post = HuntByPost.begun(3).play(10, new Random(3));
        Rules<Hunt, HuntAction, HuntEvent> rules = new Rules<>(post.rules());

        assertThat(post.archive().history().snapshots()).containsOnlyKeys(5, 10);
        assertThat(post.archive().history().snapshots().get(10))
                .isEqualTo(rules.state(new Replay<>(post.rules(), post.archive(10)).state()));
    }

    @Test
    void play_begins_before_it_is_resolved() throws ArchiveException {
        HuntByPost post = HuntByPost.opened(1);

        assertThatThrownBy(() -> post.resolve()).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> post.merge(List.of())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void rules_that_show_what_the_events_do_not_lead_to_write_no_record() throws ArchiveException {
        HuntByPost post = HuntByPost.begun(
                new HuntRules() {
                    @Override
                    public List<Event<HuntEvent>> resolve(
                            Hunt state, SortedMap<SeatId, List<HuntAction>> orders, Dice dice) {
                        List<Event<HuntEvent>> events = new ArrayList<>(super.resolve(state, orders, dice));
                        events.removeIf(event -> event.event() instanceof HuntEvent.Dug);
                        events.add(new Event<>(new HuntEvent.Dug(ADA, 1), Audience.of(ADA, CYD)));
                        return events;
                    }
                },
                1);

        assertThatThrownBy(() -> post.resolve())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the rules hunt@1 show bob another view than the events lead to");
        assertThat(post.archive().chain().newest()).isEqualTo(1);
    }

    @Test
    void hidden_dice_are_for_games_with_secrets() throws ArchiveException {
        HuntByPost post = HuntByPost.begun(
                new HuntRules() {
                    @Override
                    public boolean hidden() {
                        return false;
                    }
                },
                1);
        Submission digging = post.plan(ADA).doing(dig("a", 1)).signed();

        assertThatThrownBy(() -> post.resolve(digging))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("there are no hidden dice here");
    }

    @Test
    void a_join_that_fits_has_no_objection() throws ArchiveException {
        HuntByPost post = HuntByPost.opened(1);

        assertThat(post.referee().objection(post.archive(), join(post, ADA))).isEmpty();
    }

    @Test
    void a_join_with_other_rules_is_refused() throws ArchiveException {
        HuntByPost post = HuntByPost.opened(1);
        Join join = post.hunter(ADA)
                .join(post.archive().chain().session(), RulesId.of("hunt", 2))
                .join();

        assertThat(post.referee().objection(post.archive(), join))
                .contains("the player has the rules hunt@2, the session is played by hunt@1;"
                        + " both need the same version of dmhq");
    }

    @Test
    void a_join_after_play_began_is_refused() throws ArchiveException {
        HuntByPost post = HuntByPost.opened(1).begin(BOB);

        assertThat(post.referee().objection(post.archive(), join(post, ADA)))
                .contains("play began without ada; seats are taken before record 1");
    }

    @Test
    void a_seat_is_taken_over_from_who_sits_there_and_else_from_nobody() throws ArchiveException {
        HuntByPost post = HuntByPost.opened(1).begin(BOB);

        assertThat(post.referee().objectionToSuccessor(post.archive(), join(post, BOB)))
                .isEmpty();
        assertThat(post.referee().objectionToSuccessor(post.archive(), join(post, ADA)))
                .contains("nobody sits on ada who could be replaced");
    }

    @Test
    void a_join_that_brings_something_else_is_refused() throws ArchiveException {
        HuntByPost post = HuntByPost.opened(1);
        Join join = join(post, ADA);
        Join without = new Join(
                join.session(),
                join.nonce(),
                join.seat(),
                join.name(),
                join.faction(),
                join.signingKey(),
                join.sealingKey(),
                join.anchor(),
                join.software(),
                join.rules(),
                new Json.Members(Map.of()),
                join.sent());

        assertThat(post.referee().objection(post.archive(), without).orElseThrow())
                .startsWith("what the player brings is not of the form these rules know: ");
    }

    @Test
    void a_join_for_a_seat_that_is_not_there_is_refused() throws ArchiveException {
        HuntByPost post = HuntByPost.opened(1);
        Hunter stranger = Hunter.drawn(new SeatId("dan"), post.hunter(ADA).nonce(), new Random(5));
        Join join = stranger.join(post.archive().chain().session(), RulesId.of("hunt", 1))
                .join();

        assertThat(post.referee().objection(post.archive(), join)).contains("there is no seat dan in this session");
    }

    @Test
    void a_join_for_the_hosts_own_seat_is_refused() throws ArchiveException {
        HuntByPost post = HuntByPost.hostedByAda(true, 1);

        assertThat(post.referee().objection(post.archive(0), join(post, ADA)))
                .contains("ada sits at the table already");
    }

    @Test
    void a_receipt_says_what_the_host_understood() throws ArchiveException {
        HuntByPost post = HuntByPost.begun(1);
        Submission submission = post.plan(ADA).revision(3).doing(dig("a", 10)).signed();
        Merge merge = post.merge(List.of(submission, post.plan(BOB).signed()));
        Merge.Fate fate =
                Objects.requireNonNull(merge.fates().get(submission.signed().digest()));

        assertThat(post.referee().receipt(post.archive(), fate, merge.missing(), HuntByPost.at(5)))
                .isEqualTo(new Receipt(
                        post.archive().chain().session(),
                        submission.signed().digest(),
                        ADA,
                        2,
                        3,
                        HuntByPost.at(5),
                        Receipt.Verdict.REFUSED,
                        List.of("action a: field 10 has nothing left; dig in another"),
                        List.of(ADA, CYD),
                        post.archive().chain().head()));
    }

    private static Join join(HuntByPost post, SeatId seat) {
        return post.hunter(seat)
                .join(post.archive().chain().session(), RulesId.of("hunt", 1))
                .join();
    }
}

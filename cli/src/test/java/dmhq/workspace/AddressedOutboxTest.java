package dmhq.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dmhq.format.Party;
import dmhq.format.SeatId;
import dmhq.format.session.Header;
import dmhq.transports.Postmark;
import dmhq.transports.TransportException;
import dmhq.transports.email.MailAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What leaves a host's workspace over a post that takes each parcel to its recipient alone. */
class AddressedOutboxTest extends ThreePlayers {

    private static final SeatId CORRIGAN = new SeatId("corrigan");
    private static final SeatId DOVRE = new SeatId("dovre");

    private final PickyPost post = new PickyPost();
    private Workspace host;

    AddressedOutboxTest() {
        super(18);
    }

    @BeforeEach
    void marl_writes_to_each_alone() throws Exception {
        host = marl.workspaceAt(post);
        use(PickyPost.ADDRESS);
        new Contacts(host).write(CORRIGAN, "corrigan@example.invalid");
        new Contacts(host).write(DOVRE, "dovre@example.org");
    }

    private static TransportException typo() {
        return TransportException.passing("send it", "450 domain not found", null)
                .ofThisAlone();
    }

    private void use(String post) throws Exception {
        host.write(host.place().withPosts(List.of(post)));
    }

    private void remind() throws Exception {
        Announcing announcing = new Announcing(host);
        announcing.remind(List.of(CORRIGAN, DOVRE), "");
        announcing.done();
    }

    private Sending.Result send() throws Exception {
        return new Sending(host).sendAll(host.hostArchive().chain(), Covers.NAMES);
    }

    @Test
    void an_address_that_is_not_taken_for_now_keeps_nobody_elses_parcels_back() throws Exception {
        post.refuse("corrigan@example.invalid", typo());
        remind();

        Sending.Result first = send();

        assertThat(first.sent()).singleElement().asString().contains("_to_dovre_");
        assertThat(first.failures())
                .containsExactly(new Sending.Failure(
                        "post: could not send it: 450 domain not found", Optional.of(Party.of(CORRIGAN))));
        assertThat(new Outbox(host).waiting()).containsExactly(Party.of(CORRIGAN));
        remind();
        send();
        assertThat(post.at("dovre@example.org"))
                .as("what has left does not leave again")
                .hasSize(2);
        assertThat(new Outbox(host).waiting()).as("the newest reminder alone").hasSize(1);

        post.accept("corrigan@example.invalid");

        assertThat(send().failures()).isEmpty();
        assertThat(post.at("corrigan@example.invalid")).hasSize(1);
        assertThat(post.at("dovre@example.org")).hasSize(2);
        assertThat(new Outbox(host).waiting()).isEmpty();
    }

    @Test
    void an_address_that_is_never_taken_is_told_in_the_same_way() throws Exception {
        post.refuse(
                "corrigan@example.invalid",
                TransportException.lasting("send it", "550 no such user", null).ofThisAlone());
        remind();

        Sending.Result sending = send();

        assertThat(sending.sent()).singleElement().asString().contains("_to_dovre_");
        assertThat(sending.failures())
                .extracting(Sending.Failure::reader)
                .containsExactly(Optional.of(Party.of(CORRIGAN)));
        assertThat(new Outbox(host).waiting()).containsExactly(Party.of(CORRIGAN));
    }

    @Test
    void a_watch_tries_what_was_refused_for_good_only_where_it_would_go_elsewhere_and_a_command_tries_it_again()
            throws Exception {
        post.refuse(
                "corrigan@example.invalid",
                TransportException.lasting("send it", "550 no such user", null).ofThisAlone());
        remind();
        send();
        post.tried().clear();

        for (int look = 0; look < 3; look++) {
            assertThat(watch().failures()).isEmpty();
        }

        assertThat(post.tried()).isEmpty();
        assertThat(new Outbox(host).refused())
                .containsExactly(new Outbox.Refused(
                        Party.of(CORRIGAN), "corrigan@example.invalid", "post: could not send it: 550 no such user"));
        assertThat(send().failures()).hasSize(1);
        assertThat(post.tried()).containsExactly("corrigan@example.invalid");

        new Contacts(host).write(CORRIGAN, "corrigan@example.org");

        assertThat(watch().sent()).singleElement().asString().contains("_to_corrigan_");
        assertThat(post.at("corrigan@example.org")).hasSize(1);
        assertThat(new Outbox(host).refused()).isEmpty();
        assertThat(host.folder().resolve("tried")).isEmptyDirectory();
    }

    @Test
    void a_watch_goes_on_trying_what_may_be_taken_later() throws Exception {
        post.refuse("corrigan@example.invalid", typo());
        remind();
        watch();
        post.accept("corrigan@example.invalid");

        assertThat(watch().sent()).singleElement().asString().contains("_to_corrigan_");
    }

    @Test
    void what_a_post_has_taken_does_not_go_there_again_while_another_post_has_yet_to_take_it() throws Exception {
        Path away = root.resolve("away");
        host.write(host.place().withPosts(List.of(PickyPost.ADDRESS, "folder:" + away)));
        remind();

        for (int time = 0; time < 3; time++) {
            assertThat(send().sent()).isEmpty();
        }

        assertThat(post.tried()).containsExactly("corrigan@example.invalid", "dovre@example.org");
        Files.createDirectory(away);
        assertThat(send().sent()).hasSize(2);
        assertThat(post.tried()).hasSize(2);
        assertThat(new Outbox(host).waiting()).isEmpty();
    }

    @Test
    void a_reminder_that_could_not_leave_is_dropped_when_the_orders_are_there() throws Exception {
        post.refuse("corrigan@example.invalid", typo());
        remind();
        send();
        corrigan.submit(Header.State.PROVISIONAL);
        collect();
        send();
        assertThat(new Outbox(host).waiting()).containsExactly(Party.of(CORRIGAN));

        corrigan.submit();
        collect();
        post.accept("corrigan@example.invalid");
        send();

        assertThat(post.at("corrigan@example.invalid")).noneMatch(name -> name.contains("_notice_"));
        assertThat(new Outbox(host).waiting()).isEmpty();
    }

    @Test
    void a_notice_of_a_turn_that_is_over_does_not_leave_any_more() throws Exception {
        post.refuse("corrigan@example.invalid", typo());
        Announcing announcing = new Announcing(host);
        announcing.moveBy(Duration.ofDays(2), "Take your time");
        announcing.done();
        send();
        assertThat(new Outbox(host).waiting()).containsExactly(Party.of(CORRIGAN));
        resolve();
        post.accept("corrigan@example.invalid");
        send();

        assertThat(post.at("corrigan@example.invalid")).isNotEmpty().noneMatch(name -> name.contains("_notice_"));
    }

    @Test
    void whose_address_is_said_again_gets_the_newest_turn_and_its_receipts_again() throws Exception {
        corrigan.submit();
        collect();
        new Resolving(host).resolve(new Resolving.Wish(false, false, null), Doorkeeper.OPEN);
        send();
        List<String> before = List.copyOf(post.at("corrigan@example.invalid"));
        assertThat(before).anyMatch(name -> name.contains("_receipt_"));

        new Readdressing(host).write(CORRIGAN, MailAddress.parse("corrigan@example.org"));
        new Readdressing(host).write(CORRIGAN, MailAddress.parse("corrigan@example.org"));
        assertThat(new Outbox(host).waiting()).as("what waits is there once").hasSize(1);
        send();
        new Resolving(host).resolve(new Resolving.Wish(false, false, null), Doorkeeper.OPEN);
        send();

        assertThat(post.at("corrigan@example.org"))
                .doesNotContainAnyElementsOf(before)
                .anyMatch(name -> name.contains("_turn_1_from_host_to_corrigan_"))
                .anyMatch(name -> name.contains("_receipt_"));
    }

    private void collect() throws Exception {
        use("folder:" + table.post());
        new Collecting(marl.workspace()).fromPosts();
        use(PickyPost.ADDRESS);
    }

    private Sending.Result watch() throws Exception {
        return Sending.ofWatch(host).sendAll(host.hostArchive().chain(), Covers.NAMES);
    }

    @Test
    void at_a_post_that_fails_as_a_whole_nothing_more_is_tried() throws Exception {
        for (TransportException away : List.of(
                TransportException.passing("send it", "it cannot be reached", null),
                TransportException.lasting("send it", "it refuses the log-in", null))) {
            post.refuse("corrigan@example.invalid", away);
            post.tried().clear();
            remind();

            Sending.Result sending = send();

            assertThat(post.tried()).hasSize(1);
            assertThat(sending.sent()).isEmpty();
            assertThat(sending.failures())
                    .containsExactly(new Sending.Failure(String.valueOf(away.getMessage()), Optional.empty()));
        }
    }

    /** Resolves what lies in the shared folder, and then sends to each alone. */
    private void resolve() throws Exception {
        collect();
        new Resolving(host).resolve(new Resolving.Wish(true, false, null), Doorkeeper.OPEN);
        new Submitting(host).submit(Game.of(host.seatArchive()), List.of());
    }

    /** Wanda asks for Corrigan's seat by mail. */
    private void wandaAsks() throws Exception {
        use("folder:" + table.post());
        Player wanda = table.player("wanda");
        wanda.makeIdentity();
        List<Path> before = table.parcels("_join_from_corrigan_");
        wanda.join(marl.inviteInPlaceOf("corrigan"), root.resolve("saves/corrigan.cpnx"));
        List<Path> joins = new ArrayList<>(table.parcels("_join_from_corrigan_"));
        joins.removeAll(before);
        use(PickyPost.ADDRESS);
        new Intake(host).take("join", Files.readAllBytes(joins.get(0)), new Postmark("wanda@example.org", null));
    }

    @Test
    void what_a_former_player_sent_late_is_answered_where_they_are_reached_and_their_last_turn_goes_there()
            throws Exception {
        corrigan.submit();
        Path late = table.parcels("turn_2_submission_from_corrigan").get(0);
        byte[] orders = Files.readAllBytes(late);
        Files.delete(late);
        wandaAsks();
        resolve();

        assertThat(send().failures()).isEmpty();

        assertThat(post.at("corrigan@example.invalid"))
                .singleElement()
                .asString()
                .contains("_turn_2_from_host_to_corrigan_records_1_on_last_");
        assertThat(post.at("wanda@example.org"))
                .singleElement()
                .asString()
                .contains("_turn_2_from_host_to_corrigan_records_1_on_");

        assertThat(new Intake(host)
                        .take("late", orders, new Postmark("corrigan@example.org", null))
                        .sentence())
                .isEqualTo("orders of corrigan for turn 2, revision 1");
        new Resolving(host).resolve(new Resolving.Wish(false, false, null), Doorkeeper.OPEN);
        send();

        assertThat(post.at("corrigan@example.invalid")).last().asString().contains("_turn_2_receipt_");
        assertThat(post.at("wanda@example.org")).hasSize(1);
        assertThat(new Contacts(host).of(CORRIGAN)).contains("wanda@example.org");
    }

    @Test
    void what_is_for_a_former_player_who_is_reached_nowhere_is_handed_over_by_hand() throws Exception {
        Files.delete(Contacts.file(host));
        new Contacts(host).write(DOVRE, "dovre@example.org");
        wandaAsks();
        resolve();

        Sending.Result sending = send();

        assertThat(sending.failures()).isEmpty();
        assertThat(sending.astray()).singleElement().asString().contains("_on_last_");
        assertThat(new HandingOver(host).file(sending.astray().get(0))).exists();
        assertThat(post.reached()).containsExactly("", "dovre@example.org", "wanda@example.org");
        assertThat(new Outbox(host).waiting()).isEmpty();
        assertThat(send().astray()).isEmpty();
    }

    @Test
    void a_former_players_address_that_is_refused_for_good_is_as_good_as_none() throws Exception {
        post.refuse(
                "corrigan@example.invalid",
                TransportException.lasting("send it", "550 no such user", null).ofThisAlone());
        wandaAsks();
        resolve();

        Sending.Result sending = send();

        assertThat(sending.failures()).isEmpty();
        assertThat(sending.astray()).singleElement().asString().contains("_on_last_");
    }

    @Test
    void who_asked_by_an_invitation_that_is_withdrawn_is_told_and_not_who_sits_there() throws Exception {
        wandaAsks();

        new Inviting(host).withdraw(CORRIGAN);
        send();

        assertThat(post.at("wanda@example.org")).singleElement().asString().contains("_turn_1_notice_");
        assertThat(post.at("corrigan@example.invalid")).isEmpty();
    }

    @Test
    void while_a_host_cannot_keep_its_own_turn_at_the_post_nobody_gets_theirs() throws Exception {
        post.refuse("", typo());
        corrigan.submit();
        dovre.submit();
        resolve();

        assertThat(send().sent()).isEmpty();
        assertThat(post.reached()).isEmpty();

        post.accept("");

        assertThat(send().failures()).isEmpty();
        assertThat(post.reached()).containsExactly("", "corrigan@example.invalid", "dovre@example.org");
    }
}

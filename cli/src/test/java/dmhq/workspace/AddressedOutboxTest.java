package dmhq.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dmhq.format.Party;
import dmhq.format.SeatId;
import dmhq.transports.TransportException;
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
        host.write(host.place().withPosts(List.of(PickyPost.ADDRESS)));
        new Contacts(host).write(CORRIGAN, "corrigan@example.invalid");
        new Contacts(host).write(DOVRE, "dovre@example.org");
    }

    private static TransportException typo() {
        return TransportException.passing("send it", "450 domain not found", null)
                .ofThisAlone();
    }

    private void remind() throws Exception {
        Announcing announcing = new Announcing(host);
        announcing.remind(List.of(CORRIGAN, DOVRE), "");
        announcing.done();
    }

    private Outbox.Sending send() throws Exception {
        return new Outbox(host).sendAll(host.hostArchive().chain(), Covers.NAMES);
    }

    @Test
    void an_address_that_is_not_taken_for_now_keeps_nobody_elses_parcels_back() throws Exception {
        post.refuse("corrigan@example.invalid", typo());
        remind();

        Outbox.Sending first = send();

        assertThat(first.sent()).singleElement().asString().contains("_to_dovre_");
        assertThat(first.failures())
                .containsExactly(new Outbox.Failure(
                        "post: could not send it: 450 domain not found", Optional.of(Party.of(CORRIGAN))));
        assertThat(new Outbox(host).waiting()).containsExactly(Party.of(CORRIGAN));
        remind();
        send();
        assertThat(post.at("dovre@example.org"))
                .as("what has left does not leave again")
                .hasSize(2);
        assertThat(new Outbox(host).waiting()).hasSize(2);

        post.accept("corrigan@example.invalid");

        assertThat(send().failures()).isEmpty();
        assertThat(post.at("corrigan@example.invalid")).hasSize(2);
        assertThat(post.at("dovre@example.org")).hasSize(2);
        assertThat(new Outbox(host).waiting()).isEmpty();
    }

    @Test
    void an_address_that_is_never_taken_is_told_in_the_same_way() throws Exception {
        post.refuse(
                "corrigan@example.invalid",
                TransportException.lasting("send it", "550 no such user", null).ofThisAlone());
        remind();

        Outbox.Sending sending = send();

        assertThat(sending.sent()).singleElement().asString().contains("_to_dovre_");
        assertThat(sending.failures())
                .extracting(Outbox.Failure::reader)
                .containsExactly(Optional.of(Party.of(CORRIGAN)));
        assertThat(new Outbox(host).waiting()).containsExactly(Party.of(CORRIGAN));
    }

    @Test
    void at_a_post_that_fails_as_a_whole_nothing_more_is_tried() throws Exception {
        for (TransportException away : List.of(
                TransportException.passing("send it", "it cannot be reached", null),
                TransportException.lasting("send it", "it refuses the log-in", null))) {
            post.refuse("corrigan@example.invalid", away);
            post.tried().clear();
            remind();

            Outbox.Sending sending = send();

            assertThat(post.tried()).hasSize(1);
            assertThat(sending.sent()).isEmpty();
            assertThat(sending.failures())
                    .containsExactly(new Outbox.Failure(String.valueOf(away.getMessage()), Optional.empty()));
        }
    }

    @Test
    void while_a_host_cannot_keep_its_own_turn_at_the_post_nobody_gets_theirs() throws Exception {
        post.refuse("", typo());
        corrigan.submit();
        dovre.submit();
        marl.workspace().write(marl.workspace().place().withPosts(List.of("folder:" + table.post())));
        new Collecting(marl.workspace()).fromPosts();
        host.write(host.place().withPosts(List.of(PickyPost.ADDRESS)));
        new Resolving(host).resolve(new Resolving.Wish(false, false, null), request -> true);
        new Submitting(host).submit(Game.of(host.seatArchive()), List.of());

        assertThat(send().sent()).isEmpty();
        assertThat(post.reached()).isEmpty();

        post.accept("");

        assertThat(send().failures()).isEmpty();
        assertThat(post.reached()).containsExactly("", "corrigan@example.invalid", "dovre@example.org");
    }
}

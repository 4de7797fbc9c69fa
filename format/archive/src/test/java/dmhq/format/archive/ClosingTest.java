package dmhq.format.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dmhq.format.Bytes;
import dmhq.format.Party;
import dmhq.format.session.Closing;
import dmhq.format.session.Manifest;
import dmhq.format.session.SignedClosing;
import dmhq.format.session.TurnRecord;
import java.util.List;
import org.junit.jupiter.api.Test;

/** At the end of a session the host publishes everything that was hidden in it. */
class ClosingTest {

    private final Game game = Game.hostPlays();
    private final SessionArchive host = game.host(3);
    private final SessionArchive closed = closed(host);

    @Test
    void a_seat_that_takes_a_closing_holds_all_that_the_host_holds() throws Exception {
        for (int newest = 0; newest <= 3; newest++) {
            SessionArchive ben = game.seat("ben", newest).taking(published());

            assertThat(ben.isComplete()).isTrue();
            assertThat(ben.holder()).isEqualTo(Party.of(game.player("ben").seat()));
            assertThat(ben.history()).isEqualTo(host.history());
            assertThat(ben.chain().head()).isEqualTo(host.chain().head());
        }
    }

    @Test
    void a_closed_copy_is_read_back_by_seat_and_host() throws Exception {
        SessionArchive ben = game.seat("ben", 3).taking(published());

        PackedFile file = PackedFile.read(ben.pack(game.player("ben").key(), Game.START));
        SessionArchive read = SessionArchive.read(file);

        assertThat(file.manifest().gameState().phase()).isEqualTo(Manifest.Phase.CLOSED);
        assertThat(read.closing()).isEqualTo(closed.closing()).isNotNull();
        assertThat(read.history()).isEqualTo(host.history());
        assertThat(SessionArchive.read(PackedFile.read(closed.pack(game.hostKey, Game.START)))
                        .closing())
                .isEqualTo(closed.closing());
    }

    @Test
    void a_closed_session_takes_nothing_more() {
        SessionArchive ben = taking(game.seat("ben", 3));

        Refusal.of(() -> game.with(closed, game.step(closed)), Layer.CHAIN, "the session is closed with record 3");
        Refusal.of(
                () -> ben.taking(game.turn(game.host(4), "ben", 4)),
                Layer.CHAIN,
                "the session is closed with record 3");
        Refusal.of(() -> closed.with(game.closing(closed.chain())), Layer.CHAIN, "the session is closed with record 3");
    }

    @Test
    void a_turn_that_comes_after_the_closing_changes_nothing() throws Exception {
        SessionArchive ben = taking(game.seat("ben", 2));

        SessionArchive late = ben.taking(game.turn(host, "ben", 2));

        assertThat(late.chain().head()).isEqualTo(ben.chain().head());
        assertThat(late.history()).isEqualTo(ben.history());
        assertThat(late.closing()).isEqualTo(ben.closing());
    }

    @Test
    void a_closing_is_the_hosts_word_on_the_newest_record() {
        Closing good = game.closing(host.chain()).closing();
        Closing early = new Closing(good.session(), 2, host.chain().digest(2), good.secrets(), good.at());

        Refusal.of(
                () -> host.with(SignedClosing.of(good, game.player("ben").key())),
                Layer.CHAIN,
                "the closing is not signed by the host");
        Refusal.of(
                () -> host.with(SignedClosing.of(early, game.hostKey)),
                Layer.CHAIN,
                "the closing is of another session or record than the newest one, record 3");
    }

    @Test
    void the_secrets_of_a_closing_make_every_salt() {
        Closing good = game.closing(host.chain()).closing();
        Closing.Secret other = new Closing.Secret(3, Bytes.ofHex("ab".repeat(32)));
        Closing late = new Closing(
                good.session(), 3, good.head(), List.of(good.secrets().get(0), other), good.at());

        Refusal.of(
                () -> host.with(SignedClosing.of(late, game.hostKey)),
                Layer.COMMITMENT,
                "record 3: the salts are not made from the secret that the closing publishes");
    }

    @Test
    void a_closing_of_another_session_or_with_other_records_is_not_taken() throws Exception {
        Game other = new Game(9, true, true, "anna", "ben", "cara");
        SessionArchive elsewhere = other.seat("ben", 1);
        SessionArchive three = game.seat("ben", 3);
        SessionArchive two = closed(game.host(2));

        Refusal.of(
                () -> elsewhere.taking(published()),
                Layer.MANIFEST,
                "the closing is of session " + host.chain().session());
        Refusal.of(() -> three.taking(two), Layer.CHAIN, "the closing ends with record 2, but there is a record 3");
        SessionArchive lied = game.with(
                game.host(2),
                new Game.Step(
                        Doctored.value(
                                TurnRecord.class, game.step(game.host(2)).record(), "resolved_at", "1800000000.000"),
                        game.step(game.host(2)).history()));
        Refusal.of(() -> three.taking(closed(lied)), Layer.CHAIN, "the host has signed two different records 3");
    }

    @Test
    void what_is_not_closed_is_never_taken_for_a_closing() {
        SessionArchive ben = game.seat("ben", 3);

        assertThatThrownBy(() -> ben.taking(host)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void only_the_host_publishes_and_only_what_is_closed() throws Exception {
        PackedFile session = PackedFile.read(host.pack(game.hostKey, Game.START));
        assertThatThrownBy(() -> host.packClosing(game.hostKey, Game.START)).isInstanceOf(IllegalStateException.class);
        Refusal.of(() -> SessionArchive.readClosing(session), Layer.MANIFEST, "expected a closing, found a session");

        byte[] open = Repacked.manifest(host.pack(game.hostKey, Game.START), game.hostKey, "kind", "\"closing\"");
        Refusal.of(
                () -> SessionArchive.readClosing(PackedFile.read(open)), Layer.ENTRY, "entry closing.json is missing");
    }

    private static SessionArchive taking(SessionArchive seat, SessionArchive published) {
        try {
            return seat.taking(published);
        } catch (ArchiveException e) {
            throw new AssertionError(e);
        }
    }

    private SessionArchive taking(SessionArchive seat) {
        try {
            return taking(seat, published());
        } catch (ArchiveException e) {
            throw new AssertionError(e);
        }
    }

    private SessionArchive published() throws ArchiveException {
        return SessionArchive.readClosing(PackedFile.read(closed.packClosing(game.hostKey, Game.START)));
    }

    private SessionArchive closed(SessionArchive archive) {
        try {
            return archive.with(game.closing(archive.chain()));
        } catch (ArchiveException e) {
            throw new AssertionError(e);
        }
    }
}

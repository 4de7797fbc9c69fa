package dmhq.format.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dmhq.format.SeatId;
import dmhq.format.session.Header;
import dmhq.format.session.Recorded;
import dmhq.format.session.Recorded.Outcome;
import dmhq.format.session.SignedHeader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a session went through, its files hold it. */
class RandomArchivesTest {

    private static final String[] NAMES = {"anna", "ben", "cara", "d-4"};

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void every_copy_of_any_session_is_read_back_and_all_agree(long seed) throws Exception {
        var random = new SplittableRandom(seed);
        String[] seats = Arrays.copyOf(NAMES, random.nextInt(1, NAMES.length + 1));
        var game = new Game(seed, random.nextBoolean(), random.nextBoolean(), seats);
        SessionArchive host = game.host(1);
        for (int left = random.nextInt(6); left > 0; left--) {
            host = played(game, host, random);
        }

        SessionArchive read = SessionArchive.read(PackedFile.read(host.pack(game.hostKey, Game.START)));

        assertThat(read.chain().records()).isEqualTo(host.chain().records());
        assertThat(read.history()).isEqualTo(host.history());
        for (String seat : seats) {
            assertTakesPiecemeal(game, host, seat, random);
        }
    }

    private static void assertTakesPiecemeal(Game game, SessionArchive host, String seat, SplittableRandom random)
            throws ArchiveException {
        SessionArchive whole = game.seat(seat, 0).taking(posted(game, host, game.turn(host, seat, 1)));
        SessionArchive pieces = game.seat(seat, 0);
        while (pieces.chain().newest() < host.chain().newest()) {
            int from = random.nextInt(pieces.chain().newest() + 2);
            pieces = pieces.taking(posted(game, host, game.turn(host, seat, from)));
            pieces = SessionArchive.read(
                    PackedFile.read(pieces.pack(game.player(seat).key(), Game.START)));
        }
        assertThat(pieces.history()).isEqualTo(whole.history());
        assertThat(pieces.chain().head()).isEqualTo(host.chain().head());
    }

    private static Turn posted(Game game, SessionArchive host, Turn turn) throws ArchiveException {
        return Turn.read(PackedFile.read(turn.pack(host.chain(), game.hostKey, Game.START)));
    }

    /** Plays a record for which some sent nothing, some more than once, and some took it back. */
    private static SessionArchive played(Game game, SessionArchive host, SplittableRandom random)
            throws ArchiveException {
        List<Recorded> recorded = new ArrayList<>();
        List<Submission> held = new ArrayList<>();
        for (SeatId seat : game.players.keySet()) {
            // The host's own header is always there: others' headers name it.
            boolean commits = seat.equals(host.chain().opening().hostSeat());
            boolean settled = false;
            for (int revision = commits ? 1 : random.nextInt(4); revision > 0 && !settled; revision--) {
                Outcome outcome = commits || random.nextBoolean()
                        ? Outcome.COUNTED
                        : random.nextBoolean() ? Outcome.REFUSED : Outcome.WITHDRAWN;
                Submission orders = sent(game, host, seat.value(), revision, outcome);
                recorded.add(game.recorded(orders, outcome));
                held.add(orders);
                settled = outcome != Outcome.REFUSED;
            }
        }
        return game.with(host, game.step(host, recorded, held));
    }

    private static Submission sent(Game game, SessionArchive host, String seat, int revision, Outcome outcome) {
        Submission orders = game.orders(host, seat, revision);
        if (outcome != Outcome.WITHDRAWN) {
            return orders;
        }
        Header header = Doctored.value(Header.class, orders.signed().header(), "state", "\"withdrawn\"");
        return new Submission(SignedHeader.of(header, game.player(seat).key()), orders.body());
    }
}

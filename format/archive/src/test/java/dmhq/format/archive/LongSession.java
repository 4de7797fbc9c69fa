package dmhq.format.archive;

import dmhq.format.Bytes;
import dmhq.format.Party;
import dmhq.format.SeatId;
import dmhq.format.json.Codec;
import dmhq.format.json.Json;
import dmhq.format.json.JsonException;
import dmhq.format.session.Body;
import dmhq.format.session.EventLine;
import dmhq.format.session.Header;
import dmhq.format.session.Recorded.Outcome;
import dmhq.format.session.SignedHeader;
import dmhq.format.session.TurnRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * The session that sizes and times are measured on: 200 turns of 8 seats with five actions each, drawn
 * from a seed, without events.
 *
 * <p>It is the host's copy; the host has no seat, and seats have secrets from each other. Record 1
 * seats everyone, records 2 to 201 are the turns. Of each action the id, the target and the quantity
 * are random; so are the salts of the bodies and when in the day of its turn a seat sends.
 */
public final class LongSession {

    /** How many turns everyone sends orders for. */
    public static final int TURNS = 200;

    private static final Codec<Header> HEADERS = Codec.of(Header.class);
    private static final Codec<TurnRecord> RECORDS = Codec.of(TurnRecord.class);
    private static final int NEWEST = 1 + TURNS;
    private static final int ACTIONS = 5;
    private static final int TARGETS = 40;
    private static final int MOST = 1000;
    private static final int SNAPSHOT_EVERY = 5;
    private static final int SNAPSHOTS = 20;
    private static final int SECONDS_A_TURN = 24 * 60 * 60;
    private static final String[] SEATS = {"amber", "basalt", "cobalt", "dune", "ember", "flint", "garnet", "heather"};

    private final Game game;
    private final SessionArchive archive;

    private LongSession(Game game, SessionArchive archive) {
        this.game = game;
        this.archive = archive;
    }

    /** Plays the session of a seed; the same seed gives the same files. */
    public static LongSession of(long seed) {
        var game = new Quiet(seed);
        var random = new SplittableRandom(seed);
        try {
            SessionArchive archive = SessionArchive.open(game.zero, Party.HOST);
            while (archive.chain().newest() < NEWEST) {
                archive = played(game, archive, random);
            }
            return new LongSession(game, archive);
        } catch (ArchiveException e) {
            throw new AssertionError(e);
        }
    }

    private static SessionArchive played(Game game, SessionArchive archive, SplittableRandom random)
            throws ArchiveException {
        List<Submission> all = new ArrayList<>();
        if (archive.chain().newest() > 0) {
            game.players.keySet().forEach(seat -> all.add(orders(game, archive, seat, random)));
        }
        Game.Step step = game.step(
                archive,
                all.stream().map(each -> game.recorded(each, Outcome.COUNTED)).toList(),
                all);
        TurnRecord record = at(midnight(step.record().number() + 1), "resolved_at", step.record(), RECORDS);
        return archive.with(game.signed(record), step.history());
    }

    private static Submission orders(Game game, SessionArchive archive, SeatId seat, SplittableRandom random) {
        int turn = archive.chain().newest() + 1;
        Instant sent = midnight(turn).plusMillis(random.nextInt(SECONDS_A_TURN * 1000));
        List<Json.Members> actions = new ArrayList<>();
        for (int i = 0; i < ACTIONS; i++) {
            actions.add(action(random));
        }
        byte[] salt = new byte[16];
        random.nextBytes(salt);
        Body body = Body.of(turn, seat, sent, actions, Bytes.of(salt));
        Header header = at(sent, "sent", game.header(archive, seat, 1, body, null), HEADERS);
        return new Submission(SignedHeader.of(header, game.player(seat.value()).key()), body);
    }

    private static Json.Members action(SplittableRandom random) {
        return Game.object("{\"action_type\":\"Claim\",\"action_id\":\"" + uuid(random) + "\",\"target\":\"pool-"
                + random.nextInt(TARGETS) + "\",\"quantity\":" + random.nextInt(1, MOST + 1) + "}");
    }

    /** A random UUID has 6 bits that say it is one (RFC 9562, section 5.4). */
    private static UUID uuid(SplittableRandom random) {
        long high = (random.nextLong() & 0xffff_ffff_ffff_0fffL) | 0x4000L;
        long low = (random.nextLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    private static Instant midnight(int turn) {
        return Game.START.plusSeconds((long) SECONDS_A_TURN * turn);
    }

    /** Returns a value with another instant in a member. */
    private static <T> T at(Instant instant, String member, T value, Codec<T> codec) {
        Json seconds = new Json.Amount(instant.toEpochMilli(), 3);
        try {
            return codec.decode(Doctored.at(codec.encode(value), member, old -> seconds));
        } catch (JsonException e) {
            throw new AssertionError(e);
        }
    }

    /** Returns the host's copy. */
    public SessionArchive archive() {
        return archive;
    }

    /** Returns the host's file. */
    public byte[] pack() {
        return archive.pack(game.hostKey, midnight(NEWEST + 1));
    }

    /** Nothing happens, and of the last turns every fifth has a snapshot. */
    private static final class Quiet extends Game {

        private static final String STATE = "{\"map\":\"plain\",\"pools\":" + TARGETS + ",\"depth\":[3,1,4,1,5,9,2,6]}";

        Quiet(long seed) {
            super(seed, true, false, SEATS);
        }

        @Override
        List<EventLine> lines(int number, List<SeatId> all) {
            return List.of();
        }

        @Override
        boolean isKept(int number) {
            return number % SNAPSHOT_EVERY == 0 && number > NEWEST - SNAPSHOT_EVERY * SNAPSHOTS;
        }

        @Override
        Json.Members state(int number) {
            return object(STATE);
        }

        @Override
        Json.Members view(SeatId seat, int number) {
            return object(STATE);
        }
    }
}

package dmhq.format.archive;

import dmhq.format.Bytes;
import dmhq.format.Digest;
import dmhq.format.Party;
import dmhq.format.RulesId;
import dmhq.format.SeatId;
import dmhq.format.json.Json;
import dmhq.format.sealing.SealingKey;
import dmhq.format.session.Body;
import dmhq.format.session.Closing;
import dmhq.format.session.EventLine;
import dmhq.format.session.Header;
import dmhq.format.session.Join;
import dmhq.format.session.Opening;
import dmhq.format.session.Recorded;
import dmhq.format.session.Recorded.Outcome;
import dmhq.format.session.RosterEntry;
import dmhq.format.session.Salts;
import dmhq.format.session.SignedClosing;
import dmhq.format.session.SignedHeader;
import dmhq.format.session.SignedJoin;
import dmhq.format.session.SignedRecord;
import dmhq.format.session.TurnRecord;
import dmhq.format.signing.SigningKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A made-up session without rules: events and states say nothing, but all commitments hold. */
class Game {

    static final Instant START = Instant.ofEpochMilli(1_700_000_000_000L);
    static final RulesId RULES = RulesId.of("tests", 1);

    /** A player with everything only a player knows. */
    record Player(SeatId seat, SigningKey key, SealingKey sealing, LinkChain links) {}

    /** What comes next, not yet signed. */
    record Step(TurnRecord record, History history) {}

    final SealingKey hostSealing;
    /** Of the host now; for tests to change. */
    SigningKey hostKey;

    final SignedRecord zero;
    final SortedMap<SeatId, Player> players = new TreeMap<>();
    /** Who does not join in record 1; for tests to add to. */
    final SortedSet<SeatId> late = new TreeSet<>();

    LinkChain openLinks;
    LinkChain hiddenLinks;
    private final boolean hidden;
    private final @Nullable SeatId hostSeat;
    private final Bytes nonce;
    private final Bytes secret;

    Game(long seed, boolean hidden, boolean hostPlays, String... seats) {
        var random = new SplittableRandom(seed);
        this.hidden = hidden;
        this.hostSeat = hostPlays ? new SeatId(seats[0]) : null;
        this.nonce = bytes(random, 16);
        this.secret = bytes(random, 32);
        this.hostKey = SigningKey.draw(random);
        this.hostSealing = SealingKey.draw(random);
        this.openLinks = new LinkChain(LinkChain.Owner.hostOpen(nonce), bytes(random, 32));
        this.hiddenLinks = new LinkChain(LinkChain.Owner.hostHidden(nonce), bytes(random, 32));
        for (String name : seats) {
            SeatId seat = new SeatId(name);
            LinkChain links = new LinkChain(LinkChain.Owner.seat(nonce, seat), bytes(random, 32));
            players.put(seat, new Player(seat, SigningKey.draw(random), SealingKey.draw(random), links));
        }
        this.zero = signed(zero());
    }

    /** Secrets, and anna, who also is the host, with ben and cara. */
    static Game hostPlays() {
        return new Game(1, true, true, "anna", "ben", "cara");
    }

    /** Secrets, ben and cara, and a host without a seat. */
    static Game hostWatches() {
        return new Game(2, true, false, "ben", "cara");
    }

    /** No secrets, ben and cara, and a host without a seat. */
    static Game open() {
        return new Game(3, false, false, "ben", "cara");
    }

    private TurnRecord zero() {
        var host = new Opening.Host(
                "Hanna", hostKey.verifyingKey(), hostSealing.recipient(), openLinks.anchor(), hiddenLinks.anchor());
        var opening = new Opening(
                "testing",
                nonce,
                host,
                hostSeat,
                players.keySet().stream()
                        .map(seat -> new Opening.Place(seat, 1))
                        .toList(),
                hidden,
                new Opening.Settings(Opening.Style.SIMULTANEOUS, hostSeat != null),
                object("{\"map\":\"plain\"}"));
        List<RosterEntry> roster =
                hostSeat == null ? List.of() : List.of(new RosterEntry.Joined(joined(hostSeat.value(), null)));
        return TurnRecord.zero(RULES, START, opening, roster);
    }

    Chain chain() {
        try {
            return Chain.open(zero);
        } catch (ArchiveException e) {
            throw new AssertionError(e);
        }
    }

    Player player(String seat) {
        Player player = players.get(new SeatId(seat));
        if (player == null) {
            throw new AssertionError(seat);
        }
        return player;
    }

    SignedJoin joined(String seat) {
        return joined(seat, chain());
    }

    private SignedJoin joined(String seat, @Nullable Chain chain) {
        Player player = player(seat);
        var join = new Join(
                chain == null ? null : chain.session(),
                nonce,
                player.seat,
                "Player " + seat,
                "Faction of " + seat,
                player.key.verifyingKey(),
                player.sealing.recipient(),
                player.links.anchor(),
                "0.1.0",
                RULES,
                object("{}"),
                START);
        return SignedJoin.of(join, player.key);
    }

    /** Returns the host's archive with the given number of records after record 0. */
    SessionArchive host(int newest) {
        try {
            SessionArchive archive = SessionArchive.open(zero, Party.HOST);
            while (archive.chain().newest() < newest) {
                archive = with(archive, step(archive));
            }
            return archive;
        } catch (ArchiveException e) {
            throw new AssertionError(e);
        }
    }

    /** Returns a seat's archive, which has taken one turn with everything up to a record. */
    SessionArchive seat(String seat, int newest) {
        try {
            SessionArchive empty = SessionArchive.open(zero, Party.of(player(seat).seat));
            return newest == 0 ? empty : empty.taking(turn(host(newest), seat, 1));
        } catch (ArchiveException e) {
            throw new AssertionError(e);
        }
    }

    SessionArchive with(SessionArchive archive, Step step) throws ArchiveException {
        return archive.with(signed(step.record), step.history);
    }

    SignedRecord signed(TurnRecord record) {
        return SignedRecord.of(record, hostKey);
    }

    /** Returns what a seat is sent of a host's archive; with the host's orders, if the host plays. */
    Turn turn(SessionArchive host, String seat, int from) {
        return Turn.of(
                host, player(seat).seat, from, view(player(seat).seat, 1), hostSeat == null ? null : ahead(host));
    }

    /** Returns the orders that a playing host sends ahead for the turn after an archive's newest one. */
    SignedHeader ahead(SessionArchive archive) {
        if (hostSeat == null) {
            throw new AssertionError("this host has no seat");
        }
        int turn = archive.chain().newest() + 1;
        return SignedHeader.of(
                header(archive, hostSeat, 1, body(turn, hostSeat, 1), null), player(hostSeat.value()).key);
    }

    Header header(SessionArchive archive, SeatId seat, int revision, Body body, @Nullable Digest hostHeader) {
        int number = archive.chain().newest() + 1;
        return new Header(
                archive.chain().session(),
                number,
                seat,
                revision,
                archive.chain().head(),
                body.digest(),
                player(seat.value()).links.link(number),
                Header.State.FINAL,
                hostHeader,
                null,
                null,
                START);
    }

    /** Returns the orders of a seat for the turn after an archive's newest one. */
    Submission orders(SessionArchive archive, String seat, int revision) {
        SeatId id = player(seat).seat;
        Body body = body(archive.chain().newest() + 1, id, revision);
        Digest hostHeader =
                hostSeat == null || id.equals(hostSeat) ? null : ahead(archive).digest();
        return new Submission(SignedHeader.of(header(archive, id, revision, body, hostHeader), player(seat).key), body);
    }

    Recorded recorded(Submission orders, Outcome outcome) {
        return new Recorded(orders.signed().header(), orders.signed().signature(), outcome);
    }

    static Body body(int turn, SeatId seat, int salt) {
        List<Json.Members> actions = List.of(
                object("{\"action_type\":\"Move\",\"action_id\":\"" + seat + "-" + turn + "\",\"to\":" + turn + "}"));
        return Body.of(turn, seat, START, actions, Bytes.ofHex(String.format("%032x", salt)));
    }

    /** Returns the next record of a session in which everyone always sends orders. */
    Step step(SessionArchive archive) {
        return archive.chain().newest() == 0 ? step(archive, List.of(), List.of(), joins()) : changing(archive);
    }

    Step step(SessionArchive archive, List<Recorded> recorded, List<Submission> held) {
        return step(archive, recorded, held, archive.chain().newest() == 0 ? joins() : List.of());
    }

    /** Returns the next record with entries of the roster, in which everyone who sits sends orders. */
    Step changing(SessionArchive archive, RosterEntry... roster) {
        List<Submission> orders = archive.chain().seats().keySet().stream()
                .map(seat -> orders(archive, seat.value(), 1))
                .toList();
        List<Recorded> counted =
                orders.stream().map(each -> recorded(each, Outcome.COUNTED)).toList();
        return step(archive, counted, orders, List.of(roster));
    }

    private Step step(
            SessionArchive archive, List<Recorded> recorded, List<Submission> held, List<RosterEntry> roster) {
        int number = archive.chain().newest() + 1;
        SortedSet<SeatId> sitting = new TreeSet<>(archive.chain().seats().keySet());
        for (RosterEntry entry : roster) {
            if (entry instanceof RosterEntry.Joined joined) {
                sitting.add(joined.request().join().seat());
            }
        }
        List<SeatId> seats = List.copyOf(sitting);
        List<EventLine> lines = lines(number, seats);
        Salts salts = Commitment.salts(secret, number, hiddenLinks.link(number));
        var record = new TurnRecord(
                number,
                archive.chain().head(),
                RULES,
                START.plusSeconds(number),
                null,
                recorded,
                absent(archive.chain(), recorded),
                roster,
                null,
                openLinks.link(number),
                Digest.of(EventBytes.ofPublic(lines)),
                seats.stream()
                        .map(seat -> shown(lines, number, salts.of(seat).orElseThrow()))
                        .toList(),
                Commitment.to(state(number).canonical(), salt(salts.state())));
        SortedMap<Digest, Body> bodies = new TreeMap<>();
        held.forEach(each -> bodies.put(each.body().digest(), each.body()));
        SortedMap<Integer, Json.Members> snapshots = new TreeMap<>();
        if (isKept(number)) {
            snapshots.put(number, state(number));
        }
        History history = History.of(lines, bodies, salts, snapshots);
        return new Step(record, number == 1 ? history.beginning(state(1)) : history);
    }

    private static List<SeatId> absent(Chain chain, List<Recorded> recorded) {
        return chain.waitedFor().stream()
                .filter(seat -> chain.newest() > 0)
                .filter(seat -> recorded.stream()
                        .noneMatch(each -> each.header().seat().equals(seat) && each.outcome() == Outcome.COUNTED))
                .toList();
    }

    private List<RosterEntry> joins() {
        return players.keySet().stream()
                .filter(seat -> !seat.equals(hostSeat) && !late.contains(seat))
                .<RosterEntry>map(seat -> new RosterEntry.Joined(joined(seat.value())))
                .toList();
    }

    private TurnRecord.Shown shown(List<EventLine> lines, int number, Salts.SeatSalts salts) {
        return new TurnRecord.Shown(
                salts.seat(),
                Commitment.to(EventBytes.ofPart(lines, salts.seat()), salts.part()),
                Commitment.to(view(salts.seat(), number).canonical(), salts.view()));
    }

    private static Bytes salt(@Nullable Bytes salt) {
        if (salt == null) {
            throw new AssertionError("a host has every salt");
        }
        return salt;
    }

    List<EventLine> lines(int number, List<SeatId> all) {
        List<EventLine> lines = new ArrayList<>();
        lines.add(new EventLine(number, null, null, object("{\"event_type\":\"Began\",\"turn\":" + number + "}")));
        if (hidden) {
            lines.add(new EventLine(number, 1, all, object("{\"event_type\":\"Whispered\"}")));
            all.forEach(seat -> lines.add(new EventLine(
                    number, 1, List.of(seat), object("{\"event_type\":\"Seen\",\"by\":\"" + seat + "\"}"))));
        }
        lines.add(new EventLine(number, null, null, object("{\"event_type\":\"Ended\"}")));
        return lines;
    }

    /** Returns the host's word that a session is over, with its one secret. */
    SignedClosing closing(Chain chain) {
        return SignedClosing.of(
                new Closing(
                        chain.session(),
                        chain.newest(),
                        chain.head(),
                        List.of(new Closing.Secret(1, secret)),
                        START.plusSeconds(chain.newest())),
                hostKey);
    }

    /** Tells whether there is a snapshot after a record. */
    boolean isKept(int number) {
        return number % 2 == 0;
    }

    Json.Members state(int number) {
        return object("{\"turn\":" + number + ",\"secrets\":[1,2,3]}");
    }

    Json.Members view(SeatId seat, int number) {
        return hidden ? object("{\"turn\":" + number + ",\"mine\":\"" + seat + "\"}") : state(number);
    }

    static Json.Members object(String text) {
        return (Json.Members) Doctored.json(text);
    }

    private static Bytes bytes(SplittableRandom random, int size) {
        byte[] drawn = new byte[size];
        random.nextBytes(drawn);
        return Bytes.of(drawn);
    }
}

package dmhq.engine;

import dmhq.format.Bytes;
import dmhq.format.Digest;
import dmhq.format.SeatId;
import dmhq.format.archive.ArchiveException;
import dmhq.format.archive.Chain;
import dmhq.format.archive.Commitment;
import dmhq.format.archive.History;
import dmhq.format.archive.Layer;
import dmhq.format.archive.SessionArchive;
import dmhq.format.json.Json;
import dmhq.format.json.JsonException;
import dmhq.format.session.Body;
import dmhq.format.session.EventLine;
import dmhq.format.session.Join;
import dmhq.format.session.Recorded;
import dmhq.format.session.RosterEntry;
import dmhq.format.session.Salts;
import dmhq.format.session.SignedRecord;
import dmhq.format.session.TurnRecord;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Plays an archive again from its first state and holds every step against the records.
 *
 * <p>Whoever holds all orders (the host, everyone in a session without secrets, and everyone once a
 * session is closed) resolves each record anew; a seat with secrets around it applies the events it was shown. Either way every view
 * or state must be the one that its record commits to, and all orders whose body is held must have
 * fared as the rules say.
 */
public final class Replay<S extends Record, A extends Action, E> {

    private final Rules<S, A, E> rules;
    private final Chain chain;
    private final History history;
    private final SessionArchive archive;

    /** Makes the replay of an archive by its rules. */
    public Replay(RuleSet<S, A, E> rules, SessionArchive archive) {
        this(new Rules<>(rules), archive);
    }

    Replay(Rules<S, A, E> rules, SessionArchive archive) {
        this.rules = rules;
        this.archive = archive;
        this.chain = archive.chain();
        this.history = archive.history();
    }

    /** Tells whether the holder has what it takes to resolve every record anew. */
    public boolean resolvesAnew() {
        return archive.isComplete() || !rules.set().hidden();
    }

    /**
     * Returns what stands in a record that the format allows and these rules cannot play again: other
     * rules, or a seat taken after play began.
     */
    public Optional<String> beyond() {
        for (SignedRecord signed : chain.records()) {
            TurnRecord record = signed.record();
            String name = "record " + record.number();
            if (!record.rules().equals(rules.set().id())) {
                return Optional.of(name + " is played by the rules " + record.rules());
            } else if (record.number() > 1 && record.roster().stream().anyMatch(RosterEntry.Joined.class::isInstance)) {
                return Optional.of(name + " seats a player after play began");
            }
        }
        return Optional.empty();
    }

    /**
     * Returns the state, or the holder's view, after the newest record.
     *
     * @throws ArchiveException of layer commitment or replay, naming the first record that differs, or
     *     that is {@link #beyond} these rules
     * @throws IllegalStateException if there is no record 1 yet
     */
    public S state() throws ArchiveException {
        return state(chain.newest());
    }

    /**
     * Returns the state, or the holder's view, after a record.
     *
     * @param number from 1 to the newest
     * @throws ArchiveException as for {@link #state()}
     */
    public S state(int number) throws ArchiveException {
        if (number < 1) {
            throw new IllegalStateException("play begins with record 1");
        }
        requirePlayable();
        S first = first();
        checkShown(1, first);
        return play(1, first, number);
    }

    /**
     * Returns the state, or the holder's view, after the newest record, playing only what follows a
     * record that was played before.
     *
     * @param number the record's, from 1 on
     * @param known the state, or view, after it, which must be the one the record commits to
     * @throws ArchiveException as for {@link #state()}
     */
    public S state(int number, S known) throws ArchiveException {
        requirePlayable();
        boolean goesBehind = chain.records().stream()
                .map(signed -> signed.record())
                .anyMatch(record -> record.number() > number
                        && record.rollback() != null
                        && record.rollback().to() < number);
        if (goesBehind) {
            return state();
        }
        checkShown(number, known);
        return play(number, known, chain.newest());
    }

    private void requirePlayable() throws ArchiveException {
        require(
                chain.opening().hidden() == rules.set().hidden(),
                0,
                "it does not say as " + rules.set().id() + " do whether there are secrets");
        Optional<String> beyond = beyond();
        if (beyond.isPresent()) {
            throw new ArchiveException(Layer.REPLAY, beyond.get() + ", which this dmhq cannot play; use a newer one");
        }
    }

    private S play(int from, S known, int to) throws ArchiveException {
        RulingCheck<S, A, E> outcomes = new RulingCheck<>(rules, archive, from + 1);
        SortedMap<Integer, S> goneBackTo = goneBackTo(from, known);
        S state = known;
        for (int number = from + 1; number <= to; number++) {
            TurnRecord record = chain.record(number);
            outcomes.check(record, state);
            TurnRecord.Rollback rollback = record.rollback();
            if (rollback != null) {
                state = wentBack(record, rollback, state, goneBackTo.get(rollback.to()));
            } else {
                state = resolvesAnew() ? resolved(number, state) : applied(number, state);
            }
            checkShown(number, state);
            goneBackTo.replace(number, state);
        }
        return state;
    }

    /** Only the states that are gone back to are kept; each is filled in when it is reached. */
    private SortedMap<Integer, S> goneBackTo(int from, S known) {
        SortedMap<Integer, S> states = new TreeMap<>();
        for (SignedRecord signed : chain.records()) {
            TurnRecord.Rollback rollback = signed.record().rollback();
            if (rollback != null && rollback.to() >= from) {
                states.put(rollback.to(), known);
            }
        }
        return states;
    }

    private S wentBack(TurnRecord record, TurnRecord.Rollback rollback, S newest, @Nullable S earlier)
            throws ArchiveException {
        int number = record.number();
        require(
                earlier != null && history.events(number).isEmpty(),
                number,
                "something happens in it although it goes back");
        for (Recorded orders : record.orders()) {
            Body body = history.bodies().get(orders.header().body());
            boolean consents = rollback.consents().contains(orders.header().seat());
            require(
                    body == null
                            || orders.outcome() != Recorded.Outcome.COUNTED
                            || consents == wanted(orders, body).consentsTo(rollback.to()),
                    number,
                    "whether " + orders.header().seat() + " agreed to go back is not what its orders say");
        }
        try {
            return rules.set()
                    .goBack(newest, Objects.requireNonNull(earlier))
                    .orElseThrow(() -> new ArchiveException(
                            Layer.REPLAY, "record " + number + ": it goes back, which these rules cannot"));
        } catch (RuntimeException e) {
            throw new ArchiveException(Layer.REPLAY, "record " + number + ": going back that cannot be", e);
        }
    }

    private S first() throws ArchiveException {
        Json.Members initial = history.initialState();
        if (initial == null) {
            throw new IllegalStateException("an archive with record 1 holds the initial state");
        }
        if (resolvesAnew()) {
            S anew = rules.set().setUp(Setting.of(chain.opening(), seatedFirst()));
            require(rules.state(anew).equals(initial), 1, "setting the game up again gives another state");
            return anew;
        }
        try {
            return rules.state(initial);
        } catch (JsonException e) {
            throw new ArchiveException(Layer.REPLAY, "the state in which play begins", e);
        }
    }

    /** Who sat in record 1, with the keys of now, which no game knows of. */
    private SortedMap<SeatId, Join> seatedFirst() {
        SortedMap<SeatId, Join> seats = new TreeMap<>(chain.seats());
        for (SignedRecord signed : chain.records().subList(0, 2)) {
            for (RosterEntry entry : signed.record().roster()) {
                if (entry instanceof RosterEntry.Joined joined) {
                    seats.put(joined.request().join().seat(), joined.request().join());
                }
            }
        }
        return seats;
    }

    private S resolved(int number, S before) throws ArchiveException {
        TurnRecord record = chain.record(number);
        SortedMap<SeatId, List<A>> orders = new TreeMap<>();
        for (Recorded each : record.orders()) {
            if (each.outcome() == Recorded.Outcome.COUNTED) {
                orders.put(each.header().seat(), wanted(each, body(each)).game());
            }
        }
        List<Event<E>> events = rules.resolve(number, before, orders, dice(record));
        Unfolding<S> anew = Unfolding.of(rules, number, before, events);
        List<EventLine> held = history.events(number);
        require(anew.lines().equals(held), number, "resolving the orders again gives other events");
        return anew.after();
    }

    private Body body(Recorded orders) {
        Body body = history.bodies().get(orders.header().body());
        if (body == null) {
            throw new IllegalStateException("a checked archive holds the body of every counted order");
        }
        return body;
    }

    private Wanted<A> wanted(Recorded orders, Body body) throws ArchiveException {
        try {
            return rules.wanted(body.actions());
        } catch (JsonException e) {
            throw new ArchiveException(
                    Layer.REPLAY, "record " + orders.header().record() + ": an action that was counted", e);
        }
    }

    private Dice dice(TurnRecord record) {
        Bytes link = record.link();
        if (link == null) {
            throw new IllegalStateException("a checked record carries the host's link");
        }
        int number = record.number();
        Digest seed = Seed.of(chain.session(), number, link, Seed.seatedBefore(chain, number), record.orders());
        return rules.dice(seed, salts(number).hiddenLink());
    }

    private S applied(int number, S before) throws ArchiveException {
        S state = before;
        for (EventLine line : history.events(number)) {
            try {
                state = rules.set().apply(state, rules.event(line.event()));
            } catch (JsonException e) {
                throw new ArchiveException(Layer.REPLAY, "record " + number + ": an event", e);
            } catch (RuntimeException e) {
                // Rules apply all that they themselves make happen; a host may have made up the rest.
                throw new ArchiveException(Layer.REPLAY, "record " + number + ": an event that cannot be", e);
            }
        }
        return state;
    }

    private void checkShown(int number, S state) throws ArchiveException {
        Salts salts = salts(number);
        TurnRecord record = chain.record(number);
        for (TurnRecord.Shown shown : record.seats()) {
            Optional<Salts.SeatSalts> seat = salts.of(shown.seat());
            if (seat.isPresent()) {
                S view = archive.isComplete() ? rules.viewFor(state, shown.seat()) : state;
                require(
                        Commitment.to(rules.state(view).canonical(), seat.get().view())
                                .equals(shown.view()),
                        number,
                        "the view of " + shown.seat() + " is not the one the record commits to");
            }
        }
        Bytes stateSalt = salts.state();
        require(
                stateSalt == null
                        || Commitment.to(rules.state(state).canonical(), stateSalt)
                                .equals(record.state()),
                number,
                "the state is not the one the record commits to");
        Json.Members snapshot = history.snapshots().get(number);
        require(
                snapshot == null || snapshot.equals(rules.state(state)),
                number,
                "the snapshot is not the state after the record");
    }

    private Salts salts(int number) {
        Salts salts = history.salts().get(number);
        if (salts == null) {
            throw new IllegalStateException("a checked archive holds the salts of every record");
        }
        return salts;
    }

    static void require(boolean holds, int number, String sentence) throws ArchiveException {
        if (!holds) {
            throw new ArchiveException(Layer.REPLAY, "record " + number + ": " + sentence);
        }
    }
}

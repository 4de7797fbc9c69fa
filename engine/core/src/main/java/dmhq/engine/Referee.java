package dmhq.engine;

import dmhq.format.Attachment;
import dmhq.format.Bytes;
import dmhq.format.Digest;
import dmhq.format.SeatId;
import dmhq.format.archive.ArchiveException;
import dmhq.format.archive.Chain;
import dmhq.format.archive.Commitment;
import dmhq.format.archive.EventBytes;
import dmhq.format.archive.History;
import dmhq.format.archive.Layer;
import dmhq.format.archive.SessionArchive;
import dmhq.format.archive.Submission;
import dmhq.format.archive.Turn;
import dmhq.format.json.Codec;
import dmhq.format.json.Json;
import dmhq.format.json.JsonException;
import dmhq.format.session.Body;
import dmhq.format.session.EventLine;
import dmhq.format.session.Join;
import dmhq.format.session.Receipt;
import dmhq.format.session.Recorded;
import dmhq.format.session.RosterEntry;
import dmhq.format.session.Salts;
import dmhq.format.session.SignedHeader;
import dmhq.format.session.SignedJoin;
import dmhq.format.session.SignedRecord;
import dmhq.format.session.TurnRecord;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Applies a rule set to a session for its host: judges what arrives, and writes the next record.
 *
 * <p>A record depends on the archive, the headers and bodies, the instant and the host's secrets, and
 * on nothing else; in whatever order submissions are handed in, the record is the same.
 */
public final class Referee<S extends Record, A extends Action, E> {

    private static final int SNAPSHOT_EVERY = 5;

    private final Rules<S, A, E> rules;
    private final Judge<S, A, E> judge;
    private final HostSecrets secrets;
    private final @Nullable SessionArchive known;
    private final @Nullable S knownState;

    /** Makes the referee of a rule set for the host who knows the secrets. */
    public Referee(RuleSet<S, A, E> rules, HostSecrets secrets) {
        this(rules, secrets, null, null);
    }

    /** Makes the referee of who has played an archive already, and knows the state after it. */
    public Referee(RuleSet<S, A, E> rules, HostSecrets secrets, @Nullable SessionArchive known, @Nullable S state) {
        this.rules = new Rules<>(rules);
        this.judge = new Judge<>(this.rules);
        this.secrets = secrets;
        this.known = known;
        this.knownState = state;
    }

    private S state(SessionArchive archive) throws ArchiveException {
        return archive.equals(known) && knownState != null ? knownState : new Replay<>(rules, archive).state();
    }

    /**
     * Returns why a join cannot be seated, if it cannot: another rule set or version, a seat that is
     * not there or taken, or an entry that is not of the rules' form.
     */
    public Optional<String> objection(SessionArchive archive, Join join) {
        if (archive.chain().newest() > 0) {
            return Optional.of("play began without " + join.seat() + "; seats are taken before record 1");
        }
        if (!archive.chain().opening().seatIds().contains(join.seat())) {
            return Optional.of("there is no seat " + join.seat() + " in this session");
        }
        if (archive.chain().seats().containsKey(join.seat())) {
            return Optional.of(join.seat() + " sits at the table already");
        }
        return objection(join);
    }

    /**
     * Returns why a join cannot take over a seat from who sits there, if it cannot: another rule set or
     * version, a seat where nobody sits, or an entry that is not of the rules' form or that they do not
     * take from a successor.
     *
     * @throws ArchiveException if the archive cannot be played again
     */
    public Optional<String> objectionToSuccessor(SessionArchive archive, Join join) throws ArchiveException {
        if (!archive.chain().seats().containsKey(join.seat())) {
            return Optional.of("nobody sits on " + join.seat() + " who could be replaced");
        }
        Optional<String> objection = objection(join);
        return objection.isPresent()
                ? objection
                : rules.set()
                        .objectionToSuccessor(
                                state(archive), Setting.seat(archive.chain().opening(), join));
    }

    private Optional<String> objection(Join join) {
        if (!join.rules().equals(rules.set().id())) {
            return Optional.of("the player has the rules " + join.rules() + ", the session is played by "
                    + rules.set().id() + "; both need the same version of dmhq");
        }
        try {
            Codec.of(rules.set().entryType()).decode(join.entry());
            return Optional.empty();
        } catch (JsonException e) {
            return Optional.of("what the player brings is not of the form these rules know: " + e.getMessage());
        }
    }

    /**
     * Returns which submissions count for the record after the archive's newest one.
     *
     * @throws ArchiveException if the archive cannot be played again
     * @throws IllegalStateException if there is no record 1 yet
     */
    public Merge merge(SessionArchive archive, Collection<Submission> arrived) throws ArchiveException {
        return merge(archive, arrived, List.of());
    }

    /**
     * Returns which submissions count, as {@link #merge(SessionArchive, Collection)} does.
     *
     * @param leaving the seats that have asked not to be waited for any more
     */
    public Merge merge(SessionArchive archive, Collection<Submission> arrived, Collection<SeatId> leaving)
            throws ArchiveException {
        S state = state(archive);
        Attendance attendance = Attendance.of(archive.chain(), rules.set().standing(state));
        return Merge.of(archive, attendance, state, judge, arrived, leaving);
    }

    /**
     * Returns the receipt for a submission as a merge has judged it.
     *
     * @param missing the seats that are still waited for
     */
    public Receipt receipt(SessionArchive archive, Merge.Fate fate, List<SeatId> missing, Instant at) {
        SignedHeader signed = fate.submission().signed();
        return new Receipt(
                archive.chain().session(),
                signed.digest(),
                signed.header().seat(),
                signed.header().record(),
                signed.header().revision(),
                at,
                fate.verdict(),
                fate.objections(),
                missing,
                archive.chain().head());
    }

    /**
     * Returns the archive with record 1: those who joined are seated and the game is set up.
     *
     * @param joins without objection, one a seat, other than the host's own seat
     */
    public SessionArchive begin(SessionArchive archive, Collection<SignedJoin> joins, Instant at) {
        SortedMap<SeatId, SignedJoin> bySeat = new TreeMap<>();
        joins.forEach(join -> bySeat.put(join.join().seat(), join));
        SortedMap<SeatId, Join> seated = new TreeMap<>(archive.chain().seats());
        bySeat.forEach((seat, signed) -> seated.put(seat, signed.join()));
        List<RosterEntry> roster = bySeat.values().stream()
                .<RosterEntry>map(RosterEntry.Joined::new)
                .toList();
        S state = rules.set().setUp(Setting.of(archive.chain().opening(), seated));
        Unfolding<S> nothing = new Unfolding<>(List.of(), state);
        return recorded(
                archive, new Draft(List.of(), List.of(), roster, null, seatsOf(seated)), nothing, List.of(), at);
    }

    /**
     * Returns the archive with the next record: the orders that count become events.
     *
     * @throws ArchiveException if the archive cannot be played again
     * @throws IllegalStateException if there is no record 1 yet, or the rule set breaks a law
     */
    public SessionArchive resolve(SessionArchive archive, Collection<Submission> arrived, Instant at)
            throws ArchiveException {
        return resolve(archive, arrived, List.of(), at);
    }

    /**
     * Returns the archive with the next record, as {@link #resolve(SessionArchive, Collection, Instant)} does.
     *
     * @param roster the entries of the record's roster, each with a place in it
     */
    public SessionArchive resolve(
            SessionArchive archive, Collection<Submission> arrived, List<RosterEntry> roster, Instant at)
            throws ArchiveException {
        S before = state(archive);
        Merge merge = merge(archive, arrived);
        int number = archive.chain().newest() + 1;
        Dice dice = dice(archive.chain(), number, merge);
        Unfolding<S> unfolding =
                Unfolding.of(rules, number, before, rules.resolve(number, before, actions(merge), dice));
        requireViewsCommute(before, unfolding, seatsOf(archive.chain().seats()));
        return recorded(archive, draft(archive.chain(), merge, roster, null), unfolding, held(merge, arrived), at);
    }

    /**
     * Returns the archive with a next record that goes back to an earlier turn: the orders that are
     * there are recorded, and nothing comes of them but the consents in them.
     *
     * @param roster the entries of the record's roster, each with a place in it
     * @param to the turn after which the game goes on, from 1 to one before the newest
     * @throws ArchiveException if the archive cannot be played again, or these rules cannot go back
     */
    public SessionArchive rollBack(
            SessionArchive archive,
            Collection<Submission> arrived,
            List<RosterEntry> roster,
            int to,
            String reason,
            Instant at)
            throws ArchiveException {
        int newest = archive.chain().newest();
        if (to < 1 || to >= newest) {
            throw new IllegalArgumentException("back from turn " + newest + " to " + to);
        }
        S before = state(archive);
        S after = rules.set()
                .goBack(before, new Replay<>(rules, archive).state(to))
                .orElseThrow(() -> new ArchiveException(
                        Layer.REPLAY,
                        "the rules " + rules.set().id() + " cannot go back to an earlier turn; go on from the newest"));
        Merge merge = merge(archive, arrived);
        TurnRecord.Rollback rollback = new TurnRecord.Rollback(to, reason, consents(merge, to));
        Unfolding<S> nothing = new Unfolding<>(List.of(), after);
        return recorded(archive, draft(archive.chain(), merge, roster, rollback), nothing, held(merge, arrived), at);
    }

    /** Returns the seats whose orders count and agree to go back to a turn, in their order. */
    public List<SeatId> consents(Merge merge, int to) {
        return merge.counted().entrySet().stream()
                .filter(each -> wanted(each.getValue()).consentsTo(to))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Draft draft(
            Chain chain, Merge merge, List<RosterEntry> roster, TurnRecord.@Nullable Rollback rollback) {
        List<SeatId> absent = chain.waitedFor().stream()
                .filter(seat -> !merge.counted().containsKey(seat))
                .toList();
        return new Draft(merge.recorded(), absent, roster, rollback, seatsOf(chain.seats()));
    }

    private static List<Submission> held(Merge merge, Collection<Submission> arrived) {
        return arrived.stream()
                .filter(each -> merge.recorded().stream()
                        .anyMatch(orders -> orders.header().equals(each.signed().header())))
                .toList();
    }

    private SortedMap<SeatId, List<A>> actions(Merge merge) {
        SortedMap<SeatId, List<A>> orders = new TreeMap<>();
        merge.counted()
                .forEach((seat, submission) ->
                        orders.put(seat, wanted(submission).game()));
        return orders;
    }

    private Wanted<A> wanted(Submission submission) {
        try {
            return rules.wanted(submission.body().actions());
        } catch (JsonException e) {
            throw new IllegalStateException("actions that count were read before", e);
        }
    }

    private Dice dice(Chain chain, int number, Merge merge) {
        Bytes link = secrets.open().link(number);
        Digest seed = Seed.of(chain.session(), number, link, seatsOf(chain.seats()), merge.recorded());
        return rules.dice(seed, secrets.hidden().link(number));
    }

    /** A turn that its seat could not take in would stop the game, so it is not even written. */
    private void requireViewsCommute(S before, Unfolding<S> unfolding, List<SeatId> seats) {
        for (SeatId seat : seats) {
            S view = rules.viewFor(before, seat);
            for (EventLine line : unfolding.lines()) {
                if (line.audience() == null || line.audience().contains(seat)) {
                    view = rules.set().apply(view, event(line));
                }
            }
            if (!rules.state(view).equals(rules.state(rules.viewFor(unfolding.after(), seat)))) {
                throw new IllegalStateException(
                        "the rules " + rules.set().id() + " show " + seat + " another view than the events lead to");
            }
        }
    }

    private E event(EventLine line) {
        try {
            return rules.event(line.event());
        } catch (JsonException e) {
            throw new IllegalStateException("an event that was written can be read", e);
        }
    }

    private record Draft(
            List<Recorded> orders,
            List<SeatId> absent,
            List<RosterEntry> roster,
            TurnRecord.@Nullable Rollback rollback,
            List<SeatId> seats) {}

    private SessionArchive recorded(
            SessionArchive archive, Draft draft, Unfolding<S> unfolding, List<Submission> held, Instant at) {
        int number = archive.chain().newest() + 1;
        S state = unfolding.after();
        Salts salts = Commitment.salts(
                secrets.sessionSecret(), number, secrets.hidden().link(number));
        TurnRecord record = new TurnRecord(
                number,
                archive.chain().head(),
                rules.set().id(),
                at,
                null,
                draft.orders(),
                draft.absent(),
                draft.roster(),
                draft.rollback(),
                secrets.open().link(number),
                Digest.of(EventBytes.ofPublic(unfolding.lines())),
                draft.seats().stream()
                        .flatMap(seat -> salts.of(seat).stream())
                        .map(each -> shown(each, unfolding))
                        .toList(),
                commitment(rules.state(state), salts.state()));
        try {
            History its = history(number, unfolding, held, salts);
            return archive.with(SignedRecord.of(record, secrets.key()), its.with(attachments(archive, held)));
        } catch (ArchiveException e) {
            throw new IllegalStateException("a record just made does not hold", e);
        }
    }

    private TurnRecord.Shown shown(Salts.SeatSalts salts, Unfolding<S> unfolding) {
        Bytes part = EventBytes.ofPart(unfolding.lines(), salts.seat());
        Json.Members view = rules.state(rules.viewFor(unfolding.after(), salts.seat()));
        return new TurnRecord.Shown(salts.seat(), Commitment.to(part, salts.part()), commitment(view, salts.view()));
    }

    private static Digest commitment(Json.Members state, @Nullable Bytes salt) {
        if (salt == null) {
            throw new IllegalStateException("the host holds every salt");
        }
        return Commitment.to(state.canonical(), salt);
    }

    /** What came with these orders, and what came earlier: an event may deliver what was sent long before. */
    private static SortedMap<Attachment, Bytes> attachments(SessionArchive archive, List<Submission> held) {
        SortedMap<Attachment, Bytes> all = new TreeMap<>(archive.history().attachments());
        held.forEach(each -> all.putAll(each.attachments()));
        return all;
    }

    private History history(int number, Unfolding<S> unfolding, List<Submission> held, Salts salts) {
        SortedMap<Digest, Body> byDigest = new TreeMap<>();
        held.forEach(each -> byDigest.put(each.body().digest(), each.body()));
        Json.Members state = rules.state(unfolding.after());
        SortedMap<Integer, Json.Members> snapshots = new TreeMap<>();
        if (number % SNAPSHOT_EVERY == 0) {
            snapshots.put(number, state);
        }
        History history = History.of(unfolding.lines(), byDigest, salts, snapshots);
        return number == 1 ? history.beginning(state) : history;
    }

    /**
     * Returns what a seat is sent: its share of all records from one on.
     *
     * @param hostHeader the host seat's orders for the coming turn, if they travel ahead
     */
    public Turn turnFor(SessionArchive archive, SeatId seat, int from, @Nullable SignedHeader hostHeader) {
        Json.Members initial = archive.history().initialState();
        try {
            Json.Members view = initial == null ? null : rules.state(rules.viewFor(rules.state(initial), seat));
            return Turn.of(archive, seat, from, view, hostHeader);
        } catch (JsonException e) {
            throw new IllegalStateException("the host's own first state can be read", e);
        }
    }

    private static List<SeatId> seatsOf(SortedMap<SeatId, Join> seats) {
        return List.copyOf(seats.keySet());
    }
}

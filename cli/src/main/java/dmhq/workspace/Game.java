package dmhq.workspace;

import dmhq.engine.Action;
import dmhq.engine.Attendance;
import dmhq.engine.Choices;
import dmhq.engine.HostSecrets;
import dmhq.engine.Judge;
import dmhq.engine.Objection;
import dmhq.engine.Offering;
import dmhq.engine.Question;
import dmhq.engine.Referee;
import dmhq.engine.Replay;
import dmhq.engine.RuleSet;
import dmhq.engine.RuleSets;
import dmhq.engine.Standing;
import dmhq.format.Digest;
import dmhq.format.RulesId;
import dmhq.format.SeatId;
import dmhq.format.archive.ArchiveException;
import dmhq.format.archive.SessionArchive;
import dmhq.format.json.Codec;
import dmhq.format.json.Json;
import dmhq.format.json.JsonException;
import dmhq.format.session.Manifest.Status;
import dmhq.format.session.Table;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A session archive played by its rules: what the state, or the holder's view of it, is now. */
public final class Game<S extends Record, A extends Action, E> {

    private final RuleSet<S, A, E> rules;
    private final SessionArchive archive;
    private final @Nullable S state;

    private Game(RuleSet<S, A, E> rules, SessionArchive archive, @Nullable S state) {
        this.rules = rules;
        this.archive = archive;
        this.state = state;
    }

    /**
     * Returns an archive's game, all of it played again.
     *
     * @throws Refusal if its rules are not installed
     * @throws ArchiveException if playing it again gives something else than its records say
     */
    public static Game<?, ?, ?> of(SessionArchive archive) throws Refusal, ArchiveException {
        return played(rules(archive), archive, null);
    }

    /**
     * Returns an archive's game, of which only what follows a checkpoint is played again.
     *
     * @throws Refusal if its rules are not installed
     * @throws ArchiveException if playing it again gives something else than its records say
     */
    static Game<?, ?, ?> of(SessionArchive archive, Checkpoint checkpoint) throws Refusal, ArchiveException {
        return played(rules(archive), archive, checkpoint);
    }

    private static RuleSet<?, ?, ?> rules(SessionArchive archive) throws Refusal {
        RulesId id = archive.chain().record(0).rules();
        return RuleSets.of(id)
                .orElseThrow(() -> new Refusal("the session is played by the rules " + id
                        + ", which this dmhq does not have; it has " + installed()));
    }

    private static <S extends Record, A extends Action, E> Game<S, A, E> played(
            RuleSet<S, A, E> rules, SessionArchive archive, @Nullable Checkpoint checkpoint) throws ArchiveException {
        if (archive.chain().newest() < 1) {
            return new Game<>(rules, archive, null);
        }
        Replay<S, A, E> replay = new Replay<>(rules, archive);
        return new Game<>(rules, archive, checkpoint == null ? replay.state() : played(rules, replay, checkpoint));
    }

    private static <S extends Record, A extends Action, E> S played(
            RuleSet<S, A, E> rules, Replay<S, A, E> replay, Checkpoint checkpoint) throws ArchiveException {
        try {
            S known = Codec.of(rules.stateType()).decode(checkpoint.state());
            return replay.state(checkpoint.record(), known);
        } catch (JsonException | ArchiveException e) {
            // It may be the checkpoint that is wrong; if it is the archive, this says so.
            return replay.state();
        }
    }

    /** Returns how far the archive in a file was played; empty if play has not begun. */
    Optional<Checkpoint> checkpoint(Digest file) {
        return state == null
                ? Optional.empty()
                : Optional.of(new Checkpoint(
                        file, archive.chain().newest(), archive.chain().head(), archive.isComplete(), (Json.Members)
                                Codec.of(rules.stateType()).encode(state)));
    }

    /** Returns the rule sets that there are, as one text. */
    public static String installed() {
        return String.join(
                ", ",
                RuleSets.all().stream().map(rules -> rules.id().toString()).toList());
    }

    /** Returns the rule set. */
    public RuleSet<S, A, E> rules() {
        return rules;
    }

    /** Returns the archive. */
    public SessionArchive archive() {
        return archive;
    }

    /**
     * Returns the state, or the holder's view of it.
     *
     * @throws Refusal if play has not begun
     */
    public S state() throws Refusal {
        if (state == null) {
            throw new Refusal("play has not begun; it does when the host has seated the players");
        }
        return state;
    }

    /**
     * Returns how the game stands.
     *
     * @throws Refusal if play has not begun
     */
    public Standing standing() throws Refusal {
        return rules.standing(state());
    }

    /**
     * Returns who plays the coming turn.
     *
     * @throws Refusal if play has not begun
     */
    public Attendance attendance() throws Refusal {
        return Attendance.of(archive.chain(), standing());
    }

    /** Returns what is known of the players beyond the records. */
    Table table() {
        if (state == null) {
            return Table.UNKNOWN;
        }
        Attendance attendance = Attendance.of(archive.chain(), rules.standing(state));
        SortedMap<SeatId, Status> statuses = new TreeMap<>();
        archive.chain().opening().seatIds().forEach(seat -> statuses.put(seat, attendance.status(seat)));
        return new Table(statuses, attendance.currentPlayer());
    }

    /**
     * Returns what is wrong with a seat's actions for the coming turn.
     *
     * @throws Refusal if play has not begun
     */
    public List<Objection> objections(SeatId seat, List<Json.Members> actions) throws Refusal {
        return new Judge<>(rules).objections(archive, state(), seat, actions);
    }

    /**
     * Returns what a seat is offered for a component of an action of the coming turn.
     *
     * @param before what it has planned already
     * @throws Refusal if play has not begun
     */
    public Choices choices(SeatId seat, List<Json.Members> before, Question question) throws Refusal {
        return new Offering<>(rules).choices(archive.chain().newest() + 1, state(), seat, before, question);
    }

    /**
     * Returns why a seat cannot act in the game itself in the coming turn; empty if it can.
     *
     * @throws Refusal if play has not begun
     */
    public Optional<String> closed(SeatId seat) throws Refusal {
        return new Offering<>(rules).closed(archive.chain().newest() + 1, state(), seat);
    }

    Referee<S, A, E> referee(HostSecrets secrets) {
        return new Referee<>(rules, secrets, archive, state);
    }
}

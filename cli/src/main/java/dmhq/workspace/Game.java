package dmhq.workspace;

import dmhq.engine.Action;
import dmhq.engine.HostSecrets;
import dmhq.engine.Judge;
import dmhq.engine.Objection;
import dmhq.engine.Referee;
import dmhq.engine.Replay;
import dmhq.engine.RuleSet;
import dmhq.engine.RuleSets;
import dmhq.format.RulesId;
import dmhq.format.SeatId;
import dmhq.format.archive.ArchiveException;
import dmhq.format.archive.SessionArchive;
import dmhq.format.json.Json;
import java.util.List;
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
     * Returns an archive's game.
     *
     * @throws Refusal if its rules are not installed
     * @throws ArchiveException if playing it again gives something else than its records say
     */
    public static Game<?, ?, ?> of(SessionArchive archive) throws Refusal, ArchiveException {
        RulesId id = archive.chain().record(0).rules();
        RuleSet<?, ?, ?> rules = RuleSets.of(id)
                .orElseThrow(() -> new Refusal("the session is played by the rules " + id
                        + ", which this dmhq does not have; it has " + installed()));
        return played(rules, archive);
    }

    private static <S extends Record, A extends Action, E> Game<S, A, E> played(
            RuleSet<S, A, E> rules, SessionArchive archive) throws ArchiveException {
        S state = archive.chain().newest() < 1 ? null : new Replay<>(rules, archive).state();
        return new Game<>(rules, archive, state);
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
     * Returns what is wrong with a seat's actions for the coming turn.
     *
     * @throws Refusal if play has not begun
     */
    public List<Objection> objections(SeatId seat, List<Json.Members> actions) throws Refusal {
        return new Judge<>(rules).objections(archive, state(), seat, actions);
    }

    Referee<S, A, E> referee(HostSecrets secrets) {
        return new Referee<>(rules, secrets);
    }
}

package dmhq.campaign;

import dmhq.engine.Choices;
import dmhq.engine.Dice;
import dmhq.engine.Event;
import dmhq.engine.Objection;
import dmhq.engine.Question;
import dmhq.engine.Rolling;
import dmhq.engine.RuleSet;
import dmhq.engine.Setup;
import dmhq.engine.Standing;
import dmhq.engine.ledger.Ledger;
import dmhq.format.RulesId;
import dmhq.format.SeatId;
import dmhq.format.json.Codec;
import dmhq.format.json.JsonException;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Distributed MekHQ as a rule set, {@code distributed-mekhq@1}: common timeline, daily logs and
 * wires. There is no chance in it, and the game never ends by itself.
 */
public final class DistributedMekHq implements RuleSet<CampaignState, CampaignAction, CampaignEvent> {

    /** The versions of MekHQ before 0.43. */
    private static final Pattern WITHOUT_ID = Pattern.compile("0\\.(?:[0-9]|[1-3][0-9]|4[0-2])(?![0-9]).*");

    @Override
    public RulesId id() {
        return RulesId.of("distributed-mekhq", 1);
    }

    @Override
    public boolean hidden() {
        return true;
    }

    @Override
    public Class<CampaignState> stateType() {
        return CampaignState.class;
    }

    @Override
    public Class<CampaignAction> actionType() {
        return CampaignAction.class;
    }

    @Override
    public Class<CampaignEvent> eventType() {
        return CampaignEvent.class;
    }

    @Override
    public Class<CampaignEntry> entryType() {
        return CampaignEntry.class;
    }

    @Override
    public Rolling rolling() {
        return Rolling.NEVER;
    }

    /**
     * Returns the state in which all who joined have their campaign and no wire was sent.
     *
     * @throws IllegalArgumentException if an entry is none, if two seats bring one campaign, if the host
     *     is in another team than 1, or if the session was opened with options: there are none yet
     */
    @Override
    public CampaignState setUp(Setup setup) {
        if (!setup.options().members().isEmpty()) {
            throw new IllegalArgumentException("distributed-mekhq has no options yet, but was opened with "
                    + String.join(", ", setup.options().members().keySet()));
        }
        setup.seats().stream()
                .filter(seat -> seat.id().equals(setup.host()) && seat.team() != TeamJudge.OF_THE_HOST)
                .findFirst()
                .ifPresent(seat -> {
                    throw new IllegalArgumentException(
                            "the host is always in team 1, but " + seat.id() + " is in team " + seat.team());
                });
        SortedMap<SeatId, Campaign> campaigns = new TreeMap<>();
        SortedMap<SeatId, Books> books = new TreeMap<>();
        for (Setup.Seat seat : setup.seats()) {
            Campaign campaign = campaign(seat);
            campaigns.forEach((other, known) -> {
                if (known.campaign().equals(campaign.campaign())) {
                    throw new IllegalArgumentException(
                            "seats " + other + " and " + seat.id() + " bring one campaign; each plays its own");
                }
            });
            campaigns.put(seat.id(), campaign);
            books.put(seat.id(), Books.NEW);
        }
        return new CampaignState(setup.host(), campaigns, new TreeMap<>(), books, Ledger.EMPTY);
    }

    @Override
    public List<Objection> objections(CampaignState state, SeatId seat, List<CampaignAction> actions) {
        return Judge.objections(state, seat, actions);
    }

    @Override
    public Choices choices(CampaignState state, SeatId seat, List<CampaignAction> before, Question question) {
        return state.campaigns().containsKey(seat) ? new Offers(state, seat, before).to(question) : Choices.none();
    }

    @Override
    public List<Event<CampaignEvent>> resolve(
            CampaignState state, SortedMap<SeatId, List<CampaignAction>> orders, Dice dice) {
        return Resolution.of(state, orders);
    }

    @Override
    public CampaignState apply(CampaignState state, CampaignEvent event) {
        return Changes.after(state, event);
    }

    @Override
    public CampaignState viewFor(CampaignState state, SeatId seat) {
        return state.viewFor(seat);
    }

    @Override
    public Standing standing(CampaignState state) {
        return Standing.RUNNING;
    }

    /** Saves stay as they are; wires that went on since are undone ({@link GoingBack}). */
    @Override
    public Optional<CampaignState> goBack(CampaignState newest, CampaignState earlier) {
        return Optional.of(new GoingBack(newest, earlier).state());
    }

    /** A campaign is handed on with its seat: the successor brings a save of that very one. */
    @Override
    public Optional<String> objectionToSuccessor(CampaignState state, Setup.Seat successor) {
        Campaign here = state.campaign(successor.id());
        Campaign brought = campaign(successor);
        return isSame(here, brought)
                ? Optional.empty()
                : Optional.of("the seat plays the campaign " + here.name() + ", " + here.campaign()
                        + ", but this save is of " + brought.name() + ", " + brought.campaign()
                        + "; join with a save that who played before has handed on");
    }

    /** Where MekHQ has given a campaign no id, two players were allotted different ones for it. */
    private static boolean isSame(Campaign here, Campaign brought) {
        boolean unnumbered = WITHOUT_ID.matcher(here.mekhqVersion()).matches()
                && WITHOUT_ID.matcher(brought.mekhqVersion()).matches();
        return here.campaign().equals(brought.campaign())
                || (unnumbered && here.name().equals(brought.name()));
    }

    private static Campaign campaign(Setup.Seat seat) {
        try {
            CampaignEntry entry = Codec.of(CampaignEntry.class).decode(seat.entry());
            return new Campaign(
                    entry.campaign(),
                    entry.name(),
                    seat.faction(),
                    seat.team(),
                    entry.date(),
                    entry.location(),
                    entry.gmMode(),
                    entry.mekhqVersion(),
                    false);
        } catch (JsonException e) {
            throw new IllegalArgumentException("seat " + seat.id() + " brings no campaign: " + e.getMessage(), e);
        }
    }
}

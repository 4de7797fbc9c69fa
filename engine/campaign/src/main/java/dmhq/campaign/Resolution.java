package dmhq.campaign;

import dmhq.campaign.CampaignAction.CampaignDetails;
import dmhq.campaign.CampaignAction.TeamAssignment;
import dmhq.engine.Audience;
import dmhq.engine.Event;
import dmhq.format.SeatId;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Predicate;

/**
 * One resolve under way: the events so far, and the state after them.
 *
 * <p>What the saves say comes first, then all other actions, each by seat, then the assignment of teams,
 * so that a log reaches the team it was written for, then the settling of open wires; so an answer and
 * the acknowledgement it waits for meet in one record, whoever sent which.
 */
final class Resolution {

    private final List<Event<CampaignEvent>> events = new ArrayList<>();
    private CampaignState state;

    Resolution(CampaignState state) {
        this.state = state;
    }

    static List<Event<CampaignEvent>> of(CampaignState state, SortedMap<SeatId, List<CampaignAction>> orders) {
        var resolution = new Resolution(state);
        resolution.doAll(orders, CampaignDetails.class::isInstance);
        resolution.doAll(orders, action -> !(action instanceof CampaignDetails || action instanceof TeamAssignment));
        resolution.doAll(orders, TeamAssignment.class::isInstance);
        new Settling(resolution).settleAll();
        return List.copyOf(resolution.events);
    }

    CampaignState state() {
        return state;
    }

    void happens(CampaignEvent event, SeatId... seats) {
        happens(new Event<>(event, Audience.of(seats)));
    }

    private void happens(Event<CampaignEvent> event) {
        events.add(event);
        state = Changes.after(state, event.event());
    }

    private void doAll(SortedMap<SeatId, List<CampaignAction>> orders, Predicate<CampaignAction> which) {
        orders.forEach((seat, actions) -> {
            for (CampaignAction action : actions) {
                if (which.test(action)) {
                    Effects.of(state, seat, action).forEach(this::happens);
                }
            }
        });
    }
}

package dmhq.campaign;

import dmhq.campaign.CampaignAction.TeamAssignment;
import dmhq.format.SeatId;
import java.util.Optional;

/** Lets the host alone say who plays with whom (TeamAssignment of the Distributed MekHQ document). */
final class TeamJudge {

    static final int OF_THE_HOST = 1;

    private TeamJudge() {}

    static Optional<String> wrongWith(CampaignState state, SeatId seat, TeamAssignment assignment) {
        if (!seat.equals(state.host())) {
            return Optional.of(
                    state.host() == null
                            ? "teams are assigned by a host who plays, and this one does not"
                            : "teams are assigned by the host; ask " + state.host());
        } else if (!state.campaigns().containsKey(assignment.seat())) {
            return Optional.of("there is no seat " + assignment.seat() + "; name one of " + state.others(seat));
        } else if (assignment.team() < 1) {
            return Optional.of("there is no team " + assignment.team() + "; teams are counted from 1");
        } else if (assignment.seat().equals(state.host()) && assignment.team() != OF_THE_HOST) {
            return Optional.of("the host is always in team 1; move the others instead");
        } else if (state.campaign(assignment.seat()).team() == assignment.team()) {
            return Optional.of(assignment.seat() + " is in team " + assignment.team() + " already; leave this out");
        }
        return Optional.empty();
    }
}

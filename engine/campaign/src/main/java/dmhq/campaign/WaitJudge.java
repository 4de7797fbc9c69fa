package dmhq.campaign;

import dmhq.format.SeatId;
import java.time.LocalDate;
import java.util.Optional;

/** Judges what a campaign says about waiting for the host, or about no longer wanting to lag behind it. */
final class WaitJudge {

    private WaitJudge() {}

    static Optional<String> wrongWithReady(CampaignState state, SeatId seat) {
        Optional<LocalDate> bound = state.mayAdvanceTo(seat);
        if (bound.isEmpty()) {
            return Optional.of(unbound(state, seat));
        } else if (state.campaign(seat).date().isBefore(bound.get())) {
            return Optional.of("the host is at " + bound.get() + " already; advance up to there without asking");
        } else if (state.campaign(seat).ready()) {
            return Optional.of("the host knows already that you are ready; wait until it has moved on");
        }
        return Optional.empty();
    }

    static Optional<String> wrongWithJump(CampaignState state, SeatId seat, LocalDate date) {
        Optional<LocalDate> bound = state.mayAdvanceTo(seat);
        Campaign own = state.campaign(seat);
        if (bound.isEmpty()) {
            return Optional.of(unbound(state, seat));
        } else if (!own.gmMode()) {
            return Optional.of("only a campaign in GM mode jumps; advance day by day, or switch GM mode on in MekHQ");
        } else if (!own.date().isBefore(bound.get())) {
            return Optional.of("the campaign is at " + own.date() + ", not behind the host's date " + bound.get()
                    + "; there is nothing to jump to");
        } else if (!date.equals(bound.get())) {
            return Optional.of(
                    "a jump goes to the host's date, which is " + bound.get() + ", not " + date + "; name that date");
        }
        return Optional.empty();
    }

    private static String unbound(CampaignState state, SeatId seat) {
        return seat.equals(state.host())
                ? "the host waits for nobody; advance as you like"
                : "the host plays no campaign here, so nobody is bound to its date; advance as you like";
    }
}

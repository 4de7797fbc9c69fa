package dmhq.campaign;

import dmhq.format.SeatId;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Keeps the invariant of the common timeline: no campaign moves past the host's date (Distributed
 * MekHQ document, Common Timeline and its corner cases).
 */
final class DateJudge {

    private DateJudge() {}

    static Optional<String> wrongWith(CampaignState state, SeatId seat, LocalDate date) {
        LocalDate own = state.campaign(seat).date();
        Optional<LocalDate> bound = state.mayAdvanceTo(seat);
        if (bound.isPresent() && own.isAfter(bound.get())) {
            return date.isAfter(bound.get()) ? Optional.of(ahead(own, bound.get())) : Optional.empty();
        } else if (!date.isAfter(own)) {
            return Optional.of("the campaign is at " + own + " already; name a later date");
        } else if (bound.isPresent() && date.isAfter(bound.get())) {
            return Optional.of(date + " is past the host's date " + bound.get() + "; "
                    + (own.equals(bound.get())
                            ? "wait until the host has moved on"
                            : "advance up to " + bound.get() + ", or wait until the host has moved on"));
        }
        return Optional.empty();
    }

    private static String ahead(LocalDate own, LocalDate host) {
        return "the campaign is at " + own + ", ahead of the host's date " + host
                + "; wait until the host is there, or load the save of " + host + " or earlier and name its date";
    }
}

package dmhq.campaign;

import dmhq.campaign.CampaignAction.CampaignDetails;
import dmhq.format.SeatId;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Holds what orders declare against what the save says, so that the common timeline, GM mode and
 * places are what is in the saves. An older save is no objection: days are not taken back, and after a
 * jump the save may still have to get there.
 */
final class DeclarationJudge {

    private DeclarationJudge() {}

    /** Returns what the save says and the orders, all of them done, did not declare. */
    static Optional<String> missing(CampaignState after, SeatId seat, CampaignDetails save) {
        Campaign own = after.campaign(seat);
        Optional<LocalDate> bound = after.mayAdvanceTo(seat);
        boolean withinBound = bound.isEmpty() || !save.date().isAfter(bound.get());
        if (save.date().isAfter(own.date()) && withinBound) {
            return Optional.of("the save is at " + save.date() + ", the session has the campaign at " + own.date()
                    + "; add campaign-date-changed --date " + save.date());
        } else if (save.gmMode() != own.gmMode()) {
            return Optional.of("the save has GM mode " + onOrOff(save.gmMode()) + ", the session has it "
                    + onOrOff(own.gmMode()) + "; add gm-mode-changed --gm-mode " + save.gmMode());
        } else if (!save.location().equals(own.location())) {
            return Optional.of("the save is at " + save.location() + ", the session has the campaign at "
                    + own.location() + "; add location-changed --location '" + save.location()
                    + "' --gm-movement true (or false)");
        }
        return Optional.empty();
    }

    static Optional<String> wrongWithGmMode(Campaign own, boolean gmMode, Optional<CampaignDetails> save) {
        if (save.filter(details -> details.gmMode() != gmMode).isPresent()) {
            return Optional.of(
                    "the save has GM mode " + onOrOff(!gmMode) + ", not " + onOrOff(gmMode) + "; declare what it has");
        }
        return own.gmMode() == gmMode
                ? Optional.of("GM mode is " + onOrOff(gmMode) + " already; leave this out")
                : Optional.empty();
    }

    static Optional<String> wrongWithLocation(Campaign own, String location, Optional<CampaignDetails> save) {
        if (save.filter(details -> !details.location().equals(location)).isPresent()) {
            return Optional.of(
                    "the save is at " + save.get().location() + ", not at " + location + "; declare where it is");
        }
        return own.location().equals(location)
                ? Optional.of("the campaign is at " + location + " already; leave this out")
                : Optional.empty();
    }

    private static String onOrOff(boolean gmMode) {
        return gmMode ? "on" : "off";
    }
}

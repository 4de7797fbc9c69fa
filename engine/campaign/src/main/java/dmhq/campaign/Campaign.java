package dmhq.campaign;

import java.time.LocalDate;
import java.util.UUID;

/**
 * What everyone knows of a campaign (CampaignDetails and TeamAssignment of the Distributed MekHQ
 * document).
 *
 * @param campaign its own UUID, which binds it to its seat
 * @param team seats of one team are allies; the host's is 1
 * @param ready whether it waits for the host's next day
 */
public record Campaign(
        UUID campaign,
        String name,
        String faction,
        int team,
        LocalDate date,
        String location,
        boolean gmMode,
        String mekhqVersion,
        boolean ready) {

    Campaign dated(LocalDate other) {
        return new Campaign(campaign, name, faction, team, other, location, gmMode, mekhqVersion, false);
    }

    Campaign detailed(CampaignEvent.CampaignDetailsChanged details) {
        boolean still = ready && details.date().equals(date);
        return new Campaign(
                campaign,
                details.name(),
                faction,
                team,
                details.date(),
                location,
                gmMode,
                details.mekhqVersion(),
                still);
    }

    Campaign ready(boolean now) {
        return new Campaign(campaign, name, faction, team, date, location, gmMode, mekhqVersion, now);
    }

    Campaign inGmMode(boolean now) {
        return new Campaign(campaign, name, faction, team, date, location, now, mekhqVersion, ready);
    }

    Campaign at(String place) {
        return new Campaign(campaign, name, faction, team, date, place, gmMode, mekhqVersion, ready);
    }

    Campaign inTeam(int other) {
        return new Campaign(campaign, name, faction, other, date, location, gmMode, mekhqVersion, ready);
    }
}

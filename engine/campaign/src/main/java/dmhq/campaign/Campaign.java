package dmhq.campaign;

import java.time.LocalDate;
import java.util.UUID;

/**
 * What everyone knows of a campaign (CampaignDetails and TeamAssignment of the Distributed MekHQ
 * document).
 *
 * @param campaign its own UUID, which binds it to its seat
 * @param team seats of one team are allies; the host's is 1
 */
public record Campaign(
        UUID campaign,
        String name,
        String faction,
        int team,
        LocalDate date,
        String location,
        boolean gmMode,
        String mekhqVersion) {

    Campaign dated(LocalDate other) {
        return new Campaign(campaign, name, faction, team, other, location, gmMode, mekhqVersion);
    }

    Campaign detailed(CampaignEvent.CampaignDetailsChanged details) {
        return new Campaign(
                campaign,
                details.name(),
                faction,
                team,
                details.date(),
                details.location(),
                details.gmMode(),
                details.mekhqVersion());
    }
}

package dmhq.campaign;

import java.time.LocalDate;
import java.util.UUID;

/**
 * The campaign that a player brings into a session, as its save says (CampaignDetails of the
 * Distributed MekHQ document).
 *
 * @param campaign the campaign's own UUID, which never changes
 * @param location where it is, as MekHQ names it
 */
public record CampaignEntry(
        UUID campaign, String name, LocalDate date, String location, boolean gmMode, String mekhqVersion) {}

package dmhq.workspace;

import dmhq.campaign.CampaignAction;
import dmhq.format.json.Codec;
import dmhq.format.json.Json;
import dmhq.format.json.JsonException;
import java.util.Optional;

/** Actions of campaigns in the JSON of drafts and bodies. */
final class CampaignActions {

    private static final Codec<CampaignAction> CODEC = Codec.of(CampaignAction.class);

    private CampaignActions() {}

    static Json.Members json(CampaignAction action) {
        return (Json.Members) CODEC.encode(action);
    }

    /** Returns the action that JSON stands for; empty if it is none, which others judge. */
    static Optional<CampaignAction> read(Json.Members json) {
        try {
            return Optional.of(CODEC.decode(json));
        } catch (JsonException e) {
            return Optional.empty();
        }
    }
}

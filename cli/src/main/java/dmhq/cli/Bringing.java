package dmhq.cli;

import dmhq.campaign.CampaignState;
import dmhq.engine.RuleSet;
import dmhq.format.json.Json;
import dmhq.workspace.Brought;
import dmhq.workspace.PlayerSave;
import dmhq.workspace.Refusal;
import dmhq.workspace.Surroundings;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a player brings to a seat: for Distributed MekHQ a save, otherwise nothing.
 *
 * @param campaign the save's absolute path, or null
 * @param campaignId the id drawn for a campaign whose save has none, else null
 */
record Bringing(
        Brought brought,
        @Nullable String campaign,
        @Nullable UUID campaignId) {

    /** Tells whether a seat is taken with a MekHQ save. */
    static boolean takesSave(RuleSet<?, ?, ?> rules) {
        return rules.stateType() == CampaignState.class;
    }

    static Bringing of(Surroundings surroundings, RuleSet<?, ?, ?> rules, @Nullable Path save)
            throws Refusal, IOException {
        if (!takesSave(rules)) {
            return new Bringing(new Brought("", new Json.Members(Map.of())), null, null);
        }
        if (save == null) {
            throw new Refusal("a seat of " + rules.id() + " is taken with a MekHQ save; name it with --campaign SAVE");
        }
        Path absolute = save.toAbsolutePath().normalize();
        PlayerSave read = PlayerSave.read(surroundings.disk(), absolute);
        UUID drawn = drawn(surroundings);
        return new Bringing(
                read.brought(drawn), absolute.toString(), read.save().id().isPresent() ? null : drawn);
    }

    /** Returns a random UUID (RFC 9562, version 4). */
    static UUID drawn(Surroundings surroundings) {
        ByteBuffer bytes = ByteBuffer.wrap(surroundings.drawn(16).toArray());
        long high = (bytes.getLong() & ~0xF000L) | 0x4000L;
        long low = (bytes.getLong() & ~(0b11L << 62)) | (1L << 63);
        return new UUID(high, low);
    }
}

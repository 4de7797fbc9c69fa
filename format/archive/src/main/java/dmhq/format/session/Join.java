package dmhq.format.session;

import dmhq.format.Bytes;
import dmhq.format.Digest;
import dmhq.format.RulesId;
import dmhq.format.SeatId;
import dmhq.format.SessionId;
import dmhq.format.json.Json;
import dmhq.format.sealing.SealingRecipient;
import dmhq.format.signing.VerifyingKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A player's request for a seat, which binds the seat to keys and to a dice chain; the
 * ConnectionRequest of the Distributed MekHQ document.
 *
 * @param session null only in the host seat's join, which record 0 itself holds
 * @param nonce the session's nonce, 16 bytes
 * @param name what the player is called
 * @param faction the faction the seat plays
 * @param anchor link 0 of the seat's dice chain
 * @param software the version of dmhq that made it
 * @param rules the rule set and version the player has
 * @param entry what the seat brings into the game, in the rule set's own form
 */
public record Join(
        @Nullable SessionId session,
        Bytes nonce,
        SeatId seat,
        String name,
        String faction,
        VerifyingKey signingKey,
        SealingRecipient sealingKey,
        Digest anchor,
        String software,
        RulesId rules,
        Json.Members entry,
        Instant sent) {

    /** Returns what holds of the seat once its keys were replaced; no longer what was signed. */
    public Join withKeys(VerifyingKey signing, SealingRecipient sealing) {
        return new Join(session, nonce, seat, name, faction, signing, sealing, anchor, software, rules, entry, sent);
    }
}

package dmhq.format.session;

import dmhq.format.Party;
import dmhq.format.SessionId;
import dmhq.format.sealing.SealingRecipient;
import dmhq.format.signing.VerifyingKey;
import java.time.Instant;

/**
 * A party's wish to go on with other keys.
 *
 * @param oldKey the signing key it has until then
 * @param signingKey the one it has from then on
 */
public record Rotation(
        SessionId session,
        Party party,
        VerifyingKey oldKey,
        VerifyingKey signingKey,
        SealingRecipient sealingKey,
        Instant sent) {

    public Rotation {
        if (signingKey.equals(oldKey)) {
            throw new IllegalArgumentException("a rotation names the same signing key twice");
        }
    }
}

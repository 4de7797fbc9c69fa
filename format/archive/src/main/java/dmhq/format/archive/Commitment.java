package dmhq.format.archive;

import dmhq.format.Bytes;
import dmhq.format.Digest;
import dmhq.format.Hmac;
import dmhq.format.json.Json;
import dmhq.format.session.Salts;

/**
 * Salted commitments: {@code SHA-256(salt ‖ bytes)}, so that what is short cannot be found by trying.
 *
 * <p>The key of a record's {@link Salts} is {@code HMAC-SHA-256(session secret, [record])} over the
 * canonical array.
 */
public final class Commitment {

    private Commitment() {}

    /** Returns the commitment to some bytes. */
    public static Digest to(Bytes content, Bytes salt) {
        return Digest.of(salt, content);
    }

    /** Returns all salts of a record. */
    public static Salts salts(Bytes secret, int record, Bytes hiddenLink) {
        return new Salts(record, key(secret, record), null, hiddenLink);
    }

    static Bytes key(Bytes secret, int record) {
        return Hmac.of(secret, Json.Elements.of(Json.Amount.of(record)).canonical())
                .value();
    }
}

package dmhq.format.archive;

import dmhq.format.Bytes;
import dmhq.format.Digest;
import dmhq.format.Hmac;
import dmhq.format.SeatId;
import dmhq.format.json.Json;
import dmhq.format.session.Salts;
import java.util.List;

/**
 * Salted commitments: {@code SHA-256(salt ‖ bytes)}, so that what is short cannot be found by trying.
 *
 * <p>A salt is {@code HMAC-SHA-256(session secret, [record, who, what])} over the canonical array,
 * where who is a seat id or {@code host}, and what is {@code part}, {@code view} or {@code state}.
 */
public final class Commitment {

    private Commitment() {}

    /** Returns the commitment to some bytes. */
    public static Digest to(Bytes content, Bytes salt) {
        return Digest.of(salt, content);
    }

    /** Returns all salts of a record, for the seats given. */
    public static Salts salts(Bytes secret, int record, List<SeatId> seats, Bytes hiddenLink) {
        return new Salts(
                record,
                seats.stream()
                        .map(seat -> new Salts.SeatSalts(
                                seat,
                                salt(secret, record, seat.value(), "part"),
                                salt(secret, record, seat.value(), "view")))
                        .toList(),
                salt(secret, record, "host", "state"),
                hiddenLink);
    }

    private static Bytes salt(Bytes secret, int record, String who, String what) {
        return Hmac.of(
                        secret,
                        Json.Elements.of(Json.Amount.of(record), new Json.Text(who), new Json.Text(what))
                                .canonical())
                .value();
    }
}

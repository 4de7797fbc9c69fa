package dmhq.format.session;

import dmhq.format.Bytes;
import dmhq.format.Hmac;
import dmhq.format.SeatId;
import dmhq.format.json.Json;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What opens the commitments of one record: a complete copy holds the key that makes all salts of the
 * record, a seat's copy its own two salts.
 *
 * <p>A salt is {@code HMAC-SHA-256(key, [who, what])} over the canonical array, where who is a seat id or
 * {@code host}, and what is {@code part}, {@code view} or {@code state}.
 *
 * @param key 32 bytes; null in a seat's copy
 * @param own the salts of the seat whose copy it is; null in a complete copy
 * @param hiddenLink the host's hidden dice link of this number; null in a seat's copy
 */
public record Salts(
        int record,
        @Nullable Bytes key,
        @Nullable SeatSalts own,
        @Nullable Bytes hiddenLink) {

    /** The number of bytes in a salt, and in a key. */
    public static final int SIZE = 32;

    /** The salts of one seat, 32 bytes each. */
    public record SeatSalts(SeatId seat, Bytes part, Bytes view) {

        public SeatSalts {
            requireSize(part, "a salt");
            requireSize(view, "a salt");
        }
    }

    public Salts {
        if (key != null) {
            requireSize(key, "a key of salts");
        }
    }

    /** With salts of any size, one commitment could be opened as more salt and fewer events. */
    private static void requireSize(Bytes salt, String what) {
        if (salt.size() != SIZE) {
            throw new IllegalArgumentException(what + " has " + SIZE + " bytes, found " + salt.size());
        }
    }

    /** Returns a seat's salts; empty if it is another's copy. */
    public Optional<SeatSalts> of(SeatId seat) {
        if (key != null) {
            return Optional.of(new SeatSalts(seat, salt(key, seat.value(), "part"), salt(key, seat.value(), "view")));
        }
        return Optional.ofNullable(own).filter(its -> its.seat().equals(seat));
    }

    /** Returns what opens the full state; null in a seat's copy. */
    public @Nullable Bytes state() {
        return key == null ? null : salt(key, "host", "state");
    }

    private static Bytes salt(Bytes key, String who, String what) {
        return Hmac.of(
                        key,
                        Json.Elements.of(new Json.Text(who), new Json.Text(what))
                                .canonical())
                .value();
    }
}

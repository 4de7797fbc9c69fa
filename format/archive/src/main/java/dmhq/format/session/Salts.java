package dmhq.format.session;

import dmhq.format.Bytes;
import dmhq.format.SeatId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What opens the commitments of one record: a seat's copy holds its own, the host's copy all.
 *
 * @param state opens the full state; null in a seat's copy
 * @param hiddenLink the host's hidden dice link of this number; null in a seat's copy
 */
public record Salts(
        int record,
        List<SeatSalts> seats,
        @Nullable Bytes state,
        @Nullable Bytes hiddenLink) {

    /** The number of bytes in a salt. */
    public static final int SIZE = 32;

    /** The salts of one seat, 32 bytes each. */
    public record SeatSalts(SeatId seat, Bytes part, Bytes view) {
        public SeatSalts {
            requireSize(part);
            requireSize(view);
        }
    }

    public Salts {
        seats = List.copyOf(seats);
        if (state != null) {
            requireSize(state);
        }
    }

    /** With salts of any size, one commitment could be opened as more salt and fewer events. */
    private static void requireSize(Bytes salt) {
        if (salt.size() != SIZE) {
            throw new IllegalArgumentException("a salt has " + SIZE + " bytes, found " + salt.size());
        }
    }
}

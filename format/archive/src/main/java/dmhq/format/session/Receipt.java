package dmhq.format.session;

import dmhq.format.Digest;
import dmhq.format.SeatId;
import dmhq.format.SessionId;
import java.time.Instant;
import java.util.List;

/**
 * The host's answer to a submission: what the host understood, and what will become of it.
 *
 * @param header the digest of the submission's header
 * @param at when the host took it in
 * @param objections sentences that say why it is refused; empty otherwise
 * @param missing the seats the host still waits for
 * @param head the digest of the newest record at that moment
 */
public record Receipt(
        SessionId session,
        Digest header,
        SeatId seat,
        int record,
        int revision,
        Instant at,
        Verdict verdict,
        List<String> objections,
        List<SeatId> missing,
        Digest head) {

    /** What will become of a submission, unless a higher revision replaces it. */
    public enum Verdict {
        /** It is what the next record will count. */
        COUNTS,
        /** It is kept; it counts only when the host goes on without waiting. */
        WAITS,
        /** A higher revision is already there. */
        REPLACED,
        /** The rules object, or it was made for another record. */
        REFUSED
    }

    public Receipt {
        objections = List.copyOf(objections);
        missing = List.copyOf(missing);
    }
}

package dmhq.format.archive;

import dmhq.format.Bytes;
import dmhq.format.SeatId;
import dmhq.format.session.RosterEntry;
import dmhq.format.session.SignedHandover;
import dmhq.format.session.SignedJoin;
import dmhq.format.session.SignedLeave;
import dmhq.format.session.SignedRotation;
import dmhq.format.signing.Signature;
import dmhq.format.signing.VerifyingKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A signed request behind a change of the roster.
 *
 * @param name whom it is about, as part of a file's name; unique in a record
 * @param bytes what was signed
 * @param key whose signature it is; null if the file does not say
 */
record RosterPaper(String name, Bytes bytes, @Nullable VerifyingKey key, Signature signature) {

    /**
     * Returns the requests of an entry: none where the host's own signature under the record is enough,
     * and two where two keys have signed the same.
     *
     * @param before the keys before the entry takes effect
     */
    static List<RosterPaper> of(RosterEntry entry, KnownKeys before) {
        if (entry instanceof RosterEntry.Joined joined) {
            return List.of(of(joined.request()));
        } else if (entry instanceof RosterEntry.Replaced replaced) {
            return List.of(of(replaced.request()));
        } else if (entry instanceof RosterEntry.Left left) {
            SignedLeave request = left.request();
            SeatId seat = request.leave().seat();
            return List.of(new RosterPaper(seat.value(), request.signedBytes(), before.of(seat), request.signature()));
        } else if (entry instanceof RosterEntry.Rotated rotated) {
            SignedRotation request = rotated.request();
            String party = request.rotation().party().value();
            return List.of(
                    new RosterPaper(
                            party + "_old",
                            request.signedBytes(),
                            request.rotation().oldKey(),
                            request.oldSignature()),
                    new RosterPaper(
                            party + "_new",
                            request.signedBytes(),
                            request.rotation().signingKey(),
                            request.newSignature()));
        } else if (entry instanceof RosterEntry.HandedOver handed) {
            SignedHandover request = handed.request();
            return List.of(new RosterPaper(
                    "handover", request.signedBytes(), request.handover().host().signingKey(), request.signature()));
        }
        return List.of();
    }

    private static RosterPaper of(SignedJoin request) {
        return new RosterPaper(
                request.join().seat().value(),
                request.signedBytes(),
                request.join().signingKey(),
                request.signature());
    }
}

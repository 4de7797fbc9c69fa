package dmhq.format.archive;

import dmhq.format.Party;
import dmhq.format.SeatId;
import dmhq.format.session.Join;
import dmhq.format.session.RosterEntry;
import dmhq.format.session.Rotation;
import dmhq.format.signing.AllowedSigner;
import dmhq.format.signing.VerifyingKey;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Who signs with which key, as far as one file says: by its records, and for want of them by who
 * packed it.
 */
final class KnownKeys {

    private final Party packer;
    private final VerifyingKey packedWith;
    private final SortedMap<SeatId, VerifyingKey> seats = new TreeMap<>();
    private final Set<AllowedSigner> signers = new LinkedHashSet<>();
    private @Nullable VerifyingKey host;

    KnownKeys(Party packer, VerifyingKey packedWith) {
        this.packer = packer;
        this.packedWith = packedWith;
        if (packer.isHost()) {
            host = packedWith;
        }
    }

    /** The record that opens the session, or changes who hosts it, names the host's key. */
    void open(VerifyingKey hostKey) {
        host = hostKey;
        signers.add(new AllowedSigner(Party.HOST.value(), hostKey));
    }

    void after(RosterEntry entry) {
        if (entry instanceof RosterEntry.Joined joined) {
            sits(joined.request().join());
        } else if (entry instanceof RosterEntry.Replaced replaced) {
            sits(replaced.request().join());
        } else if (entry instanceof RosterEntry.Rotated rotated) {
            rotated(rotated.request().rotation());
        } else if (entry instanceof RosterEntry.HandedOver handed) {
            open(handed.request().handover().host().signingKey());
        }
    }

    private void sits(Join join) {
        seats.put(join.seat(), join.signingKey());
        signers.add(new AllowedSigner(join.seat().value(), join.signingKey()));
    }

    private void rotated(Rotation rotation) {
        if (rotation.party().isHost()) {
            open(rotation.signingKey());
        } else {
            seats.put(rotation.party().seat(), rotation.signingKey());
            signers.add(new AllowedSigner(rotation.party().value(), rotation.signingKey()));
        }
    }

    /** A header beside the records says itself who signed it; the records know better, if they do. */
    void claimed(SeatId seat, VerifyingKey key) {
        if (!seats.containsKey(seat)) {
            signers.add(new AllowedSigner(seat.value(), key));
        }
    }

    @Nullable
    VerifyingKey host() {
        return host;
    }

    @Nullable
    VerifyingKey of(SeatId seat) {
        return seats.get(seat);
    }

    /** Who packed the file is named as it names itself, unless the records know better. */
    String allowedSigners() throws ArchiveException {
        VerifyingKey known = packer.isHost() ? host : seats.get(packer.seat());
        ArchiveException.require(
                known == null || known.equals(packedWith),
                Layer.MANIFEST,
                "the file says it is from " + packer + ", but is signed by another key: " + packedWith.fingerprint());
        signers.add(new AllowedSigner(packer.value(), packedWith));
        StringBuilder lines = new StringBuilder();
        signers.forEach(signer -> lines.append(signer).append('\n'));
        return lines.toString();
    }
}

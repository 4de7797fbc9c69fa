package dmhq.workspace;

import dmhq.format.SeatId;
import dmhq.format.archive.Chain;
import java.io.IOException;
import java.util.Optional;

/**
 * For whom a parcel is that leaves a workspace. It is sealed to who sat on a seat at some time, so that it is of use to
 * nobody who sits there later.
 *
 * @param key under which the outbox keeps it
 */
record Reader(Workspace workspace, ParcelLabel label, String key, Chain chain) {

    /** The turn that who is turned down waits for; nothing else is said of it. */
    static final int TURNED_DOWN = 1;

    /**
     * Tells whether it is who sits on the seat now, or, as long as nobody does, who wants to: somebody whose address a host
     * can still say.
     */
    boolean sits() {
        if (label.to().isHost()) {
            return true;
        }
        SeatId seat = label.to().seat();
        return isTurnedDown()
                ? !chain.seats().containsKey(seat)
                : chain.replacements(seat).stream().noneMatch(record -> record > lastBefore());
    }

    /**
     * Returns where they are reached; empty if that is not known. The host is where the post's address says, also for
     * itself; where others are the host alone knows.
     */
    Optional<String> address() throws Refusal, IOException {
        Place place = workspace.place();
        if (label.to().isHost() || (place.host() && label.to().seat().equals(place.seat()))) {
            return Optional.of("");
        }
        SeatId seat = label.to().seat();
        Contacts contacts = new Contacts(workspace);
        if (!isTurnedDown()) {
            return contacts.after(lastBefore(), seat, chain);
        }
        Optional<String> asked = new Asked(workspace).answeredAt(seat, key);
        Optional<String> declined = asked.isPresent() ? asked : contacts.declined(seat);
        return declined.isPresent() || !sits() ? declined : contacts.of(seat);
    }

    private boolean isTurnedDown() {
        return label.kind().equals("notice") && label.turn() == TURNED_DOWN;
    }

    /** Returns the record after which they sat on the seat. */
    private int lastBefore() {
        boolean ends = label.kind().equals("turn") || label.kind().equals("closing");
        return ends && !key.contains(ParcelLabel.LAST) ? label.turn() : label.turn() - 1;
    }
}

package dmhq.format.session;

import dmhq.format.SeatId;
import dmhq.format.session.Manifest.Status;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What whoever packs a file knows of the players beyond the records, for its manifest, which decides
 * nothing.
 *
 * @param statuses where seats stand; of a seat that is not in it the records say it
 * @param currentPlayer who is to move, in sequential style; else null
 */
public record Table(
        SortedMap<SeatId, Status> statuses, @Nullable SeatId currentPlayer) {

    /** Nothing beyond the records. */
    public static final Table UNKNOWN = new Table(new TreeMap<>(), null);

    public Table {
        statuses = Collections.unmodifiableSortedMap(new TreeMap<>(statuses));
    }
}

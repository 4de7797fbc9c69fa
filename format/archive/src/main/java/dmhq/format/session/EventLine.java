package dmhq.format.session;

import dmhq.format.SeatId;
import dmhq.format.json.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One event of one record, as a line of an events segment.
 *
 * @param after null for a public event; for a private one, how many public events of its record
 *     come before it
 * @param audience who may see a private event, by seat id; null for a public one and in what a seat
 *     is given, which does not learn who else saw it
 * @param event an object with {@code event_type}, in the rule set's own form
 */
public record EventLine(
        int record, @Nullable Integer after, @Nullable List<SeatId> audience, Json.Members event) {

    /** Tells whether everyone sees the event. */
    public boolean isPublic() {
        return after == null;
    }

    /** Returns the line as a seat of its audience is given it. */
    public EventLine asGiven() {
        return new EventLine(record, after, null, event);
    }
}

package dmhq.format.archive;

import dmhq.format.Bytes;
import dmhq.format.SeatId;
import dmhq.format.json.Codec;
import dmhq.format.session.EventLine;
import java.util.List;
import java.util.function.Predicate;

/** The bytes of event lines that records commit to. */
public final class EventBytes {

    private static final Codec<EventLine> CODEC = Codec.of(EventLine.class);

    private EventBytes() {}

    /** Returns the lines of the public events of one record. */
    public static Bytes ofPublic(List<EventLine> lines) {
        return of(lines, EventLine::isPublic);
    }

    /** Returns a seat's part: the lines of the private events it may see, as it is given them. */
    public static Bytes ofPart(List<EventLine> lines, SeatId seat) {
        return of(lines, line -> line.audience() != null && line.audience().contains(seat));
    }

    /** Returns a seat's part from lines that the seat was given. */
    static Bytes ofOwnPart(List<EventLine> lines) {
        return of(lines, line -> !line.isPublic());
    }

    private static Bytes of(List<EventLine> lines, Predicate<EventLine> chosen) {
        return Bytes.joined(lines.stream()
                .filter(chosen)
                .map(line -> CODEC.encode(line.asGiven()).line())
                .toArray(Bytes[]::new));
    }
}

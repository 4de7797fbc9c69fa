package dmhq.workspace;

import dmhq.format.Party;
import dmhq.format.SeatId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a parcel is: kind, turn, parties and revision. The key under which the outbox keeps it begins with that, and goes on
 * with what tells it from others of the same label.
 */
public record ParcelLabel(String kind, int turn, Party from, Party to, int revision) {

    /** Stands in the key of a turn that somebody asked for, who may lack more than the next one brings. */
    static final String ASKED = "_asked_";

    /** Stands in the key of a notice that only reminds. */
    static final String REMINDER = "_reminder";

    /** Stands in the key of the last turn of who sat on a seat that was given to somebody else. */
    static final String LAST = "_on_last";

    private static final Pattern NAME = Pattern.compile(".*_from_[a-z0-9-]+_to_(?<to>[a-z0-9-]+)_.*");

    private static final Pattern KEY = Pattern.compile("turn_(?<turn>[0-9]{1,9})(?:_(?<kind>[a-z]+))?"
            + "_from_(?<from>[a-z0-9-]+)_to_(?<to>[a-z0-9-]+)(?:_r(?<revision>[0-9]{1,9}))?(?:_.*)?");

    /** Returns the label of a parcel that is kept under a key. */
    static ParcelLabel of(String key) {
        Matcher parts = KEY.matcher(key);
        if (!parts.matches()) {
            throw new IllegalArgumentException("no parcel is kept under " + key);
        }
        String kind = parts.group("kind");
        String revision = parts.group("revision");
        return new ParcelLabel(
                kind == null ? "turn" : kind,
                Integer.parseInt(parts.group("turn")),
                party(parts.group("from")),
                party(parts.group("to")),
                revision == null ? 0 : Integer.parseInt(revision));
    }

    private static Party party(String name) {
        return name.equals(Party.HOST.toString()) ? Party.HOST : Party.of(new SeatId(name));
    }

    /**
     * Tells whether a newer parcel says all that this one does: a later turn brings the earlier ones along, and a
     * higher revision replaces the lower.
     */
    boolean isOutdatedBy(ParcelLabel other) {
        boolean alike = kind.equals(other.kind) && from.equals(other.from) && to.equals(other.to);
        return alike
                && switch (kind) {
                    case "turn", "request" -> other.turn > turn;
                    case "submission" -> other.turn == turn && other.revision > revision;
                    default -> false;
                };
    }

    String key(String distinction) {
        return "turn_" + turn + (kind.equals("turn") ? "" : "_" + kind) + "_from_" + from + "_to_" + to
                + (revision == 0 ? "" : "_r" + revision) + distinction;
    }

    /** Returns for whom a parcel is by its name; empty if it has none that dmhq gave it, which tells nothing. */
    static Optional<String> addressee(String name) {
        Matcher parcel = NAME.matcher(name);
        return parcel.matches() ? Optional.of(parcel.group("to")) : Optional.empty();
    }
}

package dmhq.format.session;

import dmhq.format.Bytes;
import dmhq.format.Digest;
import dmhq.format.SeatId;
import dmhq.format.json.Json;
import dmhq.format.sealing.SealingRecipient;
import dmhq.format.signing.VerifyingKey;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What record 0 alone holds: everything the session was opened with.
 *
 * @param name the session's name, the first part of its id
 * @param nonce 16 random bytes that bind keys and dice chains to this session
 * @param hostSeat the seat of the host, or null if the host only resolves
 * @param hidden whether the rule set keeps secrets between seats
 * @param setup what the rule set is set up with, in its own form
 */
public record Opening(
        String name,
        Bytes nonce,
        Host host,
        @Nullable SeatId hostSeat,
        List<Place> seats,
        boolean hidden,
        Settings settings,
        Json.Members setup) {

    /**
     * The host role's keys.
     *
     * @param openAnchor link 0 of the chain whose links are published with each record
     * @param hiddenAnchor link 0 of the chain whose links are published at the close
     */
    public record Host(
            String name,
            VerifyingKey signingKey,
            SealingRecipient sealingKey,
            Digest openAnchor,
            Digest hiddenAnchor) {}

    /** A place at the table and the team it plays in; host's team is 1. */
    public record Place(SeatId seat, int team) {}

    /**
     * How the session is played.
     *
     * @param hostFirst whether a playing host commits to its orders before others plan theirs; never
     *     in sequential style, in which they see each other's anyway
     * @param options for the rules and for tools, in their own form
     */
    public record Settings(Style style, boolean hostFirst, Json.Members options) {

        /** Settings without options of their own. */
        public Settings(Style style, boolean hostFirst) {
            this(style, hostFirst, new Json.Members(Map.of()));
        }

        public Settings {
            if (hostFirst && style == Style.SEQUENTIAL) {
                throw new IllegalArgumentException("in sequential style the host does not go first");
            }
        }
    }

    /** How turns follow each other. */
    public enum Style {
        /** All seats plan the same turn at once. */
        SIMULTANEOUS,
        /** One seat plans after the other. */
        SEQUENTIAL
    }

    public Opening {
        seats = List.copyOf(seats);
        if (!name.matches("[a-z0-9][a-z0-9-]{0,39}")) {
            throw new IllegalArgumentException(
                    "a session is named by at most 40 lower-case letters, digits and hyphens");
        }
        if (seats.stream().map(Place::seat).distinct().count() != seats.size()) {
            throw new IllegalArgumentException("a seat is listed twice");
        }
        if (hostSeat != null && !seatsOf(seats).contains(hostSeat)) {
            throw new IllegalArgumentException("the host's seat is not among the seats");
        }
    }

    /** Returns the ids of the seats, in the order they were opened. */
    public List<SeatId> seatIds() {
        return seatsOf(seats);
    }

    private static List<SeatId> seatsOf(List<Place> places) {
        return places.stream().map(Place::seat).toList();
    }
}

package dmhq.format.session;

import dmhq.format.Digest;
import dmhq.format.Party;
import dmhq.format.SeatId;
import dmhq.format.SessionId;
import dmhq.format.json.Json;
import dmhq.format.json.Unknown;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The table of contents of one file, signed by whoever packed it; it decides nothing.
 *
 * <p>The members up to {@code last_modified} are those of the async-multiplayer document.
 *
 * @param currentTurn the number of the record to be resolved next
 * @param currentPlayer who is to move, in sequential style; else null
 * @param from who packed the file
 * @param to whom it is for; null where it is for nobody in particular
 * @param records the first and last record inside; null where there are none
 * @param entries all other entries of the file but the manifest's own signature, in file order
 * @param other members of other names, kept as they came
 */
public record Manifest(
        SessionId sessionId,
        String scenario,
        int currentTurn,
        int totalTurnsPlayed,
        List<Player> players,
        List<SeatId> turnOrder,
        @Nullable SeatId currentPlayer,
        GameState gameState,
        FileFormat fileFormat,
        Instant createdAt,
        Instant lastModified,
        Kind kind,
        Party from,
        @Nullable Party to,
        @Nullable Range records,
        List<Listed> entries,
        @Unknown Json.Members other) {

    /** Returns this of a session that is over. */
    public Manifest closed() {
        GameState over = new GameState(Phase.CLOSED, null, gameState.allPlayersReady());
        return new Manifest(
                sessionId,
                scenario,
                currentTurn,
                totalTurnsPlayed,
                players,
                turnOrder,
                null,
                over,
                fileFormat,
                createdAt,
                lastModified,
                kind,
                from,
                to,
                records,
                entries,
                other);
    }

    /** What a file is for. */
    public enum Kind {
        /** A whole session as one party holds it. */
        SESSION,
        /** What is new for one seat. */
        TURN,
        /** One seat's orders. */
        SUBMISSION,
        /** A host's offer of a seat. */
        INVITATION,
        /** A player's request for a seat. */
        JOIN,
        /** A host's answer to a submission. */
        RECEIPT,
        /** A seat's request for records it is missing. */
        REQUEST,
        /** A seat's wish that nobody waits for it. */
        LEAVE,
        /** A seat's wish to go on with other keys. */
        ROTATION,
        /** A whole session with everything that was hidden in it. */
        CLOSING,
        /** A host's word to a seat about the turn under way, and until when it is waited for. */
        NOTICE
    }

    /** A seat as the document lists players. */
    public record Player(SeatId playerId, String faction, Status status, int lastActionTurn) {}

    /** Where a seat stands. */
    public enum Status {
        /** It plays; its orders are waited for. */
        ACTIVE,
        /** It has sent its orders. */
        READY,
        /** It has left, or was not waited for. */
        DISCONNECTED,
        /** The game is over for it. */
        ELIMINATED,
        /** Nobody has taken it yet. */
        OPEN
    }

    /**
     * Where the game stands, as the document words it.
     *
     * @param turnDeadline until when the coming turn is waited for by the records, whatever the host has
     *     said since; null where it is not limited
     */
    public record GameState(Phase phase, @Nullable Instant turnDeadline, boolean allPlayersReady) {}

    /** What the session is waiting for. */
    public enum Phase {
        /** Players to take their seats. */
        JOINING,
        /** Players to plan. */
        PLANNING,
        /** The last of the players to send their orders. */
        WAITING_FOR_ALL,
        /** The host to resolve. */
        SIMULATING,
        /** Players to look at what happened. */
        REPLAYING,
        /** Nothing: the session is over. */
        CLOSED
    }

    /** How the file is written; {@code encryption} is null inside, as sealing goes around it. */
    public record FileFormat(
            int version, String compression, @Nullable String encryption) {}

    /** Records from one number to another, both included. */
    public record Range(int from, int to) {}

    /** One entry: its name, and size and digest of its content, uncompressed for {@code .gz}. */
    public record Listed(String name, long size, Digest digest) {}
}

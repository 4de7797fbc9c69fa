package dmhq.format.session;

import dmhq.format.Bytes;
import dmhq.format.Digest;
import dmhq.format.SeatId;
import dmhq.format.json.Codec;
import dmhq.format.json.Json;
import dmhq.format.json.Unknown;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The private half of orders: the actions file of the async-multiplayer document with ours beside
 * its members.
 *
 * <p>Refuses, with {@link IllegalArgumentException}, a checksum that is not the digest of the
 * canonical bytes of {@code actions}.
 *
 * @param turn the number of the record the orders are for
 * @param timestamp when the actions were sent, as in the header
 * @param actions each an object with {@code action_type} and {@code action_id}
 * @param signature always null: the header is signed, and names this body by digest
 * @param salt 16 random bytes that keep a short body from being guessed by its digest
 * @param metadata free text by free names, for tools
 * @param other members of other names, kept as they came
 */
public record Body(
        int turn,
        SeatId playerId,
        @Nullable Instant timestamp,
        List<Json.Members> actions,
        Digest checksum,
        @Nullable String signature,
        Bytes salt,
        Json.Members metadata,
        @Unknown Json.Members other) {

    private static final Codec<Body> CODEC = Codec.of(Body.class);

    public Body {
        actions = List.copyOf(actions);
        if (!checksum.equals(checksum(actions))) {
            throw new IllegalArgumentException("the checksum is not that of the actions");
        }
    }

    /** Returns the body of some actions, without metadata. */
    public static Body of(int turn, SeatId seat, @Nullable Instant sent, List<Json.Members> actions, Bytes salt) {
        Json.Members nothing = new Json.Members(Map.of());
        return new Body(turn, seat, sent, actions, checksum(actions), null, salt, nothing, nothing);
    }

    /** Returns the SHA-256 over the canonical bytes of an array of actions. */
    public static Digest checksum(List<Json.Members> actions) {
        return Digest.of(new Json.Elements(List.copyOf(actions)).canonical());
    }

    /** Returns the digest that a header names this body by. */
    public Digest digest() {
        return Digest.of(CODEC.canonical(this));
    }
}

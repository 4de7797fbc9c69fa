package dmhq.format.archive;

import dmhq.format.Bytes;
import dmhq.format.Digest;
import dmhq.format.SeatId;
import dmhq.format.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A chain of {@value #LENGTH} dice links, drawn from one secret.
 *
 * <p>Link 4,096 is the digest of {@code ["dmhq-link-1", nonce, owner, 4096, secret]}, and link k that
 * of {@code ["dmhq-link-1", nonce, owner, k, link k+1]}, both as canonical JSON with bytes in hex.
 * Link 0 is the anchor, which is published first. Link k is published with record k, so nobody can
 * foresee it, and everyone can hash it forward to what is already known.
 */
public final class LinkChain {

    /** The number of links, and so of records that one chain serves. */
    public static final int LENGTH = 4096;

    /** The chains of a session are asked for again and again, and each costs thousands of digests. */
    private static final int MOST_KEPT = 16;

    /** By their last link, which only those know who know the secret. */
    private static final Map<Bytes, List<Bytes>> HASHED = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Bytes, List<Bytes>> eldest) {
            return size() > MOST_KEPT;
        }
    };

    private final Owner owner;
    private final Bytes secret;
    private @Nullable List<Bytes> links;

    /** Makes the chain of an owner from a secret of at least 16 bytes; it is hashed when a link is asked for. */
    public LinkChain(Owner owner, Bytes secret) {
        this.owner = owner;
        this.secret = secret;
    }

    /**
     * Whose chain it is, within one session.
     *
     * @param nonce the session's nonce
     * @param name a seat id, or {@code host:open} or {@code host:hidden}
     */
    public record Owner(Bytes nonce, String name) {

        /** Returns the owner of a seat's chain. */
        public static Owner seat(Bytes nonce, SeatId seat) {
            return new Owner(nonce, seat.value());
        }

        /** Returns the owner of the chain whose links are published with each record. */
        public static Owner hostOpen(Bytes nonce) {
            return new Owner(nonce, "host:open");
        }

        /** Returns the owner of the chain whose links are published at the close. */
        public static Owner hostHidden(Bytes nonce) {
            return new Owner(nonce, "host:hidden");
        }
    }

    /** Returns link 0. */
    public Digest anchor() {
        return new Digest(link(0));
    }

    /**
     * Returns a link.
     *
     * @param number 0 to {@value #LENGTH}
     */
    public Bytes link(int number) {
        if (number < 0 || number > LENGTH) {
            throw new IllegalArgumentException("a chain has links 0 to " + LENGTH + ", not " + number);
        }
        if (links == null) {
            Bytes last = new Step(owner).down(LENGTH, secret);
            synchronized (HASHED) {
                links = HASHED.computeIfAbsent(last, link -> hashed(owner, link));
            }
        }
        return links.get(number);
    }

    private static List<Bytes> hashed(Owner owner, Bytes last) {
        List<Bytes> fromTheLast = new ArrayList<>(List.of(last));
        Step step = new Step(owner);
        Bytes link = last;
        for (int number = LENGTH - 1; number >= 0; number--) {
            link = step.down(number, link);
            fromTheLast.add(link);
        }
        Collections.reverse(fromTheLast);
        return List.copyOf(fromTheLast);
    }

    /**
     * Tells whether a link leads to one that is already known.
     *
     * @param number the link's number, above {@code knownNumber}
     */
    public static boolean leads(Owner owner, Bytes link, int number, Bytes known, int knownNumber) {
        return link.size() == Digest.SIZE
                && number > knownNumber
                && number <= LENGTH
                && hashed(owner, link, number, knownNumber).equals(known);
    }

    private static Bytes hashed(Owner owner, Bytes link, int from, int to) {
        Step step = new Step(owner);
        Bytes value = link;
        for (int number = from - 1; number >= to; number--) {
            value = step.down(number, value);
        }
        return value;
    }

    /** The step from a link to the one below; a chain has thousands, so all that stays the same is written once. */
    private static final class Step {

        private final String head;

        Step(Owner owner) {
            String array = Json.Elements.of(
                            new Json.Text("dmhq-link-1"),
                            new Json.Text(owner.nonce().hex()),
                            new Json.Text(owner.name()))
                    .toText();
            this.head = array.substring(0, array.length() - 1) + ",";
        }

        Bytes down(int number, Bytes above) {
            String array = head + number + ",\"" + above.hex() + "\"]";
            return Digest.of(Bytes.of(array.getBytes(StandardCharsets.UTF_8))).value();
        }
    }
}

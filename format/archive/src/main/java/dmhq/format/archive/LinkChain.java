package dmhq.format.archive;

import dmhq.format.Bytes;
import dmhq.format.Digest;
import dmhq.format.SeatId;
import dmhq.format.json.Json;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

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

    private final List<Bytes> links;

    /** Makes the chain of an owner from a secret of at least 16 bytes. */
    public LinkChain(Owner owner, Bytes secret) {
        List<Bytes> fromTheLast = new ArrayList<>();
        Bytes link = secret;
        for (int number = LENGTH; number >= 0; number--) {
            link = step(owner, number, link);
            fromTheLast.add(link);
        }
        Collections.reverse(fromTheLast);
        this.links = List.copyOf(fromTheLast);
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
        return links.get(number);
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
        Bytes value = link;
        for (int number = from - 1; number >= to; number--) {
            value = step(owner, number, value);
        }
        return value;
    }

    private static Bytes step(Owner owner, int number, Bytes above) {
        return Digest.of(Json.Elements.of(
                                new Json.Text("dmhq-link-1"),
                                new Json.Text(owner.nonce().hex()),
                                new Json.Text(owner.name()),
                                Json.Amount.of(number),
                                new Json.Text(above.hex()))
                        .canonical())
                .value();
    }
}

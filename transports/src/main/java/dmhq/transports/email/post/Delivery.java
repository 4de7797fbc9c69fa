package dmhq.transports.email.post;

import java.time.Instant;
import java.util.Optional;

/**
 * What became of one parcel on its way to one recipient.
 *
 * @param parcel its name
 * @param recipient an address
 * @param digest of its content, in 64 hexadecimal digits
 * @param mail the Message-ID of the mail with the brackets
 * @param sent when the provider took it over; empty if nobody knows whether it did
 * @param returned why it did not arrive, as far as servers on the way have said
 */
public record Delivery(
        String parcel,
        String recipient,
        String digest,
        String mail,
        Optional<Instant> sent,
        Optional<Returned> returned) {

    /**
     * That a mail did not arrive.
     *
     * @param permanent that it never will; else a server still tries
     * @param reason what the server said, in one line
     */
    public record Returned(boolean permanent, String reason) {}

    /** Tells whether there is nothing more to do: it left, and did not come back for good. */
    boolean isDone() {
        return sent.isPresent() && returned.filter(Returned::permanent).isEmpty();
    }

    Delivery sentAt(Instant at) {
        return new Delivery(parcel, recipient, digest, mail, Optional.of(at), Optional.empty());
    }

    Delivery returned(boolean permanent, String reason) {
        return new Delivery(parcel, recipient, digest, mail, sent, Optional.of(new Returned(permanent, reason)));
    }
}

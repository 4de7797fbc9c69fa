package dmhq.format.signing;

import dmhq.format.Bytes;
import java.util.Base64;
import java.util.Optional;

/** Base64 with padding and nothing between (RFC 4648 section 4), in which bytes have one text. */
final class Base64Text {

    private Base64Text() {}

    static String of(Bytes bytes) {
        return Base64.getEncoder().encodeToString(bytes.toArray());
    }

    /** Empty for what is not base64, lacks its padding or has stray bits in its last digit. */
    static Optional<Bytes> parse(String text) {
        try {
            Bytes bytes = Bytes.of(Base64.getDecoder().decode(text));
            return of(bytes).equals(text) ? Optional.of(bytes) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}

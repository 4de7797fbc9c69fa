package dmhq.format.sealing;

import com.exceptionfactory.jagged.bech32.Bech32;
import com.exceptionfactory.jagged.bech32.Bech32Address;
import dmhq.format.Bytes;
import java.util.Optional;

/** The Bech32 text (BIP 173) in which age writes keys of 32 bytes. */
record KeyText(String prefix) {

    static final int SIZE = 32;

    String of(Bytes key) {
        return Bech32.getEncoder().encode(prefix, key.toArray()).toString();
    }

    /** Empty for every text but the one that {@link #of} writes. */
    Optional<Bytes> parse(String text) {
        try {
            Bech32Address address = Bech32.getDecoder().decode(text);
            Bytes key = Bytes.of(address.getData());
            return key.size() == SIZE && of(key).equals(text) ? Optional.of(key) : Optional.empty();
        } catch (RuntimeException notBech32) {
            // The decoder has a different unchecked exception for each way in which a text is wrong.
            return Optional.empty();
        }
    }
}

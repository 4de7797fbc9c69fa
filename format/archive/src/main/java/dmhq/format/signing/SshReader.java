package dmhq.format.signing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dmhq.format.Bytes;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/**
 * Reads the data types of RFC 4251 section 5.
 *
 * <p>Running past the end throws {@link BufferUnderflowException}, whatever length a string claims;
 * whoever reads a structure turns it into its own refusal.
 */
final class SshReader {

    private final ByteBuffer left;

    SshReader(Bytes bytes) {
        left = ByteBuffer.wrap(bytes.toArray());
    }

    Bytes raw(int size) {
        if (size < 0 || size > left.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] bytes = new byte[size];
        left.get(bytes);
        return Bytes.of(bytes);
    }

    int number() {
        return left.getInt();
    }

    Bytes string() {
        return raw(number());
    }

    /** One character a byte: the names read here are ASCII, and anything else must stay different. */
    String text() {
        return new String(string().toArray(), ISO_8859_1);
    }

    Bytes rest() {
        return raw(left.remaining());
    }
}

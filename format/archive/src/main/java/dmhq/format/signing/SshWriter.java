package dmhq.format.signing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dmhq.format.Bytes;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** Writes the data types of RFC 4251 section 5: 32-bit numbers and strings led by their length. */
final class SshWriter {

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    SshWriter raw(Bytes bytes) {
        written.writeBytes(bytes.toArray());
        return this;
    }

    SshWriter number(int value) {
        written.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(value).array());
        return this;
    }

    SshWriter string(Bytes bytes) {
        return number(bytes.size()).raw(bytes);
    }

    SshWriter string(String text) {
        return string(Bytes.of(text.getBytes(UTF_8)));
    }

    int size() {
        return written.size();
    }

    Bytes bytes() {
        return Bytes.of(written.toByteArray());
    }
}

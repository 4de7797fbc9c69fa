package dmhq.transports.email.writing;

/** A mail, ready to leave. */
public final class Mail {

    private final String id;
    private final byte[] bytes;

    Mail(String id, byte[] bytes) {
        this.id = id;
        this.bytes = bytes;
    }

    /** Returns its Message-ID with the angle brackets. */
    public String id() {
        return id;
    }

    /** Returns how many bytes it has as it travels, a third more than what it carries. */
    public int size() {
        return bytes.length;
    }

    /** Returns a copy of its bytes as RFC 5322 has them. */
    public byte[] bytes() {
        return bytes.clone();
    }
}

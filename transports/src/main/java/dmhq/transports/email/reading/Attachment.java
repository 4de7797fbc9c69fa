package dmhq.transports.email.reading;

/** Something in a mail that is ours by its content. */
public final class Attachment {

    private final String name;
    private final byte[] bytes;

    Attachment(String name, byte[] bytes) {
        this.name = name;
        this.bytes = bytes;
    }

    /** Returns what the mail calls it, perhaps nothing, and never to be believed. */
    public String name() {
        return name;
    }

    /** Returns a copy of its content. */
    public byte[] bytes() {
        return bytes.clone();
    }
}

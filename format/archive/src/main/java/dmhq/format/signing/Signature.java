package dmhq.format.signing;

import dmhq.format.Bytes;

/** A raw Ed25519 signature (RFC 8032 section 5.1.6): 64 bytes, written as base64 with padding. */
public record Signature(Bytes value) {

    /** The number of bytes in a signature. */
    public static final int SIZE = 64;

    public Signature {
        if (value.size() != SIZE) {
            throw new IllegalArgumentException("a signature has " + SIZE + " bytes, found " + value.size());
        }
    }

    /**
     * Returns the signature that base64 text stands for.
     *
     * @throws SigningException if the text is not the one base64 form of 64 bytes
     */
    public static Signature parse(String text) throws SigningException {
        Bytes value = Base64Text.parse(text)
                .orElseThrow(() -> SigningException.signature("expected base64 of " + SIZE + " bytes", text));
        return of(value);
    }

    static Signature of(Bytes value) throws SigningException {
        if (value.size() != SIZE) {
            throw SigningException.signature("expected " + SIZE + " bytes, found " + value.size());
        }
        return new Signature(value);
    }

    /** Returns base64 with padding, 88 characters. */
    @Override
    public String toString() {
        return Base64Text.of(value);
    }
}

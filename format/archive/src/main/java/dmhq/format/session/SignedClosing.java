package dmhq.format.session;

import dmhq.format.Bytes;
import dmhq.format.json.Codec;
import dmhq.format.signing.Namespace;
import dmhq.format.signing.Signature;
import dmhq.format.signing.Signer;

/** A closing and the host's signature over its canonical bytes in {@code dmhq-closing}. */
public record SignedClosing(Closing closing, Signature signature) {

    private static final Codec<Closing> CODEC = Codec.of(Closing.class);

    /** Returns the closing signed with the host's key. */
    public static SignedClosing of(Closing closing, Signer key) {
        return new SignedClosing(closing, key.sign(Namespace.CLOSING, CODEC.canonical(closing)));
    }

    /** Returns the bytes that are signed. */
    public Bytes signedBytes() {
        return CODEC.canonical(closing);
    }
}

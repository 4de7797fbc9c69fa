package dmhq.format.session;

import dmhq.format.Bytes;
import dmhq.format.Digest;
import dmhq.format.json.Codec;
import dmhq.format.signing.Namespace;
import dmhq.format.signing.Signature;
import dmhq.format.signing.Signer;

/** A header and its seat's signature over the header's canonical bytes in {@code dmhq-orders}. */
public record SignedHeader(Header header, Signature signature) {

    private static final Codec<Header> CODEC = Codec.of(Header.class);

    /** Returns the header signed with a seat's key. */
    public static SignedHeader of(Header header, Signer key) {
        return new SignedHeader(header, key.sign(Namespace.ORDERS, CODEC.canonical(header)));
    }

    /** Returns the bytes that are signed. */
    public Bytes signedBytes() {
        return CODEC.canonical(header);
    }

    /** Returns the digest that names these orders everywhere. */
    public Digest digest() {
        return Digest.of(signedBytes());
    }
}

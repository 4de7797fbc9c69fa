package dmhq.format.session;

import dmhq.format.Bytes;
import dmhq.format.json.Codec;
import dmhq.format.signing.Namespace;
import dmhq.format.signing.Signature;
import dmhq.format.signing.Signer;

/** A join and the signature of its own signing key in {@code dmhq-roster}. */
public record SignedJoin(Join join, Signature signature) {

    private static final Codec<Join> CODEC = Codec.of(Join.class);

    /** Returns the join signed with the key that it names. */
    public static SignedJoin of(Join join, Signer key) {
        return new SignedJoin(join, key.sign(Namespace.ROSTER, CODEC.canonical(join)));
    }

    /** Tells whether the signature is that of the key the join names. */
    public boolean isGenuine() {
        return join.signingKey().verifies(Namespace.ROSTER, signedBytes(), signature);
    }

    /** Returns the bytes that are signed. */
    public Bytes signedBytes() {
        return CODEC.canonical(join);
    }
}

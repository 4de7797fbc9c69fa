package dmhq.format.session;

import dmhq.format.Bytes;
import dmhq.format.json.Codec;
import dmhq.format.signing.Namespace;
import dmhq.format.signing.Signature;
import dmhq.format.signing.Signer;
import dmhq.format.signing.VerifyingKey;

/** A leave and the signature of its seat's key in {@code dmhq-roster}. */
public record SignedLeave(Leave leave, Signature signature) {

    private static final Codec<Leave> CODEC = Codec.of(Leave.class);

    /** Returns the leave signed with the seat's key. */
    public static SignedLeave of(Leave leave, Signer key) {
        return new SignedLeave(leave, key.sign(Namespace.ROSTER, CODEC.canonical(leave)));
    }

    /** Tells whether that key signed the leave. */
    public boolean isSignedBy(VerifyingKey key) {
        return key.verifies(Namespace.ROSTER, signedBytes(), signature);
    }

    /** Returns the bytes that are signed. */
    public Bytes signedBytes() {
        return CODEC.canonical(leave);
    }
}

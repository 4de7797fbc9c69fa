package dmhq.format.session;

import dmhq.format.Bytes;
import dmhq.format.json.Codec;
import dmhq.format.signing.Namespace;
import dmhq.format.signing.Signature;
import dmhq.format.signing.Signer;

/** A handover and the signature of the new host's key in {@code dmhq-roster}. */
public record SignedHandover(Handover handover, Signature signature) {

    private static final Codec<Handover> CODEC = Codec.of(Handover.class);

    /** Returns the handover signed with the new host's key. */
    public static SignedHandover of(Handover handover, Signer key) {
        return new SignedHandover(handover, key.sign(Namespace.ROSTER, CODEC.canonical(handover)));
    }

    /** Tells whether the signature is that of the key the handover names. */
    public boolean isGenuine() {
        return handover.host().signingKey().verifies(Namespace.ROSTER, signedBytes(), signature);
    }

    /** Returns the bytes that are signed. */
    public Bytes signedBytes() {
        return CODEC.canonical(handover);
    }
}

package dmhq.format.session;

import dmhq.format.Bytes;
import dmhq.format.json.Codec;
import dmhq.format.signing.Namespace;
import dmhq.format.signing.Signature;
import dmhq.format.signing.Signer;

/**
 * A rotation and the signatures of both keys that it names, in {@code dmhq-roster}: the old one agrees,
 * and the new one shows that someone holds it.
 */
public record SignedRotation(Rotation rotation, Signature oldSignature, Signature newSignature) {

    private static final Codec<Rotation> CODEC = Codec.of(Rotation.class);

    /** Returns the rotation signed with the key it ends and the one it begins. */
    public static SignedRotation of(Rotation rotation, Signer oldKey, Signer newKey) {
        Bytes bytes = CODEC.canonical(rotation);
        return new SignedRotation(rotation, oldKey.sign(Namespace.ROSTER, bytes), newKey.sign(Namespace.ROSTER, bytes));
    }

    /** Tells whether the signatures are those of the keys that the rotation names. */
    public boolean isGenuine() {
        return rotation.oldKey().verifies(Namespace.ROSTER, signedBytes(), oldSignature)
                && rotation.signingKey().verifies(Namespace.ROSTER, signedBytes(), newSignature);
    }

    /** Returns the bytes that are signed. */
    public Bytes signedBytes() {
        return CODEC.canonical(rotation);
    }
}

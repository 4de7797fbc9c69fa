package dmhq.format.signing;

import dmhq.format.Bytes;

/**
 * Whoever signs for one key: the key itself, or a program that keeps it and lends only its signatures.
 *
 * <p>Signing again gives the same signature, as Ed25519 has no chance in it.
 */
public interface Signer {

    /** Returns the public half, which everyone may know. */
    VerifyingKey verifyingKey();

    /**
     * Signs content of any size for one purpose: the blob of PROTOCOL.sshsig with the SHA-512 of the
     * content.
     *
     * @throws SignerUnavailableException if a program keeps the key and did not sign
     */
    Signature sign(Namespace namespace, Bytes content);
}

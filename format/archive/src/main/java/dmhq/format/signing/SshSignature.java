package dmhq.format.signing;

import dmhq.format.Bytes;
import java.nio.BufferUnderflowException;

/**
 * A signature that says whose it is and what for: the armored text of PROTOCOL.sshsig, which {@code
 * ssh-keygen -Y sign} writes and {@code ssh-keygen -Y verify} reads.
 *
 * <p>Key, namespace and raw signature are all there is to it, so the text can be rebuilt from them
 * byte for byte.
 */
public record SshSignature(VerifyingKey key, Namespace namespace, Signature signature) {

    private static final Armor ARMOR = new Armor("SSH SIGNATURE");
    private static final int VERSION = 1;

    /** Signs content and keeps with the signature whose it is and what for. */
    public static SshSignature make(Signer key, Namespace namespace, Bytes content) {
        return new SshSignature(key.verifyingKey(), namespace, key.sign(namespace, content));
    }

    /** Tells whether the key it names signed this content for the namespace it names. */
    public boolean confirms(Bytes content) {
        return key.verifies(namespace, content, signature);
    }

    /** Returns the armored text: base64 in lines of 70 between BEGIN and END lines, each with LF. */
    public String armored() {
        return ARMOR.around(new SshWriter()
                .raw(SignedMessage.MAGIC)
                .number(VERSION)
                .string(key.blob())
                .string(namespace.text())
                .string("")
                .string(SignedMessage.HASH)
                .string(new SshWriter()
                        .string(VerifyingKey.TYPE)
                        .string(signature.value())
                        .bytes())
                .bytes());
    }

    /**
     * Reads an armored text.
     *
     * <p>Refused: another key type, namespace, version or hash algorithm than {@code ssh-ed25519},
     * those of {@link Namespace}, 1 and {@code sha512}; and every text that differs in as much as a
     * space from the one {@link #armored} would write.
     *
     * @throws SigningException if the text is refused
     */
    public static SshSignature read(String armored) throws SigningException {
        Bytes blob = ARMOR.within(armored)
                .orElseThrow(() -> SigningException.signature("expected '" + ARMOR.begin() + "'", armored));
        SshSignature read = parse(blob);
        if (!read.armored().equals(armored)) {
            throw SigningException.signature("it is not in the form that ssh-keygen writes");
        }
        return read;
    }

    private static SshSignature parse(Bytes blob) throws SigningException {
        try {
            var reader = new SshReader(blob);
            if (!reader.raw(SignedMessage.MAGIC.size()).equals(SignedMessage.MAGIC)) {
                throw SigningException.signature("it does not begin with SSHSIG");
            }
            expect("version", Integer.toString(VERSION), Integer.toUnsignedString(reader.number()));
            VerifyingKey key = VerifyingKey.ofBlob(reader.string());
            Namespace namespace = Namespace.parse(reader.text());
            expect("reserved text", "", reader.text());
            expect("hash algorithm", SignedMessage.HASH, reader.text());
            return new SshSignature(key, namespace, raw(reader.string()));
        } catch (BufferUnderflowException e) {
            throw SigningException.signature("it ends too early");
        }
    }

    private static Signature raw(Bytes blob) throws SigningException {
        var reader = new SshReader(blob);
        expect("signature type", VerifyingKey.TYPE, reader.text());
        return Signature.of(reader.string());
    }

    private static void expect(String what, String expected, String found) throws SigningException {
        if (!found.equals(expected)) {
            throw SigningException.signature("expected the " + what + " '" + expected + "'", found);
        }
    }
}

package dmhq.format.signing;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dmhq.format.Bytes;
import java.nio.BufferUnderflowException;

/**
 * The private key file that {@code ssh-keygen -t ed25519} makes (PROTOCOL.key of OpenSSH).
 *
 * <p>Written and read is the one without a passphrase, so whoever can read the file can sign. Of one
 * with a passphrase only the public half can be read here.
 */
public final class OpenSshKeyFile {

    private static final Armor ARMOR = new Armor("OPENSSH PRIVATE KEY");
    private static final Bytes MAGIC = Bytes.of("openssh-key-v1\0".getBytes(US_ASCII));
    private static final String NONE = "none";
    private static final int BLOCK = 8;

    private OpenSshKeyFile() {}

    /**
     * Returns the text of the key file, with a comment that {@code ssh-keygen -l} shows.
     *
     * <p>The check number, which detects a wrong passphrase, is 0 as there is none: one key and
     * comment give one text.
     */
    public static String write(SigningKey key, String comment) {
        return ARMOR.around(new SshWriter()
                .raw(MAGIC)
                .string(NONE)
                .string(NONE)
                .string("")
                .number(1)
                .string(key.verifyingKey().blob())
                .string(secretPart(key, comment))
                .bytes());
    }

    private static Bytes secretPart(SigningKey key, String comment) {
        Bytes point = key.verifyingKey().point();
        var writer = new SshWriter()
                .number(0)
                .number(0)
                .string(VerifyingKey.TYPE)
                .string(point)
                .string(Bytes.joined(key.seed(), point))
                .string(comment);
        return writer.raw(padding(Math.floorMod(-writer.size(), BLOCK))).bytes();
    }

    /**
     * Reads the text of a key file; its comment is not kept.
     *
     * <p>Refused: a passphrase, another key type, several keys, two halves that do not belong
     * together, and anything else that PROTOCOL.key does not allow. Line ends and widths may differ.
     *
     * @throws SigningException if the file is refused; the sentence shows nothing of the key
     */
    public static SigningKey read(String text) throws SigningException {
        try {
            return parse(new SshReader(content(text)));
        } catch (BufferUnderflowException e) {
            throw SigningException.keyFile("it ends too early");
        }
    }

    /**
     * Reads the public half out of the text of a key file, with or without a passphrase; the secret half
     * is not looked at.
     *
     * @throws SigningException if it is no key file, holds several keys or one of another type; the
     *     sentence shows nothing of the key
     */
    public static VerifyingKey readPublicHalf(String text) throws SigningException {
        try {
            var reader = new SshReader(content(text));
            requireMagic(reader);
            reader.string();
            reader.string();
            reader.string();
            require(reader.number() == 1, "expected exactly one key");
            Bytes blob = reader.string();
            requireType(blob);
            return VerifyingKey.ofBlob(blob);
        } catch (BufferUnderflowException e) {
            throw SigningException.keyFile("it ends too early");
        }
    }

    private static Bytes content(String text) throws SigningException {
        return ARMOR.within(text)
                .orElseThrow(() -> SigningException.keyFile("expected '" + ARMOR.begin() + "' with base64 below it"));
    }

    private static void requireMagic(SshReader reader) throws SigningException {
        require(reader.raw(MAGIC.size()).equals(MAGIC), "it does not begin with openssh-key-v1");
    }

    private static void requireType(Bytes publicBlob) throws SigningException {
        String type = new SshReader(publicBlob).text();
        require(
                type.equals(VerifyingKey.TYPE),
                "expected a key of type " + VerifyingKey.TYPE + ", found " + SigningException.quoted(type));
    }

    private static SigningKey parse(SshReader reader) throws SigningException {
        requireMagic(reader);
        String cipher = reader.text();
        require(
                cipher.equals(NONE),
                "it is protected by a passphrase; expected a key without one (ssh-keygen -p removes it)");
        require(reader.text().equals(NONE) && reader.string().size() == 0, "it names a passphrase but no cipher");
        require(reader.number() == 1, "expected exactly one key");
        Bytes publicBlob = reader.string();
        Bytes secret = reader.string();
        require(reader.rest().size() == 0, "bytes follow the key");
        requireType(publicBlob);
        require(secret.size() % BLOCK == 0, "its secret part is not made of blocks of " + BLOCK);
        SigningKey key = parseSecret(new SshReader(secret));
        require(publicBlob.equals(key.verifyingKey().blob()), "its public and secret halves are of different keys");
        return key;
    }

    private static SigningKey parseSecret(SshReader reader) throws SigningException {
        int check = reader.number();
        require(reader.number() == check, "its check numbers differ");
        require(reader.text().equals(VerifyingKey.TYPE), "its public and secret halves are of different types");
        Bytes point = reader.string();
        var pair = new SshReader(reader.string());
        SigningKey key = SigningKey.ofSeed(pair.raw(SigningKey.SIZE));
        Bytes secondPoint = pair.rest();
        require(
                point.equals(key.verifyingKey().point()) && secondPoint.equals(point),
                "its public and secret halves are of different keys");
        reader.string();
        Bytes end = reader.rest();
        require(end.size() < BLOCK && end.equals(padding(end.size())), "its padding is damaged");
        return key;
    }

    private static Bytes padding(int size) {
        byte[] padding = new byte[size];
        for (int i = 0; i < size; i++) {
            padding[i] = (byte) (i + 1);
        }
        return Bytes.of(padding);
    }

    private static void require(boolean met, String otherwise) throws SigningException {
        if (!met) {
            throw SigningException.keyFile(otherwise);
        }
    }
}

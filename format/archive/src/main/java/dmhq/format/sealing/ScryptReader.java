package dmhq.format.sealing;

import static dmhq.format.sealing.SealException.Reason.DAMAGED;
import static dmhq.format.sealing.SealException.Reason.OTHER_KEY;

import com.exceptionfactory.jagged.FileKey;
import com.exceptionfactory.jagged.RecipientStanza;
import com.exceptionfactory.jagged.RecipientStanzaReader;
import com.exceptionfactory.jagged.framework.crypto.EncryptedFileKey;
import com.exceptionfactory.jagged.framework.crypto.FileKeyDecryptorFactory;
import dmhq.format.Bytes;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * Opens the file key that was closed to a passphrase, as age-encryption.org/v1 demands: the stanza is
 * the only one of its file and in its one form, and no work factor is tried before it was looked at.
 *
 * @param memory how many bytes this program can have
 */
record ScryptReader(Passphrase passphrase, long memory) implements RecipientStanzaReader {

    /** Why a stanza cannot be used, on its way through the library. */
    static final class Refused extends GeneralSecurityException {

        private static final long serialVersionUID = 1L;

        private final SealException refusal;

        Refused(SealException refusal) {
            super(refusal);
            this.refusal = refusal;
        }

        Refused(SealException.Reason reason, String why) {
            this(new SealException(reason, why));
        }

        SealException refusal() {
            return refusal;
        }
    }

    @Override
    public FileKey getFileKey(Iterable<RecipientStanza> stanzas) throws GeneralSecurityException {
        ScryptStanza stanza = parse(only(stanzas));
        try {
            ScryptStanza.requireBearable(stanza.logN(), memory);
            return new FileKeyDecryptorFactory()
                    .newFileKeyDecryptor()
                    .getFileKey(
                            new EncryptedFileKey(stanza.sealedFileKey().toArray()),
                            ScryptStanza.wrapKey(passphrase, stanza.salt(), stanza.logN()));
        } catch (SealException e) {
            throw new Refused(e);
        } catch (GeneralSecurityException e) {
            throw new Refused(OTHER_KEY, "the passphrase is another one, or the beginning of the file is damaged");
        }
    }

    private static RecipientStanza only(Iterable<RecipientStanza> stanzas) throws Refused {
        List<RecipientStanza> all = new ArrayList<>();
        stanzas.forEach(all::add);
        if (all.stream().noneMatch(stanza -> stanza.getType().equals(ScryptStanza.TYPE))) {
            throw new Refused(OTHER_KEY, "it is sealed to keys, expected a passphrase, as 'age -p' takes one");
        }
        if (all.size() != 1) {
            throw new Refused(DAMAGED, "it is sealed to a passphrase and to others as well, which age forbids");
        }
        return all.get(0);
    }

    private static ScryptStanza parse(RecipientStanza stanza) throws Refused {
        List<String> arguments = stanza.getArguments();
        byte[] body = stanza.getBody();
        if (arguments.size() != 2
                || !arguments.get(1).matches("[1-9][0-9]{0,8}")
                || body.length != ScryptStanza.SEALED_FILE_KEY_SIZE) {
            throw malformed();
        }
        Bytes salt = salt(arguments.get(0));
        ScryptStanza parsed = new ScryptStanza(salt, Integer.parseInt(arguments.get(1)), Bytes.of(body));
        if (salt.size() != ScryptStanza.SALT_SIZE || !parsed.getArguments().equals(arguments)) {
            throw malformed();
        }
        return parsed;
    }

    private static Bytes salt(String text) throws Refused {
        try {
            return Bytes.of(Base64.getDecoder().decode(text));
        } catch (IllegalArgumentException notBase64) {
            throw malformed();
        }
    }

    private static Refused malformed() {
        return new Refused(DAMAGED, "its line for the passphrase is not '-> scrypt SALT LOGN' with a body of 32 bytes");
    }
}

package dmhq.format.sealing;

import com.exceptionfactory.jagged.FileKey;
import com.exceptionfactory.jagged.RecipientStanza;
import com.exceptionfactory.jagged.RecipientStanzaWriter;
import com.exceptionfactory.jagged.framework.crypto.FileKeyEncryptorFactory;
import dmhq.format.Bytes;
import java.security.GeneralSecurityException;
import java.util.List;

/** Closes a file key to a passphrase; the salt is drawn anew for each file. */
record ScryptWriter(Passphrase passphrase, Bytes salt, int logN) implements RecipientStanzaWriter {

    @Override
    public Iterable<RecipientStanza> getRecipientStanzas(FileKey fileKey) throws GeneralSecurityException {
        byte[] sealed = new FileKeyEncryptorFactory()
                .newFileKeyEncryptor()
                .getEncryptedFileKey(fileKey, ScryptStanza.wrapKey(passphrase, salt, logN))
                .getEncoded();
        return List.of(new ScryptStanza(salt, logN, Bytes.of(sealed)));
    }
}

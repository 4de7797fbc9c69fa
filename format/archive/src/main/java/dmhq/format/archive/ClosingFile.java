package dmhq.format.archive;

import static dmhq.format.archive.ArchiveException.require;

import dmhq.format.Bytes;
import dmhq.format.json.Codec;
import dmhq.format.session.Closing;
import dmhq.format.session.Salts;
import dmhq.format.session.SignedClosing;
import dmhq.format.signing.Namespace;
import dmhq.format.signing.SshSignature;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The host's word that a session is over, as two entries beside the records. */
final class ClosingFile {

    private static final Codec<Closing> CODEC = Codec.of(Closing.class);
    private static final String NAME = "closing.json";

    private ClosingFile() {}

    static void put(Map<String, Bytes> entries, @Nullable SignedClosing signed, Chain chain) {
        if (signed != null) {
            Documents.put(entries, NAME, CODEC, signed.closing());
            Documents.putSignature(entries, NAME, chain.host().signingKey(), Namespace.CLOSING, signed.signature());
        }
    }

    static @Nullable SignedClosing take(Map<String, Bytes> entries) throws ArchiveException {
        if (!entries.containsKey(NAME)) {
            return null;
        }
        SshSignature signature = Documents.takeSignature(entries, NAME, Namespace.CLOSING);
        return new SignedClosing(Documents.take(entries, NAME, CODEC), signature.signature());
    }

    /**
     * Checks a closing against the records and salts that it closes.
     *
     * @throws ArchiveException if it is not the host's, is of another record, or its secrets do not give
     *     the salts
     */
    static void check(SignedClosing signed, Chain chain, History history) throws ArchiveException {
        Closing closing = signed.closing();
        require(
                chain.host().signingKey().verifies(Namespace.CLOSING, signed.signedBytes(), signed.signature()),
                Layer.CHAIN,
                "the closing is not signed by the host");
        require(
                closing.session().equals(chain.session())
                        && closing.record() == chain.newest()
                        && closing.head().equals(chain.head()),
                Layer.CHAIN,
                "the closing is of another session or record than the newest one, record " + chain.newest());
        for (Salts held : history.salts().values()) {
            int record = held.record();
            require(
                    Objects.equals(held.key(), Commitment.key(closing.secret(record), record)),
                    Layer.COMMITMENT,
                    "record " + record + ": the salts are not made from the secret that the closing publishes");
        }
    }
}

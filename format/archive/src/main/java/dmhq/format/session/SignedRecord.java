package dmhq.format.session;

import dmhq.format.Bytes;
import dmhq.format.Digest;
import dmhq.format.json.Codec;
import dmhq.format.signing.Namespace;
import dmhq.format.signing.Signature;
import dmhq.format.signing.Signer;

/** A record and the host's signature over its canonical bytes in {@code dmhq-record}. */
public record SignedRecord(TurnRecord record, Signature signature) {

    private static final Codec<TurnRecord> CODEC = Codec.of(TurnRecord.class);

    /** Returns the record signed with the host's key. */
    public static SignedRecord of(TurnRecord record, Signer key) {
        return new SignedRecord(record, key.sign(Namespace.RECORD, CODEC.canonical(record)));
    }

    /** Returns the bytes that are signed. */
    public Bytes signedBytes() {
        return CODEC.canonical(record);
    }

    /** Returns the digest that the next record and all orders on this one name it by. */
    public Digest digest() {
        return Digest.of(signedBytes());
    }
}

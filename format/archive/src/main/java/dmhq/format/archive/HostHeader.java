package dmhq.format.archive;

import static dmhq.format.archive.ArchiveException.require;

import dmhq.format.Bytes;
import dmhq.format.json.Codec;
import dmhq.format.session.Header;
import dmhq.format.session.Join;
import dmhq.format.session.SignedHeader;
import dmhq.format.signing.Namespace;
import dmhq.format.signing.SshSignature;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The host seat's own header for the coming turn, as two entries beside the records. */
final class HostHeader {

    private static final Codec<Header> CODEC = Codec.of(Header.class);

    private HostHeader() {}

    static void put(Map<String, Bytes> entries, @Nullable SignedHeader signed, Chain chain) {
        if (signed == null) {
            return;
        }
        Header header = signed.header();
        Join join = chain.seats().get(header.seat());
        if (join == null) {
            throw new IllegalStateException("the host seat sits from record 0 on");
        }
        String name = name(header.record());
        Documents.put(entries, name, CODEC, header);
        Documents.putSignature(entries, name, join.signingKey(), Namespace.ORDERS, signed.signature());
    }

    static @Nullable SignedHeader take(Map<String, Bytes> entries, int turn) throws ArchiveException {
        String name = name(turn);
        if (!entries.containsKey(name)) {
            return null;
        }
        SshSignature signature = Documents.takeSignature(entries, name, Namespace.ORDERS);
        SignedHeader signed = new SignedHeader(Documents.take(entries, name, CODEC), signature.signature());
        require(
                signature.confirms(signed.signedBytes()),
                Layer.ENTRY,
                "entry " + name + " is not what " + signature.key().fingerprint() + " signed");
        return signed;
    }

    private static String name(int turn) {
        return "header_turn_" + turn + "_of_host.json";
    }
}

package dmhq.format.archive;

import static dmhq.format.archive.ArchiveException.require;

import dmhq.format.Bytes;
import dmhq.format.Party;
import dmhq.format.json.Codec;
import dmhq.format.session.Manifest.Kind;
import dmhq.format.session.Notice;
import dmhq.format.session.Receipt;
import dmhq.format.session.Request;
import dmhq.format.signing.Signer;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Files that hold one small document and nothing else: receipts, requests and notices. */
public final class Letter {

    private static final Codec<Receipt> RECEIPTS = Codec.of(Receipt.class);
    private static final Codec<Request> REQUESTS = Codec.of(Request.class);
    private static final Codec<Notice> NOTICES = Codec.of(Notice.class);
    private static final String RECEIPT = "receipt.json";
    private static final String REQUEST = "request.json";
    private static final String NOTICE = "notice.json";

    private Letter() {}

    /** Returns the file of a receipt. */
    public static byte[] pack(Receipt receipt, Chain chain, Signer host, Instant at) {
        Map<String, Bytes> entries = new LinkedHashMap<>();
        Documents.put(entries, RECEIPT, RECEIPTS, receipt);
        Party to = Party.of(receipt.seat());
        return PackedFile.write(Manifests.draft(chain, Kind.RECEIPT, Party.HOST, to, null, at), entries, host);
    }

    /** Returns the file of a request. */
    public static byte[] pack(Request request, Chain chain, Signer seat, Instant at) {
        Map<String, Bytes> entries = new LinkedHashMap<>();
        Documents.put(entries, REQUEST, REQUESTS, request);
        Party from = Party.of(request.seat());
        return PackedFile.write(Manifests.draft(chain, Kind.REQUEST, from, Party.HOST, null, at), entries, seat);
    }

    /** Returns the file of a notice to a seat, or of the host's own copy of it. */
    public static byte[] pack(Notice notice, Party to, Chain chain, Signer host) {
        Map<String, Bytes> entries = new LinkedHashMap<>();
        Documents.put(entries, NOTICE, NOTICES, notice);
        return PackedFile.write(Manifests.draft(chain, Kind.NOTICE, Party.HOST, to, null, notice.at()), entries, host);
    }

    /**
     * Returns the receipt that a file holds.
     *
     * @throws ArchiveException if it is none, or not from the host of this session
     */
    public static Receipt readReceipt(PackedFile file, Chain chain) throws ArchiveException {
        Receipt receipt = read(file, chain, Kind.RECEIPT, RECEIPT, RECEIPTS);
        require(
                file.manifest().from().isHost() && receipt.session().equals(chain.session()),
                Layer.MANIFEST,
                "the receipt is not from the host of this session");
        return receipt;
    }

    /**
     * Returns the request that a file holds.
     *
     * @throws ArchiveException if it is none, or not from the seat it names
     */
    public static Request readRequest(PackedFile file, Chain chain) throws ArchiveException {
        Request request = read(file, chain, Kind.REQUEST, REQUEST, REQUESTS);
        require(
                file.manifest().from().equals(Party.of(request.seat()))
                        && request.session().equals(chain.session()),
                Layer.MANIFEST,
                "the request is not from the seat it names");
        return request;
    }

    /**
     * Returns the notice that a file holds.
     *
     * @throws ArchiveException if it is none, or not from the host of this session
     */
    public static Notice readNotice(PackedFile file, Chain chain) throws ArchiveException {
        Notice notice = read(file, chain, Kind.NOTICE, NOTICE, NOTICES);
        require(
                file.manifest().from().isHost() && notice.session().equals(chain.session()),
                Layer.MANIFEST,
                "the notice is not from the host of this session");
        return notice;
    }

    private static <T> T read(PackedFile file, Chain chain, Kind kind, String name, Codec<T> codec)
            throws ArchiveException {
        Manifests.require(file, kind, chain);
        Manifests.requirePackedBySender(file, chain);
        Map<String, Bytes> entries = file.entries();
        T document = Documents.take(entries, name, codec);
        Documents.requireAllTaken(entries, kind);
        return document;
    }
}

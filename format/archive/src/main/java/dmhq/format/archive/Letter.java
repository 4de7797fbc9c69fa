package dmhq.format.archive;

import static dmhq.format.archive.ArchiveException.require;

import dmhq.format.Bytes;
import dmhq.format.Party;
import dmhq.format.json.Codec;
import dmhq.format.session.Manifest.Kind;
import dmhq.format.session.Notice;
import dmhq.format.session.Receipt;
import dmhq.format.session.Request;
import dmhq.format.session.SignedLeave;
import dmhq.format.session.SignedRotation;
import dmhq.format.signing.Signer;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Files that hold one small document and nothing else: receipts, requests, notices, leaves and rotations. */
public final class Letter {

    private static final Codec<Receipt> RECEIPTS = Codec.of(Receipt.class);
    private static final Codec<Request> REQUESTS = Codec.of(Request.class);
    private static final Codec<Notice> NOTICES = Codec.of(Notice.class);
    private static final Codec<SignedLeave> LEAVES = Codec.of(SignedLeave.class);
    private static final Codec<SignedRotation> ROTATIONS = Codec.of(SignedRotation.class);
    private static final String RECEIPT = "receipt.json";
    private static final String REQUEST = "request.json";
    private static final String NOTICE = "notice.json";
    private static final String LEAVE = "leave.json";
    private static final String ROTATION = "rotation.json";

    private Letter() {}

    /**
     * Returns the file of a receipt.
     *
     * @param host the key that signs the record it is about, or the newest if that one is ahead
     */
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

    /** Returns the file of a leave. */
    public static byte[] pack(SignedLeave leave, Chain chain, Signer seat, Instant at) {
        Map<String, Bytes> entries = new LinkedHashMap<>();
        Documents.put(entries, LEAVE, LEAVES, leave);
        Party from = Party.of(leave.leave().seat());
        return PackedFile.write(Manifests.draft(chain, Kind.LEAVE, from, Party.HOST, null, at), entries, seat);
    }

    /**
     * Returns the file of a rotation.
     *
     * @param oldKey the key that it ends
     */
    public static byte[] pack(SignedRotation rotation, Chain chain, Signer oldKey, Instant at) {
        Map<String, Bytes> entries = new LinkedHashMap<>();
        Documents.put(entries, ROTATION, ROTATIONS, rotation);
        Party from = rotation.rotation().party();
        return PackedFile.write(Manifests.draft(chain, Kind.ROTATION, from, Party.HOST, null, at), entries, oldKey);
    }

    /**
     * Returns the receipt that a file holds.
     *
     * @throws ArchiveException if it is none, or not from the host of this session
     */
    public static Receipt readReceipt(PackedFile file, Chain chain) throws ArchiveException {
        Receipt receipt = read(file, chain, Kind.RECEIPT, RECEIPT, RECEIPTS);
        Manifests.requirePackedBySender(file, chain, receipt.record() - 1);
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
        if (!file.packer().equals(chain.key(file.manifest().from(), request.have()))) {
            Manifests.requirePackedBySender(file, chain);
        }
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
        Manifests.requirePackedBySender(file, chain, notice.record() - 1);
        require(
                file.manifest().from().isHost() && notice.session().equals(chain.session()),
                Layer.MANIFEST,
                "the notice is not from the host of this session");
        return notice;
    }

    /**
     * Returns the leave that a file holds. Whether it has a place in the next record is for {@link
     * Chain#requirePlace} to say.
     *
     * @throws ArchiveException if it is none, or not from the seat it names
     */
    public static SignedLeave readLeave(PackedFile file, Chain chain) throws ArchiveException {
        SignedLeave leave = read(file, chain, Kind.LEAVE, LEAVE, LEAVES);
        Manifests.requirePackedBySender(file, chain);
        require(
                file.manifest().from().equals(Party.of(leave.leave().seat())),
                Layer.MANIFEST,
                "the leave is not from the seat it names");
        return leave;
    }

    /**
     * Returns the rotation that a file holds. Whether it has a place in the next record is for {@link
     * Chain#requirePlace} to say.
     *
     * @throws ArchiveException if it is none, or not packed with the key that it ends
     */
    public static SignedRotation readRotation(PackedFile file, Chain chain) throws ArchiveException {
        SignedRotation rotation = read(file, chain, Kind.ROTATION, ROTATION, ROTATIONS);
        require(
                file.manifest().from().equals(rotation.rotation().party())
                        && file.packer().equals(rotation.rotation().oldKey()),
                Layer.MANIFEST,
                "the new keys are not from whom they name, or not packed with the key that they replace");
        return rotation;
    }

    private static <T> T read(PackedFile file, Chain chain, Kind kind, String name, Codec<T> codec)
            throws ArchiveException {
        Manifests.require(file, kind, chain);
        Map<String, Bytes> entries = file.entries();
        T document = Documents.take(entries, name, codec);
        Documents.requireAllTaken(entries, kind);
        return document;
    }
}

package dmhq.format.archive;

import static dmhq.format.archive.ArchiveException.require;

import dmhq.format.Bytes;
import dmhq.format.Party;
import dmhq.format.json.Codec;
import dmhq.format.session.Body;
import dmhq.format.session.Header;
import dmhq.format.session.Manifest.Kind;
import dmhq.format.session.SignedHeader;
import dmhq.format.signing.Namespace;
import dmhq.format.signing.Signer;
import dmhq.format.signing.SshSignature;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** One seat's orders for one turn, header and body, as they travel. */
public record Submission(SignedHeader signed, Body body) {

    private static final Codec<Header> HEADERS = Codec.of(Header.class);
    private static final Codec<Body> BODIES = Codec.of(Body.class);

    /**
     * Returns the submission that a file holds: of this session, signed by its seat, header and body
     * belonging together. Whether it is for the right record is for the referee to say.
     *
     * @throws ArchiveException if any of that does not hold
     */
    public static Submission read(PackedFile file, Chain chain) throws ArchiveException {
        Manifests.require(file, Kind.SUBMISSION, chain);
        Manifests.requirePackedBySender(file, chain);
        require(!file.manifest().from().isHost(), Layer.MANIFEST, "orders are from a seat, not from the host role");
        Map<String, Bytes> entries = new LinkedHashMap<>(file.entries());
        String turn =
                "_turn_" + file.manifest().currentTurn() + "_" + file.manifest().from();
        SshSignature signature = Documents.takeSignature(entries, headerName(turn), Namespace.ORDERS);
        Header header = Documents.take(entries, headerName(turn), HEADERS);
        Body body = Documents.take(entries, bodyName(turn), BODIES);
        Documents.requireAllTaken(entries, Kind.SUBMISSION);
        SignedHeader signed = new SignedHeader(header, signature.signature());
        HeaderCheck.genuine(chain, signed);
        require(
                Party.of(header.seat()).equals(file.manifest().from())
                        && signature.key().equals(file.packer()),
                Layer.ORDERS,
                "the file is from " + file.manifest().from() + ", the orders in it are of " + header.seat());
        require(
                header.record() == file.manifest().currentTurn(),
                Layer.ORDERS,
                "the file is of turn " + file.manifest().currentTurn() + ", the orders in it are for record "
                        + header.record());
        require(
                body.digest().equals(header.body())
                        && body.turn() == header.record()
                        && body.playerId().equals(header.seat()),
                Layer.ORDERS,
                "the body is not the one that the header of " + header.seat() + " names");
        return new Submission(signed, body);
    }

    /**
     * Checks that the orders are for the record after a chain's newest one, planned on that one, with
     * the seat's next dice link.
     *
     * @throws ArchiveException if not
     */
    public void checkOnHead(Chain chain) throws ArchiveException {
        HeaderCheck.onHead(chain, signed);
    }

    /** Returns the file of this submission. */
    public byte[] pack(Chain chain, Signer key, Instant at) {
        Header header = signed.header();
        String turn = "_turn_" + header.record() + "_" + header.seat();
        Map<String, Bytes> entries = new LinkedHashMap<>();
        Documents.put(entries, headerName(turn), HEADERS, header);
        Documents.putSignature(entries, headerName(turn), key.verifyingKey(), Namespace.ORDERS, signed.signature());
        Documents.put(entries, bodyName(turn), BODIES, body);
        return PackedFile.write(
                Manifests.draft(chain, Kind.SUBMISSION, Party.of(header.seat()), Party.HOST, null, at), entries, key);
    }

    static String headerName(String turn) {
        return "header" + turn + ".json";
    }

    private static String bodyName(String turn) {
        return "actions" + turn + ".json.gz";
    }
}

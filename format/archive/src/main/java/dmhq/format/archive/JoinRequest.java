package dmhq.format.archive;

import static dmhq.format.archive.ArchiveException.require;

import dmhq.format.Bytes;
import dmhq.format.Digest;
import dmhq.format.Hmac;
import dmhq.format.Party;
import dmhq.format.json.Codec;
import dmhq.format.session.Join;
import dmhq.format.session.Manifest.Kind;
import dmhq.format.session.SignedJoin;
import dmhq.format.signing.Namespace;
import dmhq.format.signing.Signer;
import dmhq.format.signing.SshSignature;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A player's signed request for a seat, with proof of having been invited.
 *
 * @param proof {@code HMAC-SHA-256(token, canonical join)}
 * @param password {@code HMAC-SHA-256(password in UTF-8, canonical join)}, or null without one
 */
public record JoinRequest(
        SignedJoin signed, Digest proof, @Nullable Digest password) {

    private static final Codec<Join> JOINS = Codec.of(Join.class);
    private static final Codec<Proof> PROOFS = Codec.of(Proof.class);
    private static final String JOIN = "join.json";
    private static final String PROOF = "proof.json";

    /** The form of the proof's entry. */
    public record Proof(Digest invitation, @Nullable Digest password) {}

    /** Returns the request of a signed join, proved by the invitation's token. */
    public static JoinRequest of(SignedJoin signed, Bytes token) {
        return new JoinRequest(signed, Hmac.of(token, signed.signedBytes()), null);
    }

    /** Returns this with proof of knowing the session's password, which is not empty. */
    public JoinRequest with(String sessionPassword) {
        return new JoinRequest(signed, proof, proof(sessionPassword));
    }

    /** Tells whether the sender knew the session's password. */
    public boolean knows(String sessionPassword) {
        return proof(sessionPassword).equals(password);
    }

    private Digest proof(String sessionPassword) {
        return Hmac.of(Bytes.of(sessionPassword.getBytes(StandardCharsets.UTF_8)), signed.signedBytes());
    }

    /** Tells whether the sender knew an invitation's token. */
    public boolean knows(Bytes token) {
        return Hmac.of(token, signed.signedBytes()).equals(proof);
    }

    /**
     * Returns the request that a file holds: for this session, signed by the key it brings.
     *
     * @throws ArchiveException if any of that does not hold
     */
    public static JoinRequest read(PackedFile file, Chain chain) throws ArchiveException {
        Manifests.require(file, Kind.JOIN, chain);
        Map<String, Bytes> entries = file.entries();
        SshSignature signature = Documents.takeSignature(entries, JOIN, Namespace.ROSTER);
        Join join = Documents.take(entries, JOIN, JOINS);
        Proof proof = Documents.take(entries, PROOF, PROOFS);
        Documents.requireAllTaken(entries, Kind.JOIN);
        SignedJoin signed = new SignedJoin(join, signature.signature());
        require(
                signed.isGenuine()
                        && file.packer().equals(join.signingKey())
                        && signature.key().equals(join.signingKey()),
                Layer.ORDERS,
                "the join of " + join.seat() + " is not signed by the key it names");
        require(
                chain.session().equals(join.session())
                        && join.nonce().equals(chain.opening().nonce())
                        && Party.of(join.seat()).equals(file.manifest().from()),
                Layer.ORDERS,
                "the join of " + join.seat() + " is for another session");
        return new JoinRequest(signed, proof.invitation(), proof.password());
    }

    /** Returns the file of this request. */
    public byte[] pack(Chain chain, Signer key, Instant at) {
        Map<String, Bytes> entries = new LinkedHashMap<>();
        Join join = signed.join();
        Documents.put(entries, JOIN, JOINS, join);
        Documents.putSignature(entries, JOIN, key.verifyingKey(), Namespace.ROSTER, signed.signature());
        Documents.put(entries, PROOF, PROOFS, new Proof(proof, password));
        return PackedFile.write(
                Manifests.draft(chain, Kind.JOIN, Party.of(join.seat()), Party.HOST, null, at), entries, key);
    }
}

package dmhq.format.archive;

import static dmhq.format.archive.ArchiveException.require;

import dmhq.format.Bytes;
import dmhq.format.Party;
import dmhq.format.json.Codec;
import dmhq.format.session.Invitation;
import dmhq.format.session.Manifest.Kind;
import dmhq.format.session.Manifest.Range;
import dmhq.format.session.SignedRecord;
import dmhq.format.signing.Signer;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An invitation with the record 0 it is for; the only file that travels unsealed. */
public record InvitationFile(Invitation invitation, SignedRecord zero) {

    private static final Codec<Invitation> CODEC = Codec.of(Invitation.class);
    private static final String NAME = "invitation.json";
    private static final Range ONLY = new Range(0, 0);

    /**
     * Returns the invitation that a file holds.
     *
     * @throws ArchiveException if it is none, or not signed by the host whom record 0 names
     */
    public static InvitationFile read(PackedFile file) throws ArchiveException {
        Manifests.requireKind(file, Kind.INVITATION);
        Map<String, Bytes> entries = file.entries();
        Invitation invitation = Documents.take(entries, NAME, CODEC);
        HistoryFiles.Held held = HistoryFiles.read(entries, List.of(ONLY));
        Documents.requireAllTaken(entries, Kind.INVITATION);
        require(
                held.history().equals(History.EMPTY),
                Layer.ENTRY,
                "an invitation holds record 0, and no events, orders, salts or states");
        Chain chain = Chain.open(held.records().get(0));
        Manifests.require(file, Kind.INVITATION, chain);
        Manifests.requirePackedBySender(file, chain);
        require(
                file.manifest().from().isHost() && invitation.session().equals(chain.session()),
                Layer.MANIFEST,
                "the invitation is not from the host of the session it is for");
        require(
                chain.opening().seatIds().contains(invitation.seat()),
                Layer.ENTRY,
                "the invitation is for " + invitation.seat() + ", a seat that does not exist");
        return new InvitationFile(invitation, held.records().get(0));
    }

    /** Returns the file of this invitation. */
    public byte[] pack(Chain chain, Signer host, Instant at) {
        Map<String, Bytes> entries = new LinkedHashMap<>();
        Documents.put(entries, NAME, CODEC, invitation);
        entries.putAll(HistoryFiles.write(List.of(zero), History.EMPTY, List.of(ONLY)));
        return PackedFile.write(
                Manifests.draft(chain, Kind.INVITATION, Party.HOST, Party.of(invitation.seat()), ONLY, at),
                entries,
                host);
    }
}

package dmhq.format.archive;

import static dmhq.format.archive.ArchiveException.require;

import dmhq.format.Attachment;
import dmhq.format.Bytes;
import dmhq.format.Digest;
import dmhq.format.Party;
import dmhq.format.SeatId;
import dmhq.format.session.Body;
import dmhq.format.session.Header;
import dmhq.format.session.Join;
import dmhq.format.session.Manifest.Kind;
import dmhq.format.session.Recorded;
import dmhq.format.session.SignedHeader;
import dmhq.format.signing.Signer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One seat's orders for one turn, header and body, as they travel.
 *
 * @param attachments what the actions name, and nothing else
 * @param earlier in sequential style without secrets: the orders of the seats that moved before, the
 *     first one first, without any earlier ones of their own; else empty
 */
public record Submission(
        SignedHeader signed, Body body, SortedMap<Attachment, Bytes> attachments, List<Submission> earlier) {

    public Submission {
        attachments = Collections.unmodifiableSortedMap(new TreeMap<>(attachments));
        earlier = List.copyOf(earlier);
    }

    /** Orders that name no attachments and follow nobody's. */
    public Submission(SignedHeader signed, Body body) {
        this(signed, body, new TreeMap<>(), List.of());
    }

    /**
     * Returns the submission that a file holds: of this session, signed by its seat, header and body
     * belonging together, with all it names. Whether it is for the right record is for the referee to
     * say.
     *
     * @throws ArchiveException if any of that does not hold
     */
    public static Submission read(PackedFile file, Chain chain) throws ArchiveException {
        Manifests.require(file, Kind.SUBMISSION, chain);
        Manifests.requirePackedBySender(file, chain, file.manifest().currentTurn() - 1);
        require(!file.manifest().from().isHost(), Layer.MANIFEST, "orders are from a seat, not from the host role");
        Map<String, Bytes> entries = file.entries();
        SortedMap<Attachment, Bytes> attachments = Attachments.take(entries);
        int turn = file.manifest().currentTurn();
        SeatId sender = file.manifest().from().seat();
        SortedMap<SeatId, Submission> held = new TreeMap<>();
        held.put(sender, Orders.take(entries, turn, sender, chain));
        for (SeatId seat : chain.seats().keySet()) {
            if (Orders.areIn(entries, turn, seat)) {
                held.put(seat, Orders.take(entries, turn, seat, chain));
            }
        }
        Documents.requireAllTaken(entries, Kind.SUBMISSION);
        List<Submission> inOrder = inOrder(sender, held);
        Submission last = inOrder.remove(inOrder.size() - 1);
        Attachments.requireAll(
                Attachments.namedBy(held.values().stream().map(Submission::body).toList()), attachments);
        return new Submission(last.signed, last.body, attachments, inOrder);
    }

    /** Returns the orders of a record as they came, each by itself, as far as their bodies are in the archive. */
    public static List<Submission> recordedIn(SessionArchive archive, int record) {
        History history = archive.history();
        List<Submission> recorded = new ArrayList<>();
        for (Recorded orders : archive.chain().record(record).orders()) {
            Body body = history.bodies().get(orders.header().body());
            if (body != null) {
                recorded.add(new Submission(
                        orders.signed(),
                        body,
                        Attachments.only(Attachments.namedBy(List.of(body)), history.attachments()),
                        List.of()));
            }
        }
        return recorded;
    }

    /** Follows what each header names, from the sender's back to the first. */
    private static List<Submission> inOrder(SeatId sender, SortedMap<SeatId, Submission> held) throws ArchiveException {
        SortedMap<Digest, Submission> byDigest = new TreeMap<>();
        held.values().forEach(each -> byDigest.put(each.signed.digest(), each));
        List<Submission> backwards = new ArrayList<>();
        @Nullable Submission each = held.get(sender);
        while (each != null) {
            backwards.add(each);
            byDigest.remove(each.signed.digest());
            Digest after = each.signed.header().after();
            require(
                    after == null || byDigest.containsKey(after),
                    Layer.ORDERS,
                    "the orders of " + each.signed.header().seat() + " follow others that are not in the file");
            each = after == null ? null : byDigest.get(after);
        }
        require(byDigest.isEmpty(), Layer.ORDERS, "orders are in the file that those of " + sender + " do not follow");
        Collections.reverse(backwards);
        return backwards;
    }

    /**
     * Checks that the orders are for the record after a chain's newest one, planned on that one, with
     * the seat's next dice link, and so are all that they follow.
     *
     * @throws ArchiveException if not
     */
    public void checkOnHead(Chain chain) throws ArchiveException {
        HeaderCheck.onHead(chain, signed);
        for (Submission each : earlier) {
            HeaderCheck.onHead(chain, each.signed);
        }
    }

    /** Returns all orders in it, the first one first and these last, each by itself with what it names. */
    public List<Submission> all() {
        List<Submission> all = new ArrayList<>();
        earlier.forEach(each -> all.add(alone(each)));
        all.add(alone(this));
        return all;
    }

    private Submission alone(Submission each) {
        SortedMap<Attachment, Bytes> named = Attachments.only(Attachments.namedBy(List.of(each.body)), attachments);
        return new Submission(each.signed, each.body, named, List.of());
    }

    /** Returns the file of this submission. */
    public byte[] pack(Chain chain, Signer key, Instant at) {
        Header header = signed.header();
        Map<String, Bytes> entries = new LinkedHashMap<>();
        Orders.put(entries, this, key.verifyingKey());
        for (Submission each : earlier) {
            SeatId seat = each.signed.header().seat();
            Join join = chain.seats().get(seat);
            if (join == null) {
                throw new IllegalStateException("only seats that sit move before others: " + seat);
            }
            Orders.put(entries, each, join.signingKey());
        }
        Attachments.put(entries, attachments);
        return PackedFile.write(
                Manifests.draft(chain, Kind.SUBMISSION, Party.of(header.seat()), Party.HOST, null, at), entries, key);
    }
}

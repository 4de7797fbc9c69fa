package dmhq.format.archive;

import static dmhq.format.archive.ArchiveException.require;

import dmhq.format.Bytes;
import dmhq.format.SeatId;
import dmhq.format.container.ContainerException;
import dmhq.format.container.ContainerReader;
import dmhq.format.container.Limits;
import dmhq.format.json.Codec;
import dmhq.format.session.Body;
import dmhq.format.session.Header;
import dmhq.format.session.Manifest.Kind;
import dmhq.format.session.Manifest.Range;
import dmhq.format.session.Recorded;
import dmhq.format.session.RosterEntry;
import dmhq.format.session.SignedHeader;
import dmhq.format.session.SignedRecord;
import dmhq.format.session.TurnRecord;
import dmhq.format.signing.Namespace;
import dmhq.format.signing.Signature;
import dmhq.format.signing.SshSignature;
import dmhq.format.signing.VerifyingKey;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a file of any kind holds, as files for programs that know nothing of dmhq.
 *
 * <p>These are its entries, gunzipped under their names without {@code .gz}; and, where it has
 * records, for each of them the canonical bytes of the record, its headers, roster requests and held
 * bodies, with the signatures as {@code ssh-keygen -Y sign} wrote them; and {@code allowed_signers}
 * with the keys these signatures are of.
 *
 * @param files by relative path with {@code /} between its steps, which every file system takes
 * @param unsigned how many documents are without their signature, since the key is named in records
 *     that the file does not hold
 * @param record the newest record written with its signature; −1 if there is none
 */
public record Extract(SortedMap<String, Bytes> files, int unsigned, int record) {

    /** The keys, in the form of ALLOWED SIGNERS in ssh-keygen(1). */
    public static final String ALLOWED_SIGNERS = "allowed_signers";

    /** What stands behind the name of a document in the name of its signature. */
    public static final String SIGNATURE_END = ".sig";

    private static final String GZIPPED = ".gz";
    private static final Pattern RECORDS =
            Pattern.compile("records_(0|[1-9][0-9]{0,8})_to_(0|[1-9][0-9]{0,8})\\.json\\.gz");
    private static final Codec<Header> HEADERS = Codec.of(Header.class);
    private static final Codec<Body> BODIES = Codec.of(Body.class);

    public Extract {
        files = Collections.unmodifiableSortedMap(files);
    }

    /**
     * Takes an unsealed file apart.
     *
     * @throws ArchiveException if the file does not hold, as far as it can be checked alone; or if an
     *     entry has a name that no entry of dmhq has and some file system cannot keep
     */
    public static Extract of(byte[] file) throws ArchiveException {
        PackedFile packed = PackedFile.read(file);
        if (packed.manifest().kind() == Kind.SESSION) {
            SessionArchive.read(packed);
        } else if (packed.manifest().kind() == Kind.CLOSING) {
            SessionArchive.readClosing(packed);
        }
        Work work = new Work(packed);
        work.entries(file);
        work.records();
        work.headers();
        work.allowedSigners();
        return new Extract(work.files.files(), work.unsigned, work.newest);
    }

    /** Returns the name of a record's document. */
    public static String recordName(int number) {
        return "records/record_" + number + ".json";
    }

    private static final class Work {

        private final PackedFile packed;
        private final ExtractedFiles files = new ExtractedFiles();
        private final KnownKeys keys;
        private int unsigned;
        private int newest = -1;

        Work(PackedFile packed) {
            this.packed = packed;
            this.keys = new KnownKeys(packed.manifest().from(), packed.packer());
        }

        private void entries(byte[] file) throws ArchiveException {
            try {
                for (var entry :
                        ContainerReader.read(file, Limits.usual()).entries().entrySet()) {
                    String name = entry.getKey();
                    files.put(
                            name.endsWith(GZIPPED) ? name.substring(0, name.length() - GZIPPED.length()) : name,
                            entry.getValue().content());
                }
            } catch (ContainerException e) {
                throw new ArchiveException(Layer.CONTAINER, "", e);
            }
        }

        private void records() throws ArchiveException {
            HistoryFiles.Held held = HistoryFiles.read(packed.entries(), segments());
            for (SignedRecord signed : held.records()) {
                record(signed, held.history());
            }
        }

        /** Headers in files of their own, as a submission has them, say themselves who signed them. */
        private void headers() throws ArchiveException {
            for (String name : packed.packed().keySet()) {
                if (name.matches("header_turn_.*\\.json")) {
                    Map<String, Bytes> entries = packed.entries();
                    SshSignature signature = Documents.takeSignature(entries, name, Namespace.ORDERS);
                    SignedHeader signed =
                            new SignedHeader(Documents.take(entries, name, HEADERS), signature.signature());
                    require(
                            signature.confirms(signed.signedBytes()),
                            Layer.ENTRY,
                            name + " is not what " + signature.key().fingerprint() + " signed");
                    keys.claimed(signed.header().seat(), signature.key());
                }
            }
        }

        private List<Range> segments() {
            List<Range> ranges = new ArrayList<>();
            for (String name : packed.entries().keySet()) {
                Matcher segment = RECORDS.matcher(name);
                if (segment.matches()) {
                    ranges.add(new Range(Integer.parseInt(segment.group(1)), Integer.parseInt(segment.group(2))));
                }
            }
            ranges.sort(Comparator.comparingInt(Range::from));
            return ranges;
        }

        private void record(SignedRecord signed, History history) throws ArchiveException {
            TurnRecord record = signed.record();
            if (record.opening() != null) {
                keys.open(record.opening().host().signingKey());
            }
            if (document(
                    recordName(record.number()),
                    signed.signedBytes(),
                    Namespace.RECORD,
                    keys.host(),
                    signed.signature())) {
                newest = record.number();
            }
            Map<String, Integer> times = new TreeMap<>();
            for (Recorded orders : record.orders()) {
                orders(orders, record.number(), times, history);
            }
            for (RosterEntry entry : record.roster()) {
                for (RosterPaper paper : RosterPaper.of(entry, keys)) {
                    document(
                            "roster/record_" + record.number() + "_" + paper.name() + ".json",
                            paper.bytes(),
                            Namespace.ROSTER,
                            paper.key(),
                            paper.signature());
                }
                keys.after(entry);
            }
        }

        private void orders(Recorded orders, int record, Map<String, Integer> times, History history)
                throws ArchiveException {
            Header header = orders.header();
            SeatId seat = header.seat();
            String name = "orders/record_" + record + "_" + seat + "_revision_" + header.revision();
            // A doubled revision has more than one header.
            int time = times.merge(name, 1, Integer::sum);
            String own = time == 1 ? name : name + "_" + time;
            document(own + ".json", orders.signed().signedBytes(), Namespace.ORDERS, keys.of(seat), orders.signature());
            Body body = history.bodies().get(header.body());
            if (body != null) {
                files.put(own + "_body.json", BODIES.canonical(body));
            }
        }

        /** Puts a document and, if its key is known, the signature; tells whether it is. */
        private boolean document(
                String name, Bytes content, Namespace namespace, @Nullable VerifyingKey key, Signature signature)
                throws ArchiveException {
            files.put(name, content);
            if (key == null) {
                unsigned++;
                return false;
            }
            SshSignature confirmed = new SshSignature(key, namespace, signature);
            require(
                    confirmed.confirms(content),
                    namespace == Namespace.ORDERS ? Layer.ORDERS : Layer.CHAIN,
                    name + " is not what " + key.fingerprint() + " signed");
            files.put(name + SIGNATURE_END, text(confirmed.armored()));
            return true;
        }

        private void allowedSigners() throws ArchiveException {
            files.put(ALLOWED_SIGNERS, text(keys.allowedSigners()));
        }

        private static Bytes text(String text) {
            return Bytes.of(text.getBytes(StandardCharsets.UTF_8));
        }
    }
}

package dmhq.workspace;

import dmhq.format.Bytes;
import dmhq.format.Digest;
import dmhq.format.Party;
import dmhq.format.SeatId;
import dmhq.format.archive.ArchiveException;
import dmhq.format.archive.Chain;
import dmhq.format.archive.Layer;
import dmhq.format.archive.Letter;
import dmhq.format.archive.PackedFile;
import dmhq.format.archive.SessionArchive;
import dmhq.format.archive.Submission;
import dmhq.format.session.Header;
import dmhq.format.session.Join;
import dmhq.format.session.Manifest;
import dmhq.format.session.Opening.Style;
import dmhq.format.session.Request;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Takes in what a host receives, and keeps it until a record holds it. */
final class HostIntake {

    private final Workspace workspace;

    HostIntake(Workspace workspace) {
        this.workspace = workspace;
    }

    Arrival takeSubmission(String name, PackedFile packed, byte[] plain) throws ArchiveException, Refusal, IOException {
        Chain chain = workspace.hostArchive().chain();
        Submission submission = Submission.read(packed, chain);
        var header = submission.signed().header();
        if (workspace.disk().exists(fileOf(submission))) {
            // Whoever sends the same orders again has no receipt for them.
            new Outbox(workspace).forget(receipt(header.record(), header.seat(), header.revision()));
        }
        keep(submission, plain);
        if (submission.signed().header().seat().equals(chain.hostSeat())) {
            new Recovering(workspace).keep(submission, plain);
        }
        passOn(submission, plain);
        return new Arrival(
                name,
                Arrival.Kind.TAKEN,
                "orders of " + header.seat() + " for turn " + header.record() + ", revision " + header.revision());
    }

    /**
     * Who moves next plans on what was declared. It goes straight there, unless the post takes each parcel to its
     * recipient alone: then only the host knows where that is.
     */
    private void passOn(Submission submission, byte[] plain) throws Refusal, IOException {
        SessionArchive archive = workspace.hostArchive();
        Chain chain = archive.chain();
        var header = submission.signed().header();
        if (chain.settings().style() != Style.SEQUENTIAL
                || chain.opening().hidden()
                || header.record() != chain.newest() + 1
                || new Sending(workspace).isSharedByAll()) {
            return;
        }
        SeatId next = workspace.play(archive).attendance().successor(header.seat());
        if (next == null || next.equals(chain.hostSeat())) {
            return;
        }
        Join reader = Objects.requireNonNull(chain.seats().get(next));
        new Outbox(workspace)
                .put(
                        new ParcelLabel(
                                "submission",
                                header.record(),
                                Party.of(header.seat()),
                                Party.of(next),
                                header.revision()),
                        "",
                        plain,
                        reader.sealingKey());
    }

    /** Returns the label under which receipts for orders travel. */
    static ParcelLabel receipt(int record, SeatId seat, int revision) {
        return new ParcelLabel("receipt", record, Party.HOST, Party.of(seat), revision);
    }

    void keep(Submission submission, byte[] plain) throws IOException {
        workspace.disk().write(fileOf(submission), plain);
    }

    void drop(Submission submission) throws IOException {
        workspace.disk().remove(fileOf(submission));
    }

    /** Returns where a submission is kept. */
    Path fileOf(Submission submission) {
        return folder().resolve("submission-" + submission.signed().digest() + ".zip");
    }

    /**
     * Returns the submissions that wait, with the earlier ones inside them, in no order that matters; none
     * of {@link #signedAhead}.
     */
    List<Submission> submissions(Chain chain) throws Refusal, IOException {
        List<Submission> submissions = new ArrayList<>();
        for (Map.Entry<Path, PackedFile> each : kept().entrySet()) {
            if (!isSignedAhead(each.getValue(), chain)) {
                try {
                    submissions.addAll(Submission.read(each.getValue(), chain).all());
                } catch (ArchiveException e) {
                    throw damaged(each.getKey(), e);
                }
            }
        }
        for (Submission each : new UnsentRecord(workspace).orders(chain)) {
            if (submissions.stream().noneMatch(other -> other.signed().equals(each.signed()))) {
                submissions.add(each);
            }
        }
        return submissions;
    }

    /** Forgets that a seat has receipts for the coming turn, so that it gets them again. */
    void answerAgain(SeatId seat, Chain chain) throws Refusal, IOException {
        for (Submission each : submissions(chain)) {
            Header header = each.signed().header();
            if (header.seat().equals(seat)) {
                new Outbox(workspace).forget(receipt(header.record(), seat, header.revision()));
            }
        }
    }

    /** Tells whether the newest orders of a seat for a record are here, and are not to be replaced as far as one knows. */
    boolean hasFinal(int record, SeatId seat, Chain chain) throws Refusal, IOException {
        return submissions(chain).stream()
                .map(each -> each.signed().header())
                .filter(header -> header.record() == record && header.seat().equals(seat))
                .max(Comparator.comparingInt(Header::revision))
                .filter(header -> header.state() == Header.State.FINAL)
                .isPresent();
    }

    /** Returns what waits for a record to come, signed with a key that only a record not here makes known. */
    SortedMap<Path, PackedFile> signedAhead(Chain chain) throws Refusal, IOException {
        SortedMap<Path, PackedFile> ahead = kept();
        ahead.values().removeIf(packed -> !isSignedAhead(packed, chain));
        return ahead;
    }

    /** Tells whether orders were planned on a record that is not here, and are signed with a key not known here. */
    private static boolean isSignedAhead(PackedFile submission, Chain chain) {
        Manifest manifest = submission.manifest();
        return manifest.currentTurn() - 1 > chain.newest()
                && chain.lastRecordOf(manifest.from(), submission.packer()) < 0;
    }

    private SortedMap<Path, PackedFile> kept() throws Refusal, IOException {
        SortedMap<Path, PackedFile> kept = new TreeMap<>();
        for (Path file : workspace.disk().list(folder())) {
            if (file.getFileName().toString().startsWith("submission-")) {
                try {
                    kept.put(file, PackedFile.read(workspace.disk().read(file)));
                } catch (ArchiveException e) {
                    throw damaged(file, e);
                }
            }
        }
        return kept;
    }

    private static Refusal damaged(Path file, ArchiveException e) {
        return new Refusal(file.toString(), e, "remove it, or put it back from a copy");
    }

    Arrival takeRequest(String name, PackedFile packed, byte[] plain) throws ArchiveException, Refusal, IOException {
        SessionArchive archive = workspace.hostArchive();
        Party from = packed.manifest().from();
        if (!from.isHost() && !archive.chain().seats().containsKey(from.seat())) {
            return new Arrival(name, Arrival.Kind.KNOWN, from + " asks for turns before it is seated");
        }
        Request request = Letter.readRequest(packed, archive.chain());
        if (request.have() > archive.chain().newest()
                || request.have() < 0
                || !archive.chain().digest(request.have()).equals(request.head())) {
            throw new ArchiveException(
                    Layer.CHAIN, request.seat() + " holds another record " + request.have() + " than this host wrote");
        }
        if (!new Dispatch(workspace).isReleased(archive)) {
            return new Arrival(
                    name,
                    Arrival.Kind.GAP,
                    request.seat() + " asks for what follows record " + request.have() + ", which leaves after record "
                            + archive.chain().newest() + " has left");
        }
        String asked = ParcelLabel.ASKED + Digest.of(Bytes.of(plain)).abbreviated();
        Optional<Integer> last = archive.chain().replacements(request.seat()).stream()
                .filter(record -> record > request.have())
                .findFirst();
        if (last.isPresent() && !packed.packer().equals(archive.chain().key(from))) {
            return takeRequestOfPredecessor(name, archive, request.seat(), last.get(), asked);
        }
        new Dispatch(workspace).sendFrom(archive, request.seat(), request.have() + 1, asked);
        return new Arrival(
                name,
                Arrival.Kind.TAKEN,
                "request of " + request.seat() + " for what follows record " + request.have());
    }

    /** Who sat on the seat gets the record that says who sits there now, and nothing after it. */
    private Arrival takeRequestOfPredecessor(String name, SessionArchive archive, SeatId seat, int last, String asked)
            throws Refusal, IOException {
        if (archive.closing() != null) {
            return new Arrival(
                    name, Arrival.Kind.KNOWN, "who sat on " + seat + " until turn " + last + " asks for turns");
        }
        SessionArchive until = last < archive.chain().newest() ? archive.before(last + 1) : archive;
        new Dispatch(workspace).sendLast(until, seat, asked);
        return new Arrival(
                name, Arrival.Kind.TAKEN, "request of who sat on " + seat + " until turn " + last + ", who is told so");
    }

    private Path folder() {
        return workspace.folder().resolve("intake");
    }
}

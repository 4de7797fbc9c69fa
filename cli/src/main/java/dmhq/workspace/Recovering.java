package dmhq.workspace;

import dmhq.engine.Referee;
import dmhq.format.Bytes;
import dmhq.format.Digest;
import dmhq.format.SeatId;
import dmhq.format.archive.ArchiveException;
import dmhq.format.archive.Chain;
import dmhq.format.archive.Layer;
import dmhq.format.archive.PackedFile;
import dmhq.format.archive.SessionArchive;
import dmhq.format.archive.Submission;
import dmhq.format.archive.Turn;
import dmhq.format.session.Manifest;
import dmhq.format.session.Recorded;
import dmhq.format.session.RosterEntry;
import dmhq.format.session.SignedHeader;
import dmhq.format.session.SignedJoin;
import dmhq.format.session.SignedRecord;
import dmhq.format.session.TurnRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Brings a host's folder that was put back from an older copy to where it had been, so that nobody is
 * ever sent two records of one number.
 *
 * <p>What a host sends, it can open too, and knows again what it remembers to have sent. A turn of its
 * own that it does not remember shows records, or orders of its own seat, that this copy lacks. They
 * are kept. Before anything else is signed, the records are made again from the same orders, joins and
 * instant, which gives the same bytes; where that cannot be done, the host stops.
 */
final class Recovering {

    private static final String CURE = "put the folder back from a newer copy";

    private final Workspace workspace;
    private final HostIntake intake;

    Recovering(Workspace workspace) {
        this.workspace = workspace;
        this.intake = new HostIntake(workspace);
    }

    /** Takes in a turn that went from this host to another seat. */
    Arrival take(String name, Turn turn, byte[] plain) throws ArchiveException, Refusal, IOException {
        Chain chain = workspace.hostArchive().chain();
        if (!turn.session().equals(chain.session()) || !turn.isPackedByHostOf(chain)) {
            throw new ArchiveException(Layer.MANIFEST, "a turn for " + turn.seat() + " that this host has not sent");
        }
        if (!tellsNews(turn, chain)) {
            return new Arrival(
                    name,
                    Arrival.Kind.NOT_OURS,
                    "manifest: it is a turn of " + turn.seat() + ", which this host has sent");
        }
        Digest digest = Digest.of(Bytes.of(plain));
        workspace.disk().write(folder().resolve("turn-" + turn.last() + "-" + digest.abbreviated() + ".zip"), plain);
        return new Arrival(
                name,
                Arrival.Kind.TAKEN,
                "turn " + turn.last() + " for " + turn.seat()
                        + ", which this host has sent and does not remember: this folder is an older copy");
    }

    /** Takes in the end of the session that this host has sent, which holds all its records. */
    Arrival takeClosing(String name, SessionArchive published) throws ArchiveException, Refusal, IOException {
        SessionArchive host = workspace.hostArchive();
        Chain chain = published.chain();
        int newest = host.chain().newest();
        if (!chain.session().equals(host.chain().session())) {
            throw new ArchiveException(
                    Layer.MANIFEST,
                    "an end of session " + chain.session() + ", this is "
                            + host.chain().session());
        } else if (host.closing() != null) {
            return new Arrival(
                    name, Arrival.Kind.NOT_OURS, "manifest: it is the end of the session, which this host has sent");
        } else if (chain.newest() < newest
                || !chain.digest(newest).equals(host.chain().head())) {
            throw new ArchiveException(
                    Layer.CHAIN,
                    "this host has closed the session with record " + chain.newest() + ", " + chain.head()
                            + ", and session.zip holds another record " + newest);
        }
        workspace.writeHost(published);
        new Ending(workspace).close();
        return new Arrival(
                name,
                Arrival.Kind.TAKEN,
                "the end of the session after turn " + chain.newest()
                        + ", which this host has sent and does not remember: this folder is an older copy");
    }

    private boolean tellsNews(Turn turn, Chain chain) throws IOException {
        boolean known = turn.records().stream()
                .map(SignedRecord::record)
                .map(TurnRecord::number)
                .allMatch(number -> number <= chain.newest()
                        && chain.digest(number)
                                .equals(turn.records()
                                        .get(number - turn.first())
                                        .digest()));
        SignedHeader ahead = turn.hostHeader();
        return !known || (ahead != null && !isKept(ahead));
    }

    private boolean isKept(SignedHeader own) throws IOException {
        return new Submissions(workspace).newestRevision(own.header().record()) > 0;
    }

    /** Keeps orders of the host's own seat, which left for the host alone, as those it has submitted. */
    void keep(Submission own, byte[] plain) throws IOException {
        var header = own.signed().header();
        Submissions submissions = new Submissions(workspace);
        if (submissions.newestRevision(header.record()) < header.revision()) {
            submissions.keep(header.record(), header.revision(), plain);
        }
    }

    /**
     * Makes again what this copy lacks. Before that, a newest record that has not left, and that does not
     * agree with what has, is taken back.
     *
     * @throws Refusal if there is something that cannot be made again, with what to do about it
     */
    void catchUp() throws Refusal, IOException {
        takeBackWhatWasSentOtherwise();
        // Records that are made again can bring in further turns.
        for (var turns = turns(); !turns.isEmpty(); turns = turns()) {
            Turn turn = turns.get(0).getKey();
            Path file = turns.get(0).getValue();
            for (SignedRecord record : turn.records()) {
                SessionArchive archive = workspace.hostArchive();
                int number = record.record().number();
                if (number > archive.chain().newest()) {
                    makeAgain(record);
                } else if (!archive.chain().digest(number).equals(record.digest())) {
                    throw new Refusal("another record " + number + " than that in session.zip has left with your"
                            + " signature; the turn in " + file + " shows it; " + CURE + ", which ends with that one");
                }
            }
            SignedHeader ahead = turn.hostHeader();
            boolean coming = turn.last() == workspace.hostArchive().chain().newest();
            if (coming && ahead != null && !isKept(ahead)) {
                throw new Refusal("your own orders for turn " + ahead.header().record()
                        + " have left for the others and are not here; " + CURE + ", which has them in submitted/");
            }
            workspace.disk().remove(file);
        }
        new Promises(workspace).settle();
        new UnsentRecord(workspace).forgetUnlessDue();
        requireNoneAhead(workspace.hostArchive().chain());
    }

    /** Returns the records of turns that this host has sent and does not remember. */
    List<SignedRecord> shown() throws Refusal, IOException {
        return turns().stream()
                .flatMap(turn -> turn.getKey().records().stream())
                .toList();
    }

    /** Tells whether a turn of this host shows a record that is not here. */
    boolean isBehind() throws Refusal, IOException {
        int newest = workspace.hostArchive().chain().newest();
        return shown().stream().anyMatch(signed -> signed.record().number() > newest);
    }

    /**
     * Makes again what this copy lacks of records that others have.
     *
     * @param records by number
     * @throws Refusal as {@link #catchUp}
     */
    void makeAgain(Collection<SignedRecord> records) throws Refusal, IOException {
        for (SignedRecord record : records) {
            if (record.record().number() == workspace.hostArchive().chain().newest() + 1) {
                makeAgain(record);
            }
        }
    }

    private void makeAgain(SignedRecord record) throws Refusal, IOException {
        workspace.writeHost(again(workspace.hostArchive(), record));
        if (record.record().roster().stream().anyMatch(Recovering::changesKeys)) {
            // What was packed with the new keys could not be read before.
            Collecting.all(workspace).whatIsMadeAgain();
        }
    }

    private static boolean changesKeys(RosterEntry entry) {
        return entry instanceof RosterEntry.Rotated || entry instanceof RosterEntry.Replaced;
    }

    /** Nobody knows a record that has not left, and everyone knows a promise, or another record, that has. */
    private void takeBackWhatWasSentOtherwise() throws Refusal, IOException {
        SessionArchive host = workspace.hostArchive();
        boolean contradicted = new Promises(workspace).areBrokenByNewest() || isOtherThanSent(host.chain());
        if (contradicted
                && host.chain().newest() > 1
                && host.closing() == null
                && !new Dispatch(workspace).isReleased(host)) {
            new UnsentRecord(workspace).takeBack();
        }
    }

    private boolean isOtherThanSent(Chain chain) throws Refusal, IOException {
        return turns().stream()
                .flatMap(turn -> turn.getKey().records().stream())
                .anyMatch(sent -> sent.record().number() == chain.newest()
                        && !sent.digest().equals(chain.head()));
    }

    /** Records are made again in their order, which is not that of file names. */
    private List<Map.Entry<Turn, Path>> turns() throws Refusal, IOException {
        List<Map.Entry<Turn, Path>> turns = new ArrayList<>();
        for (Path file : workspace.disk().list(folder())) {
            turns.add(Map.entry(read(file), file));
        }
        turns.sort(Comparator.comparingInt(each -> each.getKey().first()));
        return turns;
    }

    private Turn read(Path file) throws Refusal, IOException {
        try {
            return Turn.read(PackedFile.read(workspace.disk().read(file)));
        } catch (ArchiveException e) {
            throw new Refusal(file.toString(), e, "remove it, or put it back from a copy");
        }
    }

    private SessionArchive again(SessionArchive archive, SignedRecord signed) throws Refusal, IOException {
        TurnRecord record = signed.record();
        String lost = "record " + record.number()
                + " has left with your signature, but is not in session.zip, which is an older copy; ";
        List<Submission> orders = ordersOf(record, archive.chain(), lost);
        try {
            Referee<?, ?, ?> referee = workspace.game(archive).referee(workspace.hostSecrets(archive.chain()));
            SessionArchive longer = again(referee, archive, record, orders);
            if (longer.chain().head().equals(signed.digest())) {
                return longer;
            }
        } catch (ArchiveException e) {
            throw new Refusal(workspace.folder().toString(), e);
        }
        throw new Refusal(lost + "making it again from what is here gives another one; " + CURE);
    }

    private static SessionArchive again(
            Referee<?, ?, ?> referee, SessionArchive archive, TurnRecord record, List<Submission> orders)
            throws ArchiveException {
        TurnRecord.Rollback rollback = record.rollback();
        if (record.number() == 1) {
            return referee.begin(archive, joinsOf(record, archive.chain()), record.resolvedAt());
        } else if (rollback != null) {
            return referee.rollBack(
                    archive, orders, record.roster(), rollback.to(), rollback.reason(), record.resolvedAt());
        }
        return referee.resolve(archive, orders, record.roster(), record.resolvedAt());
    }

    private static List<SignedJoin> joinsOf(TurnRecord record, Chain chain) {
        List<SignedJoin> joins = new ArrayList<>();
        for (RosterEntry entry : record.roster()) {
            if (entry instanceof RosterEntry.Joined joined
                    && !chain.seats().containsKey(joined.request().join().seat())) {
                joins.add(joined.request());
            }
        }
        return joins;
    }

    private List<Submission> ordersOf(TurnRecord record, Chain chain, String lost) throws Refusal, IOException {
        List<Submission> waiting = new ArrayList<>();
        // Before record 1 nobody sits whose orders could be read.
        if (!record.orders().isEmpty()) {
            waiting.addAll(intake.submissions(chain));
            waiting.addAll(new Submissions(workspace).all(record.number(), chain));
        }
        List<Submission> orders = new ArrayList<>();
        for (Recorded recorded : record.orders()) {
            var header = recorded.header();
            orders.add(waiting.stream()
                    .filter(each -> each.signed().header().equals(header))
                    .findFirst()
                    .orElseThrow(() -> new Refusal(lost + "to make it again, the orders of " + header.seat()
                            + " for turn " + record.number() + ", revision " + header.revision()
                            + ", are missing; name their file, or with --post where they lie, to dmhq recover, or "
                            + CURE)));
        }
        return orders;
    }

    /** Whoever plans on a record that is not here has it from somewhere, and only a host signs records. */
    private void requireNoneAhead(Chain chain) throws Refusal, IOException {
        for (Submission each : intake.submissions(chain)) {
            var header = each.signed().header();
            int base = header.record() - 1;
            if (base > chain.newest()
                    || (base == chain.newest() && !header.base().equals(chain.head()))) {
                throw ahead(header.seat(), header.record(), intake.fileOf(each));
            }
        }
        for (Map.Entry<Path, PackedFile> each : intake.signedAhead(chain).entrySet()) {
            Manifest manifest = each.getValue().manifest();
            throw ahead(manifest.from().seat(), manifest.currentTurn(), each.getKey());
        }
    }

    private static Refusal ahead(SeatId seat, int record, Path file) {
        return new Refusal("the orders of " + seat + " for turn " + record + " were planned on a record " + (record - 1)
                + " that is not in session.zip, which may be an older copy; "
                + CURE + "; if there is none and " + seat + " is wrong, remove " + file);
    }

    private Path folder() {
        return workspace.folder().resolve("recovering");
    }
}

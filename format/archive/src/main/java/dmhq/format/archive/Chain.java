package dmhq.format.archive;

import static dmhq.format.archive.ArchiveException.present;
import static dmhq.format.archive.ArchiveException.require;

import dmhq.format.Digest;
import dmhq.format.SeatId;
import dmhq.format.SessionId;
import dmhq.format.session.Join;
import dmhq.format.session.Opening;
import dmhq.format.session.SignedRecord;
import dmhq.format.session.TurnRecord;
import dmhq.format.signing.Namespace;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;

/**
 * The chain of records from record 0 on, every link of it checked, and the roster it leads to.
 *
 * <p>Immutable; {@link #with} checks one more record and returns the longer chain.
 */
public final class Chain {

    private final List<SignedRecord> records;
    private final List<Digest> digests;
    private final Opening opening;
    private final SessionId session;
    private final Roster roster;

    private Chain(List<SignedRecord> records, List<Digest> digests, Opening opening, Roster roster) {
        this.records = Collections.unmodifiableList(records);
        this.digests = Collections.unmodifiableList(digests);
        this.opening = opening;
        this.session = SessionId.of(opening.name(), digests.get(0));
        this.roster = roster;
    }

    /**
     * Returns the chain that a record 0 opens.
     *
     * @throws ArchiveException if it is no record 0, or not signed by the key it names
     */
    public static Chain open(SignedRecord zero) throws ArchiveException {
        Opening opening = present(
                zero.record().opening(),
                Layer.CHAIN,
                "a session begins with record 0, found record " + zero.record().number());
        require(
                opening.host().signingKey().verifies(Namespace.RECORD, zero.signedBytes(), zero.signature()),
                Layer.CHAIN,
                "record 0 is not signed by the host key it names");
        require(isBare(zero.record()), Layer.CHAIN, "record 0 holds orders, events or seats, which come later");
        Roster roster = Roster.open(opening).with(zero.record().roster(), 0, null);
        require(
                new ArrayList<>(roster.seated())
                        .equals(opening.hostSeat() == null ? List.of() : List.of(opening.hostSeat())),
                Layer.CHAIN,
                "record 0 seats others than the host's own seat");
        return new Chain(List.of(zero), List.of(zero.digest()), opening, roster);
    }

    /** Tells whether a record is signed by the host of this session. */
    boolean isSignedByHost(SignedRecord signed) {
        return opening.host().signingKey().verifies(Namespace.RECORD, signed.signedBytes(), signed.signature());
    }

    private static boolean isBare(TurnRecord zero) {
        return zero.previous() == null
                && zero.orders().isEmpty()
                && zero.absent().isEmpty()
                && zero.seats().isEmpty()
                && zero.link() == null
                && zero.state() == null
                && zero.publicEvents().equals(Digest.of());
    }

    /**
     * Returns this chain with one more record.
     *
     * @throws ArchiveException if it does not follow the head in number and digest, is not signed by
     *     the host, or holds a roster entry, order or dice link that is not what it claims
     */
    public Chain with(SignedRecord next) throws ArchiveException {
        TurnRecord record = next.record();
        int number = records.size();
        require(
                record.number() == number,
                Layer.CHAIN,
                "expected record " + number + ", found record " + record.number());
        String name = "record " + number;
        require(head().equals(record.previous()), Layer.CHAIN, name + " does not follow the record before it");
        require(isSignedByHost(next), Layer.CHAIN, name + " is not signed by the host");
        TurnRecord before = records.get(number - 1).record();
        require(
                record.rules().equals(before.rules()),
                Layer.CHAIN,
                name + " is played by other rules: " + record.rules());
        require(
                !record.resolvedAt().isBefore(before.resolvedAt()),
                Layer.CHAIN,
                name + " is dated before the record before it");
        Roster after = new RecordCheck(this, record).roster();
        List<SignedRecord> longer = new ArrayList<>(records);
        longer.add(next);
        List<Digest> named = new ArrayList<>(digests);
        named.add(next.digest());
        return new Chain(longer, named, opening, after);
    }

    /** Returns the session's id. */
    public SessionId session() {
        return session;
    }

    /** Returns what the session was opened with. */
    public Opening opening() {
        return opening;
    }

    /** Returns the records, by number. */
    public List<SignedRecord> records() {
        return records;
    }

    /** Returns a record by its number. */
    public TurnRecord record(int number) {
        return records.get(number).record();
    }

    /** Returns the number of the newest record. */
    public int newest() {
        return records.size() - 1;
    }

    /** Returns the digest of the newest record. */
    public Digest head() {
        return digests.get(digests.size() - 1);
    }

    /** Returns the digest of a record by its number. */
    public Digest digest(int number) {
        return digests.get(number);
    }

    /** Returns the joins of those who sit at the table after the newest record, by seat. */
    public SortedMap<SeatId, Join> seats() {
        return roster.joins();
    }

    Roster roster() {
        return roster;
    }
}

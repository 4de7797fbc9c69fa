package dmhq.format.archive;

import static dmhq.format.archive.ArchiveException.present;
import static dmhq.format.archive.ArchiveException.require;

import dmhq.format.Bytes;
import dmhq.format.Digest;
import dmhq.format.Party;
import dmhq.format.RulesId;
import dmhq.format.SeatId;
import dmhq.format.SessionId;
import dmhq.format.sealing.SealingRecipient;
import dmhq.format.session.Join;
import dmhq.format.session.Opening;
import dmhq.format.session.RosterEntry;
import dmhq.format.session.SignedRecord;
import dmhq.format.session.TurnRecord;
import dmhq.format.signing.Namespace;
import dmhq.format.signing.VerifyingKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * The chain of records from record 0 on, every link of it checked, and the roster it leads to.
 *
 * <p>Immutable; {@link #with} checks one more record and returns the longer chain.
 */
public final class Chain {

    private final List<SignedRecord> records;
    private final List<Digest> digests;
    private final List<Roster> rosters;
    private final Opening opening;
    private final SessionId session;

    private Chain(List<SignedRecord> records, List<Digest> digests, List<Roster> rosters, Opening opening) {
        this.records = Collections.unmodifiableList(records);
        this.digests = Collections.unmodifiableList(digests);
        this.rosters = Collections.unmodifiableList(rosters);
        this.opening = opening;
        this.session = SessionId.of(opening.name(), digests.get(0));
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
        Roster roster = new RosterChange(opening, null, 0, Roster.open(opening, zero.record()))
                .with(zero.record().roster());
        require(
                zero.record().roster().stream().allMatch(RosterEntry.Joined.class::isInstance)
                        && List.copyOf(roster.seated())
                                .equals(opening.hostSeat() == null ? List.of() : List.of(opening.hostSeat())),
                Layer.CHAIN,
                "record 0 seats others than the host's own seat");
        return new Chain(List.of(zero), List.of(zero.digest()), List.of(roster), opening);
    }

    /**
     * Returns a chain whose every link was checked before.
     *
     * @throws ArchiveException if it does not even begin with a record 0, or holds a roster entry that
     *     is not what it claims
     */
    static Chain takenUp(List<SignedRecord> records) throws ArchiveException {
        Chain zero = open(records.get(0));
        List<Digest> digests = new ArrayList<>();
        List<Roster> rosters = new ArrayList<>(zero.rosters);
        for (SignedRecord next : records.subList(1, records.size())) {
            TurnRecord record = next.record();
            digests.add(present(record.previous(), Layer.CHAIN, "a record after record 0 names the one before"));
            Bytes link = present(record.link(), Layer.DICE, "a record after record 0 carries a dice link");
            rosters.add(new RosterChange(zero.opening, zero.session, record.number(), rosters.get(rosters.size() - 1))
                    .withOrders(record, link)
                    .with(record.roster()));
        }
        digests.add(records.get(records.size() - 1).digest());
        return new Chain(List.copyOf(records), digests, rosters, zero.opening);
    }

    /** Tells whether a record that follows one of these, or a record 0, is signed by who was host then. */
    boolean isSignedByHost(SignedRecord signed) {
        int number = signed.record().number();
        Opening.Host host = number == 0 ? opening.host() : roster(number - 1).host();
        return host.signingKey().verifies(Namespace.RECORD, signed.signedBytes(), signed.signature());
    }

    private static boolean isBare(TurnRecord zero) {
        return zero.previous() == null
                && zero.orders().isEmpty()
                && zero.absent().isEmpty()
                && zero.seats().isEmpty()
                && zero.rollback() == null
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
        require(
                record.rules().equals(roster().rules()),
                Layer.CHAIN,
                name + " is played by other rules: " + record.rules());
        require(
                !record.resolvedAt().isBefore(record(number - 1).resolvedAt()),
                Layer.CHAIN,
                name + " is dated before the record before it");
        Roster after = new RecordCheck(this, record).roster();
        return new Chain(and(records, next), and(digests, next.digest()), and(rosters, after), opening);
    }

    /** Returns this as it was before one of its records after record 0. */
    Chain before(int record) {
        return new Chain(records.subList(0, record), digests.subList(0, record), rosters.subList(0, record), opening);
    }

    private static <T> List<T> and(List<T> some, T one) {
        List<T> more = new ArrayList<>(some);
        more.add(one);
        return more;
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

    /** Returns the newest record that holds orders of who sits on a seat now; 1 if there is none. */
    public int lastOrdersOf(SeatId seat) {
        for (int number = newest(); number > 1; number--) {
            if (replaces(record(number), seat)) {
                return 1;
            }
            boolean ordered = record(number).orders().stream()
                    .anyMatch(orders -> orders.header().seat().equals(seat));
            if (ordered) {
                return number;
            }
        }
        return 1;
    }

    /**
     * Returns the joins of those who sit at the table after the newest record, by seat, with the keys
     * that they have now.
     */
    public SortedMap<SeatId, Join> seats() {
        return roster().joins();
    }

    private static boolean replaces(TurnRecord record, SeatId seat) {
        return record.roster().stream()
                .anyMatch(entry -> entry instanceof RosterEntry.Replaced replaced
                        && replaced.request().join().seat().equals(seat));
    }

    /** Returns the records that gave a seat to another player than who sat there, by number. */
    public List<Integer> replacements(SeatId seat) {
        return records.stream()
                .map(SignedRecord::record)
                .filter(record -> replaces(record, seat))
                .map(TurnRecord::number)
                .toList();
    }

    /**
     * Returns who sat on a seat after a record, or sits there now if that record has not come yet, with
     * the last keys that they had there; empty if nobody did.
     */
    public Optional<Join> sitting(SeatId seat, int record) {
        int last = replacements(seat).stream()
                .filter(number -> number > record)
                .findFirst()
                .map(number -> number - 1)
                .orElse(newest());
        return record < 0 || !roster(Math.min(record, newest())).joins().containsKey(seat)
                ? Optional.empty()
                : Optional.ofNullable(roster(last).joins().get(seat));
    }

    /** Returns the seats whose orders the next record waits for: those who sit and have not left. */
    public SortedSet<SeatId> waitedFor() {
        return roster().waitedFor();
    }

    /** Returns the seats that sat and had not left after a record, by its number. */
    public SortedSet<SeatId> waitedFor(int number) {
        return roster(number).waitedFor();
    }

    /** Returns who is the host after the newest record, with the keys of now. */
    public Opening.Host host() {
        return roster().host();
    }

    /** Returns the seat of that host, or null if it only resolves. */
    public @Nullable SeatId hostSeat() {
        return roster().hostSeat();
    }

    /** Returns the settings by which the next record is made. */
    public Opening.Settings settings() {
        return roster().settings();
    }

    /** Returns the settings after a record, by its number. */
    public Opening.Settings settings(int number) {
        return roster(number).settings();
    }

    /** Returns the rules by which the next record is made. */
    public RulesId rules() {
        return roster().rules();
    }

    /**
     * Returns the signing key that a party has after a record, or after the newest one if that record
     * has not come yet; null for a seat where nobody sits.
     */
    public @Nullable VerifyingKey key(Party party, int record) {
        Roster after = roster(Math.max(0, Math.min(record, newest())));
        if (party.isHost()) {
            return after.host().signingKey();
        }
        Join join = after.joins().get(party.seat());
        return join == null ? null : join.signingKey();
    }

    /** Returns the signing key that a party has after the newest record; null for a seat where nobody sits. */
    public @Nullable VerifyingKey key(Party party) {
        return key(party, newest());
    }

    /**
     * Returns the sealing keys of a party after the newest record; with the one before, if the newest
     * record replaces it by another of the same player, who may not know of that yet.
     */
    public List<SealingRecipient> sealingKeys(Party party) {
        List<SealingRecipient> keys = new ArrayList<>(List.of(sealingKey(party, roster())));
        boolean rotated = record(newest()).roster().stream()
                .anyMatch(entry -> entry instanceof RosterEntry.Rotated rotation
                        && rotation.request().rotation().party().equals(party));
        if (rotated) {
            keys.add(sealingKey(party, roster(newest() - 1)));
        }
        return List.copyOf(keys);
    }

    private static SealingRecipient sealingKey(Party party, Roster roster) {
        Join join = party.isHost() ? null : roster.joins().get(party.seat());
        if (!party.isHost() && join == null) {
            throw new IllegalStateException("nobody sits on " + party);
        }
        return join == null ? roster.host().sealingKey() : join.sealingKey();
    }

    /** Returns the last record after which a party has, or had, that signing key; -1 if it never did. */
    public int lastRecordOf(Party party, VerifyingKey key) {
        int record = newest();
        while (record >= 0 && !key.equals(key(party, record))) {
            record--;
        }
        return record;
    }

    /**
     * Checks that the next record may hold an entry of the roster.
     *
     * @throws ArchiveException if it is not signed by whom it is about, has no place after the newest
     *     record, or was there before
     */
    public void requirePlace(RosterEntry entry) throws ArchiveException {
        new RosterChange(opening, session, newest() + 1, roster()).with(List.of(entry));
    }

    /** Tells whether a record holds that entry. */
    public boolean holds(RosterEntry entry) {
        return records.stream().anyMatch(signed -> signed.record().roster().contains(entry));
    }

    /** Returns the first record that commits to something for a seat; 0 if none does yet. */
    int firstFor(SeatId seat) {
        for (SignedRecord signed : records) {
            if (signed.record().seats().stream().anyMatch(shown -> shown.seat().equals(seat))) {
                return signed.record().number();
            }
        }
        return 0;
    }

    Roster roster() {
        return rosters.get(rosters.size() - 1);
    }

    /** Returns the roster after a record, by its number. */
    Roster roster(int number) {
        return rosters.get(number);
    }
}

package dmhq.format.archive;

import static dmhq.format.archive.ArchiveException.present;
import static dmhq.format.archive.ArchiveException.require;

import dmhq.format.Bytes;
import dmhq.format.Digest;
import dmhq.format.SeatId;
import dmhq.format.session.Header;
import dmhq.format.session.Recorded;
import dmhq.format.session.Recorded.Outcome;
import dmhq.format.session.TurnRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Checks what one record after record 0 holds, and gives the roster after it. */
final class RecordCheck {

    /** The order of headers in a record: by seat, then the highest revision first, then by body. */
    static final Comparator<Recorded> ORDER = Comparator.comparing(
                    (Recorded each) -> each.header().seat())
            .thenComparing(each -> -each.header().revision())
            .thenComparing(each -> each.header().body());

    private final Chain chain;
    private final TurnRecord record;
    private final String name;

    RecordCheck(Chain chain, TurnRecord record) {
        this.chain = chain;
        this.record = record;
        this.name = "record " + record.number();
    }

    Roster roster() throws ArchiveException {
        checkOrders();
        checkRollback();
        Roster roster = new RosterChange(chain.opening(), chain.session(), record.number(), chain.roster())
                .withOrders(record, hostLink())
                .with(record.roster());
        List<SeatId> committed =
                record.seats().stream().map(TurnRecord.Shown::seat).toList();
        require(
                committed.equals(new ArrayList<>(roster.seated())) && record.state() != null,
                Layer.COMMITMENT,
                name + " does not commit to what each seat is shown");
        return roster;
    }

    private void checkOrders() throws ArchiveException {
        require(isOrdered(record.orders()), Layer.ORDERS, name + " lists orders out of order, or twice");
        require(!setsUp() || record.orders().isEmpty(), Layer.ORDERS, "record 1 seats players and counts no orders");
        SortedSet<SeatId> counted = new TreeSet<>();
        Digest hostHeader = hostHeader();
        for (Recorded orders : record.orders()) {
            HeaderCheck.onHead(chain, orders.signed());
            checkHostHeader(orders.header(), hostHeader);
            if (orders.outcome() == Outcome.COUNTED) {
                counted.add(orders.header().seat());
            }
        }
        OutcomeCheck.of(record);
        AfterCheck.of(record, chain);
        SortedSet<SeatId> absent = setsUp() ? new TreeSet<>() : chain.waitedFor();
        absent.removeAll(counted);
        require(
                record.absent().equals(new ArrayList<>(absent)),
                Layer.ORDERS,
                name + " names others as absent than those whose orders it does not count");
    }

    private static boolean isOrdered(List<Recorded> orders) {
        for (int i = 1; i < orders.size(); i++) {
            if (ORDER.compare(orders.get(i - 1), orders.get(i)) >= 0) {
                return false;
            }
        }
        return true;
    }

    private boolean setsUp() {
        return record.number() == 1;
    }

    /** A playing host commits before it reads: every header names the one the host sent out first. */
    private void checkHostHeader(Header header, @Nullable Digest hostHeader) throws ArchiveException {
        require(
                Objects.equals(header.hostHeader(), isOfHost(header) ? null : hostHeader),
                Layer.ORDERS,
                name + ": the orders of " + header.seat() + " name other host orders than those counted");
    }

    private boolean isOfHost(Header header) {
        return header.seat().equals(chain.hostSeat());
    }

    private @Nullable Digest hostHeader() {
        if (!chain.settings().hostFirst()) {
            return null;
        }
        return record.orders().stream()
                .filter(orders -> isOfHost(orders.header()) && orders.header().revision() == 1)
                .map(orders -> orders.signed().digest())
                .findFirst()
                .orElse(null);
    }

    private Bytes hostLink() throws ArchiveException {
        Roster.Known known = chain.roster().hostOpen();
        Bytes link = present(record.link(), Layer.DICE, name + " lacks the host's dice link");
        require(
                LinkChain.leads(
                        LinkChain.Owner.hostOpen(chain.opening().nonce()),
                        link,
                        record.number(),
                        known.link(),
                        known.number()),
                Layer.DICE,
                name + " carries a host dice link that does not lead to the last one");
        return link;
    }

    private void checkRollback() throws ArchiveException {
        TurnRecord.Rollback rollback = record.rollback();
        if (rollback == null) {
            return;
        }
        require(
                rollback.to() >= 1 && rollback.to() < record.number() - 1,
                Layer.CHAIN,
                name + " goes back to turn " + rollback.to() + ", expected one from 1 to " + (record.number() - 2));
        require(
                rollback.consents().equals(List.copyOf(new TreeSet<>(rollback.consents())))
                        && record.orders().stream()
                                .filter(orders -> orders.outcome() == Outcome.COUNTED)
                                .map(orders -> orders.header().seat())
                                .toList()
                                .containsAll(rollback.consents()),
                Layer.ORDERS,
                name + " names consents to going back of seats whose orders it does not count");
    }
}

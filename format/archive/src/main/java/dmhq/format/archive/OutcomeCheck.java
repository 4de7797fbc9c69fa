package dmhq.format.archive;

import static dmhq.format.archive.ArchiveException.require;

import dmhq.format.session.Header;
import dmhq.format.session.Recorded;
import dmhq.format.session.Recorded.Outcome;
import dmhq.format.session.TurnRecord;
import org.jspecify.annotations.Nullable;

/**
 * Checks that a host has given each seat's headers the outcomes that their order leaves it: the first
 * that is not refused settles what the seat does, and under one revision the first stands.
 */
final class OutcomeCheck {

    private final TurnRecord record;
    private @Nullable Recorded above;
    private boolean settled;

    private OutcomeCheck(TurnRecord record) {
        this.record = record;
    }

    /** Checks the headers of one record, which are in their order. */
    static void of(TurnRecord record) throws ArchiveException {
        OutcomeCheck check = new OutcomeCheck(record);
        for (Recorded orders : record.orders()) {
            check.next(orders);
        }
    }

    private void next(Recorded orders) throws ArchiveException {
        Header header = orders.header();
        if (above == null || !above.header().seat().equals(header.seat())) {
            above = null;
            settled = false;
        }
        boolean sharesRevision = above != null && above.header().revision() == header.revision();
        boolean isDoubled = orders.outcome() == Outcome.DOUBLED;
        require(
                isDoubled ? sharesRevision : !settled && !sharesRevision,
                Layer.ORDERS,
                what(header) + " cannot be " + word(orders) + " after the ones above them");
        require(
                isDoubled || (header.state() == Header.State.WITHDRAWN) == (orders.outcome() == Outcome.WITHDRAWN),
                Layer.ORDERS,
                what(header) + " are " + word(orders) + ", but the seat sent them as "
                        + Manifests.word(header.state()));
        settled |= orders.outcome() == Outcome.COUNTED || orders.outcome() == Outcome.WITHDRAWN;
        above = orders;
    }

    private String what(Header header) {
        return "record " + record.number() + ": the orders of " + header.seat() + " in revision " + header.revision();
    }

    private static String word(Recorded orders) {
        return Manifests.word(orders.outcome());
    }
}

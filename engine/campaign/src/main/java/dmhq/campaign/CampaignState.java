package dmhq.campaign;

import dmhq.engine.ledger.Ledger;
import dmhq.format.SeatId;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a session of Distributed MekHQ stands, or what one seat may see of it.
 *
 * @param host the host's seat, or null if the host runs no campaign
 * @param campaigns by seat; all of them public
 * @param wires by request UUID, ended ones too; a view has the seat's own
 * @param books by seat; a view has the seat's own
 * @param ledger C-bills by seat since the session began, what is pending held under the wire's
 *     request UUID; a view has all other seats folded into one account
 */
public record CampaignState(
        @Nullable SeatId host,
        SortedMap<SeatId, Campaign> campaigns,
        SortedMap<UUID, Wire> wires,
        SortedMap<SeatId, Books> books,
        Ledger ledger) {

    public CampaignState {
        campaigns = Collections.unmodifiableSortedMap(new TreeMap<>(campaigns));
        wires = Collections.unmodifiableSortedMap(new TreeMap<>(wires));
        books = Collections.unmodifiableSortedMap(new TreeMap<>(books));
    }

    /** Returns the timeline: the latest date among the campaigns; empty if there is none. */
    public Optional<LocalDate> timeline() {
        return campaigns.values().stream().map(Campaign::date).max(LocalDate::compareTo);
    }

    /**
     * Returns the latest date that a campaign may move to: the host's. The host's own campaign has no
     * bound, and where the host runs no campaign, none has.
     */
    public Optional<LocalDate> mayAdvanceTo(SeatId seat) {
        if (host == null || host.equals(seat)) {
            return Optional.empty();
        }
        return Optional.ofNullable(campaigns.get(host)).map(Campaign::date);
    }

    /** Returns what a seat's save still has to do, in order. */
    public List<Settlement> outstanding(SeatId seat) {
        return books(seat).outstanding();
    }

    /** Returns the C-bills that left a seat for wires which have not ended. */
    public long held(SeatId seat) {
        return ledger.held(seat.value());
    }

    /**
     * Returns the C-bills a seat may still promise: the funds its save acknowledged, less debits not
     * yet written, less wires it agreed to that are not debited yet; below 0 if it promised too much.
     */
    public long free(SeatId seat) {
        return books(seat).funds() - books(seat).unpaid() - promised(seat);
    }

    /** Returns the C-bills of wires that a seat agreed to pay and that are not debited yet. */
    public long promised(SeatId seat) {
        return wires.entrySet().stream()
                .filter(wire -> isPromise(wire.getKey(), wire.getValue(), seat))
                .mapToLong(wire -> wire.getValue().sum())
                .sum();
    }

    /** Returns the request UUIDs of the wires that wait for a seat's answer. */
    public List<UUID> awaiting(SeatId seat) {
        return wires.entrySet().stream()
                .filter(wire -> wire.getValue().awaits(seat))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Returns the seats of campaigns other than one, for people to read. */
    String others(SeatId seat) {
        return campaigns.keySet().stream()
                .filter(other -> !other.equals(seat))
                .map(SeatId::value)
                .collect(Collectors.joining(", "));
    }

    /** Returns the requests of all wires by their text, which is the order in which they are settled. */
    List<UUID> requests() {
        SortedMap<String, UUID> byText = new TreeMap<>();
        wires.keySet().forEach(request -> byText.put(request.toString(), request));
        return List.copyOf(byText.values());
    }

    Wire wire(UUID request) {
        Wire wire = wires.get(request);
        if (wire == null) {
            throw new IllegalStateException("there is no wire " + request);
        }
        return wire;
    }

    boolean hasCompleted(UUID request) {
        return wires.containsKey(request) && wire(request).completed() == Answer.YES;
    }

    Campaign campaign(SeatId seat) {
        Campaign campaign = campaigns.get(seat);
        if (campaign == null) {
            throw new IllegalStateException("seat " + seat + " has no campaign");
        }
        return campaign;
    }

    Books books(SeatId seat) {
        return books.getOrDefault(seat, Books.NEW);
    }

    CampaignState with(SeatId seat, Campaign campaign) {
        SortedMap<SeatId, Campaign> changed = new TreeMap<>(campaigns);
        changed.put(seat, campaign);
        return new CampaignState(host, changed, wires, books, ledger);
    }

    CampaignState with(UUID request, Wire wire) {
        SortedMap<UUID, Wire> changed = new TreeMap<>(wires);
        changed.put(request, wire);
        return new CampaignState(host, campaigns, changed, books, ledger);
    }

    CampaignState with(SeatId seat, Books kept) {
        SortedMap<SeatId, Books> changed = new TreeMap<>(books);
        changed.put(seat, kept);
        return new CampaignState(host, campaigns, wires, changed, ledger);
    }

    CampaignState with(Ledger booked) {
        return new CampaignState(host, campaigns, wires, books, booked);
    }

    CampaignState viewFor(SeatId seat) {
        SortedMap<UUID, Wire> own = new TreeMap<>();
        wires.forEach((request, wire) -> {
            if (wire.isOf(seat)) {
                own.put(request, wire.seenBy(seat));
            }
        });
        SortedMap<SeatId, Books> ownBooks = new TreeMap<>(books);
        ownBooks.keySet().retainAll(List.of(seat));
        return new CampaignState(host, campaigns, own, ownBooks, ledger.foldedTo(List.of(seat.value())));
    }

    private boolean isPromise(UUID request, Wire wire, SeatId seat) {
        return wire.isOpen()
                && wire.payer().equals(seat)
                && wire.isAgreed()
                && books(seat).debitOf(request).isEmpty();
    }
}

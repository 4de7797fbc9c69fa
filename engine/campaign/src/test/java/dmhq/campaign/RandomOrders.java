package dmhq.campaign;

import dmhq.campaign.CampaignAction.CampaignDateChanged;
import dmhq.campaign.CampaignAction.CampaignDetails;
import dmhq.campaign.CampaignAction.DailyLog;
import dmhq.campaign.CampaignAction.WireTransferRequest;
import dmhq.campaign.CampaignAction.WireTransferResponse;
import dmhq.format.SeatId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** What the player of a campaign may want on some day, now and then something foolish. */
final class RandomOrders {

    private final CampaignState view;
    private final SeatId seat;
    private final RandomGenerator chance;
    private final List<CampaignAction> actions = new ArrayList<>();
    private final LocalDate saved;
    private final String location;
    private final boolean gmMode;
    private final String prefix;

    private RandomOrders(CampaignState view, SeatId seat, int turn, RandomGenerator chance) {
        this.view = view;
        this.seat = seat;
        this.chance = chance;
        this.saved = view.campaign(seat).date().plusDays(chance.nextInt(10) == 0 ? 3 : chance.nextInt(4) - 1);
        this.location =
                chance.nextInt(8) == 0 ? "Outreach" : view.campaign(seat).location();
        this.gmMode = view.campaign(seat).gmMode() ^ chance.nextInt(8) == 0;
        this.prefix = turn + "-";
    }

    static List<CampaignAction> of(CampaignState view, SeatId seat, int turn, RandomGenerator chance) {
        var orders = new RandomOrders(view, seat, turn, chance);
        orders.draw();
        return orders.actions;
    }

    /** Returns the orders of all seats for a turn, without those that are refused. */
    static SortedMap<SeatId, List<CampaignAction>> unrefused(CampaignState state, int turn, RandomGenerator chance) {
        SortedMap<SeatId, List<CampaignAction>> orders = new TreeMap<>();
        for (SeatId seat : state.campaigns().keySet()) {
            List<CampaignAction> actions = of(state.viewFor(seat), seat, turn, chance);
            if (Judge.objections(state, seat, actions).isEmpty()) {
                orders.put(seat, actions);
            }
        }
        return orders;
    }

    private void draw() {
        if (chance.nextInt(12) > 0) {
            actions.add(details());
            assume();
        }
        declare();
        switch (chance.nextInt(12)) {
            case 0 ->
                actions.add(
                        new CampaignAction.Jump(id(), view.mayAdvanceTo(seat).orElse(saved)));
            case 1, 2 -> actions.add(new CampaignAction.ReadyToAdvance(id()));
            case 3 ->
                actions.add(new CampaignAction.TeamAssignment(
                        id(), List.copyOf(view.campaigns().keySet()).get(chance.nextInt(4)), chance.nextInt(4)));
            default -> {}
        }
        for (UUID request : view.awaiting(seat)) {
            if (chance.nextInt(3) > 0) {
                actions.add(new WireTransferResponse(id(), request, chance.nextInt(3) > 0));
            }
        }
        for (int i = chance.nextInt(3); i > 0; i--) {
            actions.add(wire());
        }
        if (chance.nextInt(3) == 0) {
            actions.add(new DailyLog(id(), view.campaign(seat).date(), List.of("line " + chance.nextInt(100))));
        }
    }

    /** Now and then something is forgotten, or declared that the save does not say. */
    private void declare() {
        Campaign own = view.campaign(seat);
        LocalDate bound = view.mayAdvanceTo(seat).orElse(saved);
        if (saved.isAfter(own.date()) && !saved.isAfter(bound) && chance.nextInt(10) > 0) {
            actions.add(new CampaignDateChanged(id(), saved.plusDays(chance.nextInt(8) == 0 ? 1 : 0)));
        }
        if (gmMode != own.gmMode() && chance.nextInt(10) > 0) {
            actions.add(new CampaignAction.GMModeChanged(id(), gmMode));
        }
        if (!location.equals(own.location()) && chance.nextInt(10) > 0) {
            actions.add(new CampaignAction.LocationChanged(id(), location, gmMode));
        }
    }

    /** Now and then of what was never written, or more than once. */
    private void assume() {
        List<Integer> numbers = new ArrayList<>();
        for (int i = chance.nextInt(3); i > 0; i--) {
            numbers.add(1 + chance.nextInt(view.books(seat).appliedTo() + 1));
        }
        if (chance.nextInt(3) == 0) {
            actions.add(new CampaignAction.SettlementsAssumed(
                    id(), saved.minusDays(chance.nextInt(5) - 1), chance.nextInt(3), numbers, chance.nextInt(2) == 0));
        }
    }

    private CampaignDetails details() {
        Books books = view.books(seat);
        int issued = books.settlements().size();
        int appliedTo = books.appliedTo() + chance.nextInt(issued - books.appliedTo() + 1);
        List<Integer> cannot = books.outstanding().stream()
                .filter(settlement -> settlement.isDebit() && settlement.number() <= appliedTo)
                .filter(debit -> chance.nextInt(4) == 0)
                .map(Settlement::number)
                .toList();
        Campaign own = view.campaign(seat);
        return new CampaignDetails(
                id(),
                chance.nextInt(30) == 0 ? uuid() : own.campaign(),
                own.name(),
                saved,
                location,
                gmMode,
                own.mekhqVersion(),
                chance.nextInt(3000),
                chance.nextInt(30) == 0 ? issued + 1 : appliedTo,
                cannot,
                chance.nextInt(5) == 0 ? chance.nextInt(2) == 0 : null);
    }

    private WireTransferRequest wire() {
        List<SeatId> seats = List.copyOf(view.campaigns().keySet());
        UUID used = view.wires().isEmpty() ? uuid() : view.wires().firstKey();
        return new WireTransferRequest(
                id(),
                seat,
                seats.get(chance.nextInt(seats.size())),
                chance.nextInt(20) == 0 ? used : chance.nextInt(10) == 0 ? Session.W1 : uuid(),
                chance.nextInt(1500) - 500);
    }

    private String id() {
        return prefix + actions.size();
    }

    private UUID uuid() {
        return new UUID(
                (chance.nextLong() & ~0xF000L) | (chance.nextInt(40) == 0 ? 0x1000L : 0x4000L),
                chance.nextLong() | Long.MIN_VALUE);
    }
}

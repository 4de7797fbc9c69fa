package dmhq.economy;

import dmhq.economy.EconomyEvent.BidReturned;
import dmhq.economy.EconomyEvent.LeaseEnded;
import dmhq.economy.EconomyEvent.Leased;
import dmhq.format.SeatId;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Decides who leases the pools next: the highest bid, and between equal ones the dice.
 *
 * <p>Who won and at what price is told to everyone, for the pool is no secret and rent is an example
 * to learn from; that there were other bids, and how high, never is.
 */
final class Auction {

    private final Turn turn;

    Auction(Turn turn) {
        this.turn = turn;
    }

    void decide() {
        int leaseTurns = turn.state().terms().leaseTurns();
        if (leaseTurns > 0 && turn.state().turn() % leaseTurns == 0) {
            turn.state().pools().forEach(this::decide);
        }
    }

    private void decide(String pool) {
        SortedMap<SeatId, Long> bids = new TreeMap<>();
        for (SeatId seat : turn.state().estates().keySet()) {
            long bid = turn.state().bid(pool, seat);
            if (bid > 0) {
                bids.put(seat, bid);
            }
        }
        SortedMap<SeatId, Long> fit = new TreeMap<>(bids);
        fit.keySet().retainAll(turn.state().living());
        long highest = fit.values().stream().mapToLong(Long::longValue).max().orElse(0);
        fit.values().removeIf(bid -> bid < highest);
        List<SeatId> best = List.copyOf(fit.keySet());
        SeatId holder = turn.state().leases().get(pool);
        if (!best.isEmpty()) {
            SeatId winner = best.size() == 1 ? best.get(0) : turn.dice().pick("lease/" + pool, best);
            bids.remove(winner);
            turn.openly(new Leased(pool, winner, highest));
        } else if (holder != null) {
            turn.openly(new LeaseEnded(pool, holder));
        }
        bids.forEach((seat, units) -> turn.secretly(seat, new BidReturned(seat, pool, units)));
    }
}

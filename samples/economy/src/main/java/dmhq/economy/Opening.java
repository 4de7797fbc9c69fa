package dmhq.economy;

import dmhq.engine.Setup;
import dmhq.engine.ledger.Ledger;
import dmhq.engine.ledger.Transfer;
import dmhq.format.SeatId;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a game begins with. */
final class Opening {

    private Opening() {}

    static Economy of(Setup setup) {
        List<SeatId> seats = setup.seats().stream().map(Setup.Seat::id).toList();
        Terms terms = Terms.of(EconomyOptions.of(setup.options()), seats.size());
        List<String> pools = Pools.first(terms.pools());
        SortedMap<SeatId, Estate> estates = new TreeMap<>();
        SortedMap<AgentId, List<Command>> agents = new TreeMap<>();
        for (SeatId seat : seats) {
            estates.put(seat, Estate.first(terms.agents()));
            for (int number = 1; number <= terms.agents(); number++) {
                agents.put(new AgentId(seat, number), List.of());
            }
        }
        Ledger ledger = Ledger.EMPTY.transfer(stocks(terms, pools, seats));
        return new Economy(terms, 1, pools, estates, agents, new TreeMap<>(), ledger);
    }

    private static List<Transfer> stocks(Terms terms, List<String> pools, List<SeatId> seats) {
        List<Transfer> stocks = new ArrayList<>();
        if (terms.poolUnits() > 0) {
            pools.forEach(pool -> stocks.add(new Transfer(Accounts.WORLD, Accounts.pool(pool), terms.poolUnits())));
        }
        if (terms.store() > 0) {
            seats.forEach(seat -> stocks.add(new Transfer(Accounts.WORLD, Accounts.store(seat), terms.store())));
        }
        return stocks;
    }
}

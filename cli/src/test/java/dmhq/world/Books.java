package dmhq.world;

import dmhq.format.archive.SessionArchive;
import dmhq.format.json.Codec;
import dmhq.format.json.JsonException;
import dmhq.format.session.EventLine;
import dmhq.format.session.TurnRecord;
import dmhq.world.wharf.Wharf;
import dmhq.world.wharf.WharfEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Whose fish they are, counted by another hand than the ledger's: from the events alone. */
final class Books {

    private static final Codec<WharfEvent> EVENTS = Codec.of(WharfEvent.class);

    private final SortedMap<String, Long> fish = new TreeMap<>();
    private final SortedMap<String, WharfEvent.Offered> aside = new TreeMap<>();
    private long caught;

    private Books() {}

    /** A record that goes back takes up the books as they were after an earlier one. */
    static Books of(SessionArchive host) throws JsonException {
        List<Books> after = new ArrayList<>(List.of(new Books()));
        for (int number = 1; number <= host.chain().newest(); number++) {
            TurnRecord.Rollback rollback = host.chain().record(number).rollback();
            Books books =
                    after.get(rollback == null ? number - 1 : rollback.to()).copy();
            for (EventLine line : host.history().events(number)) {
                books.enter(EVENTS.decode(line.event()));
            }
            after.add(books);
        }
        return after.get(host.chain().newest());
    }

    private Books copy() {
        Books copy = new Books();
        copy.fish.putAll(fish);
        copy.aside.putAll(aside);
        copy.caught = caught;
        return copy;
    }

    private void enter(WharfEvent event) {
        if (event instanceof WharfEvent.Landed landed) {
            caught += landed.fish();
            give(landed.seat().value(), landed.fish());
        } else if (event instanceof WharfEvent.Offered offered) {
            aside.put(offered.offer(), offered);
            give(offered.from().value(), -offered.fish());
        } else if (event instanceof WharfEvent.Settled settled) {
            WharfEvent.Offered offer = aside.remove(settled.offer());
            if (offer == null) {
                throw new AssertionError(settled.offer() + " is settled, and was not laid aside");
            }
            give((settled.taken() ? offer.to() : offer.from()).value(), offer.fish());
        }
    }

    private void give(String seat, long amount) {
        fish.merge(seat, amount, Long::sum);
    }

    /** Holds the ledger of the state against the books; returns how many fish there are. */
    long check(Wharf state) {
        if (!state.fish().holds().keySet().equals(aside.keySet())) {
            throw new AssertionError("held are " + state.fish().holds().keySet() + ", laid aside " + aside.keySet());
        }
        long all = -(long) Wharf.STOCK * state.seats().size();
        for (var seat : state.seats()) {
            long own = state.fish().balance(seat.value());
            long counted = Wharf.STOCK + fish.getOrDefault(seat.value(), 0L);
            if (own != counted || own < 0) {
                throw new AssertionError(seat + " has " + own + " fish, the books say " + counted);
            }
            all += own + state.fish().held(seat.value());
        }
        if (all != caught) {
            throw new AssertionError(caught + " fish were caught, " + all + " are there");
        }
        return caught;
    }
}

package dmhq.engine.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class LedgerPropertyTest {

    private static final int SEEDS = 200;
    private static final int BOOKINGS = 60;
    private static final List<String> ACCOUNTS = List.of("ada", "bob", "cyd", "dan", "eve");

    /** Books that say where every unit is in the plainest way, to compare with. */
    private static final class Plain {
        final Map<String, Long> balances = new TreeMap<>();
        final Map<String, Hold> holds = new TreeMap<>();

        void add(String account, long amount) {
            balances.put(account, balances.getOrDefault(account, 0L) + amount);
        }
    }

    /** Draws bookings that are possible, and books them plainly by the way. */
    private static final class Bookings {
        private final Random chance;
        private final Plain plain = new Plain();
        private int made;

        Bookings(long seed) {
            chance = new Random(seed);
        }

        UnaryOperator<Ledger> next() {
            String from = account();
            String to = account();
            long amount = 1L + chance.nextInt(1000);
            int kind = plain.holds.isEmpty() ? chance.nextInt(2) : chance.nextInt(4);
            if (kind == 0) {
                plain.add(from, -amount);
                plain.add(to, amount);
                return ledger -> ledger.transfer(from, to, amount);
            } else if (kind == 1) {
                String id = "hold " + made++;
                Hold hold = new Hold(from, amount);
                plain.add(from, -amount);
                plain.holds.put(id, hold);
                return ledger -> ledger.hold(id, hold);
            }
            List<String> ids = new ArrayList<>(plain.holds.keySet());
            String id = ids.get(chance.nextInt(ids.size()));
            Hold hold = Objects.requireNonNull(plain.holds.remove(id));
            plain.add(kind == 2 ? to : hold.from(), hold.amount());
            return kind == 2 ? ledger -> ledger.complete(id, hold, to) : ledger -> ledger.release(id, hold);
        }

        List<String> someAccounts() {
            return ACCOUNTS.stream().filter(account -> chance.nextBoolean()).toList();
        }

        private String account() {
            return ACCOUNTS.get(chance.nextInt(ACCOUNTS.size()));
        }
    }

    @Test
    void every_unit_is_somewhere_after_any_bookings() {
        for (long seed = 1; seed <= SEEDS; seed++) {
            Bookings bookings = new Bookings(seed);
            Ledger ledger = Ledger.EMPTY;
            for (int i = 0; i < BOOKINGS; i++) {
                ledger = bookings.next().apply(ledger);
                assertThat(ledger.balances()).as("seed %d, booking %d", seed, i).isEqualTo(bookings.plain.balances);
                assertThat(ledger.holds()).as("seed %d, booking %d", seed, i).isEqualTo(bookings.plain.holds);
                assertThat(total(ledger)).as("seed %d, booking %d", seed, i).isZero();
            }
        }
    }

    @Test
    void folding_commutes_with_every_booking() {
        int hidden = 0;
        for (long seed = 1; seed <= SEEDS; seed++) {
            Bookings bookings = new Bookings(seed);
            List<String> keep = bookings.someAccounts();
            Ledger ledger = Ledger.EMPTY;
            Ledger folded = ledger.foldedTo(keep);
            for (int i = 0; i < BOOKINGS; i++) {
                UnaryOperator<Ledger> booking = bookings.next();
                ledger = booking.apply(ledger);
                folded = booking.apply(folded);
                assertThat(folded)
                        .as("seed %d, booking %d, keeping %s", seed, i, keep)
                        .isEqualTo(ledger.foldedTo(keep));
                hidden += ledger.holds().size() > folded.holds().size() ? 1 : 0;
            }
        }
        assertThat(hidden).as("ledgers with a hidden hold").isPositive();
    }

    @Test
    void many_transfers_at_once_are_each_of_them_in_turn() {
        for (long seed = 1; seed <= SEEDS; seed++) {
            Random chance = new Random(seed);
            List<Transfer> transfers = new ArrayList<>();
            Ledger oneByOne = Ledger.EMPTY.transfer("bob", "cyd", 5).foldedTo(List.of("ada", "cyd"));
            Ledger atOnce = oneByOne;
            for (int i = chance.nextInt(20); i > 0; i--) {
                String from = ACCOUNTS.get(chance.nextInt(ACCOUNTS.size()));
                String to = ACCOUNTS.get(chance.nextInt(ACCOUNTS.size()));
                transfers.add(new Transfer(from, to, 1L + chance.nextInt(9)));
                oneByOne = oneByOne.transfer(
                        from, to, transfers.get(transfers.size() - 1).amount());
            }
            assertThat(atOnce.transfer(transfers)).as("seed %d", seed).isEqualTo(oneByOne);
        }
    }

    private static long total(Ledger ledger) {
        return ledger.balances().values().stream().mapToLong(Long::longValue).sum()
                + ledger.holds().values().stream().mapToLong(Hold::amount).sum();
    }
}

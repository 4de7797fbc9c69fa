package dmhq.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dmhq.campaign.CampaignEvent.SettlementIssued;
import dmhq.engine.Dice;
import dmhq.engine.Event;
import dmhq.engine.ledger.Hold;
import dmhq.format.SeatId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class MoneyPropertyTest {

    private static final int SEEDS = 60;
    private static final int TURNS = 25;

    private final DistributedMekHq rules = new DistributedMekHq();

    /** A turn of a random play: what came before, what happened, what came after. */
    private record Turn(String at, CampaignState before, List<Event<CampaignEvent>> events, CampaignState after) {}

    @Test
    void no_c_bill_is_made_or_lost() {
        List<Turn> turns = turns();

        assertThat(turns).allSatisfy(turn -> {
            long total = turn.after().ledger().balances().values().stream()
                            .mapToLong(Long::longValue)
                            .sum()
                    + turn.after().ledger().holds().values().stream()
                            .mapToLong(Hold::amount)
                            .sum();
            assertThat(total).as(turn.at()).isZero();
        });
        assertThat(turns).anyMatch(turn -> !turn.after().ledger().holds().isEmpty());
    }

    @Test
    void each_seats_settlements_that_count_add_up_to_its_balance() {
        List<Turn> turns = turns();

        assertThat(turns)
                .allSatisfy(turn -> turn.after().books().forEach((seat, books) -> {
                    long settled = books.settlements().stream()
                            .filter(settlement -> !settlement.voided())
                            .mapToLong(Settlement::amount)
                            .sum();
                    assertThat(settled).as("%s, seat %s", turn.at(), seat).isEqualTo(balance(turn.after(), seat));
                }));
        assertThat(turns)
                .anyMatch(turn -> turn.after().books().values().stream()
                        .flatMap(books -> books.settlements().stream())
                        .anyMatch(Settlement::voided));
    }

    @Test
    void nothing_is_credited_before_its_debit_was_acknowledged() {
        int credits = 0;
        for (Turn turn : turns()) {
            for (Event<CampaignEvent> event : turn.events()) {
                if (event.event() instanceof SettlementIssued issued && isCredit(issued.settlement())) {
                    credits++;
                    Wire wire = Objects.requireNonNull(
                            turn.before().wires().get(issued.settlement().request()), turn.at());
                    Books payers = turn.after().books(wire.payer());
                    Optional<Settlement> debit =
                            payers.debitOf(issued.settlement().request());
                    assertThat(debit).as(turn.at()).hasValueSatisfying(paid -> {
                        assertThat(paid.number()).isLessThanOrEqualTo(payers.appliedTo());
                        assertThat(paid.voided()).isFalse();
                        assertThat(turn.before().books(wire.payer()).settlements())
                                .contains(paid);
                    });
                }
            }
        }
        assertThat(credits).as("credits").isPositive();
    }

    @Test
    void settlements_are_numbered_from_1_and_never_taken_back() {
        assertThat(turns())
                .allSatisfy(turn -> turn.before().books().forEach((seat, books) -> {
                    List<Settlement> after = turn.after().books(seat).settlements();
                    assertThat(after)
                            .as(turn.at())
                            .hasSizeGreaterThanOrEqualTo(books.settlements().size());
                    for (int i = 0; i < after.size(); i++) {
                        assertThat(after.get(i).number()).as(turn.at()).isEqualTo(i + 1);
                    }
                    for (int i = 0; i < books.settlements().size(); i++) {
                        Settlement kept = books.settlements().get(i);
                        assertThat(after.get(i)).as(turn.at()).isIn(kept, kept.asVoided());
                    }
                }));
    }

    @Test
    void an_ended_wire_leaves_nothing_held_and_an_open_debit_everything() {
        assertThat(turns())
                .allSatisfy(turn -> turn.after().wires().forEach((request, wire) -> {
                    boolean debited =
                            turn.after().books(wire.payer()).debitOf(request).isPresent();
                    assertThat(turn.after().ledger().holds().containsKey(request.toString()))
                            .as("%s, wire %s", turn.at(), request)
                            .isEqualTo(wire.isOpen() && debited);
                }));
    }

    private static boolean isCredit(Settlement settlement) {
        return !settlement.isDebit() && settlement.returnOf() == null;
    }

    private static long balance(CampaignState state, SeatId seat) {
        return state.ledger().balance(seat.value());
    }

    private List<Turn> turns() {
        List<Turn> turns = new ArrayList<>();
        for (long seed = 1; seed <= SEEDS; seed++) {
            RandomGenerator chance = new SplittableRandom(seed);
            CampaignState state = rules.setUp(Session.setup());
            List<CampaignState> earlier = new ArrayList<>();
            for (int number = 1; number <= TURNS; number++) {
                earlier.add(state);
                if (chance.nextInt(8) == 0) {
                    state = rules.goBack(state, earlier.get(chance.nextInt(earlier.size())))
                            .orElseThrow();
                }
                CampaignState before = state;
                List<Event<CampaignEvent>> events =
                        rules.resolve(before, RandomOrders.unrefused(before, number, chance), Dice.none());
                for (Event<CampaignEvent> event : events) {
                    state = rules.apply(state, event.event());
                }
                turns.add(new Turn("seed " + seed + ", turn " + number, before, events, state));
            }
        }
        return turns;
    }
}

package dmhq.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What a session and one seat's save owe each other; only that seat sees them.
 *
 * @param settlements all that were issued, by number, without gaps; nothing is ever taken out
 * @param appliedTo the number up to which the save has acknowledged them
 * @param funds what the save held at its last acknowledgement, in C-bills; 0 before the first
 * @param assumed the player's words on settlements that cannot be seen any more, in the order they came
 */
public record Books(List<Settlement> settlements, int appliedTo, long funds, List<Assumption> assumed) {

    /** Before anything was settled. */
    public static final Books NEW = new Books(List.of(), 0, 0, List.of());

    public Books {
        settlements = List.copyOf(settlements);
        assumed = List.copyOf(assumed);
    }

    /** Returns what the save still has to do, in order. */
    public List<Settlement> outstanding() {
        return settlements.stream()
                .filter(settlement -> settlement.number() > appliedTo && !settlement.voided())
                .toList();
    }

    /** Returns the C-bills of debits that are still to be written and not given back. */
    long unpaid() {
        return -outstanding().stream()
                .filter(Settlement::isDebit)
                .filter(debit -> settlements.stream().noneMatch(other -> other.returns(debit.number())))
                .mapToLong(Settlement::amount)
                .sum();
    }

    Optional<Settlement> debitOf(UUID request) {
        return settlements.stream()
                .filter(settlement ->
                        settlement.isDebit() && settlement.request().equals(request))
                .findFirst();
    }

    Optional<Settlement> settlement(int number) {
        return number < 1 || number > settlements.size() ? Optional.empty() : Optional.of(settlements.get(number - 1));
    }

    Books with(Settlement settlement) {
        if (settlement.number() != settlements.size() + 1) {
            throw new IllegalStateException(
                    "settlement " + settlement.number() + " does not follow " + settlements.size());
        }
        List<Settlement> more = new ArrayList<>(settlements);
        more.add(settlement);
        return new Books(more, appliedTo, funds, assumed);
    }

    Books acknowledged(CampaignEvent.Acknowledged said) {
        List<Settlement> kept = settlements.stream()
                .map(each -> isVoidedBy(each, said.cannot()) ? each.asVoided() : each)
                .toList();
        return new Books(kept, said.appliedTo(), said.funds(), assumed);
    }

    /** Returns this with words that replace earlier ones on the same. */
    Books assuming(List<Assumption> words) {
        List<Assumption> all = new ArrayList<>(assumed);
        all.removeIf(earlier -> words.stream().anyMatch(word -> word.replaces(earlier)));
        all.addAll(words);
        return new Books(settlements, appliedTo, funds, all);
    }

    private static boolean isVoidedBy(Settlement settlement, List<Integer> cannot) {
        return cannot.contains(settlement.number())
                || (settlement.returnOf() != null && cannot.contains(settlement.returnOf()));
    }
}

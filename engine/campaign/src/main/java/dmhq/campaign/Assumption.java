package dmhq.campaign;

import java.time.LocalDate;

/**
 * The player's word on a settlement that cannot be seen in a save, because MekHQ folded its ledger
 * (decision 0016).
 *
 * @param number the settlement's
 * @param carriedOver the day of the transaction into which the ledger was folded
 * @param carriedFunds what it carries over, in C-bills
 * @param written whether the money carried over is that of a save which had the settlement
 */
public record Assumption(int number, LocalDate carriedOver, long carriedFunds, boolean written) {

    /** Tells whether another word is on the same thing, whatever it says. */
    boolean replaces(Assumption other) {
        return number == other.number && carriedOver.equals(other.carriedOver) && carriedFunds == other.carriedFunds;
    }
}

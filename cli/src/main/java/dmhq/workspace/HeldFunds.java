package dmhq.workspace;

import dmhq.campaign.Settlement;
import java.util.List;
import java.util.Optional;

/** Whether the funds of a save cover what is held for wires. */
final class HeldFunds {

    private HeldFunds() {}

    /**
     * Returns what is lacking, as a sentence that goes on after the funds; empty if all that is held can be paid.
     *
     * @param funds of the save, in C-bills
     * @param due what is still to be written into it, in order
     * @param promised the C-bills of wires that the campaign agreed to and that are not debited yet
     */
    static Optional<String> lack(long funds, List<Settlement> due, long promised) {
        long left = funds;
        long least = funds;
        for (Settlement settlement : due) {
            left += settlement.amount();
            least = Math.min(least, left);
        }
        long after = Math.min(least, left - promised);
        boolean holds = promised > 0 || due.stream().anyMatch(Settlement::isDebit);
        return !holds || after >= 0
                ? Optional.empty()
                : Optional.of("That is " + CampaignDesk.amount(-after)
                        + " less than is held for your wires: raise it in MekHQ before you apply, or the wire that"
                        + " cannot be paid is called off.");
    }
}

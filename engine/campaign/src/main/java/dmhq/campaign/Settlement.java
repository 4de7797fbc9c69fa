package dmhq.campaign;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a player's save must do about one wire (decision 0004).
 *
 * @param number its place in its seat's list, from 1
 * @param request the wire's request UUID
 * @param amount in C-bills: below 0 the pending debit of a wire, above 0 its credit or the return of
 *     a debit
 * @param returnOf the number of the debit that this gives back, or null
 * @param voided whether it must never be written, because the save could not do the debit
 */
public record Settlement(
        int number, UUID request, long amount, @Nullable Integer returnOf, boolean voided) {

    /** Tells whether money leaves the save. */
    public boolean isDebit() {
        return amount < 0;
    }

    boolean returns(int debit) {
        return returnOf != null && returnOf == debit;
    }

    Settlement asVoided() {
        return new Settlement(number, request, amount, returnOf, true);
    }
}

package dmhq.campaign;

import dmhq.engine.ledger.Hold;
import dmhq.format.SeatId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A wire of money between two campaigns (WireTransferRequest of the Distributed MekHQ document).
 *
 * @param amount in C-bills; above 0 the source pays the target, below 0 the target pays the source
 * @param answer the target's; in the source's view always awaited, since the answer is for the host
 *     alone
 * @param completed whether the money arrived (yes), or everything is as before (no)
 * @param reverses the completed wire that this one undoes because the session went back to a turn before
 *     it; else null
 */
public record Wire(
        SeatId source,
        SeatId target,
        long amount,
        Answer answer,
        Answer completed,
        @Nullable UUID reverses) {

    /** Returns the wire that takes back a completed one; nobody is asked. */
    static Wire reversing(UUID request, Wire completed) {
        return new Wire(completed.payee(), completed.payer(), completed.sum(), Answer.YES, Answer.AWAITED, request);
    }

    /** Tells whether the money is still to arrive or to go back. */
    public boolean isOpen() {
        return completed == Answer.AWAITED;
    }

    /** Tells whether this wire waits for an answer of the seat. */
    public boolean awaits(SeatId seat) {
        return isOpen() && target.equals(seat) && answer == Answer.AWAITED;
    }

    /** Returns the seat that pays. */
    public SeatId payer() {
        return amount > 0 ? source : target;
    }

    /** Returns the seat that is paid. */
    public SeatId payee() {
        return amount > 0 ? target : source;
    }

    /** Returns the other side, for one of the two. */
    public SeatId partnerOf(SeatId seat) {
        return source.equals(seat) ? target : source;
    }

    /** Returns what is paid, in C-bills, above 0. */
    public long sum() {
        return Math.abs(amount);
    }

    /** Tells whether the payer has agreed to pay: by its request, or by its answer. */
    boolean isAgreed() {
        return amount > 0 || answer == Answer.YES;
    }

    boolean isOf(SeatId seat) {
        return source.equals(seat) || target.equals(seat);
    }

    Hold hold() {
        return new Hold(payer().value(), sum());
    }

    Wire answered(Answer given) {
        return new Wire(source, target, amount, given, completed, reverses);
    }

    Wire completed(Answer outcome) {
        return new Wire(source, target, amount, answer, outcome, reverses);
    }

    Wire seenBy(SeatId seat) {
        return seat.equals(target) || reverses != null ? this : answered(Answer.AWAITED);
    }
}

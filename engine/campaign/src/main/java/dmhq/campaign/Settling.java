package dmhq.campaign;

import dmhq.campaign.CampaignEvent.SettlementIssued;
import dmhq.campaign.CampaignEvent.WireTransferCompleted;
import dmhq.format.SeatId;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Takes every open wire one step further, by the text of the request UUID (decision 0004): the payer's debit
 * once it agreed, the credit once the debit was acknowledged and the target said yes, the return of
 * a debit once the target said no, and the end once the payer's save could not pay.
 */
final class Settling {

    private final Resolution resolution;

    Settling(Resolution resolution) {
        this.resolution = resolution;
    }

    void settleAll() {
        resolution.state().requests().forEach(request -> {
            Wire wire = resolution.state().wires().get(request);
            if (wire != null && wire.isOpen()) {
                settle(request, wire);
            }
        });
    }

    private void settle(UUID request, Wire wire) {
        Books payers = resolution.state().books(wire.payer());
        Optional<Settlement> debit = payers.debitOf(request);
        if (debit.isPresent() && debit.get().voided()) {
            complete(request, wire, false);
        } else if (wire.answer() == Answer.NO) {
            complete(request, wire, false);
            debit.ifPresent(paid -> issue(wire.payer(), request, wire.sum(), paid.number()));
        } else if (debit.isEmpty() && wire.isAgreed()) {
            debit(request, wire);
        } else if (wire.answer() == Answer.YES
                && debit.isPresent()
                && debit.get().number() <= payers.appliedTo()) {
            complete(request, wire, true);
            issue(wire.payee(), request, wire.sum(), null);
        }
    }

    private void debit(UUID request, Wire wire) {
        // What all seats have under way is hidden from each, so a full ledger cannot be an objection.
        if (resolution.state().ledger().room() < wire.sum()) {
            complete(request, wire, false);
        } else {
            issue(wire.payer(), request, -wire.sum(), null);
        }
    }

    private void complete(UUID request, Wire wire, boolean accepted) {
        resolution.happens(
                new WireTransferCompleted(wire.source(), wire.target(), request, accepted),
                wire.source(),
                wire.target());
    }

    private void issue(SeatId seat, UUID request, long amount, @Nullable Integer returnOf) {
        int number = resolution.state().books(seat).settlements().size() + 1;
        resolution.happens(new SettlementIssued(seat, new Settlement(number, request, amount, returnOf, false)), seat);
    }
}

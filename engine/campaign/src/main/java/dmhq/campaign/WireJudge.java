package dmhq.campaign;

import dmhq.campaign.CampaignAction.WireTransferRequest;
import dmhq.campaign.CampaignAction.WireTransferResponse;
import dmhq.format.SeatId;
import java.util.Optional;
import java.util.stream.Collectors;

/** Refuses wires that lead nowhere or that the payer cannot pay. */
final class WireJudge {

    /** The version of UUIDs that are drawn; those of reversing wires are of another. */
    private static final int DRAWN = 4;

    private WireJudge() {}

    static Optional<String> wrongWith(CampaignState state, SeatId seat, WireTransferRequest wire) {
        if (!wire.source().equals(seat)) {
            return Optional.of("the source is " + wire.source() + "; a seat wires for itself, so name " + seat);
        } else if (wire.target().equals(seat)) {
            return Optional.of("a campaign does not wire to itself; name another seat: " + state.others(seat));
        } else if (!state.campaigns().containsKey(wire.target())) {
            return Optional.of("there is no seat " + wire.target() + "; name one of " + state.others(seat));
        } else if (wire.amount() == 0) {
            return Optional.of(
                    "a wire of 0 C-bills moves nothing; name an amount above 0 to pay or below 0 to be paid");
        } else if (wire.request().version() != DRAWN) {
            return Optional.of("the request " + wire.request() + " is no random UUID (version 4); draw a fresh one");
        } else if (state.wires().containsKey(wire.request())) {
            return Optional.of("the request " + wire.request() + " was used before; draw a fresh UUID");
        } else if (wire.amount() > state.free(seat)) {
            return Optional.of(tooMuch(state, seat, wire.amount()));
        }
        return Optional.empty();
    }

    static Optional<String> wrongWith(CampaignState state, SeatId seat, WireTransferResponse response) {
        Wire wire = state.wires().get(response.request());
        if (wire == null || !wire.target().equals(seat)) {
            return Optional.of(
                    "no wire " + response.request() + " was sent to seat " + seat + "; " + waiting(state, seat));
        } else if (!wire.awaits(seat)) {
            return Optional.of("the wire " + response.request() + " was answered already; " + waiting(state, seat));
        } else if (response.accepted() && wire.payer().equals(seat) && wire.sum() > state.free(seat)) {
            return Optional.of(tooMuch(state, seat, wire.sum()) + ", or answer no");
        }
        return Optional.empty();
    }

    private static String tooMuch(CampaignState state, SeatId seat, long sum) {
        long funds = state.books(seat).funds();
        long free = state.free(seat);
        String bound =
                free == funds ? "" : " of " + CBills.of(funds) + ", since " + CBills.of(funds - free) + " are held";
        return CBills.of(sum) + " are not there: " + CBills.of(Math.max(free, 0)) + " are free" + bound + "; "
                + (free > 0 ? "pay at most that" : "pay nothing until funds come in");
    }

    private static String waiting(CampaignState state, SeatId seat) {
        String waiting = state.awaiting(seat).stream().map(Object::toString).collect(Collectors.joining(", "));
        return waiting.isEmpty() ? "no wire waits for an answer" : "waiting for an answer: " + waiting;
    }
}

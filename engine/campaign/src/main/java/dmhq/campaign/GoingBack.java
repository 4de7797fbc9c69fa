package dmhq.campaign;

import dmhq.engine.ledger.Ledger;
import dmhq.format.Digest;
import dmhq.format.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Goes back to an earlier turn without unwriting any save. What saves say stays as it is: dates,
 * places, funds. Teams are those of the earlier turn. Wires still under way are called off, and what
 * was debited for them is returned. Wires completed since are undone by reversing wires, for which
 * nobody is asked: the one who was paid is debited, and only when its save has acknowledged that, the
 * payer is credited; if it can no longer pay, both are told so and the money stays where it is.
 */
final class GoingBack {

    private final CampaignState newest;
    private final CampaignState earlier;

    GoingBack(CampaignState newest, CampaignState earlier) {
        this.newest = newest;
        this.earlier = earlier;
    }

    CampaignState state() {
        CampaignState state = withEarlierTeams();
        for (UUID request : newest.requests()) {
            Wire wire = newest.wire(request);
            if (wire.isOpen()) {
                state = calledOff(state, request, wire);
            }
            if (wire.reverses() == null
                    && moves(newest, request).size() % 2
                            != moves(earlier, request).size() % 2) {
                UUID last = last(moves(newest, request));
                state = state.with(reversal(state, last), Wire.reversing(last, newest.wire(last)));
            }
        }
        return state;
    }

    /** Returns the completed wires that moved the money of a request: there, back again, and so on. */
    private static List<UUID> moves(CampaignState state, UUID request) {
        List<UUID> moves = new ArrayList<>();
        UUID next = state.hasCompleted(request) ? request : null;
        while (next != null) {
            moves.add(next);
            next = reverserOf(state, next);
        }
        return moves;
    }

    private static @Nullable UUID reverserOf(CampaignState state, UUID undone) {
        for (Map.Entry<UUID, Wire> other : state.wires().entrySet()) {
            if (undone.equals(other.getValue().reverses()) && other.getValue().completed() == Answer.YES) {
                return other.getKey();
            }
        }
        return null;
    }

    private static UUID last(List<UUID> moves) {
        return moves.get(moves.size() - 1);
    }

    private CampaignState withEarlierTeams() {
        CampaignState state = newest;
        for (var seat : newest.campaigns().keySet()) {
            int team = earlier.campaign(seat).team();
            state = state.with(seat, newest.campaign(seat).inTeam(team).ready(false));
        }
        return state;
    }

    private static CampaignState calledOff(CampaignState state, UUID request, Wire wire) {
        Ledger ledger = state.ledger();
        if (ledger.holds().containsKey(request.toString())) {
            ledger = ledger.release(request.toString(), wire.hold());
        }
        CampaignState off = state.with(request, wire.completed(Answer.NO)).with(ledger);
        Books books = state.books(wire.payer());
        Optional<Settlement> debit = books.debitOf(request).filter(paid -> !paid.voided());
        return debit.isEmpty()
                ? off
                : off.with(
                        wire.payer(),
                        books.with(new Settlement(
                                books.settlements().size() + 1,
                                request,
                                wire.sum(),
                                debit.get().number(),
                                false)));
    }

    /** Players draw UUIDs of version 4, so that none of theirs can be in the way of one of version 8. */
    private static UUID reversal(CampaignState state, UUID request) {
        UUID derived = request;
        do {
            String digest = Digest.of(
                            Json.Elements.of(new Json.Text("dmhq-reversal-1"), new Json.Text(derived.toString()))
                                    .canonical())
                    .toString();
            long high = (Long.parseUnsignedLong(digest.substring(0, 16), 16) & ~0xF000L) | 0x8000L;
            long low = (Long.parseUnsignedLong(digest.substring(16, 32), 16) & ~(0b11L << 62)) | (1L << 63);
            derived = new UUID(high, low);
        } while (state.wires().containsKey(derived));
        return derived;
    }
}

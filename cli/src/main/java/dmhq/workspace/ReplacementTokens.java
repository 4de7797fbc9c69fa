package dmhq.workspace;

import dmhq.format.Bytes;
import dmhq.format.SeatId;
import dmhq.format.archive.Chain;
import dmhq.format.archive.JoinRequest;
import java.io.IOException;

/**
 * The tokens of invitations to take over a seat. One is good until a record gives the seat to somebody,
 * or the host withdraws it, since it follows from how often both have happened; nothing else has to be
 * remembered.
 */
final class ReplacementTokens {

    private final Workspace workspace;
    private final Chain chain;
    private final SeatId seat;
    private final int replaced;
    private final int withdrawn;

    ReplacementTokens(Workspace workspace, Chain chain, SeatId seat) throws Refusal, IOException {
        this.workspace = workspace;
        this.chain = chain;
        this.seat = seat;
        this.replaced = chain.replacements(seat).size();
        this.withdrawn = new Withdrawals(workspace).of(seat);
    }

    /** Returns the one that is good now. */
    Bytes current() throws Refusal, IOException {
        return token(replaced, withdrawn);
    }

    /** Tells whether a join knows one that was good earlier. */
    boolean wereKnown(JoinRequest request) throws Refusal, IOException {
        for (int before = 0; before <= replaced; before++) {
            for (int until = 0; until <= withdrawn; until++) {
                boolean current = before == replaced && until == withdrawn;
                if (!current && request.knows(token(before, until))) {
                    return true;
                }
            }
        }
        return false;
    }

    private Bytes token(int before, int until) throws Refusal, IOException {
        return workspace.home().replacementToken(chain.opening().nonce(), seat, before, until);
    }
}

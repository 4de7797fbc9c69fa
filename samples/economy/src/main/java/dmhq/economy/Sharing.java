package dmhq.economy;

import dmhq.engine.claims.AllOrNothing;
import dmhq.engine.claims.FirstCome;
import dmhq.engine.claims.Lottery;
import dmhq.engine.claims.Policy;

/** Who gets units of a pool that has too few for all who claim some in a tick. */
public enum Sharing {
    /** Whose command was given in an earlier turn; within a turn the dice draw. */
    FIRST_COME,
    /** Nobody. */
    ALL_OR_NOTHING,
    /** Whom the dice draw. */
    LOTTERY;

    Policy policy() {
        return switch (this) {
            case FIRST_COME -> new FirstCome();
            case ALL_OR_NOTHING -> new AllOrNothing();
            case LOTTERY -> new Lottery();
        };
    }
}

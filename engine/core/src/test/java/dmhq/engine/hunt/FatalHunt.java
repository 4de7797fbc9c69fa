package dmhq.engine.hunt;

import dmhq.engine.Standing;
import dmhq.format.SeatId;
import java.util.List;

/** A hunt that some do not survive; it is over when one is left. */
public class FatalHunt extends HuntRules {

    private final List<SeatId> dead;

    /** Makes the rules by which some are out from the start. */
    public FatalHunt(SeatId... dead) {
        this.dead = List.of(dead);
    }

    @Override
    public Standing standing(Hunt state) {
        List<SeatId> alive =
                state.seats().stream().filter(seat -> !dead.contains(seat)).toList();
        boolean running = alive.size() > 1;
        return new Standing(running, running ? List.of() : alive, dead);
    }
}

package dmhq.mekhq.mul;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A unit of a MUL. MegaMek also lists crews that have left their unit in this way, with a chassis such as {@code
 * MekWarrior}.
 *
 * @param id the unit in MekHQ; empty for one from elsewhere
 * @param crew empty where nobody is in it; several only in a cockpit with places of their own
 */
public record MulUnit(String chassis, String model, Optional<UUID> id, List<MulPilot> crew) {

    /** Returns what players call it: chassis and model. */
    public String name() {
        return (chassis + " " + model).strip();
    }
}

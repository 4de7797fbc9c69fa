package dmhq.mekhq.mul;

import java.util.Optional;
import java.util.UUID;

/**
 * Who destroyed whom.
 *
 * @param killed the unit as MegaMek displays it; not an id
 * @param killer the unit in MekHQ; empty for nobody, or one from elsewhere
 */
public record MulKill(String killed, Optional<UUID> killer) {}

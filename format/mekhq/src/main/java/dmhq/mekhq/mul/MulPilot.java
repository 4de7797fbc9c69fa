package dmhq.mekhq.mul;

import java.util.Optional;
import java.util.UUID;

/**
 * Whoever a unit of a MUL is played with: its pilot, or one for its whole crew.
 *
 * @param slot the place in a cockpit for several, from 0; 0 in all others
 * @param gunnery 0 to 8, the lower the better, as is piloting
 * @param hits 0 to 5, or {@link #DEAD}
 * @param id the person in MekHQ; empty for someone from elsewhere
 */
public record MulPilot(int slot, String name, String callsign, int gunnery, int piloting, int hits, Optional<UUID> id) {

    /** The hits of one who is dead. */
    public static final int DEAD = 6;
}

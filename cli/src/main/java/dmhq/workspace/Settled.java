package dmhq.workspace;

import java.util.List;

/**
 * What has been written into the player's saves.
 *
 * @param appliedTo the number of the last settlement dealt with; 0 for none
 * @param cannot the debits among them that the save could not do
 */
public record Settled(int appliedTo, List<Integer> cannot) {

    /** Nothing yet. */
    static final Settled NOTHING = new Settled(0, List.of());

    public Settled {
        cannot = List.copyOf(cannot);
    }
}

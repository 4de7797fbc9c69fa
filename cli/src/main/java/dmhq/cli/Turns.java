package dmhq.cli;

import dmhq.format.archive.SessionArchive;
import dmhq.workspace.Refusal;

/** The turns of a session that a player can name. */
final class Turns {

    private Turns() {}

    /**
     * Checks that a turn has been played.
     *
     * @throws Refusal if there is none of that number
     */
    static void requirePlayed(SessionArchive archive, int number) throws Refusal {
        int newest = archive.chain().newest();
        if (newest < 1) {
            throw new Refusal("play has not begun; it does when the host has seated the players");
        } else if (number < 1 || number > newest) {
            throw new Refusal("there is no turn " + number + "; they have the numbers 1 to " + newest);
        }
    }
}

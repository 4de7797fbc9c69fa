package dmhq.world;

import dmhq.format.archive.SessionArchive;
import java.io.IOException;
import java.util.List;
import java.util.SortedMap;

/** The game that is played in a world, in all that tells it from other games. */
interface Pastime {

    /** Returns how a player's seat is named when the session is opened. */
    String seat(Player player);

    /** Returns what a player says in addition when taking the seat. */
    List<String> bringing(Player player);

    /** Plans something for the coming turn and submits it. */
    void play(Player player, Keyboard keyboard) throws Exception;

    /** Submits for the coming turn whatever there is to submit, when nothing goes wrong any more. */
    void submit(Player player, Keyboard keyboard) throws Exception;

    /** Lets something go wrong that goes wrong in this game only. */
    void misfortune(Player player, Keyboard keyboard) throws IOException;

    /** Checks what must be true of this game when everyone has come together. */
    void inspect(SessionArchive host, SortedMap<String, Belongings> belongings, Counts<Checked> checked)
            throws Exception;
}

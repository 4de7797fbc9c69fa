package dmhq.world;

import dmhq.cli.Typing;
import org.jspecify.annotations.Nullable;

/** Where the players type. */
interface Keyboard {

    /** Runs a command, in the course of which something may go wrong; null if it did not live to its end. */
    Typing.@Nullable Outcome type(Player who, String... words);

    /** Writes down what a player did without a command. */
    void note(String line);
}

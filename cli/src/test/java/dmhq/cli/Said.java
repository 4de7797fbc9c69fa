package dmhq.cli;

import java.util.List;

/**
 * What a command said to its player, and the code it exited with.
 *
 * @param text all that was printed, complaints among the rest as a terminal shows them
 */
record Said(int code, String text) {

    List<String> lines() {
        return text.lines().toList();
    }
}

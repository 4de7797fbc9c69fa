package dmhq.world;

import java.util.List;
import java.util.SplittableRandom;

/** Words that only some may hear, and in which their names are. */
final class Canary {

    static final String BEGINS = "canary-";

    private Canary() {}

    static String draw(List<String> hearers, SplittableRandom chance) {
        return BEGINS + String.join("-", hearers) + "-" + Long.toHexString(chance.nextLong());
    }
}

package dmhq.economy;

import java.util.List;

/** The names of pools. */
final class Pools {

    private static final List<String> NAMES = List.of(
            "hill", "lake", "wood", "moor", "vale", "cape", "marsh", "ridge", "glen", "dune", "reef", "fen", "heath",
            "grove", "shore", "cliff");

    static final int MOST = NAMES.size();

    private Pools() {}

    static List<String> first(int count) {
        return NAMES.subList(0, count);
    }
}

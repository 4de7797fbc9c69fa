package dmhq.economy;

import org.jspecify.annotations.Nullable;

/** What was agreed for a session: its options, with the usual value where none was given. */
public record Terms(
        int turns,
        int points,
        int ticks,
        Sharing sharing,
        int pools,
        int poolUnits,
        int poolMost,
        int regrowth,
        int agents,
        int store,
        int load,
        int training,
        int leaseTurns) {

    private static final int MOST = 1_000_000;

    /**
     * Returns the terms of a session.
     *
     * @throws IllegalArgumentException if an option is out of bounds
     */
    static Terms of(EconomyOptions options, int seats) {
        int pools = bounded("pools", options.pools(), Math.min(seats + 1, Pools.MOST), 1, Pools.MOST);
        int agents = bounded("agents", options.agents(), 2, 1, 1000);
        int points = bounded("points", options.points(), agents + 48, 0, MOST);
        if (points > 0 && points <= agents) {
            throw new IllegalArgumentException(
                    "each of " + agents + " agents is worth a point, so that the game would be"
                            + " over before it begins; the option points is above " + agents + ", or 0, not " + points);
        }
        int most = bounded("pool_most", options.poolMost(), 60, 0, MOST);
        return new Terms(
                bounded("turns", options.turns(), 20, 1, 10_000),
                points,
                bounded("ticks", options.ticks(), 4, 1, 100),
                options.sharing() == null ? Sharing.ALL_OR_NOTHING : options.sharing(),
                pools,
                bounded("pool_units", options.poolUnits(), Math.min(30, most), 0, most),
                most,
                bounded("regrowth", options.regrowth(), 12, 0, MOST),
                agents,
                bounded("store", options.store(), 24, 0, MOST),
                bounded("load", options.load(), 4, 1, MOST),
                bounded("training", options.training(), 8, 1, MOST),
                bounded("lease_turns", options.leaseTurns(), 3, 0, 1000));
    }

    private static int bounded(String name, @Nullable Integer given, int usual, int least, int most) {
        int value = given == null ? usual : given;
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "the option " + name + " is from " + least + " to " + most + ", not " + value);
        }
        return value;
    }
}

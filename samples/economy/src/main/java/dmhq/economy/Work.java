package dmhq.economy;

import java.util.Locale;

/** What agents build. */
public enum Work {
    /** Yields units every turn. */
    FIELD(4, 3, 0, 3),
    /** Is worth points. */
    HALL(6, 5, 6, 0);

    private final int steps;
    private final long units;
    private final int points;
    private final long harvest;

    Work(int steps, long units, int points, long harvest) {
        this.steps = steps;
        this.units = units;
        this.points = points;
        this.harvest = harvest;
    }

    /** Returns how many ticks of one agent it takes. */
    public int steps() {
        return steps;
    }

    /** Returns how many units each of them costs. */
    public long units() {
        return units;
    }

    /** Returns how many points it is worth when it is finished. */
    public int points() {
        return points;
    }

    /** Returns how many units it yields in each turn after. */
    public long harvest() {
        return harvest;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package dmhq.format;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * What passed a costly test lately, so that it is not tested again: the few keys of a session stand in
 * every file of it, and one command reads a file more than once.
 */
public final class Passed {

    private final Map<Bytes, Boolean> passed;

    /** Remembers the last so many that passed. */
    public Passed(int most) {
        this.passed = new LinkedHashMap<>() {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Bytes, Boolean> eldest) {
                return size() > most;
            }
        };
    }

    /**
     * Tells whether something passes.
     *
     * @param what all that the outcome of the test depends on
     */
    public boolean test(Bytes what, BooleanSupplier test) {
        synchronized (passed) {
            if (passed.containsKey(what)) {
                return true;
            }
        }
        boolean passes = test.getAsBoolean();
        if (passes) {
            synchronized (passed) {
                passed.put(what, true);
            }
        }
        return passes;
    }
}

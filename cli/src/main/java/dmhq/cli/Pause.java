package dmhq.cli;

import java.time.Duration;

/** Lets time pass while a command waits. */
@FunctionalInterface
interface Pause {

    /** Waits for that long, or shorter; returns whether the command goes on. */
    boolean pass(Duration time);
}

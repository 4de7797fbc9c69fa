package dmhq.world;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * The life of one process, counted in its file operations: at one of them it may die, at another
 * something else may happen in between.
 */
final class Life {

    /** How a life ends. */
    enum End {
        /** The process is killed; what it did stays. */
        KILLED,
        /** The computer loses power; what was not forced to the medium may be lost. */
        POWER_CUT
    }

    private final Computer computer;
    private final SplittableRandom chance;
    private int last = Integer.MAX_VALUE;
    private int lastChange = Integer.MAX_VALUE;
    private int firstWriteAfter = Integer.MAX_VALUE;
    private End end = End.KILLED;
    private int interruption = Integer.MAX_VALUE;
    private @Nullable Runnable meanwhile;
    private int operations;
    private int changes;
    private boolean dead;
    private boolean torn;
    private String lastWords = "";

    Life(Computer computer, SplittableRandom chance) {
        this.computer = computer;
        this.chance = chance;
    }

    Life dyingAt(int operation, End how) {
        last = operation;
        end = how;
        return this;
    }

    /** Dies at an operation counted among those that change something. */
    Life dyingAtChange(int change, End how) {
        lastChange = change;
        end = how;
        return this;
    }

    /** Dies in the first write after so many operations that change something. */
    Life dyingInWrite(int change, End how) {
        firstWriteAfter = change;
        end = how;
        return this;
    }

    Life interruptedAt(int operation, Runnable what) {
        interruption = operation;
        meanwhile = what;
        return this;
    }

    Computer computer() {
        return computer;
    }

    int operations() {
        return operations;
    }

    int changes() {
        return changes;
    }

    boolean isDead() {
        return dead;
    }

    End end() {
        return end;
    }

    /** Tells whether it died in the middle of a write. */
    boolean isTorn() {
        return torn;
    }

    /** Returns what it was about to do when it died. */
    String lastWords() {
        return lastWords;
    }

    /** Takes the breath for one operation. */
    void breathe(String what, Path file) {
        if (next(what, file, false)) {
            die();
        }
    }

    /** Takes the breath for one operation that changes something. */
    void breatheToChange(String what, Path file) {
        if (next(what, file, true)) {
            die();
        }
    }

    /** Writes, or dies with some of it written. */
    int write(WritableByteChannel channel, ByteBuffer bytes, Path file) throws IOException {
        if (next("write", file, true)) {
            ByteBuffer some = bytes.slice(bytes.position(), chance.nextInt(bytes.remaining() + 1));
            torn = some.remaining() > 0 && some.remaining() < bytes.remaining();
            while (some.hasRemaining()) {
                channel.write(some);
            }
            die();
        }
        return channel.write(bytes);
    }

    private boolean next(String what, Path file, boolean change) {
        if (dead) {
            throw new Death();
        }
        operations++;
        changes += change ? 1 : 0;
        Runnable other = meanwhile;
        if (operations >= interruption && other != null) {
            meanwhile = null;
            other.run();
        }
        boolean due = operations == last
                || (change && changes == lastChange)
                || (changes > firstWriteAfter && what.equals("write"));
        if (!due) {
            return false;
        }
        dead = true;
        lastWords = "in operation " + operations + ", " + what + " " + file.getFileName();
        return true;
    }

    private void die() {
        if (end == End.POWER_CUT) {
            computer.losePower();
        }
        throw new Death();
    }
}

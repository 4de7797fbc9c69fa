package dmhq.transports.email.doctor;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Steps that stand on each other: after one that failed, the others are told to be not tried, and why. */
final class Chain {

    private final Consumer<Finding> told;
    private Optional<String> broken;

    private Chain(Consumer<Finding> told, Optional<String> broken) {
        this.told = told;
        this.broken = broken;
    }

    /** Starts one. */
    static Chain of(Consumer<Finding> told) {
        return new Chain(told, Optional.empty());
    }

    /** Starts one that stands on others. */
    static Chain on(Consumer<Finding> told, List<Chain> others) {
        return new Chain(told, others.stream().flatMap(c -> c.broken.stream()).findFirst());
    }

    /** A step. */
    @FunctionalInterface
    interface Check {
        Finding run() throws Ailment;
    }

    /** Does a step, unless one before failed. */
    void run(Step step, Check check) {
        if (broken.isPresent()) {
            told.accept(Finding.notTried(step, broken.get()));
            return;
        }
        try {
            told.accept(check.run());
        } catch (Ailment e) {
            told.accept(Finding.failed(step, e));
            broken = Optional.of(reason(step));
        }
    }

    /** Returns what a step made that this one stands on. */
    static <T> T made(@Nullable T thing) {
        return Objects.requireNonNull(thing, "a step stands on one that was not taken");
    }

    private static String reason(Step failed) {
        return switch (failed) {
            case SENDING_REACHED -> "the server for sending cannot be reached";
            case SENDING_SECURED -> "the connection for sending is not safe";
            case SENDING_LOGGED_IN, SIZE -> "the server for sending does not let you in";
            case RECEIVING_REACHED -> "the server for receiving cannot be reached";
            case RECEIVING_SECURED -> "the connection for receiving is not safe";
            case RECEIVING_LOGGED_IN -> "the server for receiving does not let you in";
            case FOLDERS -> "the folder for mails cannot be opened";
            case SENT -> "the mail could not be sent";
            case ARRIVED, MESSAGE_ID, UNCHANGED -> "the mail has not arrived";
        };
    }
}

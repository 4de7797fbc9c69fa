package dmhq.transports.email.doctor;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import javax.net.ssl.SSLContext;

/**
 * What an examination takes from outside.
 *
 * @param trusted whose certificates are believed
 * @param clock dates the test mail, and tells how long it took
 * @param random of which the test mail is made
 * @param answer how long a server may take for one answer
 * @param arrival how long the test mail may take, counted in pauses
 * @param between how long to pause between two looks into the mailbox
 * @param pausing lets that much time pass
 */
public record Circumstances(
        SSLContext trusted,
        InstantSource clock,
        RandomGenerator random,
        Duration answer,
        Duration arrival,
        Duration between,
        Consumer<Duration> pausing) {

    /**
     * Makes them.
     *
     * @throws IllegalArgumentException if a time is not positive
     */
    public Circumstances {
        if (answer.toMillis() <= 0 || between.toMillis() <= 0 || arrival.isNegative()) {
            throw new IllegalArgumentException("times are positive, found " + answer + ", " + arrival + ", " + between);
        }
    }
}

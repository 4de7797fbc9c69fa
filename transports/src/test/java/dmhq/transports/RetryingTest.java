package dmhq.transports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RetryingTest {

    private final List<Duration> waited = new ArrayList<>();

    private final Patience patience = new Patience(millis(100, 300, 600), Duration.ofMillis(1500), waited::add);

    @Test
    void a_failure_that_passes_is_waited_out_with_growing_waits() throws Exception {
        var busy = new Busy(3, TransportException.passing("list parcels", "the share is busy", null));

        assertThat(new Retrying(busy, patience).list()).containsExactly("turn-3.zip");

        assertThat(busy.asked).isEqualTo(4);
        assertThat(waited).isEqualTo(millis(100, 300, 600));
    }

    @Test
    void a_failure_that_does_not_pass_is_told_after_the_last_attempt() {
        var failure = TransportException.passing("list parcels", "the share is busy", null);
        var busy = new Busy(Integer.MAX_VALUE, failure);

        assertThatThrownBy(() -> new Retrying(busy, patience).list()).isSameAs(failure);

        assertThat(busy.asked).isEqualTo(4);
    }

    @Test
    void a_lasting_failure_is_told_at_once() {
        var failure = TransportException.lasting("list parcels", "access is denied", null);
        var barred = new Busy(Integer.MAX_VALUE, failure);

        assertThatThrownBy(() -> new Retrying(barred, patience).list()).isSameAs(failure);

        assertThat(barred.asked).isEqualTo(1);
        assertThat(waited).isEmpty();
    }

    @Test
    void all_calls_over_all_posts_together_wait_no_longer_than_the_patience_lasts() {
        var failure = TransportException.passing("list parcels", "the share is busy", null);
        for (int call = 0; call < 20; call++) {
            var busy = new Busy(Integer.MAX_VALUE, failure);
            assertThatThrownBy(() -> new Retrying(busy, patience).list()).isSameAs(failure);
        }

        assertThat(waited.stream().reduce(Duration.ZERO, Duration::plus))
                .isBetween(Duration.ofMillis(1400), Duration.ofMillis(1500));
    }

    private static List<Duration> millis(long... waits) {
        List<Duration> durations = new ArrayList<>();
        for (long wait : waits) {
            durations.add(Duration.ofMillis(wait));
        }
        return durations;
    }

    /** A transport that fails a number of times before it works. */
    private static final class Busy implements Transport {

        private final int failures;
        private final TransportException failure;
        private int asked;

        Busy(int failures, TransportException failure) {
            this.failures = failures;
            this.failure = failure;
        }

        @Override
        public List<String> list() throws TransportException {
            asked++;
            if (asked <= failures) {
                throw failure;
            }
            return List.of("turn-3.zip");
        }

        @Override
        public void send(Parcel parcel) throws TransportException {
            throw failure;
        }

        @Override
        public byte[] fetch(String name) throws TransportException {
            throw failure;
        }

        @Override
        public void remove(String name) throws TransportException {
            throw failure;
        }

        @Override
        public void close() {}
    }
}

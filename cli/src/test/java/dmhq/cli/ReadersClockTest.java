package dmhq.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Instants in mails. */
class ReadersClockTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant NIGHT = Instant.parse("2026-07-04T22:30:00Z");

    @Test
    void who_is_not_known_to_live_anywhere_reads_the_writers_clock_below_that_of_all_the_world() {
        assertThat(new ReadersClock(BERLIN, null).of(NIGHT))
                .containsExactly("Saturday 4 July 2026, 22:30 UTC", "Sunday 5 July 2026, 00:30 (UTC+02:00)");
        assertThat(new ReadersClock(ZoneId.of("UTC"), null).of(NIGHT))
                .containsExactly("Saturday 4 July 2026, 22:30 UTC");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "+01:00 | 23:30 (UTC+01:00), by the clock of your last mail",
                "-03:30 | 19:00 (UTC-03:30), by the clock of your last mail",
                "+10:00 | Sunday 08:30 (UTC+10:00), by the clock of your last mail",
                "-18:00 | 04:30 (UTC-18:00), by the clock of your last mail"
            })
    void who_is_known_to_live_elsewhere_reads_their_own(String offset, String said) {
        assertThat(new ReadersClock(BERLIN, ZoneOffset.of(offset)).of(NIGHT))
                .containsExactly("Saturday 4 July 2026, 22:30 UTC", said);
    }

    @Test
    void who_lives_by_the_clock_of_all_the_world_reads_that_alone() {
        assertThat(new ReadersClock(BERLIN, ZoneOffset.UTC).of(NIGHT))
                .containsExactly("Saturday 4 July 2026, 22:30 UTC");
    }
}

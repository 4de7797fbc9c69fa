package dmhq.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Instants in words. */
class InstantWordsTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    /** A Saturday, 21:00 in Berlin and in New York still 15:00. */
    private static final Instant NOW = Instant.parse("2026-01-31T20:00:00Z");

    private final InstantWords words = new InstantWords(NOW, BERLIN);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-01-31T20:00:00Z | today 21:00, less than a minute ago",
                "2026-01-31T20:00:30Z | today 21:00, in less than a minute",
                "2026-01-31T20:45:00Z | today 21:45, in 45 minutes",
                "2026-01-31T20:44:40Z | today 21:44, in 45 minutes",
                "2026-01-31T20:59:40Z | today 21:59, in 1 hour",
                "2026-01-31T23:20:00Z | tomorrow 00:20, in 3 hours",
                "2026-02-02T19:00:00Z | Monday 20:00, in 47 hours",
                "2026-02-02T19:45:00Z | Monday 20:45, in 2 days",
                "2026-02-02T19:59:59Z | Monday 20:59, in 2 days",
                "2026-02-02T20:00:00Z | Monday 21:00, in 2 days",
                "2026-02-06T07:00:00Z | Friday 08:00, in 5 days",
                "2026-02-06T12:00:00Z | Friday 13:00, in 6 days",
                "2026-02-07T20:00:00Z | 7 February 21:00, in 7 days",
                "2026-01-30T20:00:00Z | yesterday 21:00, 24 hours ago",
                "2026-01-26T08:05:00Z | Monday 09:05, 5 days ago",
                "2025-12-31T23:30:00Z | 1 January 00:30, 30 days ago",
                "2025-12-31T22:30:00Z | 31 December 2025 23:30, 30 days ago",
                "2027-01-01T00:00:00Z | 1 January 2027 01:00, in 334 days",
                "9999-12-31T22:59:59Z | 31 December 9999 23:59, in 2912412 days"
            })
    void an_instant_is_said_by_the_readers_calendar_and_seen_from_now(String instant, String said) {
        assertThat(words.of(Instant.parse(instant))).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource({
        "PT2H, in 2 hours",
        "PT24H, in 24 hours",
        "PT48H, in 2 days",
        "PT168H, in 7 days",
        "PT20M, in 20 minutes"
    })
    void a_time_that_was_just_given_is_said_as_it_was_given(Duration given, String said) {
        Instant deadline = NOW.plus(given);

        for (int seconds : List.of(0, 1, 29)) {
            assertThat(new InstantWords(NOW.plusSeconds(seconds), BERLIN).of(deadline))
                    .endsWith(", " + said);
        }
    }

    @Test
    void a_deadline_that_lies_behind_has_passed() {
        assertThat(words.deadline(NOW.minus(Duration.ofHours(3)))).isEqualTo("today 18:00, passed 3 hours ago");
        assertThat(words.deadline(NOW)).isEqualTo("today 21:00, passed less than a minute ago");
        assertThat(words.deadline(NOW.plus(Duration.ofDays(2)))).isEqualTo("Monday 21:00, in 2 days");
    }

    @Test
    void the_same_instant_is_another_day_elsewhere() {
        Instant midnight = Instant.parse("2026-01-31T23:30:00Z");

        assertThat(words.absolute(midnight)).isEqualTo("tomorrow 00:30");
        assertThat(new InstantWords(NOW, ZoneId.of("America/New_York")).absolute(midnight))
                .isEqualTo("today 18:30");
    }

    @Test
    void days_are_those_of_the_calendar_also_where_clocks_are_put_forward_or_back() {
        InstantWords beforeSpring = new InstantWords(Instant.parse("2026-03-28T11:00:00Z"), BERLIN);
        InstantWords beforeAutumn = new InstantWords(Instant.parse("2026-10-24T10:00:00Z"), BERLIN);

        assertThat(beforeSpring.of(Instant.parse("2026-03-30T10:00:00Z"))).isEqualTo("Monday 12:00, in 2 days");
        assertThat(beforeAutumn.of(Instant.parse("2026-10-26T11:00:00Z"))).isEqualTo("Monday 12:00, in 2 days");
    }

    @Test
    void a_time_that_the_clock_shows_twice_is_said_with_its_offset() {
        InstantWords autumn = new InstantWords(Instant.parse("2026-10-24T22:30:00Z"), BERLIN);

        assertThat(autumn.of(Instant.parse("2026-10-25T00:30:00Z"))).isEqualTo("today 02:30 (UTC+02:00), in 2 hours");
        assertThat(autumn.of(Instant.parse("2026-10-25T01:30:00Z"))).isEqualTo("today 02:30 (UTC+01:00), in 3 hours");
        assertThat(autumn.of(Instant.parse("2026-10-25T02:30:00Z"))).isEqualTo("today 03:30, in 4 hours");
    }
}

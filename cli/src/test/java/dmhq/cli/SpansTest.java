package dmhq.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dmhq.workspace.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lengths of time and instants as people type them. */
class SpansTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @CsvSource({
        "P7D, PT168H, 7 days",
        "p1w, PT168H, 7 days",
        "7d, PT168H, 7 days",
        "2 weeks, PT336H, 14 days",
        "1 week 2 days, PT216H, 9 days",
        "36h, PT36H, 1 day 12 hours",
        "PT36H, PT36H, 1 day 12 hours",
        "1d12h, PT36H, 1 day 12 hours",
        "90 min, PT90M, 1 hour 30 minutes",
        "P1DT1M, PT24H1M, 1 day 1 minute",
        "0h, PT0S, none"
    })
    void a_length_of_time_is_understood_and_said(String typed, Duration meant, String said) throws Refusal {
        assertThat(Spans.of(typed, "--by")).isEqualTo(meant);
        assertThat(Spans.words(meant)).isEqualTo(said);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "7", "-2d", "P1M", "P1Y", "PT", "P", "1.5d", "999999d", "2d 3x", "tomorrow"})
    void anything_else_is_refused_with_examples(String typed) {
        assertThatThrownBy(() -> Spans.of(typed, "--by"))
                .isInstanceOf(Refusal.class)
                .hasMessage("--by is a length of time such as 7d, 36h or P7D, found '" + typed
                        + "'; say it in weeks, days, hours and minutes");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-08 20:00, 2026-02-08T19:00:00Z",
        "2026-02-08T20:00, 2026-02-08T19:00:00Z",
        "2026-07-08 20:00, 2026-07-08T18:00:00Z",
        "2026-02-08T19:00:00Z, 2026-02-08T19:00:00Z",
        "2026-02-08T20:00+03:00, 2026-02-08T17:00:00Z",
        "2026-10-25 02:30, 2026-10-25T00:30:00Z"
    })
    void an_instant_is_typed_by_ones_own_clock_or_with_an_offset(String typed, Instant meant) throws Refusal {
        assertThat(TypedInstant.of(typed, "--until", BERLIN)).isEqualTo(meant);
    }

    @Test
    void a_time_that_no_clock_shows_is_refused_and_so_is_what_is_none() {
        assertThatThrownBy(() -> TypedInstant.of("2026-03-29 02:30", "--until", BERLIN))
                .hasMessage("there is no 2026-03-29 02:30, as clocks are put forward then; name an hour later");
        assertThatThrownBy(() -> TypedInstant.of("Sunday", "--until", BERLIN))
                .hasMessage("--until is a day and a time, found 'Sunday'; write one like \"2026-02-08 20:00\", or"
                        + " 2026-02-08T19:00:00Z");
    }

    @Test
    void what_somebody_else_wrote_cannot_steer_the_terminal() {
        assertThat(Quoted.of("Dovre, naïve 漢字: 5 > 3")).isEqualTo("Dovre, naïve 漢字: 5 > 3");
        assertThat(Quoted.of("\u001b[2Jgone\r\nnext\u202eright\u2028"))
                .isEqualTo("\\u{1b}[2Jgone\\u{d}\\u{a}next\\u{202e}right\\u{2028}");
    }
}

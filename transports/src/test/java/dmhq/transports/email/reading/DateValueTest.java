package dmhq.transports.email.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a mail says of its sender's clock. */
class DateValueTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Fri, 6 Nov 2026 06:15:30 +1000 | +10:00",
                "6 Nov 2026 06:15 -0330 | -03:30",
                "Fri,  6 Nov 2026 06:15:30 +0545 (NPT) | +05:45",
                "Fri, 6 Nov 26 06 : 15 : 30  +0000 | Z",
                "Fri, 6 Nov 2026 06:15:30 -1800 | -18:00",
                "Fri, 6 Nov 2026 6:15:30+0100 | +01:00"
            })
    void the_offset_stands_behind_the_time(String date, String offset) {
        assertThat(DateValue.offset(date)).isEqualTo(ZoneOffset.of(offset));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "Fri, 6 Nov 2026 06:15:30",
                "Fri, 6 Nov 2026 06:15:30 -0000",
                "Fri, 6 Nov 2026 06:15:30 GMT",
                "Fri, 6 Nov 2026 06:15:30 EST",
                "Fri, 6 Nov 2026 06:15:30 Z",
                "Fri, 6 Nov 2026 06:15:30 +1801",
                "Fri, 6 Nov 2026 06:15:30 +9900",
                "Fri, 6 Nov 2026 06:15:30 +0060",
                "Fri, 6 Nov 2026 06:15:30 +10000",
                "Fri, 6 Nov 2026 06:15:30 +10:00",
                "+1000 Fri, 6 Nov 2026"
            })
    void what_says_no_offset_or_one_that_no_clock_has_says_nothing(String date) {
        assertThat(DateValue.offset(date)).isNull();
    }
}

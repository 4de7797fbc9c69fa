package dmhq.format.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dmhq.format.json.Json;
import dmhq.format.session.Manifest;
import dmhq.format.session.Opening.Settings;
import dmhq.format.session.Opening.Style;
import dmhq.format.session.RosterEntry;
import dmhq.format.session.TurnRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Until when a turn is waited for, by the records. */
class DeadlineTest {

    private final Game game = Game.hostWatches();

    @Test
    void a_turn_ends_so_long_after_the_record_before_it_as_the_settings_say_then() throws Exception {
        SessionArchive undated = game.host(2);
        SessionArchive dated = changed(undated, "P7D");
        SessionArchive hasty = changed(dated, "PT36H");

        assertThat(Deadline.of(game.host(0).chain())).isEmpty();
        assertThat(Deadline.of(undated.chain())).isEmpty();
        assertThat(Deadline.of(dated.chain())).contains(resolved(dated).plus(Duration.ofDays(7)));
        assertThat(Deadline.of(hasty.chain())).contains(resolved(hasty).plus(Duration.ofHours(36)));
    }

    @Test
    void the_manifest_of_a_file_names_it() throws Exception {
        SessionArchive dated = changed(game.host(1), "P1D");

        assertThat(manifestOf(dated).gameState().turnDeadline())
                .isEqualTo(resolved(dated).plus(Duration.ofDays(1)));
        assertThat(manifestOf(game.host(2)).gameState().turnDeadline()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7 days", "P1M", "PT0S", "PT59S", "-P1D", "P367D", "PT99999999999999H"})
    void an_option_that_is_no_such_time_is_as_if_it_were_not_there(String option) {
        assertThat(Deadline.length(settings(Deadline.OPTION, new Json.Text(option))))
                .isEmpty();
    }

    @Test
    void a_number_is_no_time_either_and_no_grace_is_none() {
        assertThat(Deadline.length(settings(Deadline.OPTION, Json.Amount.of(7))))
                .isEmpty();
        assertThat(Deadline.grace(settings(Deadline.OPTION, Json.Amount.of(7)))).isZero();
        assertThat(Deadline.grace(settings(Deadline.GRACE_OPTION, new Json.Text("PT12H"))))
                .isEqualTo(Duration.ofHours(12));
    }

    @Test
    void a_turn_that_would_end_after_the_year_9999_has_no_deadline() throws Exception {
        SessionArchive begun = game.host(1);
        Game.Step step = game.changing(begun, changed("P7D"));
        SessionArchive late =
                game.with(begun, new Game.Step(at(step.record(), "9999-12-26T00:00:00Z"), step.history()));

        assertThat(Deadline.of(late.chain())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"PT168H, P7D", "PT36H, P1DT12H", "PT90M, PT1H30M", "PT0S, PT0S"})
    void a_time_is_written_in_days_and_read_back(Duration time, String text) {
        assertThat(Deadline.text(time)).isEqualTo(new Json.Text(text));
        assertThat(Duration.parse(text)).isEqualTo(time);
    }

    private static Manifest manifestOf(SessionArchive archive) throws ArchiveException {
        return PackedFile.read(archive.pack(Game.hostWatches().hostKey, Game.START))
                .manifest();
    }

    private SessionArchive changed(SessionArchive archive, String deadline) throws ArchiveException {
        return game.with(archive, game.changing(archive, changed(deadline)));
    }

    private static RosterEntry changed(String deadline) {
        return new RosterEntry.SettingsChanged(settings(Deadline.OPTION, new Json.Text(deadline)));
    }

    private static Settings settings(String option, Json value) {
        Map<String, Json> options = new LinkedHashMap<>();
        options.put(option, value);
        return new Settings(Style.SIMULTANEOUS, false, new Json.Members(options));
    }

    private static TurnRecord at(TurnRecord record, String instant) {
        return new TurnRecord(
                record.number(),
                record.previous(),
                record.rules(),
                Instant.parse(instant),
                record.opening(),
                record.orders(),
                record.absent(),
                record.roster(),
                record.rollback(),
                record.link(),
                record.publicEvents(),
                record.seats(),
                record.state());
    }

    private static Instant resolved(SessionArchive archive) {
        return archive.chain().record(archive.chain().newest()).resolvedAt();
    }
}

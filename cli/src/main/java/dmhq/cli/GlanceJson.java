package dmhq.cli;

import dmhq.format.json.Json;
import dmhq.workspace.Glance;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** How a session stands, for other programs. */
final class GlanceJson {

    private GlanceJson() {}

    /** Returns the line of {@code games}. */
    static Json of(Glance glance) {
        Map<String, Json> json = new LinkedHashMap<>();
        json.put("session", new Json.Text(glance.session().value()));
        json.put("folder", new Json.Text(glance.folder().toString()));
        json.put("turn", Json.Amount.of(glance.turn()));
        json.put("host", new Json.Flag(glance.host()));
        json.put(
                "seat",
                glance.seat() == null
                        ? new Json.Null()
                        : new Json.Text(glance.seat().value()));
        json.putAll(standing(glance));
        return new Json.Members(json);
    }

    /** Returns how a session stands, as {@code status} prints it too. */
    static Map<String, Json> standing(Glance glance) {
        Map<String, Json> json = new LinkedHashMap<>();
        json.put("phase", new Json.Text(glance.phase().name().toLowerCase(Locale.ROOT)));
        json.put(
                "waiting_for",
                new Json.Elements(glance.waitingFor().stream()
                        .<Json>map(seat -> new Json.Text(seat.value()))
                        .toList()));
        json.put("overdue", glance.overdue().<Json>map(GlanceJson::text).orElseGet(Json.Null::new));
        json.put(
                "deadline",
                glance.deadline().<Json>map(at -> new Json.Text(at.toString())).orElseGet(Json.Null::new));
        json.put("paused", new Json.Flag(glance.paused()));
        json.put("left", new Json.Flag(glance.left()));
        json.put("replaced", new Json.Flag(glance.lost()));
        json.put("settlements_due", Json.Amount.of(glance.due()));
        return json;
    }

    private static Json text(Duration age) {
        return new Json.Text(age.truncatedTo(ChronoUnit.SECONDS).toString());
    }
}

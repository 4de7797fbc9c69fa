package dmhq.cli;

import dmhq.format.Party;
import dmhq.format.archive.SessionArchive;
import dmhq.format.json.Codec;
import dmhq.format.json.Json;
import dmhq.format.session.Opening;
import dmhq.format.session.RosterEntry;
import dmhq.format.session.TurnRecord;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

/** Tells what happened, turn by turn, for other programs. */
final class StoryJson {

    private StoryJson() {}

    /** Returns the turns from one to another, both included. */
    static Json.Elements of(SessionArchive archive, int first, int last) {
        return new Json.Elements(IntStream.rangeClosed(first, last)
                .<Json>mapToObj(number -> turn(archive, number))
                .toList());
    }

    private static Json turn(SessionArchive archive, int number) {
        TurnRecord record = archive.chain().record(number);
        Map<String, Json> turn = new LinkedHashMap<>();
        turn.put("turn", Json.Amount.of(number));
        turn.put("resolved_at", new Json.Text(record.resolvedAt().toString()));
        turn.put("record", new Json.Text(archive.chain().digest(number).toString()));
        turn.put(
                "absent",
                new Json.Elements(record.absent().stream()
                        .<Json>map(seat -> new Json.Text(seat.value()))
                        .toList()));
        turn.put(
                "roster",
                new Json.Elements(
                        record.roster().stream().map(StoryJson::change).toList()));
        boolean changed = record.roster().stream().anyMatch(RosterEntry.SettingsChanged.class::isInstance);
        turn.put(
                "settings",
                changed
                        ? Codec.of(Opening.Settings.class)
                                .encode(archive.chain().settings(number))
                        : new Json.Null());
        TurnRecord.Rollback rollback = record.rollback();
        turn.put("back_to", rollback == null ? new Json.Null() : Json.Amount.of(rollback.to()));
        turn.put(
                "events",
                new Json.Elements(archive.history().events(number).stream()
                        .<Json>map(line -> line.event())
                        .toList()));
        return new Json.Members(turn);
    }

    private static Json change(RosterEntry entry) {
        Map<String, Json> change = new LinkedHashMap<>();
        change.put("change", new Json.Text(entry.getClass().getSimpleName()));
        change.put("party", new Json.Text(party(entry).value()));
        return new Json.Members(change);
    }

    private static Party party(RosterEntry entry) {
        if (entry instanceof RosterEntry.Joined joined) {
            return Party.of(joined.request().join().seat());
        } else if (entry instanceof RosterEntry.Replaced replaced) {
            return Party.of(replaced.request().join().seat());
        } else if (entry instanceof RosterEntry.Left left) {
            return Party.of(left.request().leave().seat());
        } else if (entry instanceof RosterEntry.Rotated rotated) {
            return rotated.request().rotation().party();
        }
        return Party.HOST;
    }
}

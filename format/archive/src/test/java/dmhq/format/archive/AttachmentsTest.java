package dmhq.format.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dmhq.format.Attachment;
import dmhq.format.Bytes;
import dmhq.format.Digest;
import dmhq.format.SeatId;
import dmhq.format.json.Json;
import dmhq.format.session.Body;
import dmhq.format.session.EventLine;
import dmhq.format.session.Recorded.Outcome;
import dmhq.format.session.Salts;
import dmhq.format.session.SignedHeader;
import dmhq.format.session.TurnRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What actions and events name travels beside them, to those who may see it. */
class AttachmentsTest {

    private static final SeatId BEN = new SeatId("ben");

    private final Game game = Game.hostWatches();
    private final Bytes unit = Doctored.utf8("<unit name=\"Firestarter\"/>");
    private final Bytes person = Doctored.utf8("<person/>");
    private final Attachment unitName = Attachment.of(unit);
    private final Attachment personName = Attachment.of(person);

    @Test
    void a_submission_brings_what_its_actions_name() throws Exception {
        SessionArchive host = game.host(1);
        Submission orders = naming(host, unitName, holding(unit));

        Submission read = read(host, orders);

        assertThat(read.attachments()).containsOnly(Map.entry(unitName, unit));
        Refusal.of(
                () -> read(host, naming(host, unitName, holding())),
                Layer.ENTRY,
                "entry " + unitName + ".gz is missing");
        Refusal.of(
                () -> read(host, naming(host, unitName, holding(unit, person))),
                Layer.ENTRY,
                "entry " + personName + ".gz is there, but nothing names it");
    }

    @Test
    void an_attachment_is_what_its_name_says() throws Exception {
        SessionArchive host = game.host(1);
        SortedMap<Attachment, Bytes> swapped = new TreeMap<>(Map.of(unitName, person));

        Refusal.of(
                () -> read(host, naming(host, unitName, swapped)),
                Layer.ENTRY,
                "entry " + unitName + ".gz is not what its name says: its content has another digest");
    }

    @Test
    void what_an_event_names_goes_to_its_audience_and_to_nobody_else() throws Exception {
        SessionArchive host = delivering();

        SessionArchive read = SessionArchive.read(PackedFile.read(host.pack(game.hostKey, Game.START)));
        Turn bens = posted(host, "ben");
        Turn caras = posted(host, "cara");

        assertThat(read.history().attachments()).containsOnlyKeys(unitName, personName);
        assertThat(bens.history().attachments()).containsOnly(Map.entry(personName, person));
        assertThat(caras.history().attachments()).isEmpty();
        SessionArchive ben = game.seat("ben", 1).taking(bens);
        assertThat(SessionArchive.read(
                                PackedFile.read(ben.pack(game.player("ben").key(), Game.START)))
                        .history()
                        .attachments())
                .containsOnlyKeys(personName);
    }

    @Test
    void a_host_holds_what_all_events_and_bodies_name_and_no_more() throws Exception {
        byte[] file = delivering().pack(game.hostKey, Game.START);
        String entry = unitName + ".gz";

        Refusal.of(
                () -> SessionArchive.read(Repacked.signed(file, game.hostKey, entries -> entries.remove(entry))),
                Layer.ENTRY,
                "entry " + entry + " is missing");
        String other = Attachment.of(Bytes.of()) + ".gz";
        Refusal.of(
                () -> SessionArchive.read(
                        Repacked.signed(file, game.hostKey, entries -> entries.put(other, Bytes.of()))),
                Layer.ENTRY,
                "entry " + other + " is there, but nothing names it");
    }

    @Test
    void a_turn_without_what_its_events_name_is_refused() throws Exception {
        SessionArchive host = delivering();
        byte[] file = game.turn(host, "ben", 2).pack(host.chain(), game.hostKey, Game.START);

        Refusal.of(
                () -> Turn.read(Repacked.signed(file, game.hostKey, entries -> entries.remove(personName + ".gz"))),
                Layer.ENTRY,
                "entry " + personName + ".gz is missing");
    }

    /** A session in which ben's action names a unit, and an event for ben alone names a person. */
    private SessionArchive delivering() throws ArchiveException {
        SessionArchive host = game.host(1);
        Submission orders = naming(host, unitName, holding(unit));
        Game.Step step = game.step(host, List.of(game.recorded(orders, Outcome.COUNTED)), List.of(orders));
        List<EventLine> lines = new ArrayList<>(step.history().events());
        lines.add(new EventLine(
                2, 2, List.of(BEN), Game.object("{\"event_type\":\"Came\",\"who\":\"" + personName + "\"}")));
        History its = History.of(
                        lines,
                        step.history().bodies(),
                        salts(step.history()),
                        step.history().snapshots())
                .with(holding(unit, person));
        Digest part = Commitment.to(
                EventBytes.ofPart(lines, BEN), salts(its).of(BEN).orElseThrow().part());
        TurnRecord record =
                Doctored.value(TurnRecord.class, step.record(), "seats/0/part", old -> new Json.Text(part.toString()));
        return host.with(game.signed(record), its);
    }

    private Submission naming(SessionArchive host, Attachment name, SortedMap<Attachment, Bytes> held) {
        Body body = Body.of(
                host.chain().newest() + 1,
                BEN,
                Game.START,
                List.of(Game.object(
                        "{\"action_type\":\"Sell\",\"action_id\":\"b\",\"what\":[{\"unit\":\"" + name + "\"}]}")),
                Bytes.ofHex("00".repeat(16)));
        SignedHeader signed = SignedHeader.of(
                game.header(host, BEN, 1, body, null), game.player("ben").key());
        return new Submission(signed, body, held, List.of());
    }

    private Submission read(SessionArchive host, Submission orders) throws ArchiveException {
        return Submission.read(
                PackedFile.read(orders.pack(host.chain(), game.player("ben").key(), Game.START)), host.chain());
    }

    private Turn posted(SessionArchive host, String seat) throws ArchiveException {
        return Turn.read(PackedFile.read(game.turn(host, seat, 2).pack(host.chain(), game.hostKey, Game.START)));
    }

    private static SortedMap<Attachment, Bytes> holding(Bytes... contents) {
        SortedMap<Attachment, Bytes> held = new TreeMap<>();
        for (Bytes content : contents) {
            held.put(Attachment.of(content), content);
        }
        return held;
    }

    private static Salts salts(History history) {
        Salts salts = history.salts().get(2);
        if (salts == null) {
            throw new AssertionError(history.salts().keySet());
        }
        return salts;
    }
}

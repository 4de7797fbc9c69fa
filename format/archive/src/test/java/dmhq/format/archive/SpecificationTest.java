package dmhq.format.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dmhq.format.Bytes;
import dmhq.format.Digest;
import dmhq.format.SeatId;
import dmhq.format.container.Container;
import dmhq.format.container.ContainerWriter;
import dmhq.format.container.Entry;
import dmhq.format.json.Codec;
import dmhq.format.session.Body;
import dmhq.format.session.Salts;
import dmhq.format.session.TurnRecord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The examples in {@code format/SPEC.md} are what the code writes. */
class SpecificationTest {

    private final Game game = Game.hostWatches();
    private final SessionArchive host = game.host(2);
    private String text = "";

    @BeforeEach
    void read_the_specification() throws Exception {
        // Long values stand on several lines there.
        text = Files.readAllLines(Path.of("..", "SPEC.md")).stream()
                .map(String::strip)
                .collect(Collectors.joining());
    }

    @Test
    void the_example_of_a_container_is_the_file_we_write() {
        var container = new Container(
                Map.of("a.json", Entry.of("a.json", Doctored.utf8("{}")), "b.gz", Entry.of("b.gz", Bytes.of())));

        assertThat(text).contains(Bytes.of(ContainerWriter.write(container)).hex());
    }

    @Test
    void the_examples_of_orders_are_the_ones_we_sign_and_digest() {
        Submission orders = game.orders(game.host(1), "ben", 1);

        assertThat(text)
                .contains(Doctored.text(orders.signed().signedBytes()))
                .contains(orders.signed().signature().toString())
                .contains(orders.signed().digest().toString())
                .contains(Doctored.text(Codec.of(Body.class).canonical(orders.body())))
                .contains(orders.body().digest().toString());
    }

    @Test
    void the_examples_of_records_and_events_are_the_ones_we_write() {
        Bytes publicLines = EventBytes.ofPublic(host.history().events(1));

        assertThat(text)
                .contains(host.chain().session().value())
                .contains(host.chain().digest(0).toString())
                .contains(Doctored.text(
                        Codec.of(TurnRecord.class).canonical(host.chain().record(2))))
                .contains(host.chain().digest(2).toString())
                .contains(Doctored.text(publicLines).replace("\n", ""))
                .contains(Digest.of(publicLines).toString());
    }

    @Test
    void the_example_of_a_commitment_is_the_one_we_make() {
        Salts.SeatSalts salts = Objects.requireNonNull(host.history().salts().get(1))
                .of(new SeatId("ben"))
                .orElseThrow();
        TurnRecord.Shown shown = host.chain().record(1).seats().get(0);
        Bytes part = EventBytes.ofPart(host.history().events(1), salts.seat());

        assertThat(text)
                .contains(Doctored.text(part).replace("\n", ""))
                .contains(salts.part().hex())
                .contains(shown.part().toString())
                .contains(salts.view().hex())
                .contains(game.view(salts.seat(), 1).toText())
                .contains(shown.view().toString());
    }
}

package dmhq.engine;

import static dmhq.engine.HuntByPost.ADA;
import static dmhq.engine.HuntByPost.BOB;
import static dmhq.engine.HuntByPost.CYD;
import static dmhq.engine.HuntByPost.dig;
import static dmhq.engine.HuntByPost.give;
import static dmhq.engine.LyingHost.replaced;
import static dmhq.engine.LyingHost.with;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dmhq.engine.hunt.HuntEvent;
import dmhq.engine.hunt.HuntRules;
import dmhq.format.Digest;
import dmhq.format.archive.ArchiveException;
import dmhq.format.archive.Layer;
import dmhq.format.archive.PackedFile;
import dmhq.format.archive.SessionArchive;
import dmhq.format.json.Codec;
import dmhq.format.json.Json;
import dmhq.format.session.Recorded;
import dmhq.format.session.Recorded.Outcome;
import dmhq.format.session.TurnRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The files in {@code format/vectors/replays} hold until they are played again by the rules of the
 * hunt, as {@code replays.tsv} says. {@code -Dvectors.update=true} writes them.
 */
class ReplayVectorsTest {

    private static final Path FOLDER = Path.of("..", "..", "format", "vectors");
    private static final Path FILES = FOLDER.resolve("replays");
    private static final Path INDEX = FOLDER.resolve("replays.tsv");
    private static final String GOOD = "good";

    /** A scenario and its file. */
    private record Replayed(String layer, String what, SessionArchive archive, HuntByPost post) {

        byte[] file() {
            return archive.holder().isHost()
                    ? VerificationTest.hostFile(post, archive)
                    : archive.pack(post.hunter(archive.holder().seat()).key(), HuntByPost.at(9));
        }
    }

    @BeforeAll
    static void update_if_asked() throws Exception {
        if (Boolean.getBoolean("vectors.update")) {
            Files.createDirectories(FILES);
            StringBuilder index = new StringBuilder();
            index.append("# file in replays/\tthe layer in which it fails, or good\twhat it is\n");
            for (Map.Entry<String, Replayed> each : made().entrySet()) {
                Files.write(FILES.resolve(each.getKey()), each.getValue().file());
                index.append(line(each)).append('\n');
            }
            Files.writeString(INDEX, index, UTF_8);
        }
    }

    static List<String[]> index() throws IOException {
        try (Stream<String> lines = Files.lines(INDEX, UTF_8)) {
            return lines.filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", 3))
                    .toList();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("index")
    void each_file_fails_when_it_is_played_again_or_not_at_all(String name, String layer, String what)
            throws Exception {
        byte[] file = Files.readAllBytes(FILES.resolve(name));
        SessionArchive.read(PackedFile.read(file));

        Findings findings = Verification.of(file);

        if (layer.equals(GOOD)) {
            assertThat(findings.wrong()).as(what).isEmpty();
        } else {
            assertThat(findings.wrong()).as(what).singleElement().asString().startsWith(layer + ": ");
        }
    }

    @Test
    void the_files_are_those_that_the_programs_make() throws Exception {
        Map<String, Replayed> made = made();
        assertThat(index().stream().map(line -> String.join("\t", line)))
                .containsExactlyElementsOf(
                        made.entrySet().stream().map(ReplayVectorsTest::line).toList());
        for (Map.Entry<String, Replayed> each : made.entrySet()) {
            PackedFile kept = PackedFile.read(Files.readAllBytes(FILES.resolve(each.getKey())));
            PackedFile anew = PackedFile.read(each.getValue().file());
            assertThat(kept.entries()).as(each.getKey()).isEqualTo(anew.entries());
            assertThat(kept.manifest()).as(each.getKey()).isEqualTo(anew.manifest());
        }
    }

    @Test
    void there_are_at_least_four_that_fail() throws Exception {
        assertThat(index())
                .filteredOn(line -> line[1].equals(Layer.REPLAY.toString()))
                .hasSizeGreaterThanOrEqualTo(4);
        assertThat(index()).filteredOn(line -> line[1].equals(GOOD)).hasSizeGreaterThanOrEqualTo(2);
    }

    private static String line(Map.Entry<String, Replayed> each) {
        return each.getKey() + "\t" + each.getValue().layer() + "\t"
                + each.getValue().what();
    }

    private static Map<String, Replayed> made() throws ArchiveException {
        HuntByPost post = HuntByPost.begun(new HuntRules(), 1);
        post.resolve(post.plan(ADA).doing(dig("a", 1)).signed());
        HuntByPost refused = HuntByPost.begun(1);
        refused.resolve(refused.plan(ADA).doing(give("g", BOB, 1)).signed());
        LyingHost host = new LyingHost(post);
        SessionArchive rich = host.retold(told -> replaced(told, 1, with(told.get(1), new HuntEvent.Found(ADA, 100))));
        Map<String, Replayed> all = new TreeMap<>();
        put(all, "good-host", GOOD, "a host's copy of a turn of the hunt", post.archive(), post);
        put(all, "good-seat", GOOD, "a seat's copy of the same", post.copyOf(ADA), post);
        bad(all, "roll", "a hidden roll that was not, committed to", rich, post);
        bad(
                all,
                "event-missing",
                "an event that was kept from everyone",
                host.retold(told -> told.subList(0, 1)),
                post);
        bad(
                all,
                "state",
                "a commitment to another state",
                host.restated(record ->
                        with(record, "state", new Json.Text(Digest.of().toString()))),
                post);
        bad(all, "view", "a commitment to another view", host.restated(record -> blind(record, host)), post);
        bad(
                all,
                "seat-view",
                "what a seat was shown leads to another view",
                SessionArchive.open(post.zero(), post.copyOf(ADA).holder())
                        .taking(post.referee().turnFor(rich, ADA, 1, null)),
                post);
        bad(
                all,
                "counted",
                "orders that count against the rules",
                new LyingHost(refused).restated(record -> counted(record, Outcome.COUNTED, "bob", "cyd")),
                refused);
        bad(
                all,
                "refused",
                "orders that are refused although nothing is wrong with them",
                host.restated(record -> counted(record, Outcome.REFUSED, "ada", "bob", "cyd")),
                post);
        return all;
    }

    private static TurnRecord blind(TurnRecord record, LyingHost host) {
        return host.showing(
                record.publicEvents(),
                record.seats().stream()
                        .map(each ->
                                each.seat().equals(CYD) ? new TurnRecord.Shown(CYD, each.part(), Digest.of()) : each)
                        .toList(),
                record.state());
    }

    private static TurnRecord counted(TurnRecord record, Outcome outcome, String... absent) {
        Json orders = new Json.Elements(record.orders().stream()
                .map(each -> Codec.of(Recorded.class).encode(new Recorded(each.header(), each.signature(), outcome)))
                .toList());
        Json names =
                new Json.Elements(Stream.of(absent).<Json>map(Json.Text::new).toList());
        return with(with(record, "orders", orders), "absent", names);
    }

    private static void bad(Map<String, Replayed> all, String name, String what, SessionArchive lie, HuntByPost post) {
        put(all, "replay-" + name, Layer.REPLAY.toString(), what, lie, post);
    }

    private static void put(
            Map<String, Replayed> all,
            String name,
            String layer,
            String what,
            SessionArchive archive,
            HuntByPost post) {
        all.put(name + ".zip", new Replayed(layer, what, archive, post));
    }
}

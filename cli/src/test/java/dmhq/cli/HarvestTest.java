package dmhq.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dmhq.format.Bytes;
import dmhq.format.disk.DurableDisk;
import dmhq.format.json.Json;
import dmhq.format.json.JsonException;
import dmhq.format.json.JsonReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Eight players, and one of them the host, play the claims economy to its end by commands over a folder;
 * {@code -Ddmhq.harvest.turns=100} plays a long game. All chance comes from one seed, so that every
 * runtime must come to the same records.
 */
class HarvestTest {

    private static final int TURNS = Integer.getInteger("dmhq.harvest.turns", 4);
    private static final int ACTIONS = 2;
    private static final long SEED = 20_261_125;
    private static final List<String> SEATS = List.of("ash", "birch", "cedar", "elm", "fir", "hazel", "larch", "oak");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path root;

    private final Random fate = new Random(SEED);

    @SuppressWarnings("NullAway.Init")
    private Table table;

    @BeforeEach
    void layTheTable() throws IOException {
        table = new Table(root, new DurableDisk());
    }

    @Test
    void eight_seats_play_to_the_end_and_everyone_resolves_it_again_to_the_same_records() throws Exception {
        begin();
        copy(table.folder("oak"), root.resolve("kept"));
        for (int turn = 2; turn <= TURNS + 1; turn++) {
            play(turn);
        }
        run("ash", "resolve");
        for (String seat : SEATS) {
            run(seat, "fetch");
            assertThat(run(seat, "verify", "turn.zip").text()).as(seat).doesNotContain("Wrong");
        }
        String head = head("ash");
        Files.writeString(Path.of("target", "harvest.txt"), TURNS + " turns, seed " + SEED + ": record " + head + "\n");

        assertThat(run("ash", "close", "--yes").text()).contains("Closed the session after turn " + (TURNS + 1));

        for (String seat : SEATS) {
            run(seat, "fetch");
            assertThat(run(seat, "verify", "turn.zip").text())
                    .as(seat)
                    .contains("resolving every record again from record 1 gives the same events, views and state")
                    .contains("the host has closed the session")
                    .doesNotContain("Not yet provable");
            assertThat(head(seat)).as(seat).isEqualTo(head);
        }
        feedInAnyOrder(head);
    }

    private void begin() throws Exception {
        Files.writeString(
                table.folder("ash").resolve("setup.json"),
                "{\"turns\": " + TURNS + ", \"points\": 0, \"ticks\": 2, \"store\": 60, \"sharing\": \"lottery\"}");
        for (String seat : SEATS) {
            run(seat, "identity", "new", "--name", seat, "--email", seat + "@example.org");
        }
        List<String> words = new ArrayList<>(List.of("new", "harvest", "--rules", "claims-economy", "--as", "ash"));
        SEATS.forEach(seat -> words.addAll(List.of("--seat", seat)));
        words.addAll(List.of("--setup", "setup.json", "--post", "folder:../post"));
        run("ash", words.toArray(String[]::new));
        table.go("ash", "harvest");
        for (String seat : SEATS.subList(1, SEATS.size())) {
            run("ash", "invite", seat, "--to", root.resolve(seat + ".zip").toString());
            run(seat, "join", root.resolve(seat + ".zip").toString(), "--post", "folder:../post");
            table.go(seat, "harvest");
        }
        table.run("ash", List.of("resolve", "--accept-joins"), "");
    }

    private void play(int turn) throws Exception {
        planAndSubmit("ash");
        List<String> others = new ArrayList<>(SEATS.subList(1, SEATS.size()));
        Collections.shuffle(others, fate);
        for (String seat : others) {
            run(seat, "fetch");
            planAndSubmit(seat);
        }
        Said resolved = table.run("ash", List.of("resolve"), "");
        assertThat(resolved.text()).contains("Resolved turn " + turn);
    }

    /** Plans like someone who tries this and that; what the rules refuse is left out. */
    private void planAndSubmit(String seat) throws Exception {
        Json.Members view = view(seat);
        List<String> agents = new ArrayList<>(names(view, "agents"));
        agents.removeIf(agent -> !agent.startsWith(seat + "-"));
        Collections.shuffle(agents, fate);
        boolean planned = false;
        for (String agent : agents.subList(0, Math.min(agents.size(), ACTIONS))) {
            planned |= table.run(seat, wish(agent, view), "").code() == ExitCode.DONE;
        }
        run(seat, planned ? List.of("submit", "turn.zip") : List.of("submit", "turn.zip", "--empty"));
    }

    private List<String> wish(String agent, Json.Members view) {
        List<String> pools = texts(view, "pools");
        String pool = pools.get(fate.nextInt(pools.size()));
        return switch (fate.nextInt(6)) {
            case 0 -> List.of("plan", "turn.zip", "deliver", "--agents", agent);
            case 1 -> List.of("plan", "turn.zip", "train", "--agents", agent);
            case 2 -> List.of("plan", "turn.zip", "build", "--work", "field", "--agents", agent);
            default -> List.of("plan", "turn.zip", "gather", "--pool", pool, "--agents", agent);
        };
    }

    private Json.Members view(String seat) throws IOException, JsonException {
        return (Json.Members) member(seat, "view");
    }

    private String head(String seat) throws IOException, JsonException {
        return ((Json.Text) member(seat, "head")).value();
    }

    private Json member(String seat, String name) throws IOException, JsonException {
        String text = run(seat, "status", "--json").text().strip();
        Json json = JsonReader.read(Bytes.of(text.getBytes(StandardCharsets.UTF_8)));
        Json member = ((Json.Members) json).member(name);
        assertThat(member).as(name + " in the status of " + seat).isNotNull();
        return member == null ? new Json.Null() : member;
    }

    private static SortedSet<String> names(Json.Members view, String member) {
        return new TreeSet<>(((Json.Members) Objects.requireNonNull(view.member(member)))
                .members()
                .keySet());
    }

    private static List<String> texts(Json.Members view, String member) {
        return ((Json.Elements) Objects.requireNonNull(view.member(member)))
                .elements().stream().map(each -> ((Json.Text) each).value()).toList();
    }

    /** An old copy of a seat's folder, and all files of the post by hand, in any order. */
    private void feedInAnyOrder(String head) throws Exception {
        table.go("oak", root.resolve("kept").toString());
        List<String> files;
        try (Stream<Path> post = Files.list(root.resolve("post"))) {
            files = new ArrayList<>(post.map(Path::toString)
                    .filter(name -> name.contains("_to_oak_"))
                    .sorted()
                    .toList());
        }
        Collections.shuffle(files, fate);
        for (int pass = 0; pass < files.size() && !head("oak").equals(head); pass++) {
            List<String> words = new ArrayList<>(List.of("fetch"));
            words.addAll(files);
            table.run("oak", words, "");
        }
        assertThat(head("oak")).as("after files in any order, seed " + SEED).isEqualTo(head);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.sorted().toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    private Said run(String seat, String... words) throws IOException {
        return run(seat, List.of(words));
    }

    private Said run(String seat, List<String> words) throws IOException {
        Said said = table.run(seat, words, "");
        assertThat(said.code())
                .as(seat + "$ dmhq " + words + "\n" + said.text())
                .isIn(ExitCode.DONE, ExitCode.WAITING);
        return said;
    }
}

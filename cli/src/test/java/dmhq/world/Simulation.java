package dmhq.world;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Lives through worlds, one for each seed, and says what went wrong in them and whether they held. */
public final class Simulation {

    private static final int LAST_LINES = 60;

    private final Counts<Fault> faults = new Counts<>(Fault.class);
    private final Counts<Checked> checked = new Counts<>(Checked.class);
    private final Pastimes game;
    private final Path root;
    private final boolean tellsAll;
    private final PrintStream out;
    private int failures;

    private Simulation(Pastimes game, Path root, boolean tellsAll, PrintStream out) {
        this.game = game;
        this.root = root;
        this.tellsAll = tellsAll;
        this.out = out;
    }

    /**
     * Lives through the worlds of some seeds; exits with 1 if one of them failed, or if some fault never
     * happened in any.
     *
     * @param arguments how many seeds; the first of them; {@code first} to stop at the first that fails,
     *     {@code log} to tell all that happens, {@code all} to go on and only count;
     *     the id of the rules to play by
     */
    public static void main(String[] arguments) throws Exception {
        SeededEntropy.install();
        int seeds = Integer.parseInt(arguments[0]);
        long from = Long.parseLong(arguments[1]);
        boolean stop = arguments[2].equals("first");
        Path root = Path.of(System.getProperty("java.io.tmpdir")).resolve("world");
        Simulation simulation = new Simulation(Pastimes.of(arguments[3]), root, arguments[2].equals("log"), System.out);
        for (long seed = from; seed < from + seeds && !(stop && simulation.failures > 0); seed++) {
            simulation.live(seed);
        }
        System.exit(simulation.conclude(seeds) ? 0 : 1);
    }

    private void live(long seed) throws Exception {
        Files.createDirectories(root);
        World world = new World(seed, game, root);
        try {
            world.run();
            if (tellsAll) {
                world.log().forEach(out::println);
                out.println(
                        "In the end, as one digest: " + Backup.of(List.of(root)).digest(root));
            }
        } catch (Exception | AssertionError e) {
            failures++;
            tell(seed, world.log(), e);
        }
        faults.add(world.faults());
        checked.add(world.checked());
        delete(root);
    }

    private void tell(long seed, List<String> log, Throwable why) {
        StringWriter trace = new StringWriter();
        why.printStackTrace(new PrintWriter(trace));
        out.println("Seed " + seed + " fails. The last that happened:");
        int last = tellsAll ? log.size() : LAST_LINES;
        log.stream().skip(Math.max(0, log.size() - last)).forEach(line -> out.println("  " + line));
        out.println(trace);
        out.println("Again: cli/simulate --game " + game.rules() + " 1 " + seed);
    }

    private boolean conclude(int seeds) {
        out.println("What went wrong:");
        out.println(faults.lines(game));
        out.println("What was checked:");
        out.println(checked.lines(game));
        out.println(failures + " of " + seeds + " seeds failed.");
        if (seeds < 50) {
            return failures == 0;
        }
        List<String> missing = Stream.concat(faults.missing(game).stream(), checked.missing(game).stream())
                .toList();
        missing.forEach(thing -> out.println("This never happened, so it proves nothing: " + thing));
        return failures == 0 && missing.isEmpty();
    }

    private static void delete(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}

package dmhq.world;

import dmhq.cli.Typing;
import dmhq.format.disk.DurableDisk;
import dmhq.transports.Posts;
import dmhq.transports.folder.FolderPost;
import dmhq.workspace.Game;
import dmhq.workspace.NoMail;
import dmhq.workspace.Surroundings;
import dmhq.workspace.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;

/** One player with a computer: a home, the session's folder, and a copy of the shared folder. */
final class Player {

    static final String SESSION = "fleet";
    static final String TURN = SESSION + "/turn.zip";

    private final String name;
    private final boolean host;
    private final boolean seated;
    private final Path root;
    private final Chance chance;
    private final Computer computer;
    private final Deque<Backup> backups = new ArrayDeque<>();
    private int commands;
    private int away;
    private boolean restored;
    private Instant clock;

    Player(String name, boolean host, boolean seated, Path root, Chance chance) throws IOException {
        this.name = name;
        this.host = host;
        this.seated = seated;
        this.root = root.resolve(name);
        this.chance = chance;
        this.computer = new Computer(chance.named(name + "/power"));
        SplittableRandom zone = chance.named(name + "/clock");
        this.clock = Instant.parse("2026-01-31T20:00:00Z").plusSeconds(zone.nextInt(-90_000, 90_000));
        Files.createDirectories(post());
    }

    /** Runs a command as one process with that life. */
    Typing.Outcome run(Life life, List<String> arguments) {
        clock = clock.plusSeconds(60);
        Path here = MortalFileSystem.seenBy(life, root);
        return Typing.run(surroundings(here), here, arguments);
    }

    /** Returns the surroundings of a process that is never harmed. */
    Surroundings unharmed() {
        return surroundings(root);
    }

    private Surroundings surroundings(Path here) {
        commands++;
        DurableDisk disk = new DurableDisk();
        return new Surroundings(
                disk,
                () -> clock,
                chance.named(name + "/entropy/" + commands),
                new Posts(List.of(new FolderPost(disk, here))),
                (command, input) -> {
                    throw new IOException("there is no " + command.get(0) + " here");
                },
                here.resolve("home"),
                null,
                "simulated",
                NoMail.at(here.resolve("home"), disk, () -> clock));
    }

    /** Returns the game as this player's copy of the session shows it. */
    Record view() throws Exception {
        return Game.of(Workspace.open(unharmed(), folder()).seatArchive()).state();
    }

    void setClockBack(int seconds) {
        clock = clock.minusSeconds(seconds);
    }

    void backUp() {
        backups.push(Backup.of(kept()));
        if (backups.size() > 3) {
            backups.removeLast();
        }
    }

    /** Puts back one of the last backups; tells whether there was one. */
    boolean restore(SplittableRandom pick) {
        if (backups.isEmpty()) {
            return false;
        }
        Backup backup = List.copyOf(backups).get(pick.nextInt(backups.size()));
        // Keys made since then are with nobody else; whoever puts those before them back has to bring these again.
        boolean sameKeys = backup.below(keys()).hasSameFilesAs(Backup.of(List.of(keys())));
        (sameKeys ? backup : backup.below(folder())).restore();
        hasLostFiles();
        return true;
    }

    private Path keys() {
        return home().resolve("identity");
    }

    /** The folder is gone, with all that was in it. */
    void loseFolder() {
        new Backup(List.of(folder()), new TreeMap<>()).restore();
        hasLostFiles();
    }

    /** Notes that something was on disk that is not any more. */
    void hasLostFiles() {
        computer.forget();
        restored = true;
    }

    boolean hasRestored() {
        return restored;
    }

    void goAway(int steps) {
        away = steps;
    }

    /** Tells whether the player is away for one step more. */
    boolean isAway() {
        away--;
        return away >= 0;
    }

    List<Path> kept() {
        return List.of(home(), folder());
    }

    /** Tells whether a parcel of that name is for this player to open. */
    boolean isMeantBy(String parcel) {
        return (host && parcel.contains("_to_host_")) || parcel.contains("_to_" + name + "_");
    }

    /** Returns the number of the newest turn, which {@code turn.zip} is a copy of; -1 if there is none. */
    int newestTurn() throws IOException {
        Path newest = folder().resolve("turn.zip");
        for (int turn = numbers(folder(), "turn-", ".zip"); turn >= 0; turn--) {
            Path numbered = folder().resolve("turn-" + turn + ".zip");
            if (Files.exists(newest) && Files.exists(numbered) && Files.mismatch(newest, numbered) < 0) {
                return turn;
            }
        }
        return -1;
    }

    /** Returns the newest turn for which orders were signed; -1 for none. */
    int newestOrders() throws IOException {
        return numbers(folder().resolve("submitted"), "turn-", "-r");
    }

    /** Returns the highest revision of the orders that were signed for a turn. */
    int newestRevision(int turn) throws IOException {
        return numbers(folder().resolve("submitted"), "turn-" + turn + "-r", ".zip");
    }

    /** Tells whether something is planned for the coming turn. */
    boolean hasPlanned() throws IOException {
        Path draft = folder().resolve("drafts/turn-" + (newestTurn() + 1) + ".json");
        return Files.exists(draft) && Files.readString(draft).contains("action_type");
    }

    private static int numbers(Path folder, String start, String end) throws IOException {
        if (!Files.isDirectory(folder)) {
            return -1;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.startsWith(start) && file.contains(end))
                    .mapToInt(file -> Integer.parseInt(file.substring(start.length(), file.indexOf(end))))
                    .max()
                    .orElse(-1);
        }
    }

    /** Returns the traces of internal failures. */
    String failures() {
        StringBuilder traces = new StringBuilder();
        try {
            for (Path file : Backup.filesBelow(List.of(home().resolve("failures")))) {
                traces.append(Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return traces.toString();
    }

    boolean hasSession() {
        return Files.exists(folder().resolve("workspace.json"));
    }

    String name() {
        return name;
    }

    boolean isHost() {
        return host;
    }

    boolean isSeated() {
        return seated;
    }

    Computer computer() {
        return computer;
    }

    Path root() {
        return root;
    }

    Path home() {
        return root.resolve("home");
    }

    Path folder() {
        return root.resolve(SESSION);
    }

    Path post() {
        return root.resolve("post");
    }

    @Override
    public String toString() {
        return name;
    }
}

package dmhq.cli;

import dmhq.format.disk.Disk;
import dmhq.transports.Post;
import dmhq.transports.Posts;
import dmhq.transports.folder.FolderPost;
import dmhq.workspace.NoMail;
import dmhq.workspace.OwnDrafts;
import dmhq.workspace.Programs;
import dmhq.workspace.Surroundings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Players on one machine, each with a folder and a home of their own, under one root. Entropy comes
 * from a seed and a minute passes from one command to the next, so that a session always goes the same
 * way.
 */
final class Table {

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private final Path root;
    private final Disk disk;
    private final Programs programs;
    private final Random entropy = new Random(3025);
    private final Map<String, Path> standing = new TreeMap<>();
    private final Deque<Meanwhile> meanwhile = new ArrayDeque<>();
    private final List<Duration> waits = new ArrayList<>();
    private final List<Post> posts = new ArrayList<>();
    private Instant now = Instant.parse("2026-01-31T20:00:00Z");

    /** Lays a table on a disk, where no other program is ever started. */
    Table(Path root, Disk disk) throws IOException {
        this(root, disk, (command, input) -> {
            throw new IOException("there is no " + command.get(0) + " at this table");
        });
    }

    /** Lays a table on a disk, with the sample saves in {@code saves} and an empty {@code post}. */
    Table(Path root, Disk disk, Programs programs) throws IOException {
        this.programs = programs;
        this.root = root;
        this.disk = disk;
        Files.createDirectory(root.resolve("post"));
        Files.createDirectory(root.resolve("saves"));
        try (var saves = Files.newDirectoryStream(Project.file("samples/saves"), "*.cpnx")) {
            for (Path save : saves) {
                Files.copy(
                        save, root.resolve("saves").resolve(save.getFileName().toString()));
            }
        }
    }

    Path root() {
        return root;
    }

    /** Returns the folder a player stands in. */
    Path folder(String player) throws IOException {
        Path folder = standing.computeIfAbsent(player, root::resolve);
        Files.createDirectories(folder);
        return folder;
    }

    /** Returns a player's {@code DMHQ_HOME}. */
    Path home(String player) {
        return root.resolve("homes").resolve(player);
    }

    /** Lets time pass in which nobody does anything. */
    void pass(Duration time) {
        now = now.plus(time);
    }

    /** Lets parcels travel another way as well. */
    void offer(Post post) {
        posts.add(post);
    }

    /** Something that others do while a command waits. */
    interface Meanwhile {
        void happens() throws IOException;
    }

    /** Lets a command that stays up wait once more, with something happening meanwhile; it stops after the last. */
    void meanwhile(Meanwhile event) {
        meanwhile.add(event);
    }

    /** Returns how long commands have waited, each time. */
    List<Duration> waits() {
        return List.copyOf(waits);
    }

    private boolean pause(Duration time) {
        waits.add(time);
        Meanwhile event = meanwhile.poll();
        if (event == null) {
            return false;
        }
        try {
            event.happens();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        pass(time);
        return true;
    }

    void go(String player, String to) throws IOException {
        standing.put(player, folder(player).resolve(to).normalize());
    }

    /**
     * Runs {@code dmhq} as a player.
     *
     * @param typed what the player answers when asked; if nothing, nobody sits at the terminal
     */
    Said run(String player, List<String> arguments, String typed) throws IOException {
        now = now.plus(Duration.ofMinutes(1));
        StringWriter text = new StringWriter();
        int code = new Dmhq(terminal(player, typed, new PrintWriter(text, true))).run(arguments);
        return new Said(code, text.toString().replace(System.lineSeparator(), "\n"));
    }

    /** Returns the commands that a player can type. */
    CommandSpec commands() throws IOException {
        return new Dmhq(terminal("ada")).commandLine(List.of()).getCommandSpec();
    }

    /** Returns the terminal at which a player sits, who types nothing. */
    Terminal terminal(String player) throws IOException {
        return terminal(player, "", new PrintWriter(new StringWriter()));
    }

    private Terminal terminal(String player, String typed, PrintWriter screen) throws IOException {
        Path folder = folder(player);
        List<Post> known = new ArrayList<>(posts);
        known.add(new FolderPost(disk, folder));
        known.add(new OwnDrafts(disk, folder, Clock.fixed(now, ZoneOffset.UTC), home(player)));
        Surroundings surroundings = new Surroundings(
                disk,
                () -> now,
                entropy,
                new Posts(known),
                programs,
                home(player),
                null,
                "dmhq under test",
                NoMail.at(home(player), disk, () -> now));
        BufferedReader keys = new BufferedReader(new StringReader(typed));
        return new Terminal(
                screen,
                screen,
                shown(keys, screen),
                unshown(keys, screen),
                () -> !typed.isEmpty(),
                () -> 0,
                folder,
                ZONE,
                this::pause,
                surroundings);
    }

    /** What is typed is seen, as at a terminal. */
    private static BufferedReader shown(BufferedReader keys, PrintWriter screen) {
        return new BufferedReader(keys) {
            @Override
            public @Nullable String readLine() throws IOException {
                String line = keys.readLine();
                if (line != null) {
                    screen.println(line);
                }
                return line;
            }
        };
    }

    private static Unseen unshown(BufferedReader keys, PrintWriter screen) {
        return question -> {
            screen.println(question + ": ");
            return keys.readLine();
        };
    }
}

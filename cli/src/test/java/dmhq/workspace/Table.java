package dmhq.workspace;

import dmhq.format.disk.Disk;
import dmhq.format.disk.DurableDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** Players below one root, each with a home and a folder of their own, around one shared folder. */
final class Table {

    private static final Instant START = Instant.parse("2026-01-31T20:00:00Z");

    private final Path root;
    private final long seed;
    private final AtomicLong seconds = new AtomicLong();
    private final InstantSource clock = () -> START.plusSeconds(seconds.incrementAndGet());

    Table(Path root, long seed) throws IOException {
        this.root = root;
        this.seed = seed;
        Files.createDirectories(post());
    }

    /** Returns a player with the same home and folder each time, and entropy of their own. */
    Player player(String name) {
        return player(name, new DurableDisk());
    }

    Player player(String name, Disk disk) {
        return player(name, disk, new StartedPrograms(Map.of()));
    }

    Player player(String name, Disk disk, Programs programs) {
        return new Player(name, root, disk, programs, clock, new Random(seed * 31 + name.hashCode() + seconds.get()));
    }

    /** Opens a session with everybody seated and record 1 resolved, sent and taken in. */
    static Table seated(Path root, long seed, List<Seat> seats) throws Exception {
        return seated(root, seed, seats, NewSession.Manner.USUAL);
    }

    static Table seated(Path root, long seed, List<Seat> seats, NewSession.Manner manner) throws Exception {
        Table table = new Table(root, seed);
        Player host = table.player(seats.get(0).name());
        host.makeIdentity();
        host.open(seats, manner);
        for (Seat seat : seats.subList(1, seats.size())) {
            Path invitation = host.invite(seat.name());
            Player player = table.player(seat.name());
            player.makeIdentity();
            player.join(invitation, seat.save());
        }
        host.resolve();
        host.submit();
        for (Seat seat : seats.subList(1, seats.size())) {
            table.player(seat.name()).fetch();
        }
        return table;
    }

    /** Who sits in which team with which save. */
    record Seat(String name, int team, Path save) {}

    Path post() {
        return root.resolve("post");
    }

    Path root() {
        return root;
    }

    /** Returns the parcels in the shared folder whose names have all of the words in them. */
    List<Path> parcels(String... words) throws IOException {
        try (Stream<Path> files = Files.list(post())) {
            return files.filter(
                            file -> Stream.of(words).allMatch(file.getFileName().toString()::contains))
                    .sorted()
                    .toList();
        }
    }

    /** Takes parcels out of the shared folder, as a post does that loses them. */
    void lose(String... words) throws IOException {
        for (Path parcel : parcels(words)) {
            Files.delete(parcel);
        }
    }
}

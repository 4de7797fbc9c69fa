package dmhq.world;

import dmhq.format.Bytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The carrier between the players' post folders: what one player's dmhq puts into its own reaches the
 * others late, twice, damaged or never. In some worlds everyone gets everything, as in a shared folder;
 * in the others everyone gets what is for them, as by mail.
 */
final class Sync {

    private final SplittableRandom chance;
    private final Counts<Fault> counts;
    private final List<Player> players;
    private final SortedSet<String> carried = new TreeSet<>();
    private final List<Late> late = new ArrayList<>();
    private final SortedMap<String, Integer> newest = new TreeMap<>();
    private int now;
    private int departures;
    private final boolean shared;
    private boolean calm;

    private record Late(int due, int departure, Player from, Player to, String name, Bytes bytes) {}

    Sync(SplittableRandom chance, Counts<Fault> counts, List<Player> players) {
        this.chance = chance;
        this.counts = counts;
        this.players = players;
        this.shared = chance.nextInt(4) == 0;
    }

    /** From now on nothing goes wrong any more; what is late arrives. */
    void calmDown() {
        calm = true;
        run();
    }

    void stir() {
        calm = false;
    }

    void run() {
        now++;
        try {
            for (Late each : List.copyOf(late)) {
                if (calm || each.due <= now) {
                    late.remove(each);
                    arrive(each);
                }
            }
            for (Player from : players) {
                for (Path parcel : parcels(from.post())) {
                    if (carried.add(parcel.getFileName().toString())) {
                        carry(from, parcel);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> parcels(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    private void carry(Player from, Path parcel) throws IOException {
        String name = parcel.getFileName().toString();
        Bytes bytes = Bytes.of(Files.readAllBytes(parcel));
        departures++;
        for (Player to : players) {
            if (to != from && (shared || to.isMeantBy(name))) {
                if (calm || !to.isMeantBy(name)) {
                    arrive(new Late(now, departures, from, to, name, bytes));
                } else {
                    carryBadly(from, to, name, bytes);
                }
            }
        }
    }

    private void carryBadly(Player from, Player to, String name, Bytes bytes) throws IOException {
        int fate = chance.nextInt(100);
        Late parcel = new Late(now, departures, from, to, name, bytes);
        if (fate < 10) {
            counts.add(Fault.PARCEL_LOST);
        } else if (fate < 16) {
            counts.add(Fault.PARCEL_BIT_FLIPPED);
            arrive(new Late(now, departures, from, to, name, flipped(bytes)));
        } else if (fate < 20) {
            counts.add(Fault.PARCEL_CUT_SHORT);
            Bytes some = Bytes.of(Arrays.copyOf(bytes.toArray(), chance.nextInt(bytes.size())));
            arrive(new Late(now, departures, from, to, name, some));
        } else if (fate < 28) {
            counts.add(Fault.PARCEL_DOUBLED);
            arrive(parcel);
            String other = "copy-" + chance.nextInt(10) + "-of-" + name;
            late.add(new Late(now + chance.nextInt(8), departures, from, to, other, bytes));
        } else if (fate < 50) {
            counts.add(Fault.PARCEL_DELAYED);
            late.add(new Late(now + 1 + chance.nextInt(10), departures, from, to, name, bytes));
        } else {
            arrive(parcel);
        }
    }

    private Bytes flipped(Bytes bytes) {
        byte[] other = bytes.toArray();
        other[chance.nextInt(other.length)] ^= (byte) (1 << chance.nextInt(8));
        return Bytes.of(other);
    }

    private void arrive(Late parcel) throws IOException {
        carried.add(parcel.name);
        Path file = parcel.to.post().resolve(parcel.name);
        if (Files.exists(file)) {
            return;
        }
        Files.write(file, parcel.bytes.toArray());
        String way = parcel.from.name() + ">" + parcel.to.name();
        int before = newest.getOrDefault(way, 0);
        if (parcel.departure < before) {
            counts.add(Fault.PARCEL_OVERTAKEN);
        }
        newest.put(way, Math.max(before, parcel.departure));
    }
}

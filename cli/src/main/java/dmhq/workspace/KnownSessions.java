package dmhq.workspace;

import dmhq.format.Bytes;
import dmhq.format.Digest;
import dmhq.format.Party;
import dmhq.format.SessionId;
import dmhq.format.disk.Disk;
import dmhq.format.json.Codec;
import dmhq.format.json.JsonException;
import dmhq.format.json.JsonReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The folders of a player's sessions, as {@code DMHQ_HOME} knows them: a small file for each. */
public final class KnownSessions {

    private static final Codec<Known> CODEC = Codec.of(Known.class);

    /** The form of a file. */
    public record Known(String folder) {}

    private final Surroundings surroundings;
    private final Disk disk;
    private final Path home;

    /** Opens the list of whoever has these surroundings. */
    public KnownSessions(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.disk = surroundings.disk();
        this.home = surroundings.home();
    }

    /**
     * Returns the folders that are known, by their names; those that are not there any more too.
     *
     * @throws Refusal if a file of the list is damaged
     */
    public SortedSet<Path> folders() throws Refusal, IOException {
        SortedSet<Path> folders = new TreeSet<>();
        for (Path file : disk.list(list())) {
            try {
                folders.add(home.getFileSystem()
                        .getPath(CODEC.decode(JsonReader.read(Bytes.of(disk.read(file))))
                                .folder()));
            } catch (JsonException e) {
                throw new Refusal(file.toString(), e, "remove it; any command in that session's folder makes it again");
            }
        }
        return Collections.unmodifiableSortedSet(folders);
    }

    /**
     * Returns a folder that holds a session, as whoever something is for has it.
     *
     * @param to for whom it is; null where nothing says
     * @throws Refusal if a file of the list is damaged
     */
    Optional<Path> of(SessionId session, @Nullable Party to) throws Refusal, IOException {
        for (Path folder : folders()) {
            if (Workspace.isOne(disk, folder) && isOf(session, to, Workspace.open(surroundings, folder))) {
                return Optional.of(folder);
            }
        }
        return Optional.empty();
    }

    /** A folder whose file is damaged says so to who works in it. */
    private static boolean isOf(SessionId session, @Nullable Party to, Workspace workspace) throws IOException {
        try {
            Place place = workspace.place();
            return place.session().equals(session)
                    && (to == null || (to.isHost() ? place.host() : to.seat().equals(place.seat())));
        } catch (Refusal e) {
            return false;
        }
    }

    /** Puts a folder on the list, if it is not there. */
    void remember(Path folder) throws IOException {
        Path file = file(folder);
        if (!disk.exists(file)) {
            disk.write(file, CODEC.canonical(new Known(absolute(folder))).toArray());
        }
    }

    /**
     * Takes a folder off the list; the folder itself stays as it is.
     *
     * @throws Refusal if it is not on the list
     */
    public void forget(Path folder) throws Refusal, IOException {
        if (!disk.exists(file(folder))) {
            throw new Refusal("no session is known in " + absolute(folder) + "; dmhq games names those that are");
        }
        disk.remove(file(folder));
    }

    private Path file(Path folder) {
        Digest name = Digest.of(Bytes.of(absolute(folder).getBytes(StandardCharsets.UTF_8)));
        return list().resolve(name + ".json");
    }

    private Path list() {
        return home.resolve("sessions");
    }

    private static String absolute(Path folder) {
        return folder.toAbsolutePath().normalize().toString();
    }
}

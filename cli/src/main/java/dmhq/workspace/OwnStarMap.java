package dmhq.workspace;

import dmhq.mekhq.StarMapFiles;
import dmhq.mekhq.stars.StarMap;
import dmhq.mekhq.stars.StarMapException;
import dmhq.mekhq.stars.StarSystem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The star map of the MekHQ that this player has.
 *
 * @param folder the one that MekHQ was named by
 */
public record OwnStarMap(Path folder, StarMap map) {

    private static final int MOST_OFFERED = 6;

    /**
     * Finds the map, and remembers the folder and the map for the next time.
     *
     * @param mekhq the folder that is named now, which counts before {@code MEKHQ_HOME}, as that does before the one
     *     remembered; null where none is
     * @throws Refusal if no MekHQ is known, or the one that counts has no star map that can be read
     */
    public static OwnStarMap find(Surroundings surroundings, @Nullable Path mekhq) throws Refusal, IOException {
        MekhqFolder known = new MekhqFolder(surroundings, mekhq);
        Path folder = known.path();
        try {
            StarMap map = read(StarMapFiles.in(folder), new StarMapCache(surroundings.disk(), surroundings.home()));
            known.remember(folder);
            return new OwnStarMap(folder, map);
        } catch (StarMapException e) {
            throw new Refusal("no star map can be read from " + folder, e, known.cure());
        }
    }

    private static StarMap read(StarMapFiles files, StarMapCache cache) throws StarMapException, IOException {
        String state = files.state();
        Optional<StarMap> kept = cache.read(state);
        if (kept.isPresent()) {
            return kept.get();
        }
        StarMap map = files.read();
        cache.keep(state, map);
        return map;
    }

    /**
     * Returns a system by the id that MekHQ has for it.
     *
     * @throws Refusal if there is none of that id, with those that may have been meant
     */
    public StarSystem system(String id) throws Refusal {
        return map.system(id).orElseThrow(() -> new Refusal(unknown(id)));
    }

    /** Returns the sentence that there is no system of an id, with those that may have been meant. */
    public String unknown(String id) {
        List<String> alike = map.idsLike(id);
        int others = alike.size() - MOST_OFFERED;
        return "the star map of " + folder + " knows no system '" + id + "'; "
                + (alike.isEmpty()
                        ? "name it as your MekHQ does"
                        : "it has '"
                                + String.join(
                                        "', '",
                                        alike.stream().limit(MOST_OFFERED).toList())
                                + "'" + (others > 0 ? " and " + others + " more that begin so" : ""));
    }
}

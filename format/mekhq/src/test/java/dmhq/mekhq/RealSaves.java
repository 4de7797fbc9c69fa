package dmhq.mekhq;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/**
 * Real campaigns, and what MekHQ itself had in memory after loading them. They are not part of this
 * project: they lie in {@code data/mekhq} of the folder that the environment variable {@code
 * DMHQ_SHARED} names, or of a folder {@code shared} beside the project.
 */
public final class RealSaves {

    private static final Map<String, Save> READ = new LinkedHashMap<>();

    private RealSaves() {}

    /** Returns the folder; without it the test is skipped, or fails where CI is {@code true}. */
    public static Path folder() {
        Path folder = shared() == null ? Path.of("shared", "data", "mekhq") : shared().resolve("data/mekhq");
        if (!Files.isDirectory(folder)) {
            String missing = "the real saves are missing: no folder " + folder
                    + "; set DMHQ_SHARED to the folder that holds data/mekhq";
            if ("true".equals(System.getenv("CI"))) {
                fail(missing);
            }
            Assumptions.abort("skipped, because " + missing);
        }
        return folder;
    }

    public static byte[] file(String name) throws IOException {
        return Files.readAllBytes(folder().resolve(name));
    }

    /** Returns a save. It is read once and then kept, as it is a value and reading the largest takes seconds. */
    public static synchronized Save read(String name) throws IOException, SaveException {
        Save read = READ.get(name);
        if (read == null) {
            read = Save.read(file(name));
            READ.put(name, read);
        }
        return read;
    }

    /** Returns all saves, in the order of their names. */
    public static List<String> all() throws IOException {
        try (Stream<Path> files = Files.list(folder())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".cpnx") || name.endsWith(".cpnx.gz"))
                    .sorted()
                    .toList();
        }
    }

    /** Returns the saves that MekHQ's own view of them lies beside. */
    public static List<String> withTruth() throws IOException {
        Path folder = folder();
        return all().stream()
                .filter(name -> Files.exists(folder.resolve(truthOf(name))))
                .toList();
    }

    /** Returns MekHQ's own view of the campaign: {@code id} and every name with its value. */
    public static Map<String, String> truth(String save) throws IOException {
        return truthLines(save, "campaign").get(0);
    }

    /** Returns MekHQ's own view of all lines of one kind, in the file's order. */
    public static List<Map<String, String>> truthLines(String save, String kind) throws IOException {
        return new String(Fixtures.gunzip(file(truthOf(save))), UTF_8)
                .lines()
                .filter(line -> line.startsWith(kind + "\t"))
                .map(RealSaves::values)
                .toList();
    }

    private static Map<String, String> values(String line) {
        String[] cells = line.split("\t", -1);
        var values = new LinkedHashMap<String, String>();
        values.put("id", cells[1]);
        for (String cell : List.of(cells).subList(2, cells.length)) {
            int at = cell.indexOf('=');
            values.put(cell.substring(0, at), cell.substring(at + 1));
        }
        return values;
    }

    private static String truthOf(String save) {
        return save.replaceFirst("\\.cpnx(\\.gz)?$", ".truth.tsv.gz");
    }

    private static @Nullable Path shared() {
        String named = System.getenv("DMHQ_SHARED");
        if (named != null && !named.isBlank()) {
            return Path.of(named);
        }
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve("shared/data/mekhq"))) {
                return at.resolve("shared");
            }
        }
        return null;
    }
}

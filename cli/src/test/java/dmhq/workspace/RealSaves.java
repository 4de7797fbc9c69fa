package dmhq.workspace;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.fail;

import dmhq.mekhq.Save;
import dmhq.mekhq.edit.Edit;
import dmhq.mekhq.facts.TransactionKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/**
 * Copies of real campaigns. They are not part of this project: they lie in {@code data/mekhq} of the
 * folder that the environment variable {@code DMHQ_SHARED} names, or of a folder {@code shared}
 * beside the project.
 */
final class RealSaves {

    private RealSaves() {}

    static Path copy(String name, Path folder) throws Exception {
        Files.createDirectories(folder);
        return Files.copy(real(name), folder.resolve(name));
    }

    /** Copies a save and books the money into it that the campaign begins with. */
    static Path funded(String name, long funds, Path folder) throws Exception {
        Save save = Save.read(Files.readAllBytes(real(name)));
        Edit capital = new Edit.Wire(TransactionKind.STARTING_CAPITAL, funds, "Starting capital");
        Files.createDirectories(folder);
        return Files.write(folder.resolve(name), save.with(List.of(capital)).file());
    }

    /** Stands in for MekHQ: the campaign is played up to a date and saved under a new name. */
    static Path played(Path save, String date, String name) throws Exception {
        return changed(save, "calendar", date, name);
    }

    /** Stands in for MekHQ: the first word of a fact is another, and the campaign saved under a new name. */
    static Path changed(Path save, String fact, String word, String name) throws Exception {
        String text = Files.readString(save, ISO_8859_1);
        String changed = text.replaceFirst("(<" + fact + ">)[^< ]+", "$1" + word);
        if (changed.equals(text)) {
            throw new IllegalArgumentException(save + " has no other <" + fact + "> than " + word);
        }
        return Files.writeString(save.resolveSibling(name), changed, ISO_8859_1);
    }

    /** Without the saves the test is skipped, or fails where CI is {@code true}. */
    private static Path real(String name) {
        Path file = shared().resolve("data/mekhq").resolve(name);
        if (!Files.exists(file)) {
            String missing =
                    "the real saves are missing: no " + file + "; set DMHQ_SHARED to the folder that holds data/mekhq";
            if ("true".equals(System.getenv("CI"))) {
                fail(missing);
            }
            Assumptions.abort("skipped, because " + missing);
        }
        return file;
    }

    private static Path shared() {
        String named = System.getenv("DMHQ_SHARED");
        if (named != null && !named.isBlank()) {
            return Path.of(named);
        }
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve("shared/data/mekhq"))) {
                return at.resolve("shared");
            }
        }
        return Path.of("shared");
    }
}

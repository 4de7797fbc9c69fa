package dmhq.workspace;

import static java.nio.charset.StandardCharsets.UTF_8;

import dmhq.mekhq.Save;
import dmhq.mekhq.facts.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Copies of the saves in {@code samples/saves}, all three on the same day. */
final class SampleSaves {

    private SampleSaves() {}

    static Path copy(String name, Path folder) throws IOException {
        Files.createDirectories(folder);
        return Files.copy(project().resolve("samples/saves").resolve(name), folder.resolve(name));
    }

    /** Returns Marl, the host with 5,000,000 C-bills, Corrigan with 2,745,700, and Dovre with none, at record 1; Dovre in another team. */
    static Table seated(Path root, long seed) throws Exception {
        Path saves = root.resolve("saves");
        return Table.seated(
                root,
                seed,
                List.of(
                        new Table.Seat("marl", 1, copy("lanterns-host.cpnx", saves)),
                        new Table.Seat("corrigan", 1, copy("corrigan.cpnx", saves)),
                        new Table.Seat("dovre", 2, copy("dovrefjell.cpnx", saves))));
    }

    /** Stands in for MekHQ: the campaign is played up to a date and saved under a new name. */
    static Path played(Path save, String date, String name) throws IOException {
        String text = Files.readString(save, UTF_8);
        String later = text.replaceFirst("<calendar>[0-9-]{10}", "<calendar>" + date);
        return Files.writeString(save.resolveSibling(name), later, UTF_8);
    }

    /**
     * Stands in for MekHQ: the campaign is played to 2 January 3026. On the day before, all transactions
     * became one.
     */
    static Path pastNewYear(Path save, String name) throws Exception {
        Save before = Save.read(Files.readAllBytes(save));
        String carried = before.shape() == Shape.D
                ? "<type>CARRYOVER</type><date>3026-01-01</date><amount>" + before.funds() + " CSB</amount>"
                : "<amount>" + before.funds() + "</amount><category>8</category><date>3026-01-01 12:00:00</date>";
        String folded = Files.readString(save, UTF_8)
                .replaceFirst(
                        "(?s)<transaction>.*</transaction>",
                        "<transaction>" + carried
                                + "<description>Carryover from previous year</description></transaction>");
        return played(Files.writeString(save.resolveSibling(name), folded, UTF_8), "3026-01-02", name);
    }

    private static Path project() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve("samples/saves"))) {
                return at;
            }
        }
        throw new IllegalStateException(
                "no folder samples/saves above " + Path.of("").toAbsolutePath());
    }
}

package dmhq.workspace;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** A save that was written for a player, held against the one it was made from. */
final class SettledSave {

    private SettledSave() {}

    /**
     * Returns the lines that are new, stripped; the other lines must be those of the old save in their
     * order.
     */
    static List<String> added(Path before, Path after) throws IOException {
        List<String> old = lines(before);
        List<String> added = new ArrayList<>();
        int next = 0;
        for (String line : lines(after)) {
            if (next < old.size() && line.equals(old.get(next))) {
                next++;
            } else {
                added.add(line.strip());
            }
        }
        if (next < old.size()) {
            throw new AssertionError(after + " lacks line " + (next + 1) + " of " + before + ": " + old.get(next));
        }
        return added;
    }

    /** Beside the transactions of these amounts and report lines, the new save is the old one. */
    static void assertOnlySettled(Path before, Path after, String... amounts) throws IOException {
        List<String> added = added(before, after);
        assertThat(added)
                .filteredOn(line -> line.contains("<amount>"))
                .extracting(line -> line.replaceAll("</?amount>", ""))
                .containsExactly(amounts);
        assertThat(added)
                .filteredOn(line -> line.startsWith("<description>"))
                .hasSize(amounts.length)
                .allSatisfy(line -> assertThat(line).contains("[border-war-"));
        assertThat(added)
                .filteredOn(line -> line.contains("<reportLine>"))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).contains("C-bills"));
        assertThat(added)
                .allSatisfy(line -> assertThat(line)
                        .matches("</?transaction>|<(amount|description|date|type|category|reportLine)>.*"));
    }

    private static List<String> lines(Path save) throws IOException {
        byte[] file = Files.readAllBytes(save);
        byte[] xml = save.toString().endsWith(".gz")
                ? new GZIPInputStream(new ByteArrayInputStream(file)).readAllBytes()
                : file;
        return List.of(new String(xml, UTF_8).split("\n", -1));
    }
}

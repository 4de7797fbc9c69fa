package dmhq.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dmhq.format.container.Container;
import dmhq.format.container.ContainerException;
import dmhq.format.container.ContainerReader;
import dmhq.format.container.ContainerWriter;
import dmhq.format.container.Entry;
import dmhq.format.container.Limits;
import dmhq.format.sealing.Seal;
import dmhq.format.sealing.SealException;
import dmhq.format.sealing.SealingKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What happens to files between two commands: by the mail, by MekHQ, by a forger. Each is a word and
 * the files it is done to, named from the root.
 */
final class Bench {

    private static final String CALENDAR = "(<calendar>)\\d{4}-\\d{2}-\\d{2}";
    private static final String CAPITAL = "(<amount>)\\d+";

    private final Path root;

    Bench(Path root) {
        this.root = root;
    }

    /** Does it; returns what is to be seen of it. */
    String run(List<String> words) throws IOException {
        Path file = root.resolve(words.get(1));
        switch (words.get(0)) {
            case "list" -> {
                return listing(file);
            }
            case "copy" -> Files.copy(file, root.resolve(words.get(2)));
            case "move" -> Files.move(file, root.resolve(words.get(2)));
            case "remove" -> Files.delete(file);
            case "cut" -> write(file, Arrays.copyOf(Files.readAllBytes(file), (int) (Files.size(file) / 2)));
            case "flip" -> flip(file);
            case "write" -> write(file, words.get(2).getBytes(StandardCharsets.UTF_8));
            case "replace" -> replace(file, words.get(2), words.get(3), file);
            case "play" -> replace(file, CALENDAR, "$1" + words.get(2), root.resolve(words.get(3)));
            case "spend" -> replace(file, CAPITAL, "$1" + words.get(2), root.resolve(words.get(3)));
            case "leave-out" -> edit(file, words.get(2), null, root.resolve(words.get(3)));
            case "graft" -> edit(file, words.get(2), root.resolve(words.get(3)), root.resolve(words.get(4)));
            case "unseal" -> write(root.resolve(words.get(3)), opened(file, words.get(2)));
            default -> throw new IllegalArgumentException("a script cannot " + words.get(0));
        }
        return "";
    }

    private static String listing(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return "(there is no such folder)\n";
        }
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName() + "\n").sorted().collect(Collectors.joining());
        }
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }

    /** Turns one bit in the middle, as a bad cable does. */
    private static void flip(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
    }

    private static void replace(Path from, String pattern, String by, Path to) throws IOException {
        String text = Files.readString(from);
        String changed = text.replaceFirst(pattern, by);
        assertThat(changed).as(from + " has something to replace").isNotEqualTo(text);
        Files.writeString(to, changed);
    }

    /** Leaves an entry out of an archive, or takes the one of that name from another archive. */
    private static void edit(Path file, String entry, @Nullable Path donor, Path to) throws IOException {
        Map<String, Entry> entries = new LinkedHashMap<>(container(file).entries());
        assertThat(entries).containsKey(entry);
        entries.remove(entry);
        if (donor != null) {
            entries.put(entry, container(donor).find(entry).orElseThrow());
        }
        write(to, ContainerWriter.write(new Container(entries)));
    }

    private static Container container(Path file) throws IOException {
        try {
            return ContainerReader.read(Files.readAllBytes(file), Limits.usual());
        } catch (ContainerException e) {
            throw new IllegalArgumentException(file + " is no archive", e);
        }
    }

    private byte[] opened(Path file, String player) throws IOException {
        try {
            String key = Files.readString(root.resolve("homes").resolve(player).resolve("identity/sealing_key"));
            return Seal.open(Files.readAllBytes(file), SealingKey.parse(key.strip()), Integer.MAX_VALUE);
        } catch (SealException e) {
            throw new IllegalArgumentException(player + " cannot open " + file, e);
        }
    }
}

package dmhq.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A page of {@code dmhq help}, of at most 80 columns. Its first line is the name and a title; what is
 * indented below stands as it is, all else is paragraphs.
 *
 * @param text all of it
 */
record Topic(String name, String text) {

    /** Their names, in the order in which one reads them. */
    static final List<String> NAMES = List.of("session", "turn", "keys", "post", "mail", "apply", "json", "exit-codes");

    /** Returns all pages, in the order in which one reads them. */
    static List<Topic> all() {
        return NAMES.stream().map(Topic::read).toList();
    }

    /** Returns the page of that name, if there is one. */
    static Optional<Topic> named(String name) {
        return NAMES.contains(name) ? Optional.of(read(name)) : Optional.empty();
    }

    /** Returns the names of all pages as a sentence lists them. */
    static String names() {
        return String.join(", ", NAMES);
    }

    /** Returns what it is about, without a full stop. */
    String title() {
        return text.substring(name.length() + 2, text.indexOf('\n'));
    }

    /** Returns what stands below the title. */
    List<String> lines() {
        return text.lines().skip(2).toList();
    }

    private static Topic read(String name) {
        try (InputStream file = Topic.class.getResourceAsStream("topics/" + name + ".txt")) {
            return new Topic(name, new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException("the jar holds its pages", e);
        }
    }
}

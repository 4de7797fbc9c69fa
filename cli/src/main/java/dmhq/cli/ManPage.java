package dmhq.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * A page of the manual, made of what {@code --help} and {@code dmhq help} say.
 *
 * @param name such as {@code dmhq-plan}
 * @param section 1 for commands, 7 for topics
 * @param text in roff
 */
record ManPage(String name, int section, String text) {

    private static final String EXAMPLE = "Example: ";

    /** Returns the page of a command. */
    static ManPage of(CommandSpec command) {
        String name = name(command);
        Roff page = begun(name, 1, Shown.sentence(command));
        page.heading("SYNOPSIS").asTheyAre(synopsis(command));
        page.heading("DESCRIPTION").paragraph(List.of(command.usageMessage().description()));
        terms(page, "ARGUMENTS", arguments(command));
        terms(page, "OPTIONS", Shown.options(command).map(ManPage::term));
        terms(page, "COMMANDS", Shown.below(command).map(each -> new Term(each.name(), Shown.sentence(each))));
        footer(page, List.of(command.usageMessage().footer()));
        page.heading("SEE ALSO").paragraph(List.of(related(command)));
        return new ManPage(name, 1, page.toString());
    }

    /** Returns the page of a topic. */
    static ManPage of(Topic topic) {
        String name = "dmhq-" + topic.name();
        Roff page = begun(name, 7, topic.title());
        page.heading("DESCRIPTION");
        text(page, topic.lines());
        page.heading("SEE ALSO").paragraph(List.of("dmhq(1)"));
        return new ManPage(name, 7, page.toString());
    }

    /** Returns the name of its file below the folder of all pages. */
    String file() {
        return "man" + section + "/" + name + "." + section;
    }

    private record Term(String word, String meaning) {}

    private static Roff begun(String name, int section, String sentence) {
        Roff page = new Roff().title(name.toUpperCase(Locale.ROOT), section, "dmhq " + Version.number());
        // Where the pages are listed, a name is parted from its line by this one hyphen.
        return page.heading("NAME").line(name + " - " + sentence.replaceFirst("\\.$", ""));
    }

    private static String name(CommandSpec command) {
        return command.qualifiedName("-");
    }

    private static List<String> synopsis(CommandSpec command) {
        return new Help(command, Help.defaultColorScheme(Ansi.OFF))
                .synopsis(0)
                .lines()
                .toList();
    }

    private static Stream<Term> arguments(CommandSpec command) {
        return command.positionalParameters().stream()
                .filter(each -> !each.hidden())
                .map(each -> new Term(each.paramLabel(), String.join(" ", each.description())));
    }

    private static Term term(OptionSpec option) {
        String value = option.arity().max() > 0 ? " " + option.paramLabel() : "";
        return new Term(
                Arrays.stream(option.names()).map(name -> name + value).collect(Collectors.joining(", ")),
                String.join(" ", option.description()));
    }

    private static void terms(Roff page, String heading, Stream<Term> terms) {
        List<Term> all = terms.toList();
        if (!all.isEmpty()) {
            page.heading(heading);
            all.forEach(each -> page.term(each.word(), each.meaning()));
        }
    }

    /** What stands below the options of {@code --help}: examples, and what else is to be said. */
    private static void footer(Roff page, List<String> lines) {
        List<String> notes = new ArrayList<>();
        List<String> examples = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith(EXAMPLE)) {
                examples.add(line.substring(EXAMPLE.length()));
            } else if (!examples.isEmpty()) {
                examples.add("    " + line.strip());
            } else if (!line.isEmpty()) {
                notes.add(line);
            }
        }
        if (!notes.isEmpty()) {
            page.heading("NOTES");
            text(page, notes);
        }
        if (!examples.isEmpty()) {
            page.heading("EXAMPLES").asTheyAre(examples);
        }
    }

    /** Fills what is prose; what is indented, or aligned with spaces, stands as it is. */
    private static void text(Roff page, List<String> lines) {
        List<String> together = new ArrayList<>();
        boolean aligned = false;
        for (String line : lines) {
            if (!together.isEmpty() && (line.isEmpty() || line.contains("  ") != aligned)) {
                add(page, together, aligned);
                together.clear();
            }
            if (!line.isEmpty()) {
                aligned = line.contains("  ");
                together.add(line);
            }
        }
        add(page, together, aligned);
    }

    private static void add(Roff page, List<String> lines, boolean aligned) {
        if (aligned) {
            page.asTheyAre(lines);
        } else if (!lines.isEmpty()) {
            page.paragraph(lines);
        }
    }

    private static String related(CommandSpec command) {
        if (command.parent() == null) {
            return Topic.all().stream()
                    .map(topic -> "dmhq-" + topic.name() + "(7)")
                    .collect(Collectors.joining(", "));
        }
        return name(command.parent()) + "(1)"
                + Topic.named(command.name())
                        .map(topic -> ", dmhq-" + topic.name() + "(7)")
                        .orElse("");
    }
}

package dmhq.cli;

import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What people are shown of the commands: nothing that is hidden. */
final class Shown {

    private Shown() {}

    /** Returns the commands that stand under one. */
    static Stream<CommandSpec> below(CommandSpec command) {
        return command.subcommands().values().stream()
                .map(CommandLine::getCommandSpec)
                .filter(each -> !each.usageMessage().hidden());
    }

    /** Returns a command and all that stand under it, at any depth. */
    static Stream<CommandSpec> all(CommandSpec command) {
        return Stream.concat(Stream.of(command), below(command).flatMap(Shown::all));
    }

    /** Returns a command's options, in the order of their long names. */
    static Stream<OptionSpec> options(CommandSpec command) {
        return command.options().stream()
                .filter(option -> !option.hidden())
                .sorted((one, other) -> one.longestName().compareTo(other.longestName()));
    }

    /** Returns the words that may stand behind a command, where only some may: the topics of help. */
    static Stream<String> words(CommandSpec command) {
        return command.positionalParameters().stream()
                .filter(each -> each.completionCandidates() != null)
                .flatMap(
                        each -> StreamSupport.stream(each.completionCandidates().spliterator(), false));
    }

    /** Returns what a command does, in one sentence. */
    static String sentence(CommandSpec command) {
        return sentence(command.usageMessage().description());
    }

    /** Returns the first sentence of a description; nothing where there is none. */
    static String sentence(String[] description) {
        return description.length == 0 ? "" : description[0];
    }
}

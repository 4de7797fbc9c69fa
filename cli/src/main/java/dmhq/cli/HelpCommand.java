package dmhq.cli;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dmhq help}: a page on a topic, or how a command is used. */
@Command(
        name = "help",
        description = "Show a page on a topic, or how a command is used.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Topics: session, turn, keys, post, mail, apply, json, exit-codes. A topic goes before a command of its name.",
            "Example: dmhq help turn",
            "Example: dmhq help identity new"
        })
final class HelpCommand implements Callable<Integer> {

    /** What a shell offers behind {@code help}: all topics, and the commands that are none. */
    static final class Pages implements Iterable<String> {

        @Override
        public Iterator<String> iterator() {
            return Stream.concat(Topic.NAMES.stream(), Commands.NAMES.stream().filter(name -> !name.equals("manual")))
                    .distinct()
                    .iterator();
        }
    }

    @Parameters(
            arity = "0..*",
            paramLabel = "TOPIC|COMMAND",
            description = "A topic, or a command.",
            completionCandidates = Pages.class)
    private List<String> words = new ArrayList<>();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private final Terminal terminal;

    HelpCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Optional<Topic> topic = words.size() == 1 ? Topic.named(words.get(0)) : Optional.empty();
        if (topic.isPresent()) {
            terminal.printExactly(topic.get().text().stripTrailing());
            return ExitCode.DONE;
        }
        CommandLine command = command();
        if (command == null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "'" + String.join(" ", words) + "' is neither a topic nor a command; the topics are "
                            + Topic.names());
        }
        command.usage(terminal.out());
        return ExitCode.DONE;
    }

    private @Nullable CommandLine command() {
        CommandLine command = spec.root().commandLine();
        for (String word : words) {
            command = command == null ? null : command.getSubcommands().get(word);
        }
        return command;
    }
}

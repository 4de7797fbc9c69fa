package dmhq.cli;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/**
 * The commands of dmhq. To make one takes picocli as long as Java needs to start, so that a command line
 * gets only the one it names.
 */
final class Commands {

    /** Their names, in the order in which help lists them, and the one that it does not list. */
    static final List<String> NAMES = List.of(
            "identity",
            "new",
            "invite",
            "join",
            "fetch",
            "plan",
            "submit",
            "resolve",
            "watch",
            "host",
            "status",
            "games",
            "log",
            "replay",
            "leave",
            "close",
            "show",
            "verify",
            "compare",
            "recover",
            "doctor",
            "apply",
            "export",
            "jumps",
            "completion",
            "help",
            "manual");

    /** Those that speak of all others. */
    private static final List<String> OF_ALL = List.of("completion", "help", "manual");

    private Commands() {}

    /** Adds the command that the arguments name, or all where they name none, or one that speaks of all. */
    static void addTo(CommandLine line, IFactory factory, List<String> arguments) {
        if (arguments.equals(List.of("--version"))) {
            return;
        }
        Optional<String> one = named(arguments).filter(name -> !OF_ALL.contains(name));
        for (String name : one.map(List::of).orElse(NAMES)) {
            line.addSubcommand(name, new CommandLine(command(name), factory));
        }
    }

    private static Optional<String> named(List<String> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            String word = arguments.get(i);
            if (word.equals("-C")) {
                i++;
            } else if (!word.equals("--quiet")) {
                return Optional.of(word).filter(NAMES::contains);
            }
        }
        return Optional.empty();
    }

    /** A switch, since a table would load them all. */
    private static Class<?> command(String name) {
        return switch (name) {
            case "identity" -> IdentityCommand.class;
            case "new" -> NewCommand.class;
            case "invite" -> InviteCommand.class;
            case "join" -> JoinCommand.class;
            case "fetch" -> FetchCommand.class;
            case "plan" -> PlanCommand.class;
            case "submit" -> SubmitCommand.class;
            case "resolve" -> ResolveCommand.class;
            case "watch" -> WatchCommand.class;
            case "host" -> HostCommand.class;
            case "status" -> StatusCommand.class;
            case "games" -> GamesCommand.class;
            case "log" -> LogCommand.class;
            case "replay" -> ReplayCommand.class;
            case "leave" -> LeaveCommand.class;
            case "close" -> CloseCommand.class;
            case "show" -> ShowCommand.class;
            case "verify" -> VerifyCommand.class;
            case "compare" -> CompareCommand.class;
            case "doctor" -> DoctorCommand.class;
            case "recover" -> RecoverCommand.class;
            case "apply" -> ApplyCommand.class;
            case "export" -> ExportCommand.class;
            case "jumps" -> JumpsCommand.class;
            case "completion" -> CompletionCommand.class;
            case "help" -> HelpCommand.class;
            case "manual" -> ManualCommand.class;
            default -> throw new IllegalArgumentException("there is no command " + name);
        };
    }
}

package dmhq.cli;

import dmhq.format.signing.SignerUnavailableException;
import dmhq.workspace.Refusal;
import dmhq.workspace.RuleJars;
import dmhq.workspace.Surroundings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The whole program with its surroundings given. */
final class Dmhq {

    private final Terminal terminal;

    Dmhq(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Runs one command line and returns the exit code. */
    int run(List<String> arguments) {
        Surroundings given = terminal.surroundings();
        given.mail().tell((mails, folder) -> terminal.remark(looking(mails, folder)));
        try (RuleJars jars = RuleJars.open(given.disk(), given.home())) {
            jars.faults().forEach(terminal::complain);
            return jars.using(() -> commandLine(arguments).execute(arguments.toArray(String[]::new)));
        } catch (IOException | RuntimeException e) {
            return failed(e);
        } catch (LinkageError e) {
            return crashed(e);
        }
    }

    private static String looking(int mails, String folder) {
        return String.format(
                Locale.ROOT,
                "Looking through %,d mails of %s once; that may take a few minutes.",
                mails,
                Quoted.of(folder));
    }

    /** Returns what reads such arguments; all commands are in it where there are none. */
    CommandLine commandLine(List<String> arguments) {
        IFactory factory = factory();
        CommandLine line = new CommandLine(Root.class, factory);
        Commands.addTo(line, factory, arguments);
        line.setOut(terminal.out());
        line.setErr(terminal.err());
        line.setExecutionExceptionHandler((failure, command, result) -> failed(failure));
        line.setParameterExceptionHandler(usage());
        line.setUsageHelpWidth(terminal.helpWidth());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.registerConverter(Path.class, terminal.folder().getFileSystem()::getPath);
        // What follows the turn is read by the options of that turn's own rules.
        CommandLine plan = line.getSubcommands().get("plan");
        if (plan != null) {
            plan.setStopAtPositional(true);
        }
        return line;
    }

    /** Commands are made with the terminal they work at. */
    private IFactory factory() {
        return new IFactory() {
            @Override
            public <K> K create(Class<K> type) throws Exception {
                for (var constructor : type.getDeclaredConstructors()) {
                    if (constructor.getParameterCount() == 1 && constructor.getParameterTypes()[0] == Terminal.class) {
                        return type.cast(constructor.newInstance(terminal));
                    }
                }
                return CommandLine.defaultFactory().create(type);
            }
        };
    }

    private IParameterExceptionHandler usage() {
        return (ParameterException failure, String[] arguments) -> {
            terminal.complain(strippedOfStop(sentence(failure)));
            terminal.cure("See: " + failure.getCommandLine().getCommandSpec().qualifiedName() + " --help");
            return ExitCode.USAGE;
        };
    }

    private static String sentence(ParameterException failure) {
        if (failure instanceof UnmatchedArgumentException unmatched
                && !unmatched.getUnmatched().get(0).startsWith("-")) {
            return "'" + unmatched.getUnmatched().get(0) + "' has no meaning here";
        }
        return String.valueOf(failure.getMessage()).replace("is not an int", "is not a whole number, or is too large");
    }

    private int failed(Exception failure) {
        if (failure instanceof Refusal || failure instanceof SignerUnavailableException) {
            terminal.complain(strippedOfStop(failure.getMessage()));
            return ExitCode.REFUSED;
        } else if (failure instanceof NoSuchFileException) {
            terminal.complain("there is no file " + failure.getMessage());
            terminal.cure("Check its name, and the folder you are in.");
            return ExitCode.REFUSED;
        } else if (failure instanceof AccessDeniedException) {
            terminal.complain("you may not use the file " + failure.getMessage());
            terminal.cure("Ask its owner, or close the program that holds it.");
            return ExitCode.REFUSED;
        } else if (failure instanceof IOException) {
            terminal.complain("the disk refused: " + strippedOfStop(failure.getMessage()));
            terminal.cure("Check that you named files where files are meant, and that the disk has room.");
            return ExitCode.REFUSED;
        }
        return crashed(failure);
    }

    private int crashed(Throwable failure) {
        Path file = terminal.surroundings()
                .home()
                .resolve("failures")
                .resolve(terminal.surroundings().now().toString().replace(':', '-') + ".txt");
        // The trace is for whoever mends the bug; the person at the terminal gets one sentence.
        var trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        try {
            terminal.surroundings().disk().writeSecret(file, trace.toString().getBytes(StandardCharsets.UTF_8));
            terminal.complain("an internal failure, which is a bug of dmhq; what happened is written to " + file);
        } catch (IOException | RuntimeException e) {
            terminal.complain("an internal failure, which is a bug of dmhq: " + failure);
        }
        terminal.cure("Please report it with that; running the command again does no harm.");
        return ExitCode.FAILED;
    }

    private static String strippedOfStop(@Nullable String sentence) {
        return String.valueOf(sentence).replaceFirst("\\.$", "");
    }
}

package dmhq.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dmhq manual}: writes the pages for man(1); the build runs it. */
@Command(
        name = "manual",
        description = "Write the manual into a folder: man1 for commands, man7 for topics.",
        mixinStandardHelpOptions = true,
        hidden = true)
final class ManualCommand implements Callable<Integer> {

    private static final int COLUMNS = 72;

    @Parameters(paramLabel = "DIR", description = "The folder.")
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private final Terminal terminal;

    ManualCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        spec.root().commandLine().setUsageHelpWidth(COLUMNS);
        List<ManPage> pages = Stream.concat(
                        Shown.all(spec.root()).map(ManPage::of),
                        Topic.all().stream().map(ManPage::of))
                .toList();
        Path all = terminal.folder().resolve(folder);
        for (ManPage page : pages) {
            terminal.surroundings()
                    .disk()
                    .write(all.resolve(page.file()), page.text().getBytes(StandardCharsets.UTF_8));
        }
        terminal.say("Wrote " + Counted.of(pages.size(), "page") + " to " + folder + ".");
        return ExitCode.DONE;
    }
}

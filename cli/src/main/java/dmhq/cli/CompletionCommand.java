package dmhq.cli;

import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dmhq completion}: what makes a shell complete the words of dmhq. */
@Command(
        name = "completion",
        description = "Print a script that makes your shell complete commands and options of dmhq.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "bash, zsh:   source <(dmhq completion bash), in ~/.bashrc or ~/.zshrc",
            "fish:        dmhq completion fish > ~/.config/fish/completions/dmhq.fish",
            "PowerShell:  dmhq completion powershell >> $PROFILE",
            "Example: dmhq completion bash"
        })
final class CompletionCommand implements Callable<Integer> {

    /** The shells that scripts are made for; that of bash serves zsh too. */
    enum Shell {
        BASH,
        ZSH,
        FISH,
        POWERSHELL;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Parameters(paramLabel = "SHELL", description = "One of bash, zsh, fish, powershell.")
    @SuppressWarnings("NullAway.Init")
    private Shell shell;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private final Terminal terminal;

    CompletionCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        CommandLine root = spec.root().commandLine();
        String script = switch (shell) {
            case BASH, ZSH -> AutoComplete.bash("dmhq", root);
            case FISH -> Completion.fish(root.getCommandSpec());
            case POWERSHELL -> Completion.powerShell(root.getCommandSpec());
        };
        terminal.printExactly(script.stripTrailing());
        return ExitCode.DONE;
    }
}

package dmhq.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;

/** Completion scripts for the shells that picocli makes none for, from the commands as they are. */
final class Completion {

    private Completion() {}

    /** Returns the script for fish: commands and options, each with its first sentence. */
    static String fish(CommandSpec root) {
        List<String> lines = new ArrayList<>();
        addFish(root, List.of(), lines);
        return String.join("\n", lines) + "\n";
    }

    private static void addFish(CommandSpec command, List<String> path, List<String> lines) {
        List<CommandSpec> below = Shown.below(command).toList();
        String here = fishCondition(path, below);
        for (CommandSpec each : below) {
            lines.add("complete -c dmhq" + here + " -f -a " + each.name() + " -d " + quoted(Shown.sentence(each)));
        }
        Shown.options(command)
                .forEach(option -> lines.add("complete -c dmhq" + here
                        + Arrays.stream(option.names())
                                .map(Completion::fishName)
                                .collect(Collectors.joining())
                        + (option.arity().max() > 0 ? " -r" : "") + " -d "
                        + quoted(Shown.sentence(option.description()))));
        Shown.words(command).forEach(word -> lines.add("complete -c dmhq" + here + " -f -a " + word));
        for (CommandSpec each : below) {
            addFish(each, Stream.concat(path.stream(), Stream.of(each.name())).toList(), lines);
        }
    }

    /** All words of the path have been typed, and none of those that may follow it. */
    private static String fishCondition(List<String> path, List<CommandSpec> below) {
        if (path.isEmpty()) {
            return " -n __fish_use_subcommand";
        }
        String seen =
                path.stream().map(word -> "__fish_seen_subcommand_from " + word).collect(Collectors.joining("; and "));
        String next = below.stream().map(CommandSpec::name).collect(Collectors.joining(" "));
        return " -n '" + seen + (next.isEmpty() ? "" : "; and not __fish_seen_subcommand_from " + next) + "'";
    }

    private static String fishName(String name) {
        return name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1);
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    /** Returns the script for PowerShell: a table of what may follow each command. */
    static String powerShell(CommandSpec root) {
        List<String> lines = new ArrayList<>();
        lines.add("Register-ArgumentCompleter -Native -CommandName dmhq -ScriptBlock {");
        lines.add("    param($word, $line, $cursor)");
        lines.add("    $words = @{");
        addPowerShell(root, "", lines);
        lines.add("    }");
        lines.add("    $path = ''");
        lines.add("    foreach ($typed in $line.CommandElements | Select-Object -Skip 1) {");
        lines.add("        $longer = \"$path $typed\".Trim()");
        lines.add("        if ($words.ContainsKey($longer)) { $path = $longer }");
        lines.add("    }");
        lines.add("    $words[$path] | Where-Object { $_ -like \"$word*\" }");
        lines.add("}");
        return String.join("\n", lines) + "\n";
    }

    private static void addPowerShell(CommandSpec command, String path, List<String> lines) {
        String words = Stream.of(
                        Shown.below(command).map(CommandSpec::name),
                        Shown.words(command),
                        Shown.options(command).flatMap(option -> Arrays.stream(option.names())))
                .flatMap(each -> each)
                .map(word -> "'" + word + "'")
                .collect(Collectors.joining(", "));
        lines.add("        '" + path + "' = @(" + words + ")");
        Shown.below(command).forEach(each -> addPowerShell(each, (path + " " + each.name()).strip(), lines));
    }
}

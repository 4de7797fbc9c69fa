package dmhq.cli;

import dmhq.engine.Objection;
import dmhq.engine.SessionAction;
import dmhq.format.Bytes;
import dmhq.format.json.Json;
import dmhq.format.json.JsonException;
import dmhq.format.json.JsonReader;
import dmhq.workspace.CampaignDesk;
import dmhq.workspace.Drafts;
import dmhq.workspace.Refusal;
import dmhq.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** {@code dmhq plan}: add actions to the draft of the coming turn, checked at once. */
@Command(
        name = "plan",
        description = "Add an action to the draft of the coming turn; it is checked at once.",
        customSynopsis = {
            "dmhq plan TURN",
            "dmhq plan TURN ACTION --option VALUE ...",
            "dmhq plan TURN [--campaign SAVE] [--list [--json] | --remove N | --file ORDERS]"
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "With nothing but TURN it asks for everything, one after the other, if you sit at a terminal.",
            "dmhq plan turn.zip --help shows the actions of the session's rules, and all options.",
            "With a MekHQ save, its date, GM mode and place are planned by themselves; without an action also",
            "the lines of its daily report for your team.",
            "Example: dmhq plan turn.zip wire-transfer-request --target fox --amount 500000"
        })
final class PlanCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "TURN", description = "The turn to plan on: turn.zip is the newest.")
    @SuppressWarnings("NullAway.Init")
    private Path turn;

    @Parameters(index = "1..*", arity = "0..*", hidden = true)
    private List<String> words = new ArrayList<>();

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private Root root;

    private static final List<String> TAKING_A_VALUE = List.of("--campaign", "--file", "--remove");

    private final Terminal terminal;

    PlanCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        turn = Folders.turn(turn, root, terminal);
        Path folder = Folders.of(turn, root, terminal);
        return terminal.alone("plan", folder, () -> plan(Workspace.open(terminal.surroundings(), folder)));
    }

    private int plan(Workspace workspace) throws Exception {
        Planning planning = Planning.on(terminal, turn, workspace, null);
        List<ActionForm> forms =
                new ArrayList<>(ActionForm.of(planning.game().rules().actionType()));
        forms.addAll(ActionForm.of(SessionAction.class));
        CommandLine line = commandLine(forms, planning);
        ParseResult said = parsed(line, forms);
        if (CommandLine.executeHelpRequest(said) != null) {
            return ExitCode.DONE;
        }
        if (said.hasMatchedOption("--quiet")
                || (said.hasSubcommand() && said.subcommand().hasMatchedOption("--quiet"))) {
            terminal.beQuiet();
        }
        if (said.hasMatchedOption("--campaign")) {
            planning = Planning.on(
                    terminal,
                    turn,
                    workspace,
                    terminal.folder().resolve(said.<String>matchedOptionValue("--campaign", "")));
        }
        if (planning.desk().isPresent() && !said.hasMatchedOption("--json")) {
            CampaignReport report = new CampaignReport(terminal, Where.of(turn));
            CampaignDesk desk = planning.desk().get();
            if (said.hasMatchedOption("--campaign") || report.isShortOfFunds(desk)) {
                terminal.say(report.save(desk));
            }
        }
        if (said.hasSubcommand()) {
            return add(planning, forms, said.subcommand());
        } else if (said.hasMatchedOption("--file")) {
            return addAll(planning, read(terminal.folder().resolve(said.<String>matchedOptionValue("--file", ""))));
        } else if (said.hasMatchedOption("--remove")) {
            return remove(planning, said.<String>matchedOptionValue("--remove", ""));
        } else if (!said.hasMatchedOption("--list")) {
            planning.keep(planning.withLog(planning.inStep(planning.planned())));
            if (terminal.isAttended() && !said.hasMatchedOption("--campaign") && !said.hasMatchedOption("--json")) {
                new PlanQuestions(terminal, planning, forms).ask();
                return offerToSubmit(planning);
            }
        }
        return list(planning, said.hasMatchedOption("--json"));
    }

    private CommandLine commandLine(List<ActionForm> forms, Planning planning) {
        CommandSpec command = CommandSpec.create().name("dmhq plan " + turn);
        command.usageMessage()
                .synopsisSubcommandLabel("[ACTION]")
                .description("Plan turn " + planning.record() + " by the rules "
                        + planning.game().rules().id() + ".")
                .commandListHeading("Actions:%n")
                .footer("", "An action's own options: dmhq plan " + turn + " ACTION --help");
        command.addOption(OptionSpec.builder("--quiet")
                .description("Print only what was asked for.")
                .scopeType(CommandLine.ScopeType.INHERIT)
                .build());
        command.addOption(flag("--list", "Show what is planned."));
        command.addOption(flag("--json", "With --list: print JSON."));
        command.addOption(value("--remove", "N", String.class, "Take out the planned action of that number."));
        command.addOption(
                value("--file", "ORDERS", String.class, "Add the actions in a JSON file, an array of objects."));
        command.addOption(value("--campaign", "SAVE", String.class, "The save you play with now; remembered."));
        command.addOption(OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Show this help.")
                .build());
        forms.forEach(form -> command.addSubcommand(null, form.command()));
        CommandLine line = new CommandLine(command);
        line.setOut(terminal.out());
        line.setErr(terminal.err());
        line.setUsageHelpWidth(terminal.helpWidth());
        return line;
    }

    private ParseResult parsed(CommandLine line, List<ActionForm> forms) {
        try {
            return line.parseArgs(withActionAsTyped(forms).toArray(String[]::new));
        } catch (UnmatchedArgumentException e) {
            String word = e.getUnmatched().get(0);
            if (e.getCommandLine() != line) {
                String action = e.getCommandLine().getCommandName();
                throw new ParameterException(e.getCommandLine(), "'" + word + "' is no option of " + action, e);
            }
            String actions = forms.stream().map(ActionForm::typed).collect(Collectors.joining(", "));
            throw new ParameterException(
                    e.getCommandLine(),
                    "'" + word + "' is neither an option nor an action; the actions are " + actions,
                    e);
        }
    }

    /** The first word that is no option, nor the value of one, names the action. */
    private List<String> withActionAsTyped(List<ActionForm> forms) {
        List<String> typed = new ArrayList<>(words);
        for (int i = 0; i < typed.size(); i++) {
            String word = typed.get(i);
            if (TAKING_A_VALUE.contains(word)) {
                i++;
            } else if (!word.startsWith("-")) {
                forms.stream()
                        .filter(form -> form.isMeantBy(word))
                        .findFirst()
                        .ifPresent(form -> typed.set(typed.indexOf(word), form.typed()));
                break;
            }
        }
        return typed;
    }

    private static OptionSpec flag(String name, String description) {
        return OptionSpec.builder(name).description(description).build();
    }

    private static OptionSpec value(String name, String label, Class<?> type, String description) {
        return OptionSpec.builder(name)
                .paramLabel(label)
                .arity("1")
                .type(type)
                .description(description)
                .build();
    }

    private int add(Planning planning, List<ActionForm> forms, ParseResult action) throws Exception {
        String name = action.commandSpec().name();
        ActionForm form = forms.stream()
                .filter(each -> each.typed().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("picocli knows " + name + ", the rules do not"));
        ActionForm.Filling filling = planning.filling();
        Json.Members json;
        try {
            json = form.action(action, filling);
            form.check(json);
        } catch (IllegalArgumentException | JsonException e) {
            throw new ParameterException(action.commandSpec().commandLine(), String.valueOf(e.getMessage()), e);
        }
        return addAll(planning, List.of(json));
    }

    private List<Json.Members> read(Path file) throws Refusal, IOException {
        try {
            return Drafts.actions(
                    JsonReader.read(Bytes.of(terminal.surroundings().disk().read(file))));
        } catch (JsonException e) {
            throw new Refusal(file.toString(), e, "write an array of actions, as --list --json prints them");
        }
    }

    private int addAll(Planning planning, List<Json.Members> more) throws Exception {
        List<Objection> objections = planning.add(more);
        if (!objections.isEmpty()) {
            objections.forEach(objection -> terminal.complain(objection.toString()));
            terminal.cure("Nothing was added to the plan.");
            return ExitCode.REFUSED;
        }
        return list(planning, false);
    }

    private int remove(Planning planning, String typed) throws Exception {
        List<Json.Members> left = new ArrayList<>(planning.planned());
        int number = typed.matches("[0-9]{1,6}") ? Integer.parseInt(typed) : 0;
        if (number < 1 || number > left.size()) {
            throw new Refusal("there is no planned action " + typed + "; "
                    + (left.isEmpty() ? "nothing is planned" : "they have the numbers 1 to " + left.size()));
        }
        left.remove(number - 1);
        planning.keep(left);
        return list(planning, false);
    }

    private int list(Planning planning, boolean json) throws Exception {
        if (json) {
            terminal.print(new Json.Elements(List.copyOf(planning.planned())));
            return ExitCode.DONE;
        }
        planning.lines().forEach(terminal::say);
        return offerToSubmit(planning);
    }

    private int offerToSubmit(Planning planning) throws Exception {
        if (!planning.planned().isEmpty()) {
            terminal.next("dmhq submit " + turn);
        }
        return ExitCode.DONE;
    }
}

package dmhq.cli;

import dmhq.engine.Objection;
import dmhq.format.json.Json;
import dmhq.workspace.Refusal;
import dmhq.workspace.Submitting;
import dmhq.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code dmhq submit}: check, sign, seal and send the planned turn. */
@Command(
        name = "submit",
        description = "Check, sign, seal and send what you planned. Submit again to replace it before the turn ends.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example: dmhq submit turn.zip", "Example: dmhq submit turn.zip --via orders.zip.age"})
final class SubmitCommand implements Callable<Integer> {

    @Parameters(paramLabel = "TURN", description = "The turn you planned on: turn.zip is the newest.")
    @SuppressWarnings("NullAway.Init")
    private Path turn;

    @Option(names = "--empty", description = "Send orders without an action: you are there, and do nothing.")
    private boolean empty;

    @Option(names = "--via", paramLabel = "FILE", description = "Write the sealed orders to a file to hand over.")
    private @Nullable Path via;

    @Option(names = "--campaign", paramLabel = "SAVE", description = "The save you play with now; remembered.")
    private @Nullable Path campaign;

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private Root root;

    private final Terminal terminal;

    SubmitCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        turn = Folders.turn(turn, root, terminal);
        Path folder = Folders.of(turn, root, terminal);
        return terminal.alone("submit", folder, () -> submit(Workspace.open(terminal.surroundings(), folder)));
    }

    private int submit(Workspace workspace) throws Exception {
        Planning planning = Planning.on(
                terminal,
                turn,
                workspace,
                campaign == null ? null : terminal.folder().resolve(campaign));
        List<Json.Members> planned = empty ? List.of() : planning.planned();
        if (planned.isEmpty() && !empty) {
            throw new Refusal("nothing is planned for turn " + planning.record()
                    + "; plan something, or say that you do nothing with --empty");
        }
        Submitting.Result result = new Submitting(workspace).submit(planning.game(), planning.complete(planned));
        if (!result.objections().isEmpty()) {
            for (Objection objection : result.objections()) {
                terminal.complain(objection.toString());
            }
            terminal.cure("Nothing was sent. See the plan: dmhq plan " + turn + " --list");
            return ExitCode.REFUSED;
        }
        String orders = "orders for turn " + result.record() + ", revision " + result.revision();
        terminal.say(result.fresh() ? "Signed your " + orders + "." : "Your " + orders + ", are the same as these.");
        if (via != null && !workspace.place().host()) {
            new Posting(terminal)
                    .handOver(
                            workspace,
                            Submitting.label(workspace.seat(), result.record(), result.revision()),
                            terminal.folder().resolve(via));
            return ExitCode.DONE;
        }
        int code =
                new Posting(terminal).send(workspace, planning.game().archive().chain());
        new NextStep(terminal, Where.of(turn)).offer(workspace);
        return code;
    }
}

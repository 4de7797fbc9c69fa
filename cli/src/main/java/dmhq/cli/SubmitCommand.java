package dmhq.cli;

import dmhq.engine.Objection;
import dmhq.format.json.Json;
import dmhq.format.session.Header.State;
import dmhq.workspace.Refusal;
import dmhq.workspace.Submissions;
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
        footer = {
            "",
            "Example: dmhq submit turn.zip",
            "Example: dmhq submit turn.zip --via orders.zip.age",
            "Example: dmhq submit turn.zip --via draft"
        })
final class SubmitCommand implements Callable<Integer> {

    @Parameters(paramLabel = "TURN", description = "The turn you planned on: turn.zip is the newest.")
    @SuppressWarnings("NullAway.Init")
    private Path turn;

    @Option(names = "--empty", description = "Send orders without an action: you are there, and do nothing.")
    private boolean empty;

    @Option(
            names = "--provisional",
            description = "They count only if the host goes on without waiting; submit again to make them final.")
    private boolean provisional;

    @Option(
            names = "--withdraw",
            description = "Take back what you submitted for this turn; the host waits for you again.")
    private boolean withdraw;

    @Option(
            names = "--via",
            paramLabel = "FILE|draft",
            description = "Write the sealed orders to a file to hand over, or as a mail that you send yourself.")
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
        if (withdraw && (empty || provisional)) {
            throw new Refusal("--withdraw takes back all that was submitted; leave the other option out");
        }
        List<Json.Members> planned = empty || withdraw ? List.of() : planning.planned();
        if (planned.isEmpty() && !empty && !withdraw) {
            throw new Refusal("nothing is planned for turn " + planning.record()
                    + "; plan something, or say that you do nothing with --empty");
        }
        if (withdraw && new Submissions(workspace).newestRevision(planning.record()) == 0) {
            throw new Refusal(
                    "nothing was submitted for turn " + planning.record() + ", so there is nothing to withdraw");
        }
        Submitting.Result result = new Submitting(workspace)
                .submit(
                        planning.game(),
                        withdraw ? List.of() : planning.complete(planning.inStep(planned)),
                        withdraw ? State.WITHDRAWN : provisional ? State.PROVISIONAL : State.FINAL);
        if (result.waitingFor() != null) {
            terminal.say("It is the turn of " + result.waitingFor()
                    + "; yours comes after. What you planned is kept, and nothing was sent.");
            terminal.next(Where.of(turn).dmhq("fetch") + ", later");
            return ExitCode.WAITING;
        }
        if (!result.objections().isEmpty()) {
            for (Objection objection : result.objections()) {
                terminal.complain(objection.toString());
            }
            terminal.cure("Nothing was sent. See the plan: dmhq plan " + turn + " --list");
            return ExitCode.REFUSED;
        }
        String orders = (withdraw ? "withdrawal" : provisional ? "provisional orders" : "orders") + " for turn "
                + result.record() + ", revision " + result.revision();
        terminal.say(result.fresh() ? "Signed your " + orders + "." : "Your " + orders + ", are the same as these.");
        if (via != null && !workspace.place().host()) {
            new Posting(terminal)
                    .handOver(
                            workspace,
                            Submitting.label(workspace.seat(), result.record(), result.revision()),
                            via,
                            planning.game().archive().chain());
            return ExitCode.DONE;
        }
        int code =
                new Posting(terminal).send(workspace, planning.game().archive().chain());
        new NextStep(terminal, Where.of(turn)).offer(workspace);
        return code;
    }
}

package dmhq.cli;

import dmhq.engine.Objection;
import dmhq.format.json.Json;
import dmhq.format.session.Header.State;
import dmhq.workspace.Refusal;
import dmhq.workspace.Submissions;
import dmhq.workspace.Submitting;
import dmhq.workspace.Workspace;
import java.io.IOException;
import java.util.List;

/** What a player has planned, submitted as it stands because its time runs out. */
final class StandingPlan {

    private final Terminal terminal;
    private final Where where;
    private final Workspace workspace;

    StandingPlan(Terminal terminal, Where where, Workspace workspace) {
        this.terminal = terminal;
        this.where = where;
        this.workspace = workspace;
    }

    /** Submits it, unless something was submitted before; returns the exit code. */
    int submit() throws Refusal, IOException {
        Planning planning = Planning.on(terminal, workspace.folder().resolve("turn.zip"), workspace, null);
        int turn = planning.record();
        if (new Submissions(workspace).newestRevision(turn) > 0
                || !planning.game().standing().running()) {
            return ExitCode.DONE;
        }
        List<Json.Members> planned = planning.planned();
        if (planned.isEmpty()) {
            terminal.complain("the deadline of turn " + turn + " is near, and nothing is planned for it");
            terminal.cure("Plan something, or say that you do nothing: dmhq submit " + where.turn() + " --empty");
            return ExitCode.WAITING;
        }
        Submitting.Result result =
                new Submitting(workspace).submit(planning.game(), planning.complete(planned), State.FINAL);
        if (!result.objections().isEmpty()) {
            for (Objection objection : result.objections()) {
                terminal.complain("what you planned for turn " + turn + " cannot be submitted: " + objection);
            }
            terminal.cure("Mend the plan: dmhq plan " + where.turn() + " --list");
            return ExitCode.REFUSED;
        }
        if (result.waitingFor() == null) {
            terminal.say("Signed your orders for turn " + turn + ", revision " + result.revision()
                    + ", as they were planned: the deadline is near.");
        }
        return ExitCode.DONE;
    }
}

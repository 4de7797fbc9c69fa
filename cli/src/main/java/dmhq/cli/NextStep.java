package dmhq.cli;

import dmhq.format.archive.ArchiveException;
import dmhq.format.archive.SessionArchive;
import dmhq.workspace.CampaignDesk;
import dmhq.workspace.Game;
import dmhq.workspace.Refusal;
import dmhq.workspace.Submissions;
import dmhq.workspace.Workspace;
import java.io.IOException;
import java.util.Optional;

/** Offers what to do next, in words that can be pasted. */
final class NextStep {

    private final Terminal terminal;
    private final Root root;

    NextStep(Terminal terminal, Root root) {
        this.terminal = terminal;
        this.root = root;
    }

    void offer(Workspace workspace) throws Refusal, IOException {
        if (workspace.place().seat() == null) {
            terminal.next(dmhq("resolve"));
            return;
        }
        SessionArchive archive = workspace.seatArchive();
        int coming = archive.chain().newest() + 1;
        if (coming == 1) {
            terminal.next(
                    workspace.place().host()
                            ? dmhq("resolve") + ", when the others have joined"
                            : dmhq("fetch") + ", later");
            return;
        }
        offerApply(workspace, archive);
        if (new Submissions(workspace).newestRevision(coming) == 0) {
            terminal.next("dmhq plan " + root.turn() + " --help, then dmhq submit " + root.turn()
                    + " (--empty to do nothing)");
        } else {
            terminal.next(
                    workspace.place().host() ? dmhq("resolve") : dmhq("fetch") + ", for the receipt and the next turn");
        }
    }

    private String dmhq(String command) {
        return "dmhq " + root.inFolder() + command;
    }

    private void offerApply(Workspace workspace, SessionArchive archive) throws Refusal, IOException {
        try {
            Optional<CampaignDesk> desk = CampaignDesk.of(workspace, Game.of(archive));
            if (desk.isPresent() && !desk.get().due().isEmpty()) {
                terminal.next("your save has to take in " + desk.get().due().size()
                        + " settlement(s): close MekHQ, then " + dmhq("apply SAVE"));
            }
        } catch (ArchiveException e) {
            throw new Refusal(workspace.folder().toString(), e);
        }
    }
}

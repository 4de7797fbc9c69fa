package dmhq.cli;

import dmhq.workspace.Collecting;
import dmhq.workspace.Refusal;
import dmhq.workspace.Repairing;
import dmhq.workspace.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code dmhq recover}: put a session's folder right again. */
@Command(
        name = "recover",
        description = {
            "Put a session's folder right again, in which files were lost or damaged.",
            "It takes the newest copy that holds, of those in the folder and those you name, looks at the posts"
                    + " once more, and asks the host for what is still missing. A host's archive is made again from"
                    + " the orders of all. What cannot be used is kept in set-aside/."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Example: dmhq recover",
            "Example: dmhq recover ../backup/border-war/turn.zip",
            "Example: dmhq -C border-war recover invitation.zip --post folder:D:\\Shared"
        })
final class RecoverCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "FILE",
            arity = "0..*",
            description = "Copies of turn.zip or session.zip, those of other players too, the invitation, or parcels"
                    + " that were handed over.")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "--post",
            paramLabel = "ADDRESS",
            description = "The post to use from now on, such as folder:PATH; may be given several times.")
    private List<String> posts = new ArrayList<>();

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private Root root;

    private final Terminal terminal;

    RecoverCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        List<String> addresses = Addresses.allAbsolute(posts, terminal);
        Path folder = root.sessionFolder();
        if (files.isEmpty() && !Repairing.isWorthwhile(terminal.surroundings(), folder)) {
            folder = Folders.session(folder, terminal);
        }
        if (!Repairing.takesSession(terminal.surroundings(), folder)) {
            throw new Refusal("what is in " + folder.toAbsolutePath().normalize()
                    + " is nothing of a session; name its folder, or a new one, with -C DIR");
        }
        Path there = folder;
        return terminal.alone("recover", there, () -> recover(there, addresses));
    }

    private int recover(Path folder, List<String> addresses) throws Exception {
        Repairing repairing = new Repairing(terminal.surroundings(), folder);
        List<Path> parcels = new ArrayList<>();
        for (Path file : files) {
            if (!repairing.takesUp(terminal.folder().resolve(file), file.toString())) {
                parcels.add(file);
            }
        }
        Workspace workspace = repairing.putBack(addresses);
        boolean mended = tell(repairing);
        List<Integer> codes = new ArrayList<>();
        new Arriving(terminal).collectAgain(workspace, codes);
        if (!parcels.isEmpty()) {
            // None would mean the posts.
            new Arriving(terminal).collect(workspace, parcels, codes);
        }
        if (workspace.place().host()) {
            repairing.makeAgain(workspace);
            new Arriving(terminal).collectAgain(workspace, codes);
            mended |= tell(repairing);
        } else if (mended) {
            new Collecting(workspace).askHost();
            terminal.say("The host is asked for what may follow turn "
                    + workspace.archive().chain().newest() + ".");
        }
        codes.add(new Posting(terminal).send(workspace, workspace.archive().chain()));
        int newest = workspace.archive().chain().newest();
        terminal.say(
                mended
                        ? "The folder holds the session up to turn " + newest + "."
                        : "Nothing had to be put right: the folder holds the session up to turn " + newest + ".");
        new NextStep(terminal, root.where()).offer(workspace);
        return ExitCode.of(codes);
    }

    private boolean tell(Repairing repairing) {
        List<String> sentences = repairing.mended();
        for (String sentence : sentences) {
            terminal.say(sentence + ".");
        }
        return !sentences.isEmpty();
    }
}

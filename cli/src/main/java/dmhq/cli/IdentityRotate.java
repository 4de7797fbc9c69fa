package dmhq.cli;

import dmhq.format.signing.SignerUnavailableException;
import dmhq.workspace.Identity;
import dmhq.workspace.KnownSessions;
import dmhq.workspace.Refusal;
import dmhq.workspace.Rotating;
import dmhq.workspace.SigningKeyFile;
import dmhq.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code dmhq identity rotate}: new keys in place of mine. */
@Command(
        name = "rotate",
        description = {
            "Make new keys, and tell all your sessions of them. In each session the old ones hold until a turn has"
                    + " the new ones; they are kept, to open what was sealed to them.",
            "As long as a session has not learned of the last new keys, it is told of them again, and no others"
                    + " are made."
        },
        mixinStandardHelpOptions = true,
        footer = {"", "Example: dmhq identity rotate", "Example: dmhq identity rotate --signing-key ~/.ssh/id_new"})
final class IdentityRotate implements Callable<Integer> {

    @Option(
            names = "--signing-key",
            paramLabel = "FILE",
            description = "Sign from now on with that Ed25519 key of yours, through ssh-keygen, as identity new does.")
    private @Nullable Path signingKey;

    private final Terminal terminal;

    IdentityRotate(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        IdentityCommand.require(terminal);
        Path home = terminal.surroundings().home();
        return terminal.alone("dmhq identity rotate", home, this::rotate);
    }

    private int rotate() throws Exception {
        List<Integer> codes = new ArrayList<>();
        List<Path> unfinished = unfinished(codes);
        if (unfinished.isEmpty()) {
            Identity identity = Rotating.renewKeys(
                    terminal.surroundings(),
                    signingKey == null
                            ? null
                            : SigningKeyFile.find(
                                    terminal.surroundings(), terminal.folder().resolve(signingKey)));
            terminal.say("Made new keys of " + identity.name() + ".");
            IdentityCommand.tell(terminal, identity);
            unfinished = unfinished(new ArrayList<>());
        } else {
            terminal.say("Your last new keys have not reached all sessions yet; no others are made before.");
            terminal.say("A session that will not go on can be left out: dmhq games --forget DIR");
        }
        for (Path folder : unfinished) {
            codes.add(tried(folder, () -> terminal.alone("dmhq identity rotate", folder, () -> tell(folder))));
        }
        return ExitCode.of(codes);
    }

    /** Returns the sessions that know me by earlier keys. */
    private List<Path> unfinished(List<Integer> codes) throws Exception {
        List<Path> unfinished = new ArrayList<>();
        for (Path folder : new KnownSessions(terminal.surroundings()).folders()) {
            if (Workspace.isOne(terminal.surroundings().disk(), folder)) {
                codes.add(tried(folder, () -> {
                    if (!new Rotating(Workspace.open(terminal.surroundings(), folder))
                            .due()
                            .isEmpty()) {
                        unfinished.add(folder);
                    }
                    return ExitCode.DONE;
                }));
            }
        }
        return unfinished;
    }

    private int tell(Path folder) throws Refusal, IOException {
        Workspace workspace = Workspace.open(terminal.surroundings(), folder);
        boolean host = workspace.place().host();
        int code = new Posting(terminal).send(workspace, workspace.archive().chain());
        terminal.say("Session " + workspace.place().session() + ": "
                + (host ? "your next turn has the new keys." : "the host's next turn has the new keys."));
        return code;
    }

    /** One session that cannot be told of it does not keep the others from it. */
    private int tried(Path folder, Callable<Integer> work) throws Exception {
        try {
            return work.call();
        } catch (Refusal | SignerUnavailableException e) {
            terminal.complain(String.valueOf(e.getMessage()));
            terminal.cure("The session in " + folder + " is told of new keys by the next command there that can.");
            return ExitCode.REFUSED;
        }
    }
}

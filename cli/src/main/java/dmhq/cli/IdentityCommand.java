package dmhq.cli;

import dmhq.format.json.Json;
import dmhq.workspace.Home;
import dmhq.workspace.Identity;
import dmhq.workspace.Refusal;
import dmhq.workspace.SigningKeyFile;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code dmhq identity}: my keys. */
@Command(
        name = "identity",
        description = "Make, show, renew or carry your keys: who you are to other players.",
        mixinStandardHelpOptions = true,
        subcommands = {
            IdentityCommand.New.class,
            IdentityCommand.Show.class,
            IdentityRotate.class,
            IdentityExport.class,
            IdentityImport.class
        })
final class IdentityCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: new, show, rotate, export or import");
    }

    /**
     * Sees to it that there are keys before anything is begun.
     *
     * @throws Refusal with the cure, if there are none
     */
    static void require(Terminal terminal) throws Refusal {
        if (!new Home(terminal.surroundings()).hasIdentity()) {
            throw new Refusal("you have no keys in " + terminal.surroundings().home()
                    + " yet; make them with dmhq identity new --name NAME --email ADDRESS");
        }
    }

    static void tell(Terminal terminal, Identity identity) {
        Path home = terminal.surroundings().home();
        Optional<SigningKeyFile> elsewhere = identity.signingKeyFile();
        terminal.sayExactly("Signs as  " + identity.signingKey().verifyingKey().fingerprint());
        terminal.sayExactly("Opens as  " + identity.sealingKey().recipient());
        if (elsewhere.isEmpty()) {
            terminal.say("Other players may see both. The secret halves stay in " + home
                    + "; keep a copy of that folder in a safe place.");
            return;
        }
        terminal.say("Other players may see both. ssh-keygen signs, with "
                + elsewhere.get().file() + "; all other secrets stay in " + home
                + ". Keep copies of both in a safe place.");
    }

    /** {@code dmhq identity new}. */
    @Command(
            name = "new",
            description = "Make your keys, once for all sessions.",
            mixinStandardHelpOptions = true,
            footer = {
                "",
                "Example: dmhq identity new --name \"Nadia\" --email nadia@example.org",
                "Example: dmhq identity new --name Nadia --email nadia@example.org \\",
                "           --signing-key ~/.ssh/id_ed25519"
            })
    static final class New implements Callable<Integer> {

        @Option(names = "--name", required = true, paramLabel = "N", description = "What other players call you.")
        @SuppressWarnings("NullAway.Init")
        private String name;

        @Option(names = "--email", required = true, paramLabel = "E", description = "Where they reach you.")
        @SuppressWarnings("NullAway.Init")
        private String email;

        @Option(
                names = "--signing-key",
                paramLabel = "FILE",
                description = "Sign with an Ed25519 key of yours, through ssh-keygen: its private key, with or without"
                        + " a passphrase, or the .pub file of a key in ssh-agent. It stays where it is.")
        private @Nullable Path signingKey;

        private final Terminal terminal;

        New(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() throws Exception {
            if (name.isBlank() || name.chars().anyMatch(Character::isISOControl)) {
                throw new Refusal("a name is one line that others can read; say with --name what they call you");
            }
            Home home = new Home(terminal.surroundings());
            home.requireNone();
            Identity identity = signingKey == null
                    ? home.makeIdentity(name, email)
                    : home.makeIdentity(
                            name,
                            email,
                            SigningKeyFile.find(
                                    terminal.surroundings(), terminal.folder().resolve(signingKey)));
            terminal.say("Made the keys of " + identity.name() + ".");
            tell(terminal, identity);
            if (signingKey != null) {
                terminal.say("A command can sign several times, and ssh-keygen asks for a passphrase each time;"
                        + " ssh-agent keeps it for you (ssh-add).");
            }
            return ExitCode.DONE;
        }
    }

    /** {@code dmhq identity show}. */
    @Command(
            name = "show",
            description = "Show the public halves of your keys.",
            mixinStandardHelpOptions = true,
            footer = {"", "Example: dmhq identity show --json"})
    static final class Show implements Callable<Integer> {

        @Option(names = "--json", description = "Print JSON.")
        private boolean json;

        private final Terminal terminal;

        Show(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() throws Exception {
            require(terminal);
            Identity identity = new Home(terminal.surroundings()).identity();
            if (json) {
                Map<String, Json> members = new LinkedHashMap<>();
                members.put("name", new Json.Text(identity.name()));
                members.put("email", new Json.Text(identity.email()));
                members.put(
                        "signing_key",
                        new Json.Text(identity.signingKey().verifyingKey().toString()));
                members.put(
                        "fingerprint",
                        new Json.Text(identity.signingKey().verifyingKey().fingerprint()));
                members.put(
                        "signing_key_file",
                        identity.signingKeyFile()
                                .<Json>map(elsewhere -> new Json.Text(elsewhere.file()))
                                .orElseGet(Json.Null::new));
                members.put(
                        "sealing_key",
                        new Json.Text(identity.sealingKey().recipient().toString()));
                terminal.print(new Json.Members(members));
            } else {
                terminal.print(identity.name() + " <" + identity.email() + ">");
                terminal.printExactly(identity.signingKey().verifyingKey().toString());
                tell(terminal, identity);
            }
            return ExitCode.DONE;
        }
    }
}

package dmhq.cli;

import dmhq.transports.AddressException;
import dmhq.transports.email.Credential;
import dmhq.transports.email.MailAddress;
import dmhq.transports.email.MailServer;
import dmhq.transports.email.discovery.FoundServers;
import dmhq.transports.email.discovery.PasswordKind;
import dmhq.transports.email.discovery.Provider;
import dmhq.transports.email.discovery.ProviderTable;
import dmhq.transports.email.discovery.ServerSearch;
import dmhq.transports.email.discovery.Servers;
import dmhq.transports.email.post.MailPost;
import dmhq.workspace.MailNetwork;
import dmhq.workspace.MailSettings;
import dmhq.workspace.Refusal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dmhq doctor}: finds the servers of a mail account, tries it out, and keeps it if it works. */
@Command(
        name = "doctor",
        description = {
            "Set up your mail account, or try out the one that is set up.",
            "From your address alone it finds the servers, says which password your provider wants, and sends a mail to"
                    + " yourself. What works is kept for all sessions; the password is not, only where it comes from."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Without an address it tries out what is set up, changed by what you say. A password that is asked for is asked for each time; a command"
                    + " or a variable spares you that.",
            "Example: dmhq doctor nadia@example.org",
            "Example: dmhq doctor nadia@example.org --password-command \"pass show mail/dmhq\"",
            "Example: dmhq doctor nadia@example.org --receiving imap.example.org:993 --sending"
                    + " smtp.example.org:587/starttls"
        })
final class DoctorCommand implements Callable<Integer> {

    private static final Pattern SERVER =
            Pattern.compile("(?<host>[A-Za-z0-9.-]+):(?<port>[0-9]{1,5})(?<starttls>/starttls)?");

    @Parameters(paramLabel = "ADDRESS", arity = "0..1", description = "Your address, such as nadia@example.org.")
    private @Nullable String address;

    @Option(
            names = "--receiving",
            paramLabel = "HOST:PORT",
            description = "The server for IMAP, if it is not found; with"
                    + " /starttls behind it, if encryption begins later.")
    private @Nullable String receiving;

    @Option(names = "--sending", paramLabel = "HOST:PORT", description = "The server for SMTP, in the same way.")
    private @Nullable String sending;

    @Option(
            names = "--user",
            paramLabel = "NAME",
            description = "As whom the servers know you, if not by your address.")
    private @Nullable String user;

    @Option(
            names = "--password-command",
            paramLabel = "COMMAND",
            description = "A program that prints the password; quote what in it has blanks.")
    private @Nullable String command;

    @Option(names = "--password-env", paramLabel = "NAME", description = "An environment variable with the password.")
    private @Nullable String environment;

    @Option(names = "--token", description = "It is no password but a token of OAuth 2.")
    private boolean token;

    @Option(
            names = "--folder",
            paramLabel = "NAME",
            description = "The folder in which your mails for dmhq arrive; INBOX as" + " usual.")
    private @Nullable String folder;

    @Option(
            names = "--move-to",
            paramLabel = "NAME",
            description = "Move mails to that folder, once all they brought is" + " safely here.")
    private @Nullable String processed;

    @Option(names = "--yes", description = "Trust servers that were only guessed, without being asked.")
    private boolean yes;

    private final Terminal terminal;

    DoctorCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        if (address == null) {
            return tryOutAgain();
        }
        MailAddress mine = parsed(address);
        Optional<Servers> named = named(mine);
        if (named.isPresent()) {
            return keepIfItWorks(settings(mine, named.get(), token, MailPost.LARGEST), Optional.empty());
        }
        FoundServers found = search(mine);
        Optional<Servers> servers = found.servers();
        if (servers.isEmpty() || found.password() == PasswordKind.NONE) {
            terminal.cure(
                    "Name the servers with --receiving and --sending, or use another post: a shared folder, or drafts"
                            + " that you mail yourself (--via draft).");
            return ExitCode.REFUSED;
        }
        if (found.doubt().isPresent()
                && !yes
                && !terminal.confirms(Quoted.of(found.doubt().get()) + " Trust them?")) {
            terminal.say("Nothing was tried, and no password was asked for.");
            return ExitCode.WAITING;
        }
        long limit = found.provider()
                .map(provider -> provider.limit().orElse(MailPost.LARGEST))
                .orElse(MailPost.LARGEST);
        boolean byToken = token || found.password() == PasswordKind.TOKEN;
        return keepIfItWorks(settings(mine, servers.get(), byToken, limit), found.provider());
    }

    private int tryOutAgain() throws Refusal, IOException {
        MailSettings settings = MailSettings.kept(
                        terminal.surroundings().disk(), terminal.surroundings().home())
                .orElseThrow(() -> new Refusal(
                        "no mail account is set up; name your address, such as dmhq doctor nadia@example.org"));
        terminal.say("The account " + settings.address() + ", as kept in " + file() + ":");
        MailSettings changed = changed(settings);
        if (!changed.equals(settings)) {
            return keepIfItWorks(changed, Optional.empty());
        }
        return new Checkup(terminal).examine(settings, Optional.empty()) ? ExitCode.DONE : ExitCode.POST;
    }

    /** What is said beside no address is to be otherwise than it is kept. */
    private MailSettings changed(MailSettings kept) throws Refusal {
        Optional<Servers> servers = named(parsed(kept.address()));
        boolean otherSecret = command != null || environment != null;
        List<String> words = words();
        return new MailSettings(
                kept.address(),
                user == null ? kept.user() : user,
                servers.map(each -> MailSettings.Server.of(each.sending())).orElse(kept.sending()),
                servers.map(each -> MailSettings.Server.of(each.receiving())).orElse(kept.receiving()),
                token ? Credential.Kind.TOKEN : kept.login(),
                otherSecret ? words : kept.command(),
                otherSecret ? environment : kept.environment(),
                folder == null ? kept.folder() : folder,
                processed == null ? kept.processed() : processed,
                kept.largest());
    }

    private int keepIfItWorks(MailSettings settings, Optional<Provider> provider) throws Refusal, IOException {
        if (!new Checkup(terminal).examine(settings, provider)) {
            terminal.cure("Nothing was kept; run dmhq doctor again when that is cured.");
            if (settings.command().isEmpty() && settings.environment() == null && !terminal.isAttended()) {
                terminal.cure("Where nobody can type the password, say where it comes from: --password-command or"
                        + " --password-env.");
            }
            return ExitCode.POST;
        }
        settings.keep(terminal.surroundings().disk(), terminal.surroundings().home());
        terminal.say("Kept in " + file() + ", without the password. Sessions with a post such as --post mail: use it.");
        return ExitCode.DONE;
    }

    private Path file() {
        return MailSettings.file(terminal.surroundings().home());
    }

    private static MailAddress parsed(String address) throws Refusal {
        try {
            return MailAddress.parse(address);
        } catch (AddressException e) {
            throw new Refusal(String.valueOf(e.getMessage()).replaceFirst("^post: ", "")
                    + "; write yours as in nadia@example.org");
        }
    }

    /** Returns the servers that were named; empty if they are to be looked for. */
    private Optional<Servers> named(MailAddress mine) throws Refusal {
        if (receiving == null && sending == null) {
            return Optional.empty();
        } else if (receiving == null || sending == null) {
            throw new Refusal(
                    "both servers are named or none; add " + (receiving == null ? "--receiving" : "--sending"));
        }
        return Optional.of(
                new Servers(mine.toString(), server(receiving, "--receiving"), server(sending, "--sending")));
    }

    private FoundServers search(MailAddress mine) {
        MailNetwork network = terminal.surroundings().mail().network();
        FoundServers found = new ServerSearch(ProviderTable.bundled(), network.records(), network.pages()).find(mine);
        if (found.origin() == FoundServers.Origin.GUESS || found.servers().isEmpty()) {
            found.passedOver().forEach(line -> terminal.say(Quoted.of(line)));
        }
        terminal.say(Quoted.of(found.sentence()));
        if (found.servers().isPresent() || found.provider().isPresent()) {
            terminal.say(Quoted.of(found.advice()));
        }
        return found;
    }

    private static MailServer server(String typed, String option) throws Refusal {
        Matcher parts = SERVER.matcher(typed);
        try {
            if (parts.matches()) {
                return new MailServer(
                        parts.group("host"),
                        Integer.parseInt(parts.group("port")),
                        parts.group("starttls") == null ? MailServer.Security.TLS : MailServer.Security.STARTTLS);
            }
        } catch (IllegalArgumentException e) {
            throw new Refusal(option + ": " + e.getMessage() + "; name it as in imap.example.org:993");
        }
        throw new Refusal(option + " is a server and its port, such as imap.example.org:993, found '" + typed
                + "'; /starttls behind it says that encryption begins later");
    }

    private List<String> words() throws Refusal {
        if (command != null && environment != null) {
            throw new Refusal(
                    "--password-command and --password-env each say where the password comes from; leave one of them out");
        }
        return command == null ? List.of() : TypedCommand.words("--password-command", command);
    }

    private MailSettings settings(MailAddress mine, Servers servers, boolean byToken, long limit) throws Refusal {
        List<String> words = words();
        return new MailSettings(
                mine.toString(),
                user == null ? servers.user() : user,
                MailSettings.Server.of(servers.sending()),
                MailSettings.Server.of(servers.receiving()),
                byToken ? Credential.Kind.TOKEN : Credential.Kind.PASSWORD,
                words,
                environment,
                folder == null ? "INBOX" : folder,
                processed,
                limit);
    }
}

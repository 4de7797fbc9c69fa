package dmhq.workspace;

import dmhq.format.disk.Disk;
import dmhq.transports.Address;
import dmhq.transports.AddressException;
import dmhq.transports.Post;
import dmhq.transports.Transport;
import dmhq.transports.email.Credential;
import dmhq.transports.email.FromCommand;
import dmhq.transports.email.FromEnvironment;
import dmhq.transports.email.FromPrompt;
import dmhq.transports.email.MailAccount;
import dmhq.transports.email.SecretException;
import dmhq.transports.email.connecting.MailLine;
import dmhq.transports.email.post.Deliveries;
import dmhq.transports.email.post.Delivery;
import dmhq.transports.email.post.LongLook;
import dmhq.transports.email.post.MailPost;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The post of {@code mail:ADDRESS} addresses, through the player's own account as {@link MailSettings} keep it.
 *
 * <p>Nothing of mail is loaded before an address is opened. What is known of the mailbox is kept in {@code mail} in
 * {@code DMHQ_HOME}, for all sessions together.
 */
public final class OwnMail implements Post {

    private static final String SCHEME = "mail";

    /** Where what is known of the mailbox is kept. */
    private static final String STATE = "mail";

    /** A person may have to unlock something. */
    private static final Duration FOR_A_SECRET = Duration.ofMinutes(2);

    private final Disk disk;
    private final Path home;
    private final Clock clock;
    private final Secrets secrets;
    private final MailNetwork network;
    private LongLook watcher = (mails, folder) -> {};
    private @Nullable String typed;
    private @Nullable MailPost opened;
    private @Nullable MailSettings as;

    /**
     * Where passwords come from, beside programs.
     *
     * @param environment the value of a variable, or null if it is not set
     * @param console shows a question, and returns what is typed without showing it; null if nobody is there
     */
    public record Secrets(
            Function<String, @Nullable String> environment, Function<String, char @Nullable []> console) {}

    /**
     * Makes it.
     *
     * @param clock in the zone of the player, which mails name
     */
    public OwnMail(Disk disk, Path home, Clock clock, Secrets secrets, MailNetwork network) {
        this.disk = disk;
        this.home = home;
        this.clock = clock;
        this.secrets = secrets;
        this.network = network;
    }

    /** Tells somebody from now on of looks through many mails, before they begin. */
    public void tell(LongLook ofLooks) {
        watcher = ofLooks;
    }

    @Override
    public String scheme() {
        return SCHEME;
    }

    /**
     * Returns the transport.
     *
     * @throws AddressException if there is no account yet, its file is damaged, or the address is none
     */
    @Override
    public Transport open(Address address) throws AddressException {
        return post().open(address);
    }

    @Override
    public void prepare(Address address) throws AddressException {
        open(address).close();
    }

    private MailPost post() throws AddressException {
        try {
            MailSettings settings = MailSettings.kept(disk, home)
                    .orElseThrow(() -> AddressException.unusable(
                            "no account of yours is known here; run dmhq doctor YOUR-ADDRESS once"));
            return kept(settings);
        } catch (Refusal | IOException e) {
            throw AddressException.unusable(String.valueOf(e.getMessage()));
        }
    }

    /** The same as before while the settings are the same: it knows what it has listed itself. */
    private synchronized MailPost kept(MailSettings settings) {
        MailPost known = opened;
        if (known == null || !settings.equals(as)) {
            known = new MailPost(
                    new MailLine(account(settings), network.trusted().getSocketFactory(), network.patience()),
                    settings.folder(),
                    settings.processed(),
                    settings.largest(),
                    GivenMail::isOurs,
                    disk,
                    home.resolve(STATE),
                    clock,
                    watcher);
            opened = known;
            as = settings;
        }
        return known;
    }

    /**
     * Returns what left by mail for an address, as far as parcels of some name are concerned, the newest last; nothing
     * where no account is set up. No server is asked.
     */
    public List<Delivery> deliveries(String address, Predicate<String> named) throws Refusal, IOException {
        return new Deliveries(disk, home.resolve(STATE).resolve("deliveries"))
                .all().stream()
                        .filter(delivery -> delivery.recipient().equalsIgnoreCase(address))
                        .filter(delivery -> named.test(delivery.parcel()))
                        .sorted(Comparator.comparing(delivery -> delivery.sent().orElse(Instant.MIN)))
                        .toList();
    }

    /** Returns how servers are reached. */
    public MailNetwork network() {
        return network;
    }

    /** Returns the account that settings describe. */
    public MailAccount account(MailSettings settings) {
        return new MailAccount(
                settings.address(),
                settings.user(),
                settings.sending().server(),
                settings.receiving().server(),
                new Credential(settings.login(), source(settings)));
    }

    private Credential.Source source(MailSettings settings) {
        String environment = settings.environment();
        if (!settings.command().isEmpty()) {
            return new FromCommand(settings.command(), FOR_A_SECRET);
        } else if (environment != null) {
            return new FromEnvironment(environment, secrets.environment());
        }
        Credential.Source prompt = new FromPrompt(
                settings.login() == Credential.Kind.TOKEN
                        ? "Token for " + settings.address()
                        : "Password for " + settings.address(),
                secrets.console());
        return new Typed(prompt);
    }

    /** A command logs in at two servers, perhaps often, and asks for the password once, or again where it was wrong. */
    private final class Typed implements Credential.Source {

        private final Credential.Source prompt;

        Typed(Credential.Source prompt) {
            this.prompt = prompt;
        }

        @Override
        public String secret() throws SecretException {
            synchronized (OwnMail.this) {
                String known = typed;
                if (known == null) {
                    known = prompt.secret();
                    typed = known;
                }
                return known;
            }
        }

        @Override
        public void heard(boolean letIn) {
            synchronized (OwnMail.this) {
                typed = letIn ? typed : null;
            }
        }
    }
}

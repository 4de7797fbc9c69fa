package dmhq.transports.email.post;

import dmhq.format.disk.Disk;
import dmhq.transports.Address;
import dmhq.transports.AddressException;
import dmhq.transports.Post;
import dmhq.transports.Transport;
import dmhq.transports.TransportException;
import dmhq.transports.email.MailAddress;
import dmhq.transports.email.connecting.MailLine;
import dmhq.transports.email.connecting.Mailbox;
import dmhq.transports.email.connecting.Watch;
import dmhq.transports.email.reading.MailLimits;
import dmhq.transports.email.reading.MailReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The post of {@code mail:ADDRESS} addresses, through one account. The address is who gets parcels that name no
 * recipient; {@code mail:} alone is for those that all name one.
 *
 * <p>What it knows of deliveries, objections and origins is in its folder and needs no server.
 */
public final class MailPost implements Post {

    static final String SCHEME = "mail";

    /** From how many bytes on a parcel is worth a warning: many people's mail is slow to load. */
    public static final int LARGE = 5_000_000;

    /** How many bytes of a mail every large provider takes, a fourth of which is what writing a parcel down costs. */
    public static final long LARGEST = 25_000_000;

    /** How often it is looked for new mails, whatever the server tells. */
    private static final Duration EVERY = Duration.ofMinutes(1);

    /** Where what is known of the folder is kept to which mails are moved. */
    private static final String MOVED = "moved";

    private final MailLine line;
    private final String folder;
    private final @Nullable String processed;
    private final long largest;
    private final Clock clock;
    private final Deliveries deliveries;
    private final MailObjections objections;
    private final AnswerBook answers;
    private final Inbox inbox;
    private final StateLock lock;
    private final @Nullable MailPost moved;

    /**
     * Makes one.
     *
     * @param folder of the account, in which mails arrive: {@code INBOX}, or one into which a filter puts them
     * @param processed the folder of the account to which mails go whose parcels are all safely kept; null to leave them
     * @param largest how many bytes a mail may have where the server does not say less
     * @param ours tells from the first {@link MailReader#HEAD} bytes of an attachment whether it is a parcel
     * @param state a folder for this account alone, which is made when it is needed
     * @param clock in the zone of who sends
     * @param watcher is told of looks through many mails
     */
    public MailPost(
            MailLine line,
            String folder,
            @Nullable String processed,
            long largest,
            Predicate<byte[]> ours,
            Disk disk,
            Path state,
            Clock clock,
            LongLook watcher) {
        this.line = line;
        this.folder = folder;
        this.processed = processed;
        this.largest = largest;
        this.clock = clock;
        this.lock = new StateLock(state);
        this.deliveries = new Deliveries(disk, state.resolve("deliveries"));
        Noted noted = new Noted(disk, state.resolve("noted"));
        this.objections = new MailObjections(disk, state.resolve("objections"), noted);
        this.answers = new AnswerBook(disk, state.resolve("answers"));
        String mailbox = line.account().user() + " " + line.account().receiving() + " " + folder;
        MailReader reader = new MailReader(ours, MailLimits.USUAL);
        this.inbox = new Inbox(disk, state, mailbox, reader, deliveries, objections, noted, watcher, lock);
        this.moved = processed == null
                ? null
                : new MailPost(line, processed, null, largest, ours, disk, state.resolve(MOVED), clock, watcher);
    }

    @Override
    public String scheme() {
        return SCHEME;
    }

    @Override
    public Transport open(Address address) throws AddressException {
        if (address.rest().isBlank()) {
            return new MailTransport(this, null);
        }
        return new MailTransport(
                this,
                MailAddress.find(address.rest())
                        .orElseThrow(() -> new AddressException(
                                address.toString(), "it is no address for mail, such as mail:anna@example.org")));
    }

    /** Makes nothing: a mailbox is there or is not. */
    @Override
    public void prepare(Address address) throws AddressException {
        open(address).close();
    }

    /** Returns what left, and what came back. */
    public Deliveries deliveries() {
        return deliveries;
    }

    /** Returns what could not be used. */
    public MailObjections objections() {
        return objections;
    }

    /** Returns which mail brought a parcel that has been listed; empty if it does not lie in the mailbox. */
    public Optional<Origin> origin(String parcel) throws IOException {
        return inbox.known().flatMap(position -> position.named(parcel)).map(Found::origin);
    }

    /**
     * Waits until a mail arrives that has not been looked at when parcels were last listed, here or, if they never were,
     * by anybody; returns at once if there is one. Then list them: it may bring none.
     *
     * @return whether there is one, or else the time is over
     * @throws InterruptedException if the thread is interrupted
     */
    public boolean await(Duration longest) throws TransportException, InterruptedException {
        Optional<Position> known = attempt("wait for mails", inbox::seen);
        return known.isEmpty()
                || new Watch(line, folder, EVERY)
                        .await(known.get().validity(), known.get().next(), longest);
    }

    /**
     * Moves the mails, all of whose parcels are among these, to another folder of the account. They are not listed any
     * more; nothing is ever deleted. Where the server can only move with the risk to lose something, all stays.
     *
     * @param parcels whose results are safely on disk
     */
    public void moveProcessed(SortedSet<String> parcels, String to) throws TransportException {
        String tried = "move mails to " + to;
        attempt(tried, () -> {
            try (Mailbox mailbox = Mailbox.open(line, folder, Mailbox.Access.CHANGE, tried)) {
                mailbox.move(processed(inbox.goOn(mailbox, tried), parcels), to, tried);
                return inbox.goOn(mailbox, tried);
            }
        });
    }

    /** Tells whether a mail lies in the folder, as far as is known, all of whose parcels are among these. */
    boolean hasProcessed(SortedSet<String> parcels) throws TransportException {
        return attempt("look for mails that are dealt with", () -> inbox.known())
                .filter(position -> !processed(position, parcels).isEmpty())
                .isPresent();
    }

    private static SortedSet<Long> processed(Position position, SortedSet<String> parcels) {
        SortedSet<Long> uids = new TreeSet<>(position.uids());
        uids.removeAll(position.refused());
        position.found().stream()
                .filter(found -> !parcels.contains(found.name()))
                .forEach(found -> uids.remove(found.uid()));
        return uids;
    }

    /** Returns whom programs have answered through this account. */
    public AnswerBook answers() {
        return answers;
    }

    /** Reads who is to get a parcel, as an address of this post or without its scheme. */
    static Optional<MailAddress> address(String recipient) {
        String start = SCHEME + ":";
        return MailAddress.find(recipient.startsWith(start) ? recipient.substring(start.length()) : recipient);
    }

    MailLine line() {
        return line;
    }

    String folder() {
        return folder;
    }

    @Nullable
    String processed() {
        return processed;
    }

    /** Returns the same account as a post whose mails arrive where this one puts them; null if it puts them nowhere. */
    @Nullable
    MailPost moved() {
        return moved;
    }

    long largest() {
        return largest;
    }

    Clock clock() {
        return clock;
    }

    Inbox inbox() {
        return inbox;
    }

    /** Does some work on what is known of the account while nobody else does any. */
    <T> T alone(Work<T> work) throws IOException, TransportException {
        return lock.alone(work);
    }

    MailAddress sender(String tried) throws TransportException {
        String own = line.account().address();
        return MailAddress.find(own)
                .orElseThrow(() -> TransportException.lasting(
                        tried, "'" + own + "' of the account is no address for mail, such as anna@example.org", null));
    }

    interface Work<T> {
        T run() throws IOException, TransportException;
    }

    static <T> T attempt(String tried, Work<T> work) throws TransportException {
        try {
            return work.run();
        } catch (IOException e) {
            throw TransportException.passing(tried, "the disk refuses: " + e.getMessage(), e);
        }
    }
}

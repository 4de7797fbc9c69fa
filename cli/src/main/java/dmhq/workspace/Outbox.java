package dmhq.workspace;

import dmhq.format.Bytes;
import dmhq.format.Digest;
import dmhq.format.Party;
import dmhq.format.SeatId;
import dmhq.format.archive.Chain;
import dmhq.format.sealing.Seal;
import dmhq.format.sealing.SealingRecipient;
import dmhq.transports.Address;
import dmhq.transports.AddressException;
import dmhq.transports.Parcel;
import dmhq.transports.Transport;
import dmhq.transports.TransportException;
import dmhq.transports.email.post.MailPost;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is to leave a workspace: sealed, kept until every post has it, and made once unless asked for again.
 *
 * <p>A parcel is kept under a key that says what it is (not what its bytes are, as sealing differs
 * each time): {@code outbox/KEY} holds the bytes, {@code sent/KEY} the name under which they left.
 */
public final class Outbox {

    private static final String FROM_HOST_TO = "_from_" + Party.HOST + "_to_";
    private static final int FOR_OTHERS = 2;

    /** Stands in the key of a turn that somebody asked for, who may lack more than the next one brings. */
    static final String ASKED = "_asked_";

    /** Stands in the key of a notice that only reminds. */
    static final String REMINDER = "_reminder";

    private static final String DRAFT = ".eml";

    private static final Pattern NAME = Pattern.compile(".*_from_[a-z0-9-]+_to_(?<to>[a-z0-9-]+)_.*");

    /** Stands in the key of the last turn of who sat on a seat that was given to somebody else. */
    static final String LAST = "_on_last";

    private final Workspace workspace;
    private final boolean tryingAgain;

    /** Makes the outbox of a workspace. */
    public Outbox(Workspace workspace) {
        this(workspace, true);
    }

    private Outbox(Workspace workspace, boolean tryingAgain) {
        this.workspace = workspace;
        this.tryingAgain = tryingAgain;
    }

    /** Returns the outbox as a watch uses it: what was refused for good rests until it would go elsewhere. */
    public static Outbox ofWatch(Workspace workspace) {
        return new Outbox(workspace, false);
    }

    /**
     * What sending came to.
     *
     * @param sent the names that left for others; where there is no post, of the files in {@link #handOver}
     * @param large those of them that are so large that mails with them may be slow, or refused on the way
     * @param failures why something stays in the outbox
     * @param astray the names of files in {@link #handOver}, for somebody who does not sit on their seat, and is reached
     *     nowhere that is known
     */
    public record Sending(List<String> sent, List<String> large, List<Failure> failures, List<String> astray) {}

    /** What came of parcels at the posts so far. */
    private static final class Tally {
        final Set<Path> kept = new HashSet<>();
        final Set<Path> taken = new HashSet<>();
        final List<Failure> failures = new ArrayList<>();
    }

    /**
     * Why something could not be sent.
     *
     * @param reader who is to have it, if it may be for their address; empty if not, as where the post fails for everyone
     */
    public record Failure(String sentence, Optional<Party> reader) {}

    /** That a parcel in the outbox was refused for good. */
    public record Refused(Party reader, String recipient, String sentence) {}

    /** What a parcel is: kind, turn, parties and revision. */
    public record Label(String kind, int turn, Party from, Party to, int revision) {

        private static final Pattern KEY = Pattern.compile("turn_(?<turn>[0-9]{1,9})(?:_(?<kind>[a-z]+))?"
                + "_from_(?<from>[a-z0-9-]+)_to_(?<to>[a-z0-9-]+)(?:_r(?<revision>[0-9]{1,9}))?(?:_.*)?");

        /** Returns the label of a parcel that is kept under a key. */
        static Label of(String key) {
            Matcher parts = KEY.matcher(key);
            if (!parts.matches()) {
                throw new IllegalArgumentException("no parcel is kept under " + key);
            }
            String kind = parts.group("kind");
            String revision = parts.group("revision");
            return new Label(
                    kind == null ? "turn" : kind,
                    Integer.parseInt(parts.group("turn")),
                    party(parts.group("from")),
                    party(parts.group("to")),
                    revision == null ? 0 : Integer.parseInt(revision));
        }

        private static Party party(String name) {
            return name.equals(Party.HOST.toString()) ? Party.HOST : Party.of(new SeatId(name));
        }

        /**
         * Tells whether a newer parcel says all that this one does: a later turn brings the earlier ones along, and a
         * higher revision replaces the lower.
         */
        boolean isOutdatedBy(Label other) {
            boolean alike = kind.equals(other.kind) && from.equals(other.from) && to.equals(other.to);
            return alike
                    && switch (kind) {
                        case "turn", "request" -> other.turn > turn;
                        case "submission" -> other.turn == turn && other.revision > revision;
                        default -> false;
                    };
        }

        String key(String distinction) {
            return "turn_" + turn + (kind.equals("turn") ? "" : "_" + kind) + "_from_" + from + "_to_" + to
                    + (revision == 0 ? "" : "_r" + revision) + distinction;
        }
    }

    /** Returns for whom a parcel is by its name; empty if it has none that dmhq gave it, which tells nothing. */
    static Optional<String> addressee(String name) {
        Matcher parcel = NAME.matcher(name);
        return parcel.matches() ? Optional.of(parcel.group("to")) : Optional.empty();
    }

    /**
     * Puts a file into the outbox, sealed to its readers, unless it is there or has been sent.
     *
     * @param distinction what tells it from others of the same label; may be empty
     */
    void put(Label label, String distinction, byte[] file, SealingRecipient... readers) throws IOException {
        String key = label.key(distinction);
        if (isKept(key)) {
            return;
        }
        workspace.disk().write(outbox().resolve(key), Seal.close(file, List.of(readers)));
    }

    /**
     * Puts a file that may have left into the outbox again, sealed anew: the post may have lost or
     * damaged it, and the name under which it left is taken.
     */
    void putAgain(Label label, byte[] file, SealingRecipient... readers) throws IOException {
        Path waiting = outbox().resolve(label.key(""));
        if (!workspace.disk().exists(waiting)) {
            workspace.disk().write(waiting, Seal.close(file, List.of(readers)));
        }
    }

    /**
     * Forgets that anything has left under a label, whatever told it from others: who is to have it seems not to, and it
     * leaves again when it is put again.
     */
    void forget(Label label) throws IOException {
        String start = label.key("_");
        for (Path left : workspace.disk().list(sent())) {
            if (fileName(left).startsWith(start)) {
                workspace.disk().remove(left);
            }
        }
    }

    /** Tells whether what is sent lies where everyone reads. */
    boolean isSharedByAll() throws Refusal, IOException {
        for (String post : workspace.place().posts()) {
            try (Transport transport = workspace.surroundings().posts().open(Address.parse(post))) {
                if (!transport.isShared()) {
                    return false;
                }
            } catch (AddressException e) {
                throw Refusal.of(post, e);
            }
        }
        return true;
    }

    /** Tells whether a parcel is in the outbox, whatever tells it from others of its label, for who sits on its seat. */
    boolean isWaiting(Label label) throws IOException {
        return workspace.disk().list(outbox()).stream()
                .map(Outbox::fileName)
                .anyMatch(key -> !key.contains(LAST) && Label.of(key).equals(label));
    }

    boolean isKept(String key) {
        return workspace.disk().exists(outbox().resolve(key))
                || workspace.disk().exists(sent().resolve(key));
    }

    /**
     * Sends all there is over all posts of the session; what a post does not take stays for the next time, and keeps
     * nothing else here. What a newer parcel has made needless is not sent any more.
     *
     * @param chain the session's, which names it
     * @throws Refusal if an address is not one
     */
    public Sending sendAll(Chain chain, Covers covers) throws Refusal, IOException {
        List<String> names = new ArrayList<>();
        List<String> large = new ArrayList<>();
        List<String> astray = new ArrayList<>();
        Tally tally = new Tally();
        dropWhatIsOutdated(chain);
        List<Path> waiting = new ArrayList<>(workspace.disk().list(outbox()));
        SeatId hostSeat = workspace.place().host() ? workspace.place().seat() : null;
        waiting.sort(Comparator.comparingInt(parcel -> order(parcel, hostSeat)));
        List<String> posts = workspace.place().posts();
        if (posts.isEmpty()) {
            for (Path parcel : waiting) {
                workspace
                        .disk()
                        .write(handOver(name(parcel, chain)), workspace.disk().read(parcel));
            }
        }
        for (String post : posts) {
            sendOver(post, waiting, hostSeat, chain, covers, tally);
        }
        for (Path parcel : waiting) {
            if (tally.kept.contains(parcel)) {
                continue;
            }
            if (!posts.isEmpty() && !tally.taken.contains(parcel)) {
                astray.add(name(parcel, chain));
                workspace
                        .disk()
                        .write(handOver(name(parcel, chain)), workspace.disk().read(parcel));
            } else if (order(parcel, hostSeat) == FOR_OTHERS) {
                names.add(name(parcel, chain));
                if (workspace.disk().size(parcel).orElse(0) > MailPost.LARGE) {
                    large.add(name(parcel, chain));
                }
            }
            new Seen(workspace).add(Digest.of(Bytes.of(workspace.disk().read(parcel))), "sent from here", false);
            leave(parcel, name(parcel, chain));
        }
        return new Sending(names, large.isEmpty() || isSharedByAll() ? List.of() : large, tally.failures, astray);
    }

    /** After a time without a post nobody is flooded with what the newest says better. */
    private void dropWhatIsOutdated(Chain chain) throws Refusal, IOException {
        List<Path> waiting = workspace.disk().list(outbox());
        List<Label> labels =
                waiting.stream().map(parcel -> Label.of(fileName(parcel))).toList();
        for (int i = 0; i < waiting.size(); i++) {
            Path parcel = waiting.get(i);
            boolean asked = fileName(parcel).contains(ASKED) || fileName(parcel).contains(LAST);
            if ((!asked && labels.stream().anyMatch(labels.get(i)::isOutdatedBy))
                    || isOutdatedNotice(parcel, waiting, chain)) {
                leave(parcel, "outdated before it left");
            }
        }
    }

    /** What is said of a turn is of no use after it, and a reminder of none to who has sent orders. */
    private boolean isOutdatedNotice(Path parcel, List<Path> waiting, Chain chain) throws Refusal, IOException {
        Label label = Label.of(fileName(parcel));
        if (!label.kind().equals("notice") || label.turn() == Reader.TURNED_DOWN) {
            return false;
        }
        boolean reminder = fileName(parcel).endsWith(REMINDER);
        return label.turn() <= chain.newest()
                || (reminder
                        && (waiting.stream().anyMatch(other -> isLaterReminder(fileName(other), fileName(parcel)))
                                || new HostIntake(workspace)
                                        .hasFinal(label.turn(), label.to().seat(), chain)));
    }

    /** The instant in a key has as many digits as that of another. */
    private static boolean isLaterReminder(String other, String key) {
        return other.endsWith(REMINDER) && Label.of(other).equals(Label.of(key)) && other.compareTo(key) > 0;
    }

    /** Takes a parcel out of the outbox for good. */
    private void leave(Path parcel, String as) throws IOException {
        workspace.disk().write(sent().resolve(fileName(parcel)), utf8(as + "\n"));
        new Attempts(workspace, fileName(parcel)).forget();
        workspace.disk().remove(parcel);
    }

    private void sendOver(
            String post, List<Path> parcels, @Nullable SeatId hostSeat, Chain chain, Covers covers, Tally tally)
            throws Refusal, IOException {
        Set<Path> left = new LinkedHashSet<>(parcels);
        try (Transport transport = workspace.surroundings().posts().open(Address.parse(post))) {
            // A shared folder shows no covers, so none are written for it.
            Covers shown = transport.isShared() ? Covers.NAMES : covers;
            for (Path parcel : parcels) {
                String name = name(parcel, chain);
                Label label = Label.of(fileName(parcel));
                Reader reader = new Reader(workspace, label, fileName(parcel), chain);
                Optional<String> recipient = transport.isShared() ? Optional.of("") : reader.address();
                if (recipient.isEmpty() && transport.needsRecipient()) {
                    if (reader.sits()) {
                        tally.failures.add(new Failure(
                                "post: could not send " + name + ": where " + label.to() + " is reached is not known",
                                Optional.of(label.to())));
                    } else {
                        left.remove(parcel);
                    }
                    continue;
                }
                Attempts attempts = new Attempts(workspace, fileName(parcel));
                Optional<Attempts.Attempt> last =
                        transport.needsRecipient() ? attempts.last(post, recipient.orElse("")) : Optional.empty();
                boolean refused = last.filter(each -> each.refused() != null).isPresent();
                if (refused && !tryingAgain) {
                    continue;
                }
                try {
                    if (last.isEmpty() || refused) {
                        transport.send(new Parcel(
                                name, recipient.orElse(""), workspace.disk().read(parcel), shown.of(label, name)));
                        if (transport.needsRecipient() && isForSeveralPosts()) {
                            // It may come back while another post has yet to take it.
                            attempts.note(new Attempts.Attempt(post, recipient.orElse(""), null));
                        }
                    }
                    left.remove(parcel);
                    tally.taken.add(parcel);
                } catch (TransportException e) {
                    // What others get is not ahead of what a host can find again, if that is a matter of waiting.
                    boolean others = order(parcel, hostSeat) == FOR_OTHERS;
                    if (!e.isOfThisAlone() || (e.retryCanHelp() && !others)) {
                        throw e;
                    }
                    if (!reader.sits() && !e.retryCanHelp()) {
                        // Nobody could say another address.
                        left.remove(parcel);
                        continue;
                    }
                    if (transport.needsRecipient() && !e.retryCanHelp()) {
                        attempts.note(new Attempts.Attempt(post, recipient.orElse(""), String.valueOf(e.getMessage())));
                    }
                    tally.failures.add(new Failure(
                            String.valueOf(e.getMessage()),
                            transport.needsRecipient() && others && reader.sits()
                                    ? Optional.of(label.to())
                                    : Optional.empty()));
                }
            }
        } catch (AddressException e) {
            throw Refusal.of(post, e);
        } catch (TransportException e) {
            tally.failures.add(new Failure(String.valueOf(e.getMessage()), Optional.empty()));
        }
        tally.kept.addAll(left);
    }

    /**
     * Takes one parcel out of the outbox to be handed over as a file; the same file again if it was
     * handed over before.
     *
     * @throws Refusal if it has left over a post already, or another file is in the way
     */
    public void handOver(Label label, Path to) throws Refusal, IOException {
        String key = label.key("");
        Path waiting = outbox().resolve(key);
        Path kept = handedOver(label);
        if (!workspace.disk().exists(waiting) && !workspace.disk().exists(kept)) {
            throw new Refusal(
                    "the " + label.kind() + " has left already; if it never arrives, hand over the parcel it left as");
        }
        byte[] parcel = workspace.disk().read(workspace.disk().exists(waiting) ? waiting : kept);
        workspace.giveOut(to, parcel);
        workspace.disk().write(kept, parcel);
        leave(waiting, fileName(kept));
    }

    /**
     * Writes one parcel out of the outbox as a draft of a mail, to be sent with the player's own mail program; the same
     * again if it was written before.
     *
     * @return the draft's file
     * @throws Refusal if it has left over a post already, or the draft cannot be written
     */
    public Path draft(Label label, Chain chain, Covers covers) throws Refusal, IOException {
        String key = label.key("");
        Path waiting = outbox().resolve(key);
        Path kept = handedOver(label);
        if (!workspace.disk().exists(waiting) && !workspace.disk().exists(kept)) {
            throw new Refusal("the " + label.kind() + " has left already; if it never arrives, submit it again");
        }
        byte[] parcel = workspace.disk().read(workspace.disk().exists(waiting) ? waiting : kept);
        String name = "session_" + chain.session() + "_" + key + "_"
                + Digest.of(Bytes.of(parcel)).abbreviated() + ".zip.age";
        Path folder = workspace.folder().resolve("hand-over");
        try (Transport drafts = workspace.surroundings().posts().open(new Address("draft", folder.toString()))) {
            drafts.send(new Parcel(name, recipient(), parcel, covers.of(label, name)));
        } catch (AddressException | TransportException e) {
            throw new Refusal("the draft", e);
        }
        workspace.disk().write(kept, parcel);
        leave(waiting, name + DRAFT);
        return folder.resolve(name + DRAFT);
    }

    /** Where the host is reached by mail, if one of the posts says it. */
    private String recipient() throws Refusal, IOException {
        return workspace.place().posts().stream()
                .filter(post -> post.startsWith("mail:"))
                .findFirst()
                .orElse("");
    }

    private boolean isForSeveralPosts() throws Refusal, IOException {
        return workspace.place().posts().size() > 1;
    }

    /** Returns what was refused for good, and waits until a command tries it again or it would go elsewhere. */
    public List<Refused> refused() throws Refusal, IOException {
        List<Refused> all = new ArrayList<>();
        for (Path parcel : workspace.disk().list(outbox())) {
            Party reader = Label.of(fileName(parcel)).to();
            for (Attempts.Attempt each : new Attempts(workspace, fileName(parcel)).refusals()) {
                all.add(new Refused(reader, each.recipient(), String.valueOf(each.refused())));
            }
        }
        return all;
    }

    /** Returns what waits to be sent, each by whom it is for. */
    public List<Party> waiting() throws IOException {
        return workspace.disk().list(outbox()).stream()
                .map(parcel -> Label.of(fileName(parcel)).to())
                .toList();
    }

    /**
     * Returns the file as which a parcel was given to the player to be sent or handed over, whether or not that has been
     * done; empty if it left by itself.
     */
    public Optional<Path> givenOut(Label label) throws IOException {
        Path left = sent().resolve(label.key(""));
        if (!workspace.disk().exists(left)) {
            return Optional.empty();
        }
        String name = new String(workspace.disk().read(left), StandardCharsets.UTF_8).strip();
        return name.endsWith(DRAFT) || name.equals(fileName(handedOver(label)))
                ? Optional.of(handOver(name))
                : Optional.empty();
    }

    /** Returns where a parcel lies that was taken out to be handed over. */
    public Path handedOver(Label label) {
        return handOver(label.key("") + ".zip.age");
    }

    /** Returns where a parcel lies that a session without a post hands over by hand. */
    public Path handOver(String name) {
        return workspace.folder().resolve("hand-over").resolve(name);
    }

    private String name(Path parcel, Chain chain) throws IOException {
        byte[] sealed = workspace.disk().read(parcel);
        return "session_" + chain.session() + "_" + fileName(parcel) + "_"
                + Digest.of(Bytes.of(sealed)).abbreviated() + ".zip.age";
    }

    /** What a playing host keeps for itself leaves before what goes by it: its turn, then its orders. */
    private static int order(Path parcel, @Nullable SeatId hostSeat) {
        String key = fileName(parcel);
        if (hostSeat != null && key.contains(FROM_HOST_TO + hostSeat + "_")) {
            return 0;
        }
        return key.contains(FROM_HOST_TO + Party.HOST + "_") ? 1 : FOR_OTHERS;
    }

    private static String fileName(Path file) {
        return file.getFileName().toString();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private Path outbox() {
        return workspace.folder().resolve("outbox");
    }

    private Path sent() {
        return workspace.folder().resolve("sent");
    }
}

package dmhq.workspace;

import dmhq.format.Bytes;
import dmhq.format.Digest;
import dmhq.format.Party;
import dmhq.format.SeatId;
import dmhq.format.archive.Chain;
import dmhq.transports.Address;
import dmhq.transports.AddressException;
import dmhq.transports.Parcel;
import dmhq.transports.Transport;
import dmhq.transports.TransportException;
import dmhq.transports.email.post.MailPost;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Sends what is in the outbox over all posts of a session; without one, lays it out to be handed over. */
public final class Sending {

    private static final String FROM_HOST_TO = "_from_" + Party.HOST + "_to_";
    private static final int FOR_OTHERS = 2;

    private final Workspace workspace;
    private final Outbox outbox;
    private final HandingOver handingOver;
    private final boolean tryingAgain;

    /** Makes the step for a workspace. */
    public Sending(Workspace workspace) {
        this(workspace, true);
    }

    private Sending(Workspace workspace, boolean tryingAgain) {
        this.workspace = workspace;
        this.outbox = new Outbox(workspace);
        this.handingOver = new HandingOver(workspace);
        this.tryingAgain = tryingAgain;
    }

    /** Returns the step as a watch takes it: what was refused for good rests until it would go elsewhere. */
    public static Sending ofWatch(Workspace workspace) {
        return new Sending(workspace, false);
    }

    /**
     * What it came to.
     *
     * @param sent the names that left for others; where there is no post, of the files in {@link HandingOver#file}
     * @param large those of them that are so large that mails with them may be slow, or refused on the way
     * @param failures why something stays in the outbox
     * @param astray the names of files in {@link HandingOver#file}, for somebody who does not sit on their seat, and is reached
     *     nowhere that is known
     */
    public record Result(List<String> sent, List<String> large, List<Failure> failures, List<String> astray) {}

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

    /**
     * Sends all there is over all posts of the session; what a post does not take stays for the next time, and keeps
     * nothing else here. What a newer parcel has made needless is not sent any more.
     *
     * @param chain the session's, which names it
     * @throws Refusal if an address is not one
     */
    public Result sendAll(Chain chain, Covers covers) throws Refusal, IOException {
        List<String> names = new ArrayList<>();
        List<String> large = new ArrayList<>();
        List<String> astray = new ArrayList<>();
        Tally tally = new Tally();
        dropWhatIsOutdated(chain);
        List<Path> waiting = new ArrayList<>(outbox.parcels());
        SeatId hostSeat = workspace.place().host() ? workspace.place().seat() : null;
        waiting.sort(Comparator.comparingInt(parcel -> order(parcel, hostSeat)));
        List<String> posts = workspace.place().posts();
        if (posts.isEmpty()) {
            for (Path parcel : waiting) {
                workspace
                        .disk()
                        .write(
                                handingOver.file(outbox.name(parcel, chain)),
                                workspace.disk().read(parcel));
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
                astray.add(outbox.name(parcel, chain));
                workspace
                        .disk()
                        .write(
                                handingOver.file(outbox.name(parcel, chain)),
                                workspace.disk().read(parcel));
            } else if (order(parcel, hostSeat) == FOR_OTHERS) {
                names.add(outbox.name(parcel, chain));
                if (workspace.disk().size(parcel).orElse(0) > MailPost.LARGE) {
                    large.add(outbox.name(parcel, chain));
                }
            }
            new Seen(workspace).add(Digest.of(Bytes.of(workspace.disk().read(parcel))), "sent from here", false);
            outbox.leave(parcel, outbox.name(parcel, chain));
        }
        return new Result(names, large.isEmpty() || isSharedByAll() ? List.of() : large, tally.failures, astray);
    }

    /** After a time without a post nobody is flooded with what the newest says better. */
    private void dropWhatIsOutdated(Chain chain) throws Refusal, IOException {
        List<Path> waiting = outbox.parcels();
        List<ParcelLabel> labels = waiting.stream()
                .map(parcel -> ParcelLabel.of(Outbox.fileName(parcel)))
                .toList();
        for (int i = 0; i < waiting.size(); i++) {
            Path parcel = waiting.get(i);
            boolean asked = Outbox.fileName(parcel).contains(ParcelLabel.ASKED)
                    || Outbox.fileName(parcel).contains(ParcelLabel.LAST);
            if ((!asked && labels.stream().anyMatch(labels.get(i)::isOutdatedBy))
                    || isOutdatedNotice(parcel, waiting, chain)) {
                outbox.leave(parcel, "outdated before it left");
            }
        }
    }

    /** What is said of a turn is of no use after it, and a reminder of none to who has sent orders. */
    private boolean isOutdatedNotice(Path parcel, List<Path> waiting, Chain chain) throws Refusal, IOException {
        ParcelLabel label = ParcelLabel.of(Outbox.fileName(parcel));
        if (!label.kind().equals("notice") || label.turn() == Reader.TURNED_DOWN) {
            return false;
        }
        boolean reminder = Outbox.fileName(parcel).endsWith(ParcelLabel.REMINDER);
        return label.turn() <= chain.newest()
                || (reminder
                        && (waiting.stream()
                                        .anyMatch(other ->
                                                isLaterReminder(Outbox.fileName(other), Outbox.fileName(parcel)))
                                || new HostIntake(workspace)
                                        .hasFinal(label.turn(), label.to().seat(), chain)));
    }

    /** The instant in a key has as many digits as that of another. */
    private static boolean isLaterReminder(String other, String key) {
        return other.endsWith(ParcelLabel.REMINDER)
                && ParcelLabel.of(other).equals(ParcelLabel.of(key))
                && other.compareTo(key) > 0;
    }

    private void sendOver(
            String post, List<Path> parcels, @Nullable SeatId hostSeat, Chain chain, Covers covers, Tally tally)
            throws Refusal, IOException {
        Set<Path> left = new LinkedHashSet<>(parcels);
        try (Transport transport = workspace.surroundings().posts().open(Address.parse(post))) {
            // A shared folder shows no covers, so none are written for it.
            Covers shown = transport.isShared() ? Covers.NAMES : covers;
            for (Path parcel : parcels) {
                String name = outbox.name(parcel, chain);
                ParcelLabel label = ParcelLabel.of(Outbox.fileName(parcel));
                Reader reader = new Reader(workspace, label, Outbox.fileName(parcel), chain);
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
                Attempts attempts = new Attempts(workspace, Outbox.fileName(parcel));
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

    private boolean isForSeveralPosts() throws Refusal, IOException {
        return workspace.place().posts().size() > 1;
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

    /** What a playing host keeps for itself leaves before what goes by it: its turn, then its orders. */
    private static int order(Path parcel, @Nullable SeatId hostSeat) {
        String key = Outbox.fileName(parcel);
        if (hostSeat != null && key.contains(FROM_HOST_TO + hostSeat + "_")) {
            return 0;
        }
        return key.contains(FROM_HOST_TO + Party.HOST + "_") ? 1 : FOR_OTHERS;
    }
}

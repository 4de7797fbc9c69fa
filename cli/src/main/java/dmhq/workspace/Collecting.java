package dmhq.workspace;

import dmhq.format.Bytes;
import dmhq.format.Digest;
import dmhq.format.SeatId;
import dmhq.format.archive.ArchiveException;
import dmhq.format.archive.Chain;
import dmhq.format.archive.SessionArchive;
import dmhq.format.session.Opening.Style;
import dmhq.transports.Address;
import dmhq.transports.AddressException;
import dmhq.transports.PostNews;
import dmhq.transports.Transport;
import dmhq.transports.TransportException;
import dmhq.transports.email.reading.Attachment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

/** Brings in what lies at the posts, or in files that were handed over. */
public final class Collecting {

    /** What is none of this session's concern. */
    private static final List<Arrival.Kind> PASSED_OVER = List.of(Arrival.Kind.NOT_OURS, Arrival.Kind.ELSEWHERE);

    private final Workspace workspace;
    private final boolean all;
    private final Intake intake;
    private final Seen seen;

    /** Makes the step for a workspace; nothing that came before the session was opened is looked for. */
    public Collecting(Workspace workspace) {
        this(workspace, false);
    }

    private Collecting(Workspace workspace, boolean all) {
        this.workspace = workspace;
        this.all = all;
        this.intake = new Intake(workspace);
        this.seen = new Seen(workspace);
    }

    /** Makes the step for a workspace that something is wrong with, so that no date is trusted: all is looked at. */
    public static Collecting all(Workspace workspace) {
        return new Collecting(workspace, true);
    }

    /** What came, in the order it was looked at, the posts that could not be reached, and what others have to say. */
    public record Result(List<Arrival> arrivals, List<String> failures, List<PostNews> news) {

        public Result {
            arrivals = List.copyOf(arrivals);
            failures = List.copyOf(failures);
            news = List.copyOf(news);
        }

        private Result and(Result later) {
            List<Arrival> both = new ArrayList<>(arrivals);
            both.addAll(later.arrivals);
            Set<String> all = new LinkedHashSet<>(failures);
            all.addAll(later.failures);
            Set<PostNews> told = new LinkedHashSet<>(news);
            told.addAll(later.news);
            return new Result(both, List.copyOf(all), List.copyOf(told));
        }
    }

    /**
     * Takes in what is new at all posts of the session, with what these have to say; in a shared one, what is named for
     * others is not even opened.
     */
    public Result fromPosts() throws Refusal, IOException {
        Place place = workspace.place();
        SeatId seat = place.seat();
        if (place.host() || seat == null) {
            return fromPosts(named(name -> true), true);
        }
        boolean reading = readsOrders();
        Predicate<String> mine = name ->
                ParcelLabel.addressee(name).map(seat.value()::equals).orElse(true) || (reading && isOrders(name));
        // What a mail calls a file is only what somebody wrote.
        Result result = fromPosts(transport -> transport.isShared() ? mine : name -> true, true);
        // A turn that came may be the first in which seats move one after the other.
        Result all = reading || !readsOrders() ? result : result.and(fromPosts(named(Collecting::isOrders), true));
        // Parcels overtake each other, so that what is lost shows when all of them are in.
        return new TurnIntake(workspace)
                .askForLost()
                .map(lost -> all.and(new Result(List.of(lost), List.of(), List.of())))
                .orElse(all);
    }

    /** Orders are addressed to the host, and sealed to the seat that moves next as well. */
    private boolean readsOrders() throws Refusal, IOException {
        Chain chain = workspace.seatArchive().chain();
        return chain.settings().style() == Style.SEQUENTIAL && !chain.opening().hidden();
    }

    private static boolean isOrders(String name) {
        return name.contains("_submission_");
    }

    /** Takes in what this host has sent and does not remember; a post that cannot be reached says nothing of it. */
    void ownFromPosts() throws Refusal, IOException {
        fromPosts(named(Collecting::isOfHost), false);
    }

    /** Takes in also everyone's orders, of which a host that has lost records makes them again. */
    void whatIsMadeAgain() throws Refusal, IOException {
        fromPosts(named(name -> isOfHost(name) || isOrders(name)), false);
    }

    /** Takes in the turns among what is its own alone, for which nobody has to be seated yet. */
    void ownTurnsFromPosts() throws Refusal, IOException {
        fromPosts(named(name -> isOfHost(name) && !name.contains("_receipt_")), false);
    }

    private static boolean isOfHost(String name) {
        return name.contains("_from_host_to_");
    }

    private static Function<Transport, Predicate<String>> named(Predicate<String> name) {
        return transport -> name;
    }

    /**
     * Takes in what is chosen by its name.
     *
     * @param told whether somebody is told what came of it; what a post has to say it says only once
     */
    private Result fromPosts(Function<Transport, Predicate<String>> wanted, boolean told) throws Refusal, IOException {
        List<Arrival> arrivals = new ArrayList<>();
        List<String> failures = new ArrayList<>();
        SortedMap<String, PostNews> news = new TreeMap<>();
        for (String post : workspace.place().posts()) {
            SortedSet<String> kept = new TreeSet<>();
            try (Transport transport = workspace.surroundings().posts().open(Address.parse(post))) {
                for (String name : inOrder(listed(transport).stream()
                        .filter(wanted.apply(transport))
                        .toList())) {
                    try {
                        if (take(name, transport, arrivals)) {
                            kept.add(name);
                        }
                    } catch (TransportException e) {
                        if (!e.isOfThisAlone()) {
                            throw e;
                        }
                        // One parcel that nobody can read does not keep the others from coming.
                        failures.add(String.valueOf(e.getMessage()));
                    }
                }
                if (told) {
                    for (PostNews each : transport.news()) {
                        if (isOfThis(each)) {
                            news.putIfAbsent(each.id(), each);
                        }
                    }
                    transport.areKept(kept);
                }
            } catch (AddressException e) {
                throw Refusal.of(post, e);
            } catch (TransportException e) {
                failures.add(String.valueOf(e.getMessage()));
            }
        }
        return new Result(arrivals, failures, List.copyOf(news.values()));
    }

    /** A post may be of several sessions, each of which tells what is of its own; what is of none is told by any. */
    private boolean isOfThis(PostNews news) throws Refusal, IOException {
        return news.about().isEmpty()
                || news.about().startsWith("session_" + workspace.place().session() + "_");
    }

    /** Tells the posts what somebody was told of their news; before that they say it again. */
    public void wereTold(Result result) throws Refusal, IOException {
        for (String post : workspace.place().posts()) {
            if (!result.news().isEmpty()) {
                tell(post, result.news());
            }
        }
    }

    private void tell(String post, List<PostNews> heard) throws Refusal {
        try (Transport transport = workspace.surroundings().posts().open(Address.parse(post))) {
            transport.wereTold(heard);
        } catch (AddressException e) {
            throw Refusal.of(post, e);
        } catch (TransportException e) {
            // Hearing it twice harms nobody.
            return;
        }
    }

    /** No parcel is older than record 0: it is named after it, and most often sealed to a key in it. */
    private List<String> listed(Transport transport) throws TransportException, Refusal, IOException {
        return all
                ? transport.list()
                : transport.list(workspace.archive().chain().record(0).resolvedAt());
    }

    /**
     * A turn that breaks a receipt is only known by the receipt; and that orders are of a key that a host has
     * forgotten, by its turns.
     */
    private static List<String> inOrder(List<String> names) {
        return names.stream()
                .sorted(Comparator.comparing((String name) -> !name.contains("_receipt_"))
                        .thenComparing(name -> !isOfHost(name)))
                .toList();
    }

    /**
     * Takes in one parcel; what was seen under its bytes is not even mentioned: a folder is full of it.
     *
     * @return whether all that it brought is safely kept, so that it may be put out of the way
     */
    private boolean take(String name, Transport transport, List<Arrival> arrivals)
            throws TransportException, Refusal, IOException {
        byte[] file = transport.fetch(name);
        Digest digest = Digest.of(Bytes.of(file));
        if (!seen.contains(digest)) {
            Arrival arrival = intake.take(name, file, transport.postmark(name));
            if (!PASSED_OVER.contains(arrival.kind())) {
                arrivals.add(arrival);
            }
        }
        return !transport.isShared() && seen.isKept(digest);
    }

    /**
     * Puts a request to the host into the outbox, for all that follows the seat's newest turn.
     *
     * @throws Refusal if this is the host's own workspace, the session is closed, or the host has turned the player down
     */
    public void askHost() throws Refusal, IOException {
        if (workspace.place().host()) {
            throw new Refusal("this is the host's own session, which misses nothing");
        }
        SessionArchive archive = workspace.archive();
        if (archive.closing() != null) {
            throw new Refusal("the session is closed after turn "
                    + archive.chain().newest() + ", and all of it is here; the host has nothing more to send");
        } else if (new TurnedDown(workspace).isOne() && archive.chain().newest() == 0) {
            throw new Refusal("the host has turned down your join and has nothing to send; join again once you are"
                    + " expected");
        }
        new TurnIntake(workspace).askAgain();
    }

    /**
     * Takes in a file that was handed over, or all that is attached to the mails in it.
     *
     * @param name what it is called for people
     */
    public List<Arrival> fromFile(Path file, String name) throws Refusal, IOException {
        Optional<GivenMail> mail = GivenMail.in(file);
        if (mail.isPresent()) {
            return fromMails(mail.get(), name);
        }
        try {
            return List.of(intake.take(name, GivenFile.read(workspace.disk(), file, name)));
        } catch (ArchiveException e) {
            return List.of(left(name, e.getMessage() + "; ask its sender for the file again"));
        }
    }

    private List<Arrival> fromMails(GivenMail mails, String name) throws Refusal, IOException {
        List<Arrival> arrivals = new ArrayList<>();
        SortedMap<String, Integer> passedOver = new TreeMap<>();
        mails.each(mail -> {
            int before = arrivals.size();
            for (Attachment attachment : mail.attachments()) {
                Arrival arrival = intake.take(name + ": " + attachment.name(), attachment.bytes(), mail.postmark());
                boolean silent = PASSED_OVER.contains(arrival.kind())
                        || arrival.sentence().equals(Intake.BEFORE);
                if (!mails.isOne() && silent) {
                    passedOver.merge(arrival.sentence(), 1, Integer::sum);
                } else {
                    arrivals.add(arrival);
                }
            }
            boolean nothing = arrivals.size() == before && mails.isOne();
            boolean broken = arrivals.size() > before
                    && arrivals.get(arrivals.size() - 1).kind() == Arrival.Kind.SET_ASIDE;
            if (mail.cutOff() && (nothing || broken)) {
                arrivals.add(left(mails.isOne() ? name : name + ": " + mail.place(), GivenMail.CUT_OFF));
            }
            for (String objection : mail.objections()) {
                arrivals.add(left(mails.isOne() ? name : name + ": " + mail.place(), objection));
            }
        });
        passedOver.forEach((sentence, times) -> arrivals.add(passedOver(name, sentence, times)));
        return arrivals.isEmpty()
                ? List.of(
                        left(
                                name,
                                "it is mail, and no file of dmhq is attached to it; name the mail that has one, or ask its sender to attach it"))
                : arrivals;
    }

    /** A mailbox is full of what is for other sessions, and one sentence says so. */
    private static Arrival passedOver(String name, String sentence, int times) {
        return new Arrival(
                name,
                Arrival.Kind.KNOWN,
                times
                        + (times == 1 ? " file in it is " : " files in it are ")
                        + sentence.replaceFirst("^[a-z]+: it is ", ""));
    }

    private static Arrival left(String name, String sentence) {
        return new Arrival(name, Arrival.Kind.LEFT, sentence);
    }
}

package dmhq.transports.email.post;

import dmhq.transports.Cover;
import dmhq.transports.Parcel;
import dmhq.transports.ParcelName;
import dmhq.transports.PostNews;
import dmhq.transports.Postmark;
import dmhq.transports.Transport;
import dmhq.transports.TransportException;
import dmhq.transports.email.MailAddress;
import dmhq.transports.email.connecting.Mailbox;
import dmhq.transports.email.connecting.Submission;
import dmhq.transports.email.writing.Mail;
import dmhq.transports.email.writing.MailWriter;
import dmhq.transports.email.writing.MessageIds;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Mail as a transport: parcels leave as mails to their recipients, and are taken in from the folder of the own account.
 *
 * <p>A mailbox is nobody's shared place. What this transport lists is what others, or the account itself, have sent to
 * the account, each content once. {@link #remove} takes back what this very transport has sent to the account itself and
 * what has arrived there; what has left for others cannot be called back.
 */
final class MailTransport implements Transport {

    private static final Duration BETWEEN_ANSWERS = Duration.ofDays(1);

    /** By how much the clocks of a computer and a server may be wrong without a mail being missed. */
    private static final Duration MARGIN = Duration.ofDays(31);

    private final MailPost post;
    private final @Nullable MailAddress everybody;
    private final Submission submission;
    private final SortedMap<String, MailAddress> sent = new TreeMap<>();
    private final @Nullable MailTransport moved;
    private @Nullable Mailbox mailbox;

    /**
     * Makes one.
     *
     * @param everybody who gets parcels that name no recipient; null if that is nobody
     */
    MailTransport(MailPost post, @Nullable MailAddress everybody) {
        this.post = post;
        this.everybody = everybody;
        MailPost beside = post.moved();
        this.moved = beside == null ? null : new MailTransport(beside, null);
        this.submission = new Submission(post.line(), post.largest());
    }

    @Override
    public void send(Parcel parcel) throws TransportException {
        String tried = "send " + parcel.name();
        MailAddress recipient = recipient(parcel, tried);
        MailPost.attempt(tried, () -> {
            Mail mail = MailWriter.mail(parcel, post.sender(tried), recipient, OffsetDateTime.now(post.clock()));
            Delivery delivery = delivery(parcel, recipient, mail, tried);
            if (!delivery.isDone()) {
                note(delivery);
                submission.send(
                        mail,
                        recipient,
                        parcel.cover().occasion() == Cover.Occasion.ANSWER
                                ? Submission.Sender.NOBODY
                                : Submission.Sender.ACCOUNT,
                        tried);
                note(delivery.sentAt(post.clock().instant()));
            }
            return sent.put(parcel.name(), recipient);
        });
    }

    private void note(Delivery delivery) throws IOException, TransportException {
        post.alone(() -> {
            post.deliveries().write(delivery);
            return delivery;
        });
    }

    /** Returns the delivery that is known of, or a new one. */
    private Delivery delivery(Parcel parcel, MailAddress recipient, Mail mail, String tried)
            throws IOException, TransportException {
        String digest = MessageIds.sha256(parcel.bytes());
        Delivery own = new Delivery(
                parcel.name(), recipient.toString(), digest, mail.id(), Optional.empty(), Optional.empty());
        for (Delivery known : post.deliveries().of(parcel.name())) {
            if (!known.digest().equals(digest)) {
                throw TransportException.lasting(
                                tried,
                                "the name is taken by something else that was mailed to " + known.recipient(),
                                null)
                        .ofThisAlone();
            }
            if (known.recipient().equals(own.recipient())) {
                own = known;
            }
        }
        return own;
    }

    private MailAddress recipient(Parcel parcel, String tried) throws TransportException {
        String told = parcel.recipient();
        if (told.isEmpty() && everybody != null) {
            return everybody;
        }
        return MailPost.address(told)
                .orElseThrow(() -> TransportException.lasting(
                                tried, "'" + told + "' is no address for mail, such as anna@example.org", null)
                        .ofThisAlone());
    }

    /** Looks also where mails were moved. */
    @Override
    public List<String> list() throws TransportException {
        String tried = "look into the mailbox";
        Position here = lookAtAll(tried);
        SortedSet<String> names = new TreeSet<>(names(here));
        MailTransport beside = moved;
        if (beside != null && mailbox(tried).has(beside.post.folder(), tried)) {
            for (Found one : beside.lookAtAll(tried).found()) {
                boolean hidden = here.named(one.name())
                        .filter(other -> !other.digest().equals(one.digest()))
                        .isPresent();
                names.add(hidden ? Position.nameOf(one.digest()) : one.name());
            }
        }
        return List.copyOf(names);
    }

    private Position lookAtAll(String tried) throws TransportException {
        return MailPost.attempt(tried, () -> post.inbox().look(mailbox(tried), tried));
    }

    @Override
    public List<String> list(Instant since) throws TransportException {
        Instant now = post.clock().instant();
        Instant earlier = since.isBefore(now) ? since : now;
        if (earlier.isBefore(Instant.EPOCH.plus(MARGIN))) {
            return list();
        }
        LocalDate day = LocalDate.ofInstant(earlier.minus(MARGIN), ZoneOffset.UTC);
        String tried = "look into the mailbox";
        return names(MailPost.attempt(tried, () -> post.inbox().lookSince(day, mailbox(tried), tried)));
    }

    private static List<String> names(Position position) {
        SortedSet<String> names = new TreeSet<>();
        position.found().forEach(found -> names.add(found.name()));
        return List.copyOf(names);
    }

    @Override
    public byte[] fetch(String name) throws TransportException {
        ParcelName.require(name);
        String tried = "fetch " + name;
        MailTransport beside = moved;
        if (beside != null && holds(beside.post, name) && !holds(post, name)) {
            return beside.fetch(name);
        }
        return MailPost.attempt(tried, () -> {
            Optional<Found> known = post.inbox().known().flatMap(position -> position.named(name));
            Found found =
                    known.isPresent() ? known.get() : goOn(tried).named(name).orElseThrow(() -> missing(tried));
            Optional<byte[]> copy = post.inbox().copyOf(found);
            return copy.isPresent()
                    ? copy.get()
                    : post.inbox().readAgain(mailbox(tried), found, tried).orElseThrow(() -> missing(tried));
        });
    }

    private static boolean holds(MailPost post, String name) throws TransportException {
        return MailPost.attempt("look for " + name, () -> post.origin(name)).isPresent();
    }

    private TransportException missing(String tried) {
        return TransportException.lasting(
                        tried,
                        "there is no such parcel in " + post.folder() + " of "
                                + post.line().account().address(),
                        null)
                .ofThisAlone();
    }

    @Override
    public void remove(String name) throws TransportException {
        ParcelName.require(name);
        String tried = "remove " + name;
        MailAddress recipient = sent.get(name);
        if (recipient == null || !recipient.isSameAs(post.sender(tried))) {
            return;
        }
        MailPost.attempt(tried, () -> {
            Position position = goOn(tried);
            for (Delivery delivery : post.deliveries().of(name)) {
                SortedSet<Long> own = new TreeSet<>();
                position.found().stream()
                        .filter(found -> found.digest().equals(delivery.digest()))
                        .filter(found -> found.origin().id().equals(delivery.mail())
                                || found.origin().from().equalsIgnoreCase(recipient.toString()))
                        .forEach(found -> own.add(found.uid()));
                remove(own, tried);
                post.deliveries().forget(name, recipient.toString());
            }
            sent.remove(name);
            return goOn(tried);
        });
    }

    private void remove(SortedSet<Long> mails, String tried) throws TransportException {
        try (Mailbox changing = Mailbox.open(post.line(), post.folder(), Mailbox.Access.CHANGE, tried)) {
            changing.remove(mails, tried);
        }
    }

    private Position goOn(String tried) throws TransportException {
        return MailPost.attempt(tried, () -> post.inbox().goOn(mailbox(tried), tried));
    }

    private Mailbox mailbox(String tried) throws TransportException {
        Mailbox known = mailbox;
        if (known != null && known.isOpen()) {
            return known;
        }
        Mailbox fresh = Mailbox.open(post.line(), post.folder(), Mailbox.Access.LOOK, tried);
        mailbox = fresh;
        return fresh;
    }

    @Override
    public boolean isShared() {
        return false;
    }

    @Override
    public Postmark postmark(String name) throws TransportException {
        return MailPost.attempt("look for the sender of " + name, () -> {
            Optional<Origin> origin = post.origin(name);
            MailPost beside = post.moved();
            return (origin.isPresent() || beside == null ? origin : beside.origin(name))
                    .map(Origin::postmark)
                    .orElse(Postmark.NONE);
        });
    }

    @Override
    public List<PostNews> news() throws TransportException {
        return MailPost.attempt("read what mails could not be used", () -> {
            List<PostNews> news = new ArrayList<>();
            for (MailObjection objection : post.alone(this::ofOurConcern)) {
                news.add(objection.news(answer(objection)));
            }
            return news;
        });
    }

    private List<MailObjection> ofOurConcern() throws IOException {
        List<MailObjection> related = new ArrayList<>();
        for (MailObjection objection : post.objections().all()) {
            if (objection.related()) {
                related.add(objection);
            } else {
                post.objections().forget(objection);
            }
        }
        return related;
    }

    @Override
    public void wereTold(List<PostNews> news) throws TransportException {
        SortedSet<String> ids = new TreeSet<>();
        news.forEach(each -> ids.add(each.id()));
        MailPost.attempt(
                "write down what was told",
                () -> post.alone(() -> {
                    for (MailObjection objection : post.objections().all()) {
                        if (ids.contains(objection.mail())) {
                            post.objections().forget(objection);
                        }
                    }
                    return ids;
                }));
    }

    /**
     * Tells the sender of a mail that could not be used what to do: only somebody to whom mails go anyway, and once a day at
     * most.
     *
     * @return whether that could be done
     */
    private boolean answer(MailObjection objection) throws IOException, TransportException {
        Origin origin = new Origin(objection.from(), null, objection.id(), objection.answerable());
        Instant now = post.clock().instant();
        Optional<MailAddress> to = MailAddress.find(objection.from());
        if (to.isEmpty() || !post.alone(() -> isOurs(origin, now))) {
            return false;
        }
        String tried = "answer " + objection.from();
        try {
            Mail answer = MailWriter.answer(
                    post.sender(tried),
                    to.get(),
                    objection.id(),
                    objection.subject(),
                    "Your mail could not be used: " + objection.reason()
                            + ".\n\nA program wrote this, which is called dmhq.\n",
                    OffsetDateTime.now(post.clock()));
            submission.send(answer, to.get(), Submission.Sender.NOBODY, tried);
            return true;
        } catch (TransportException e) {
            // Whoever is at this end is told of the mail all the same.
            return false;
        }
    }

    /** Notes an answer before it is written, so that of several who would write it one does. */
    private boolean isOurs(Origin origin, Instant now) throws IOException {
        boolean known = post.deliveries().all().stream()
                .anyMatch(delivery -> delivery.recipient().equalsIgnoreCase(origin.from()));
        boolean ours = known && post.answers().mayAnswer(origin, now, BETWEEN_ANSWERS);
        if (ours) {
            post.answers().answer(origin, now);
        }
        return ours;
    }

    @Override
    public void areKept(SortedSet<String> names) throws TransportException {
        String processed = post.processed();
        String tried = "move mails to " + processed;
        if (processed != null && post.hasProcessed(names) && mailbox(tried).canMove(tried)) {
            post.moveProcessed(names, processed);
        }
    }

    @Override
    public boolean awaits(Duration longest) throws TransportException, InterruptedException {
        post.await(longest);
        return true;
    }

    @Override
    public void close() {
        submission.close();
        if (moved != null) {
            moved.close();
        }
        Mailbox known = mailbox;
        mailbox = null;
        if (known != null) {
            known.close();
        }
    }
}

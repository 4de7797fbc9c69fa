package dmhq.transports.email.post;

import static java.nio.charset.StandardCharsets.UTF_8;

import dmhq.format.disk.Disk;
import dmhq.transports.Parcel;
import dmhq.transports.TransportException;
import dmhq.transports.email.connecting.Mailbox;
import dmhq.transports.email.connecting.Sight;
import dmhq.transports.email.reading.Attachment;
import dmhq.transports.email.reading.MailReader;
import dmhq.transports.email.reading.ReadMail;
import dmhq.transports.email.writing.MessageIds;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What lies in one folder of mails, and copies of the parcels there. Nothing is changed in it by looking.
 *
 * <p>Copies are written before the position says that their mail was looked at. So whoever is killed looks again.
 */
final class Inbox {

    /** After so many mails it is written down how far it has come. */
    private static final int STEP = 200;

    /** From so many mails on somebody is told. */
    private static final int MANY = 1_000;

    private static final long FIRST = 1;

    private final Disk disk;
    private final Path folder;
    private final String mailboxName;
    private final MailReader reader;
    private final Deliveries deliveries;
    private final MailObjections objections;
    private final Noted noted;
    private final LongLook watcher;
    private final StateLock lock;

    /** What this very one has seen; others that look meanwhile tell nobody here what came. */
    private @Nullable Position seen;

    Inbox(
            Disk disk,
            Path folder,
            String mailboxName,
            MailReader reader,
            Deliveries deliveries,
            MailObjections objections,
            Noted noted,
            LongLook watcher,
            StateLock lock) {
        this.lock = lock;
        this.disk = disk;
        this.folder = folder;
        this.mailboxName = mailboxName;
        this.reader = reader;
        this.deliveries = deliveries;
        this.objections = objections;
        this.noted = noted;
        this.watcher = watcher;
    }

    /** Returns what was known when somebody last looked; empty if nobody did, or it is lost. */
    Optional<Position> known() throws IOException {
        Path file = folder.resolve("position");
        if (!disk.exists(file)) {
            return Optional.empty();
        }
        return Position.parse(new String(disk.read(file), UTF_8))
                .filter(position -> position.mailbox().equals(mailboxName));
    }

    /** Returns what was known when it looked last itself, or else when somebody did. */
    Optional<Position> seen() throws IOException {
        return seen == null ? known() : Optional.of(seen);
    }

    /** Looks at what is new, and at what is gone; at everything if nothing is known. */
    Position goOn(Mailbox mailbox, String tried) throws TransportException, IOException {
        return look(mailbox, before -> before.map(Position::from).orElse(FIRST), tried);
    }

    /** Looks at everything that has not been looked at, and at what is gone. */
    Position look(Mailbox mailbox, String tried) throws TransportException, IOException {
        return look(mailbox, before -> FIRST, tried);
    }

    /** Looks as {@link #look(Mailbox, String)} does, but leaves out what lies below all that has come since a day. */
    Position lookSince(LocalDate day, Mailbox mailbox, String tried) throws TransportException, IOException {
        long next = mailbox.next(tried);
        return look(
                mailbox,
                before -> {
                    long below = before.map(Position::from).orElse(next);
                    return below <= FIRST ? FIRST : mailbox.firstSince(day, below, tried);
                },
                tried);
    }

    /** Says from which UID on a mailbox is looked at of which that much is known. */
    private interface Start {
        long of(Optional<Position> before) throws TransportException;
    }

    private Position look(Mailbox mailbox, Start start, String tried) throws TransportException, IOException {
        Position now = lock.alone(() -> lookAlone(mailbox, start, tried));
        seen = now;
        return now;
    }

    private Position lookAlone(Mailbox mailbox, Start start, String tried) throws TransportException, IOException {
        long validity = mailbox.validity(tried);
        long serverNext = mailbox.next(tried);
        Optional<Position> known = known();
        Optional<Position> valid = known.filter(position -> position.validity() == validity)
                .filter(position -> serverNext < 1 || serverNext >= position.next());
        long from = start.of(valid);
        Position before = valid.orElseGet(() -> Position.begin(mailboxName, validity, from));
        List<Sight> above = mailbox.from(before.next(), tried);
        List<Sight> below = new ArrayList<>(mailbox.between(from, before.from(), tried));
        if (above.size() + below.size() > MANY) {
            watcher.begins(above.size() + below.size(), mailbox.name());
        }
        Position after = askAgain(mailbox, before, tried);
        after = takeIn(mailbox, above, after, (position, uid) -> position.upTo(uid + 1), tried);
        // From the last to the first, so that what has been looked at has no holes in it whenever it is broken off.
        Collections.reverse(below);
        after = takeIn(mailbox, below, after, Position::downTo, tried);
        after = after.downTo(Math.min(from, after.from())).only(mailbox.present(after.uids(), tried));
        if (known.isEmpty() || !after.equals(known.get())) {
            write(after);
        }
        tidy(after);
        return after;
    }

    /** Says how far a position has come with a mail. */
    private interface Progress {
        Position past(Position position, long uid);
    }

    private Position takeIn(Mailbox mailbox, List<Sight> sights, Position before, Progress progress, String tried)
            throws TransportException, IOException {
        Position position = before;
        for (int at = 0; at < sights.size(); at += STEP) {
            List<Sight> step = sights.subList(at, Math.min(sights.size(), at + STEP));
            SortedSet<Long> uids = new TreeSet<>();
            step.stream().filter(sight -> !sight.deleted()).forEach(sight -> uids.add(sight.uid()));
            SortedSet<Long> worth = mailbox.worthReading(uids, reader, tried);
            for (Sight sight : step) {
                if (worth.contains(sight.uid())) {
                    position = progress.past(takeIn(mailbox, sight, position, tried), sight.uid());
                    // Reading mails whole takes long, and nobody should have to do it twice.
                    write(position);
                }
            }
            position = progress.past(position, step.get(step.size() - 1).uid());
            write(position);
        }
        return position;
    }

    /** What a server did not hand over it may hand over another time. */
    private Position askAgain(Mailbox mailbox, Position before, String tried) throws TransportException, IOException {
        Position position = before;
        for (long uid : mailbox.present(before.refused(), tried)) {
            position = takeIn(mailbox, new Sight(uid, 0, false), position, tried);
        }
        return position;
    }

    private Position takeIn(Mailbox mailbox, Sight sight, Position before, String tried)
            throws TransportException, IOException {
        String refusal = MailObjections.name(sight.uid(), "refused-" + before.validity() + "-" + sight.uid());
        boolean again = before.refused().contains(sight.uid());
        try {
            Position position = read(mailbox, sight, before, tried);
            if (again) {
                objections.withdraw(refusal);
            }
            return position.handed(sight.uid());
        } catch (TransportException e) {
            if (!e.isOfThisAlone()) {
                throw e;
            }
            if (again || !Mailbox.isForNow(e)) {
                ReadMail head = reader.read(head(mailbox, sight, tried));
                objections.add(new MailObjection(
                        refusal,
                        head.from(),
                        head.id(),
                        head.subject(),
                        true,
                        false,
                        "its server does not hand it over (" + said(e, tried)
                                + "), and is asked again each time; look at it in your mail program, and if a file of dmhq"
                                + " is attached to it, save that and name it"));
            }
            return before.refusing(sight.uid());
        }
    }

    /** What was tried is said in better words. */
    private static String said(TransportException failure, String tried) {
        String whole = String.valueOf(failure.getMessage());
        int start = whole.indexOf(tried + ": ");
        return start < 0 ? whole : whole.substring(start + tried.length() + 2);
    }

    /** Returns the head of a mail; nothing if the server does not hand over even that. */
    private byte[] head(Mailbox mailbox, Sight sight, String tried) throws TransportException {
        try {
            return mailbox.head(sight, tried);
        } catch (TransportException e) {
            if (!e.isOfThisAlone()) {
                throw e;
            }
            return new byte[0];
        }
    }

    private Position read(Mailbox mailbox, Sight sight, Position before, String tried)
            throws TransportException, IOException {
        Optional<String> tooLarge = reader.objectionTo(sight.size());
        if (tooLarge.isPresent()) {
            byte[] head = head(mailbox, sight, tried);
            objections.add(objection(sight, MessageIds.sha256(head), reader.read(head), tooLarge.get()));
            return before;
        }
        byte[] bytes = mailbox.download(sight, tried);
        String key = MessageIds.sha256(bytes);
        ReadMail read = reader.read(bytes);
        if (read.bounce().isPresent() && !noted.contains("bounce-" + key)) {
            int lost = 0;
            for (Delivery delivery : deliveries.returned(read.bounce().get())) {
                if (read.bounce().get().permanent()) {
                    String mail = MailObjections.name(sight.uid(), "bounce-" + key + "-" + lost++);
                    objections.add(MailObjection.of(mail, delivery));
                }
                deliveries.write(delivery);
            }
            noted.add("bounce-" + key);
        }
        if (!read.objections().isEmpty()) {
            objections.add(objection(sight, key, read, String.join("; ", read.objections())));
        }
        Position position = before;
        for (Attachment attachment : read.attachments()) {
            byte[] parcel = attachment.bytes();
            String digest = MessageIds.sha256(parcel);
            disk.writeSecret(copy(digest), parcel);
            Origin origin = new Origin(read.from(), read.offset(), read.id(), read.answerable());
            position = position.with(sight.uid(), digest, attachment.name(), origin);
        }
        return position;
    }

    private MailObjection objection(Sight sight, String key, ReadMail read, String reason) throws IOException {
        String mail = MailObjections.name(sight.uid(), key);
        return new MailObjection(
                mail, read.from(), read.id(), read.subject(), isRelated(read), read.answerable(), reason);
    }

    private boolean isRelated(ReadMail read) throws IOException {
        return !read.attachments().isEmpty()
                || read.references().stream().anyMatch(MessageIds::isOurs)
                || deliveries.all().stream().anyMatch(one -> one.recipient().equalsIgnoreCase(read.from()));
    }

    private void write(Position position) throws IOException {
        disk.writeSecret(folder.resolve("position"), position.text().getBytes(UTF_8));
    }

    /** Removes the copies of what does not lie in the mailbox any more. */
    private void tidy(Position position) throws IOException {
        SortedSet<String> needed = new TreeSet<>();
        position.found().forEach(found -> needed.add(found.digest()));
        for (Path copy : disk.list(folder.resolve("parcels"))) {
            if (!needed.contains(copy.getFileName().toString())) {
                disk.remove(copy);
            }
        }
    }

    /** Returns the copy of a parcel; empty if it is not there as it was written. */
    Optional<byte[]> copyOf(Found found) throws IOException {
        Path copy = copy(found.digest());
        if (!disk.exists(copy) || disk.size(copy).orElse(Long.MAX_VALUE) > Parcel.LARGEST) {
            return Optional.empty();
        }
        return Optional.of(disk.read(copy))
                .filter(bytes -> MessageIds.sha256(bytes).equals(found.digest()));
    }

    /** Reads a parcel out of its mail once more; empty if it is not there any more. */
    Optional<byte[]> readAgain(Mailbox mailbox, Found found, String tried) throws TransportException, IOException {
        for (Sight sight : mailbox.from(found.uid(), tried)) {
            if (sight.uid() == found.uid()) {
                for (Attachment attachment :
                        reader.read(mailbox.download(sight, tried)).attachments()) {
                    byte[] bytes = attachment.bytes();
                    if (MessageIds.sha256(bytes).equals(found.digest())) {
                        lock.alone(() -> {
                            disk.writeSecret(copy(found.digest()), bytes);
                            return bytes;
                        });
                        return Optional.of(bytes);
                    }
                }
            }
        }
        return Optional.empty();
    }

    private Path copy(String digest) {
        return folder.resolve("parcels").resolve(digest);
    }
}

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
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What lies in one folder of mails, and copies of the parcels there. Nothing is changed in it by looking.
 *
 * <p>Copies are written before the position says that their mail was looked at. So whoever is killed looks again.
 */
final class Inbox {

    /** After so many mails it is written down how far it has come. */
    private static final int STEP = 200;

    private final Disk disk;
    private final Path folder;
    private final String mailboxName;
    private final MailReader reader;
    private final Deliveries deliveries;
    private final MailObjections objections;

    Inbox(
            Disk disk,
            Path folder,
            String mailboxName,
            MailReader reader,
            Deliveries deliveries,
            MailObjections objections) {
        this.disk = disk;
        this.folder = folder;
        this.mailboxName = mailboxName;
        this.reader = reader;
        this.deliveries = deliveries;
        this.objections = objections;
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

    /** Looks at what is new, and at what is gone. */
    Position look(Mailbox mailbox, String tried) throws TransportException, IOException {
        long validity = mailbox.validity(tried);
        long serverNext = mailbox.next(tried);
        Optional<Position> known = known();
        Position before = known.filter(position -> position.validity() == validity)
                .filter(position -> serverNext < 1 || serverNext >= position.next())
                .orElseGet(() -> Position.unknown(mailboxName, validity));
        Position after = takeIn(mailbox, before, tried);
        after = after.only(mailbox.present(after.uids(), tried));
        if (known.isEmpty() || !after.equals(known.get())) {
            write(after);
        }
        return after;
    }

    private Position takeIn(Mailbox mailbox, Position before, String tried) throws TransportException, IOException {
        Position position = before;
        List<Sight> sights = mailbox.from(position.next(), tried);
        for (int at = 0; at < sights.size(); at += STEP) {
            List<Sight> step = sights.subList(at, Math.min(sights.size(), at + STEP));
            SortedSet<Long> uids = new TreeSet<>();
            step.stream().filter(sight -> !sight.deleted()).forEach(sight -> uids.add(sight.uid()));
            SortedSet<Long> worth = mailbox.worthReading(uids, reader, tried);
            for (Sight sight : step) {
                if (worth.contains(sight.uid())) {
                    position = takeIn(mailbox, sight, position, tried);
                }
            }
            position = position.upTo(step.get(step.size() - 1).uid() + 1);
            write(position);
        }
        return position;
    }

    private Position takeIn(Mailbox mailbox, Sight sight, Position before, String tried)
            throws TransportException, IOException {
        String mail = before.validity() + "-" + sight.uid();
        Optional<String> tooLarge = reader.objectionTo(sight.size());
        if (tooLarge.isPresent()) {
            objections.add(new MailObjection(mail, "", "", "", false, false, tooLarge.get()));
            return before;
        }
        ReadMail read = reader.read(mailbox.download(sight, tried));
        if (read.bounce().isPresent()) {
            for (Delivery lost : deliveries.note(read.bounce().get())) {
                objections.add(MailObjection.of(mail, lost));
            }
        }
        if (!read.objections().isEmpty()) {
            objections.add(new MailObjection(
                    mail,
                    read.from(),
                    read.id(),
                    read.subject(),
                    isRelated(read),
                    read.answerable(),
                    String.join("; ", read.objections())));
        }
        Position position = before;
        for (Attachment attachment : read.attachments()) {
            byte[] bytes = attachment.bytes();
            String digest = MessageIds.sha256(bytes);
            disk.write(copy(digest), bytes);
            Origin origin = new Origin(read.from(), read.id(), read.answerable());
            position = position.with(sight.uid(), digest, attachment.name(), origin);
        }
        return position;
    }

    private boolean isRelated(ReadMail read) throws IOException {
        return !read.attachments().isEmpty()
                || read.references().stream().anyMatch(MessageIds::isOurs)
                || deliveries.all().stream().anyMatch(one -> one.recipient().equalsIgnoreCase(read.from()));
    }

    private void write(Position position) throws IOException {
        disk.write(folder.resolve("position"), position.text().getBytes(UTF_8));
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
                        disk.write(copy(found.digest()), bytes);
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

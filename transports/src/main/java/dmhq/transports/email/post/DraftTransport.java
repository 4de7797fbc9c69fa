package dmhq.transports.email.post;

import dmhq.format.disk.Disk;
import dmhq.transports.Parcel;
import dmhq.transports.ParcelName;
import dmhq.transports.Transport;
import dmhq.transports.TransportException;
import dmhq.transports.email.MailAddress;
import dmhq.transports.email.reading.MailLimits;
import dmhq.transports.email.reading.MailReader;
import dmhq.transports.email.writing.MailWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A folder of drafts. Nothing ever arrives in it: a draft is no parcel until somebody sends it. */
final class DraftTransport implements Transport {

    private final Path folder;
    private final Disk disk;
    private final MailAddress sender;
    private final Clock clock;
    private final SortedMap<String, Parcel> written = new TreeMap<>();

    DraftTransport(Path folder, Disk disk, MailAddress sender, Clock clock) {
        this.folder = folder;
        this.disk = disk;
        this.sender = sender;
        this.clock = clock;
    }

    /** Writes a draft; to whom, is left open if the parcel does not name an address for mail. */
    @Override
    public void send(Parcel parcel) throws TransportException {
        String tried = "write the draft of " + parcel.name();
        MailPost.attempt(tried, () -> {
            Path file = file(parcel.name());
            if (!disk.exists(file)) {
                Optional<MailAddress> recipient = MailPost.address(parcel.recipient());
                disk.write(
                        file,
                        MailWriter.draft(parcel, sender, recipient, OffsetDateTime.now(clock))
                                .bytes());
            } else if (!holds(parcel)) {
                throw TransportException.lasting(tried, "the name is taken by something else in " + folder, null)
                        .ofThisAlone();
            }
            return written.put(parcel.name(), parcel);
        });
    }

    /** Returns nothing. */
    @Override
    public List<String> list() {
        return List.of();
    }

    @Override
    public byte[] fetch(String name) throws TransportException {
        throw TransportException.lasting(
                        "fetch " + ParcelName.require(name),
                        "there is no such parcel among drafts, which only leave",
                        null)
                .ofThisAlone();
    }

    @Override
    public void remove(String name) throws TransportException {
        ParcelName.require(name);
        MailPost.attempt("remove the draft of " + name, () -> {
            Parcel own = written.get(name);
            if (own != null && holds(own)) {
                disk.remove(file(name));
            }
            return name;
        });
    }

    private boolean holds(Parcel parcel) throws IOException {
        if (!disk.exists(file(parcel.name()))) {
            return false;
        }
        byte[] content = parcel.bytes();
        byte[] start = Arrays.copyOf(content, Math.min(content.length, MailReader.HEAD));
        return new MailReader(head -> Arrays.equals(head, start), MailLimits.USUAL)
                .read(disk.read(file(parcel.name()))).attachments().stream()
                        .anyMatch(found -> Arrays.equals(found.bytes(), content));
    }

    private Path file(String name) {
        return folder.resolve(ParcelName.require(name) + ".eml");
    }

    @Override
    public boolean isShared() {
        return false;
    }

    @Override
    public boolean needsRecipient() {
        return false;
    }

    /** Does nothing: a folder is not held open. */
    @Override
    public void close() {}
}

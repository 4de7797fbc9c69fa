package dmhq.transports.email.post;

import dmhq.format.disk.Disk;
import dmhq.transports.Address;
import dmhq.transports.AddressException;
import dmhq.transports.Post;
import dmhq.transports.Transport;
import dmhq.transports.email.MailAddress;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;

/**
 * The post of {@code draft:FOLDER} addresses: each parcel becomes a mail in a file, which somebody opens in their own
 * mail program and sends. A relative folder, or none, starts at {@code base}.
 *
 * @param sender who will send them, as they stand in their head
 * @param clock in the zone of who sends them
 */
public record DraftPost(Disk disk, Path base, MailAddress sender, Clock clock) implements Post {

    @Override
    public String scheme() {
        return "draft";
    }

    @Override
    public Transport open(Address address) throws AddressException {
        try {
            return new DraftTransport(base.resolve(address.rest()).normalize(), disk, sender, clock);
        } catch (InvalidPathException e) {
            throw new AddressException(address.toString(), "the folder cannot be a path here");
        }
    }

    /** Makes nothing: the folder is made with the first draft. */
    @Override
    public void prepare(Address address) throws AddressException {
        open(address).close();
    }
}

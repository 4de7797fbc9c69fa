package dmhq.transports.folder;

import dmhq.format.disk.Disk;
import dmhq.transports.Address;
import dmhq.transports.AddressException;
import dmhq.transports.Post;
import dmhq.transports.TransportException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * The post of {@code folder:PATH} addresses; a relative path starts at {@code base}. An address
 * without a path, or with one the file system cannot read, is refused.
 */
public record FolderPost(Disk disk, Path base) implements Post {

    @Override
    public String scheme() {
        return "folder";
    }

    @Override
    public FolderTransport open(Address address) throws AddressException {
        if (address.rest().isBlank()) {
            throw new AddressException(address.toString(), "it names no folder");
        }
        try {
            return new FolderTransport(base.resolve(address.rest()).normalize(), disk);
        } catch (InvalidPathException e) {
            throw new AddressException(address.toString(), "the folder cannot be a path here");
        }
    }

    @Override
    public void prepare(Address address) throws AddressException, TransportException {
        open(address).prepare();
    }
}

package dmhq.cli;

import dmhq.transports.Address;
import dmhq.transports.AddressException;
import java.nio.file.Path;

/** Addresses as people type them: a folder may be meant from where they stand. */
final class Addresses {

    private static final String FOLDER = "folder";

    private Addresses() {}

    /** Returns an address that means the same from everywhere. */
    static Address absolute(Address address, Path from) throws AddressException {
        return address.scheme().equals(FOLDER)
                ? Address.parse(FOLDER + ":" + from.resolve(address.rest()).normalize())
                : address;
    }

    /** Tells whether a text is an address rather than a file. */
    static boolean isOne(String text) {
        return text.startsWith(FOLDER + ":");
    }
}

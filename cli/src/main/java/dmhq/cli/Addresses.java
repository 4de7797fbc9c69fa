package dmhq.cli;

import dmhq.transports.Address;
import dmhq.transports.AddressException;
import dmhq.workspace.Refusal;
import java.util.ArrayList;
import java.util.List;

/** Addresses as people type them: a folder may be meant from where they stand. */
final class Addresses {

    private static final String FOLDER = "folder";

    private Addresses() {}

    /**
     * Returns an address that means the same from everywhere.
     *
     * @throws Refusal if it leads to no post there is; the post itself may be away
     */
    static Address absolute(String typed, Terminal terminal) throws Refusal {
        try {
            Address address = Address.parse(typed);
            terminal.surroundings().posts().open(address).close();
            return address.scheme().equals(FOLDER)
                    ? Address.parse(FOLDER + ":"
                            + terminal.folder().resolve(address.rest()).normalize())
                    : address;
        } catch (AddressException e) {
            throw new Refusal(
                    String.valueOf(e.getMessage()).replaceFirst("^post: ", "").replaceFirst(":$", "")
                            + "; a post is named by an address such as folder:PATH");
        }
    }

    /**
     * Returns addresses that mean the same from everywhere.
     *
     * @throws Refusal as {@link #absolute} does
     */
    static List<String> allAbsolute(List<String> typed, Terminal terminal) throws Refusal {
        List<String> addresses = new ArrayList<>();
        for (String each : typed) {
            addresses.add(absolute(each, terminal).toString());
        }
        return addresses;
    }

    /** Tells whether a text is an address rather than a file. */
    static boolean isOne(String text) {
        return text.startsWith(FOLDER + ":");
    }
}

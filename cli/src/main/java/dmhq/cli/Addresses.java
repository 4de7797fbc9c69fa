package dmhq.cli;

import dmhq.transports.Address;
import dmhq.transports.AddressException;
import dmhq.workspace.MailSettings;
import dmhq.workspace.Refusal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Addresses as people type them: a folder may be meant from where they stand. */
final class Addresses {

    private static final String FOLDER = "folder";
    private static final String MAIL = "mail";

    /** The scheme of drafts, and what {@code --via} calls them. */
    static final String DRAFT = "draft";

    /** Those whose addresses are folders. */
    private static final List<String> PATHS = List.of(FOLDER, DRAFT);

    private static final List<String> SCHEMES = List.of(FOLDER, DRAFT, MAIL);

    private Addresses() {}

    /**
     * Returns an address that means the same from everywhere.
     *
     * @throws Refusal if it leads to no post there is; the post itself may be away
     */
    static Address absolute(String typed, Terminal terminal) throws Refusal {
        try {
            Address address = own(Address.parse(typed), terminal);
            terminal.surroundings().posts().open(address).close();
            return PATHS.contains(address.scheme())
                    ? Address.parse(address.scheme() + ":"
                            + terminal.folder().resolve(address.rest()).normalize())
                    : address;
        } catch (AddressException e) {
            throw new Refusal(String.valueOf(e.getMessage()).replaceFirst("^post: ", "")
                    + "; a post is named by an address such as folder:PATH, mail:NAME@DOMAIN or draft:PATH");
        } catch (IOException e) {
            throw new Refusal("your mail account cannot be read", e);
        }
    }

    /** A host who says only that mail is the post means the own address, which is written into invitations. */
    private static Address own(Address address, Terminal terminal) throws Refusal, IOException {
        if (!address.scheme().equals(MAIL) || !address.rest().isBlank()) {
            return address;
        }
        return MailSettings.kept(
                        terminal.surroundings().disk(), terminal.surroundings().home())
                .map(settings -> new Address(MAIL, settings.address()))
                .orElse(address);
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

    /** Returns the address for mail in one of a post, such as {@code mail:anna@example.org}; empty if it is another. */
    static Optional<String> mailed(String address) {
        String start = MAIL + ":";
        return address.startsWith(start) ? Optional.of(address.substring(start.length())) : Optional.empty();
    }

    /** Returns the folder in an address of drafts; empty if it is another. */
    static Optional<String> drafted(String address) {
        String start = DRAFT + ":";
        return address.startsWith(start) ? Optional.of(address.substring(start.length())) : Optional.empty();
    }

    /** Tells whether a text is an address rather than a file. */
    static boolean isOne(String text) {
        return SCHEMES.stream().anyMatch(scheme -> text.startsWith(scheme + ":"));
    }
}

package dmhq.workspace;

import dmhq.format.disk.Disk;
import dmhq.transports.Address;
import dmhq.transports.AddressException;
import dmhq.transports.Post;
import dmhq.transports.Transport;
import dmhq.transports.email.MailAddress;
import dmhq.transports.email.post.DraftPost;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/**
 * The post of {@code draft:FOLDER} addresses: each parcel becomes a mail in a file, from the address of the player's
 * identity, which the player opens in a mail program and sends.
 */
public final class OwnDrafts implements Post {

    private static final String SCHEME = "draft";

    private final Disk disk;
    private final Path base;
    private final Clock clock;
    private final Path home;

    /**
     * Makes it.
     *
     * @param base where a relative folder starts
     * @param clock in the zone of the player, which mails name
     * @param home where the player's identity is
     */
    public OwnDrafts(Disk disk, Path base, Clock clock, Path home) {
        this.disk = disk;
        this.base = base;
        this.clock = clock;
        this.home = home;
    }

    /** Tells whether an address is one of drafts, which nobody can read but who writes them. */
    static boolean isOne(String address) {
        return address.startsWith(SCHEME + ":");
    }

    /** Returns the addresses that are also of use to others, for whom a folder of somebody else's drafts is none. */
    static List<String> without(List<String> addresses) {
        return addresses.stream().filter(address -> !isOne(address)).toList();
    }

    @Override
    public String scheme() {
        return SCHEME;
    }

    /**
     * Returns the transport.
     *
     * @throws AddressException if there is no identity yet, or its address is none for mail
     */
    @Override
    public Transport open(Address address) throws AddressException {
        try {
            String email = Home.email(disk, home);
            MailAddress sender = MailAddress.find(email)
                    .orElseThrow(() -> new AddressException(
                            address.toString(), "your identity's address " + email + " is none for mail"));
            return new DraftPost(disk, base, sender, clock).open(address);
        } catch (Refusal | IOException e) {
            throw new AddressException(address.toString(), String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void prepare(Address address) throws AddressException {
        open(address).close();
    }
}

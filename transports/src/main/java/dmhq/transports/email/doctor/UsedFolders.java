package dmhq.transports.email.doctor;

import java.util.Optional;

/**
 * Which folders of the mailbox are used, by the names that people give them.
 *
 * @param arriving in which mails are looked for
 * @param processed to which they are moved when they are dealt with; empty if they stay where they are
 */
public record UsedFolders(String arriving, Optional<String> processed) {

    /** The inbox alone. */
    public static final UsedFolders INBOX = new UsedFolders("INBOX", Optional.empty());
}

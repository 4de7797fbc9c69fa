package dmhq.transports.email.reading;

import java.util.List;

/**
 * The news that a mail did not arrive.
 *
 * @param recipient who did not get it, perhaps empty
 * @param permanent that it never will, unless something is changed; otherwise its server still tries
 * @param reason what the server that gave up said, in one line
 * @param mails the ids that the mail may have had, as they stand in its head
 * @param text what else was said of it, for whoever must guess which mail it was
 */
public record Bounce(String recipient, boolean permanent, String reason, List<String> mails, String text) {

    /** Makes one. */
    public Bounce {
        mails = List.copyOf(mails);
    }
}

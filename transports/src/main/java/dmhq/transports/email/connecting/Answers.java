package dmhq.transports.email.connecting;

import jakarta.mail.Flags;
import org.eclipse.angus.mail.imap.protocol.FLAGS;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.RFC822SIZE;

/** What a server told of one mail when asked for flags and size. */
record Answers(FetchResponse told) {

    boolean isDeleted() {
        FLAGS flags = told.getItem(FLAGS.class);
        return flags != null && flags.contains(Flags.Flag.DELETED);
    }

    long size() {
        RFC822SIZE size = told.getItem(RFC822SIZE.class);
        return size == null ? 0 : size.size;
    }
}

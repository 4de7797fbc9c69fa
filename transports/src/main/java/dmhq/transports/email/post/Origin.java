package dmhq.transports.email.post;

import dmhq.transports.Postmark;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * The mail that brought a parcel, for manners and for people; nothing of it is proved.
 *
 * @param from its sender's address, perhaps empty
 * @param offset of its sender's clock from UTC; null where it does not say
 * @param id its Message-ID with the brackets, perhaps empty
 * @param answerable that a program may answer it (RFC 3834): it is not from a program, a list, or nobody
 */
public record Origin(String from, @Nullable ZoneOffset offset, String id, boolean answerable) {

    /** Returns what it says of where it came from. */
    Postmark postmark() {
        return new Postmark(from, offset);
    }
}

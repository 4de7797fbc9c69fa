package dmhq.transports;

import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * What a post says of where a parcel came from, which proves nothing.
 *
 * @param sender the address; empty where the post does not say
 * @param offset by how much the sender's clock differed from UTC then; null where the post does not say
 */
public record Postmark(String sender, @Nullable ZoneOffset offset) {

    /** That of a post that says nothing. */
    public static final Postmark NONE = new Postmark("", null);
}

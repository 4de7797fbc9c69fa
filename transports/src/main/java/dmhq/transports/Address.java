package dmhq.transports;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a post is, as players write it: {@code folder:/mnt/share/sabres}.
 *
 * <p>The scheme says which kind of post, in lower case; the rest is for that post to read, as it
 * was written.
 */
public record Address(String scheme, String rest) {

    private static final Pattern SHAPE = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):(\\P{Cntrl}*)");

    /**
     * Reads an address.
     *
     * @throws AddressException if it is not a scheme, a colon and one line without control
     *     characters
     */
    public static Address parse(String text) throws AddressException {
        Matcher parts = SHAPE.matcher(text);
        if (!parts.matches()) {
            throw new AddressException(text, "it is not of the form SCHEME:PLACE, such as folder:/mnt/share");
        }
        return new Address(parts.group(1).toLowerCase(Locale.ROOT), parts.group(2));
    }

    @Override
    public String toString() {
        return scheme + ":" + rest;
    }
}

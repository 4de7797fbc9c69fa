package dmhq.transports.email.writing;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a mail goes: {@code anna@example.org}, without a name or brackets.
 *
 * @param local what the domain's own servers read; ASCII without spaces and quotes
 * @param domain in ASCII, as it stands in the name system
 */
public record MailAddress(String local, String domain) {

    private static final Pattern SHAPE = Pattern.compile("([A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64})@([^@\\s]{1,255})");
    private static final Pattern DOMAIN = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?");

    /** Reads an address; empty if it is none that every mail server understands. */
    public static Optional<MailAddress> parse(String text) {
        Matcher parts = SHAPE.matcher(text.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            String domain = IDN.toASCII(parts.group(2));
            return DOMAIN.matcher(domain).matches() && !domain.contains("..")
                    ? Optional.of(new MailAddress(parts.group(1), domain.toLowerCase(Locale.ROOT)))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Tells whether mails to both arrive at the same place, as far as one can know. */
    public boolean isSameAs(MailAddress other) {
        return local.equalsIgnoreCase(other.local) && domain.equals(other.domain);
    }

    @Override
    public String toString() {
        return local + "@" + domain;
    }
}

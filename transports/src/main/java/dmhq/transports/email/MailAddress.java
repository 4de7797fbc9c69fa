package dmhq.transports.email;

import dmhq.transports.AddressException;
import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address of mail, such as people have: {@code kerensky@example.org} (RFC 5321, without the forms
 * that no provider gives out).
 *
 * @param local what stands before the @, as it was written
 * @param domain what stands behind it, in lower case, in its ASCII form
 */
public record MailAddress(String local, String domain) {

    private static final int LONGEST_LOCAL = 64;
    private static final int LONGEST_DOMAIN = 253;

    private static final Pattern LOCAL =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
    private static final Pattern DOMAIN =
            Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])");
    /** Which the Java library spells otherwise than today's registries do, so that it would ask somebody else. */
    private static final Pattern SPELT_IN_TWO_WAYS = Pattern.compile("[\u00DF\u1E9E\u03C2\u200C\u200D]");

    /**
     * Reads an address.
     *
     * @throws AddressException if it is not a name, an @ and a domain; the message says what is odd
     */
    public static MailAddress parse(String written) throws AddressException {
        int at = written.lastIndexOf('@');
        if (at < 1) {
            throw new AddressException(written, "an address of mail is of the form NAME@DOMAIN");
        }
        String local = written.substring(0, at);
        if (local.length() > LONGEST_LOCAL || !LOCAL.matcher(local).matches()) {
            throw new AddressException(
                    written,
                    "before the @ stand at most " + LONGEST_LOCAL
                            + " letters of ASCII, digits and signs, without spaces and quotes");
        }
        return new MailAddress(local, domain(written, written.substring(at + 1)));
    }

    /** Returns an address; empty if it is none. */
    public static Optional<MailAddress> find(String written) {
        try {
            return Optional.of(parse(written.strip()));
        } catch (AddressException e) {
            return Optional.empty();
        }
    }

    private static String domain(String written, String domain) throws AddressException {
        if (SPELT_IN_TWO_WAYS.matcher(domain).find()) {
            throw new AddressException(written, "write the domain in its form of ASCII, which starts with xn--");
        }
        String ascii;
        try {
            ascii = IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            throw new AddressException(written, "'" + domain.replaceAll("\\p{Cntrl}", "?") + "' is no domain");
        }
        if (ascii.length() > LONGEST_DOMAIN || !DOMAIN.matcher(ascii).matches()) {
            throw new AddressException(written, "behind the @ stands a domain such as example.org");
        }
        return ascii;
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

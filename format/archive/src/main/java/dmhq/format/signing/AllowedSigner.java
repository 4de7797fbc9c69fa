package dmhq.format.signing;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of the file that {@code ssh-keygen -Y verify -f} trusts (ALLOWED SIGNERS in
 * ssh-keygen(1)): who signs with which key, for dmhq's namespaces only.
 *
 * <p>The identity is a name or address without white space and without the characters that have a
 * meaning in such a line ({@code , " * ? ! #}).
 */
public record AllowedSigner(String identity, VerifyingKey key) {

    private static final String NAMESPACES = "namespaces=\"dmhq-*\"";
    private static final Pattern IDENTITY = Pattern.compile("[^\\s\\p{Cc},\"*?!#]+");
    private static final Pattern LINE = Pattern.compile("(\\S+) " + Pattern.quote(NAMESPACES) + " (.+)");

    public AllowedSigner {
        if (!IDENTITY.matcher(identity).matches()) {
            throw new IllegalArgumentException("not an identity: " + SigningException.quoted(identity));
        }
    }

    /**
     * Reads a line as {@link #toString} writes it; a comment may follow the key.
     *
     * @throws SigningException if the line has other options, patterns for an identity, or no usable
     *     key
     */
    public static AllowedSigner parse(String line) throws SigningException {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches() || !IDENTITY.matcher(parts.group(1)).matches()) {
            throw SigningException.key("expected 'identity " + NAMESPACES + " " + VerifyingKey.TYPE + " AAAA…'", line);
        }
        return new AllowedSigner(parts.group(1), VerifyingKey.parse(parts.group(2)));
    }

    /** Returns the line, without a line end. */
    @Override
    public String toString() {
        return identity + " " + NAMESPACES + " " + key;
    }
}

package dmhq.format.signing;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * What a signature is for, so that one made for a file cannot be passed off as one for orders.
 *
 * <p>Its text is the namespace of PROTOCOL.sshsig, given to {@code ssh-keygen -Y verify -n}.
 */
public enum Namespace {
    /** The manifest of one file. */
    FILE("dmhq-file"),
    /** One record of the chain. */
    RECORD("dmhq-record"),
    /** The header of one seat's orders. */
    ORDERS("dmhq-orders"),
    /** A request that changes the roster. */
    ROSTER("dmhq-roster"),
    /** The secrets of a session that is over. */
    CLOSING("dmhq-closing");

    private final String text;

    Namespace(String text) {
        this.text = text;
    }

    /** Returns the namespace as PROTOCOL.sshsig carries it. */
    public String text() {
        return text;
    }

    /**
     * Returns the namespace with the given text.
     *
     * @throws SigningException if dmhq has no such namespace
     */
    public static Namespace parse(String text) throws SigningException {
        for (Namespace namespace : values()) {
            if (namespace.text.equals(text)) {
                return namespace;
            }
        }
        throw SigningException.signature(
                "expected one of the namespaces "
                        + Arrays.stream(values()).map(Namespace::text).collect(Collectors.joining(", ")),
                text);
    }

    @Override
    public String toString() {
        return text;
    }
}

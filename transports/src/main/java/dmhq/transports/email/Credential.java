package dmhq.transports.email;

/**
 * What proves to a server whose account it is, asked for anew at each log-in, and shown to nobody else.
 *
 * @param kind how it is used
 * @param source gives the password or token when it is needed
 */
public record Credential(Kind kind, Source source) {

    /** How a server is shown it. */
    public enum Kind {
        /** As a password, which may be one made for this program alone. */
        PASSWORD,
        /** As a token of OAuth 2 (XOAUTH2). */
        TOKEN
    }

    /** Where it comes from: a prompt, the environment, a program. */
    @FunctionalInterface
    public interface Source {

        /**
         * Returns it; the caller forgets it after use.
         *
         * @throws SecretException if there is none, with the reason, which holds nothing secret
         */
        String secret() throws SecretException;

        /** Hears whether a server let somebody in with what was given last; where it may do so later, nothing is heard. */
        default void heard(boolean letIn) {}
    }

    @Override
    public String toString() {
        return kind.toString();
    }
}

package dmhq.transports.email.doctor;

import dmhq.transports.email.Credential;
import dmhq.transports.email.SecretException;
import org.jspecify.annotations.Nullable;

/** What proves whose account it is, asked for at most once in an examination. */
final class Secret {

    private final Credential.Source source;
    private @Nullable String value;

    Secret(Credential.Source source) {
        this.source = source;
    }

    String get() throws Ailment {
        if (value == null) {
            value = ask();
        }
        return value;
    }

    private String ask() throws Ailment {
        String secret;
        try {
            secret = source.secret();
        } catch (SecretException e) {
            throw new Ailment(
                    "There is nothing to log in with: " + e.getMessage() + ".",
                    "Set right where the password or token comes from, and try again.");
        }
        if (secret.isEmpty() || secret.chars().anyMatch(Character::isISOControl)) {
            throw new Ailment(
                    "The password or token is empty, or has the end of a line or the like in it.",
                    "Give it on one line, with nothing else.");
        }
        return secret;
    }
}

package dmhq.transports.email;

import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A secret that a person types in. */
public final class FromPrompt implements Credential.Source {

    private final String question;
    private final Function<String, char @Nullable []> console;

    /**
     * Prepares to ask.
     *
     * @param console shows a question, and returns what is typed without showing it; null if nobody is there
     */
    public FromPrompt(String question, Function<String, char @Nullable []> console) {
        this.question = question;
        this.console = console;
    }

    @Override
    public String secret() throws SecretException {
        char[] typed = console.apply(question);
        if (typed == null) {
            throw new SecretException("nobody is there to be asked for it");
        }
        try {
            if (new String(typed).isBlank()) {
                throw new SecretException("nothing was typed in");
            }
            return new String(typed);
        } finally {
            Arrays.fill(typed, ' ');
        }
    }
}

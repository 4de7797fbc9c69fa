package dmhq.transports.email;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A secret in a variable of the environment. */
public final class FromEnvironment implements Credential.Source {

    private final String name;
    private final Function<String, @Nullable String> environment;

    /**
     * Prepares to look into a variable.
     *
     * @param environment the value of a variable, or null if it is not set
     */
    public FromEnvironment(String name, Function<String, @Nullable String> environment) {
        this.name = name;
        this.environment = environment;
    }

    @Override
    public String secret() throws SecretException {
        String value = environment.apply(name);
        if (value == null || value.isBlank()) {
            throw new SecretException("the environment variable " + name + " is not set");
        }
        return value;
    }
}

package dmhq.engine;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Plays the games of a contract in a second Java runtime, with other habits than this one. */
final class OtherRuntime {

    private OtherRuntime() {}

    /** Returns the digest of the contract's games, as the other runtime prints it. */
    static String digestOf(Class<?> contract, int seeds) throws IOException, InterruptedException {
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Duser.language=tr",
                        "-Duser.country=TR",
                        "-Duser.timezone=Pacific/Apia",
                        "-Dfile.encoding=US-ASCII",
                        "-D" + RuleSetContract.SEEDS + "=" + seeds,
                        "-cp",
                        System.getProperty("java.class.path"),
                        OtherRuntime.class.getName(),
                        contract.getName())
                .redirectErrorStream(true)
                .start();
        String printed = new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (other.waitFor() != 0) {
            throw new IllegalStateException("the other runtime failed: " + printed);
        }
        return printed.strip();
    }

    /** Prints the digest of the games of the contract that the argument names. */
    public static void main(String[] arguments) throws ReflectiveOperationException {
        Constructor<?> constructor = Class.forName(arguments[0]).getDeclaredConstructor();
        constructor.setAccessible(true);
        System.out.println(((RuleSetContract<?, ?, ?>) constructor.newInstance()).digest());
    }
}

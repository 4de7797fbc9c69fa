package dmhq.cli;

/**
 * Begins dmhq, or says that this Java is too old for it. Compiled for Java 8, which otherwise could not
 * even say so, and therefore finds the rest by name.
 */
public final class Start {

    private static final int OLDEST = 17;

    private Start() {}

    /** Runs the command line and exits with its code; with 2 if Java is too old. */
    public static void main(String[] arguments) throws ReflectiveOperationException {
        String version = System.getProperty("java.specification.version");
        if (isTooOld(version)) {
            System.err.println("dmhq: this is Java " + version + ", and dmhq needs Java " + OLDEST + " or newer.");
            System.err.println("      Install it, and set JAVA_HOME to its folder if this one is still found.");
            System.exit(2);
        }
        Class.forName("dmhq.cli.Main").getMethod("main", String[].class).invoke(null, (Object) arguments);
    }

    /** Tells whether dmhq cannot run on such a Java: {@code 1.8}, {@code 11}. */
    static boolean isTooOld(String version) {
        return version.startsWith("1.") || Integer.parseInt(version) < OLDEST;
    }
}

package dmhq.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version of dmhq, as the build writes it. */
final class Version implements IVersionProvider {

    /** Returns the version alone, such as {@code 0.1.0}. */
    static String number() {
        try (InputStream file = Version.class.getResourceAsStream("version.properties")) {
            Properties properties = new Properties();
            properties.load(file);
            return properties.getProperty("version", "unknown");
        } catch (IOException e) {
            throw new IllegalStateException("the jar holds its version", e);
        }
    }

    @Override
    public String[] getVersion() {
        return new String[] {"dmhq " + number()};
    }
}

package dmhq.transports.email.discovery;

import java.util.regex.Pattern;

/** The rule for names of hosts that others name: letters, digits, hyphens, and a dot at least. */
final class HostName {

    private static final Pattern SHAPE = Pattern.compile(
            "(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])");

    private HostName() {}

    /** Tells whether it is one, and no number of an address. */
    static boolean isOne(String text) {
        return SHAPE.matcher(text).matches();
    }

    /** Tells whether a host is a domain, or within it. */
    static boolean isWithin(String host, String domain) {
        return host.equals(domain) || host.endsWith("." + domain);
    }
}

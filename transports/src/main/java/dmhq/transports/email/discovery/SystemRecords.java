package dmhq.transports.email.discovery;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Hashtable;
import java.util.List;
import java.util.Locale;
import javax.naming.NameNotFoundException;
import javax.naming.NamingEnumeration;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.directory.Attributes;
import javax.naming.directory.DirContext;
import javax.naming.directory.InitialDirContext;

/**
 * What the name servers of this computer say, asked by the JDK (module {@code jdk.naming.dns}).
 *
 * <p>Answers are not signed; nothing that they say may be trusted with a password by itself.
 */
public final class SystemRecords implements DomainRecords {

    private static final String SYSTEM = "dns:";
    private static final String ATTEMPTS = "2";

    @SuppressWarnings("JdkObsolete") // what InitialDirContext takes
    private final Hashtable<String, String> settings = new Hashtable<>();

    /** Asks the name servers of the system, each twice, the first time for so long. */
    public SystemRecords(Duration patience) {
        this(SYSTEM, patience);
    }

    /** Asks a name server of its own, {@code dns://127.0.0.1:53}. */
    SystemRecords(String server, Duration patience) {
        settings.put("java.naming.factory.initial", "com.sun.jndi.dns.DnsContextFactory");
        settings.put("java.naming.provider.url", server);
        settings.put("com.sun.jndi.dns.timeout.initial", Long.toString(patience.toMillis()));
        settings.put("com.sun.jndi.dns.timeout.retries", ATTEMPTS);
    }

    @Override
    public List<Service> services(String name) throws IOException {
        List<Service> services = new ArrayList<>();
        for (String value : ask(name, "SRV")) {
            String[] parts = parts(value, 4);
            services.add(new Service(number(parts[0]), number(parts[1]), number(parts[2]), host(parts[3])));
        }
        return services;
    }

    @Override
    public List<String> exchanges(String domain) throws IOException {
        record Exchange(int preference, String host) {}
        List<Exchange> exchanges = new ArrayList<>();
        for (String value : ask(domain, "MX")) {
            String[] parts = parts(value, 2);
            exchanges.add(new Exchange(number(parts[0]), host(parts[1])));
        }
        return exchanges.stream()
                .sorted(Comparator.comparingInt(Exchange::preference).thenComparing(Exchange::host))
                .map(Exchange::host)
                .toList();
    }

    @Override
    public boolean exists(String host) throws IOException {
        return !ask(host, "A").isEmpty() || !ask(host, "AAAA").isEmpty();
    }

    /** The context of DNS gives strings; those of LDAP and RMI, which make objects, are not reached by it. */
    @SuppressWarnings("BanJNDI")
    private List<String> ask(String name, String kind) throws IOException {
        try {
            DirContext context = new InitialDirContext(settings);
            try {
                return values(context.getAttributes(name, new String[] {kind}), kind);
            } finally {
                context.close();
            }
        } catch (NameNotFoundException e) {
            return List.of();
        } catch (NamingException e) {
            throw new IOException("no name server answered for " + name, e);
        }
    }

    private static List<String> values(Attributes attributes, String kind) throws NamingException {
        Attribute attribute = attributes.get(kind);
        List<String> values = new ArrayList<>();
        if (attribute != null) {
            NamingEnumeration<?> all = attribute.getAll();
            while (all.hasMore()) {
                values.add(String.valueOf(all.next()));
            }
        }
        return values;
    }

    private static String[] parts(String value, int number) throws IOException {
        String[] parts = value.trim().split(" +", -1);
        if (parts.length != number) {
            throw new IOException("a name server answered in an unknown form");
        }
        return parts;
    }

    private static int number(String digits) throws IOException {
        try {
            return Integer.parseInt(digits);
        } catch (NumberFormatException e) {
            throw new IOException("a name server answered in an unknown form", e);
        }
    }

    private static String host(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }
}

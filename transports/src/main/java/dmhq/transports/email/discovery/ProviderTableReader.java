package dmhq.transports.email.discovery;

import dmhq.transports.email.MailServer;
import dmhq.transports.email.MailServer.Security;
import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a table of providers, whose form is told at its head; what deviates from it is a broken invariant. */
final class ProviderTableReader {

    private static final List<String> KEYS = List.of(
            "provider", "domains", "exchanges", "receiving", "sending", "user", "password", "page", "limit", "remark");
    private static final Pattern HOST = Pattern.compile("(?:[a-z0-9-]+\\.)+[a-z]{2,}");
    private static final Pattern SERVER = Pattern.compile("(\\S+):([1-9][0-9]{1,4}) (tls|starttls)");
    private static final Pattern MILLIONS = Pattern.compile("[1-9][0-9]{0,2}");
    private static final Pattern BLOCKS = Pattern.compile("\n{2,}");
    private static final long MILLION = 1_000_000;

    private final Set<String> taken = new HashSet<>();
    private String latest = "";

    private ProviderTableReader() {}

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException if it has another form than its head says; the message names the block
     */
    static ProviderTable read(String text) {
        String bare = text.lines()
                .filter(line -> !line.startsWith("#"))
                .reduce(new StringBuilder(), (all, line) -> all.append(line).append('\n'), StringBuilder::append)
                .toString()
                .strip();
        Iterator<String> blocks = List.of(BLOCKS.split(bare)).iterator();
        LocalDate date = date(blocks.next());
        ProviderTableReader reader = new ProviderTableReader();
        List<Provider> providers = new ArrayList<>();
        blocks.forEachRemaining(block -> providers.add(reader.provider(block)));
        return new ProviderTable(date, providers);
    }

    private static LocalDate date(String block) {
        check(block.startsWith("date "), block, "the table starts with its date");
        try {
            return LocalDate.parse(block.substring("date ".length()));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("table of providers: no date: " + block, e);
        }
    }

    private Provider provider(String block) {
        Map<String, String> lines = lines(block);
        String name = lines.getOrDefault("provider", "");
        check(latest.compareTo(name) < 0, block, "a name, behind that of the provider before");
        latest = name;
        List<String> domains = hosts(block, lines.get("domains"));
        check(!domains.isEmpty(), block, "at least one domain");
        domains.forEach(domain -> check(taken.add(domain), block, domain + " is taken"));
        PasswordKind password = password(block, lines.getOrDefault("password", ""));
        Optional<URI> page = Optional.ofNullable(lines.get("page")).map(p -> page(block, p));
        check(page.isPresent() || password == PasswordKind.OWN, block, "a page");
        return new Provider(
                name,
                domains,
                hosts(block, lines.get("exchanges")),
                offer(block, lines, password),
                password,
                page,
                limit(block, lines),
                Optional.ofNullable(lines.get("remark")));
    }

    private static Map<String, String> lines(String block) {
        Map<String, String> lines = new LinkedHashMap<>();
        int place = -1;
        for (String line : block.split("\n", -1)) {
            int space = line.indexOf(' ');
            check(space > 0 && !line.endsWith(" "), block, "each line is a word, a space and a value");
            int next = KEYS.indexOf(line.substring(0, space));
            check(next > place, block, "one of " + KEYS + ", in this order, at " + line);
            place = next;
            lines.put(KEYS.get(next), line.substring(space + 1));
        }
        return lines;
    }

    private static List<String> hosts(String block, @Nullable String value) {
        if (value == null) {
            return List.of();
        }
        List<String> hosts = List.of(value.split(" ", -1));
        hosts.forEach(host -> check(HOST.matcher(host).matches(), block, "a domain, found " + host));
        return hosts;
    }

    private static PasswordKind password(String block, String value) {
        return switch (value) {
            case "own" -> PasswordKind.OWN;
            case "app" -> PasswordKind.APP;
            case "token" -> PasswordKind.TOKEN;
            case "none" -> PasswordKind.NONE;
            default ->
                throw new IllegalArgumentException(
                        "table of providers: password is own, app, token or none, in " + block);
        };
    }

    private static Optional<Provider.Offer> offer(String block, Map<String, String> lines, PasswordKind password) {
        if (password == PasswordKind.NONE) {
            check(
                    !lines.containsKey("receiving") && !lines.containsKey("sending") && !lines.containsKey("user"),
                    block,
                    "no servers where no program is let in");
            return Optional.empty();
        }
        String user = lines.getOrDefault("user", "");
        check(user.equals("address") || user.equals("local"), block, "user is address or local");
        return Optional.of(new Provider.Offer(
                server(block, lines.getOrDefault("receiving", "")),
                server(block, lines.getOrDefault("sending", "")),
                user.equals("local")));
    }

    private static MailServer server(String block, String value) {
        Matcher parts = SERVER.matcher(value);
        check(parts.matches() && HOST.matcher(parts.group(1)).matches(), block, "a server, found " + value);
        return new MailServer(
                parts.group(1),
                Integer.parseInt(parts.group(2)),
                parts.group(3).equals("tls") ? Security.TLS : Security.STARTTLS);
    }

    private static URI page(String block, String value) {
        URI page = URI.create(value);
        check("https".equals(page.getScheme()) && page.getHost() != null, block, "a page behind https");
        return page;
    }

    private static OptionalLong limit(String block, Map<String, String> lines) {
        String value = lines.get("limit");
        if (value == null) {
            return OptionalLong.empty();
        }
        check(MILLIONS.matcher(value).matches(), block, "a limit in millions of bytes");
        return OptionalLong.of(Long.parseLong(value) * MILLION);
    }

    private static void check(boolean holds, String block, String expected) {
        if (!holds) {
            throw new IllegalArgumentException("table of providers: expected " + expected + ", in " + block);
        }
    }
}

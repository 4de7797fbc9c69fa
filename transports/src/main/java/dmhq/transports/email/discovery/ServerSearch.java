package dmhq.transports.email.discovery;

import dmhq.transports.email.MailAddress;
import dmhq.transports.email.MailServer;
import dmhq.transports.email.MailServer.Security;
import dmhq.transports.email.discovery.DomainRecords.Service;
import dmhq.transports.email.discovery.FoundServers.Origin;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds the servers of an address: in the table; from the domain's own file; from its records; from who
 * takes in its mail; and at last by a guess. The first that gives both ways is taken.
 */
public final class ServerSearch {

    private static final int IMAPS = 993;
    private static final int SUBMISSIONS = 465;

    private final ProviderTable table;
    private final DomainRecords records;
    private final Pages pages;

    /** Searches with what is given; the table comes first, and for its domains nobody is asked. */
    public ServerSearch(ProviderTable table, DomainRecords records, Pages pages) {
        this.table = table;
        this.records = records;
        this.pages = pages;
    }

    /** Returns what could be found; who does not answer is passed over. */
    public FoundServers find(MailAddress address) {
        List<String> passedOver = new ArrayList<>();
        return table.ofDomain(address.domain())
                .map(provider -> of(provider, Origin.TABLE, address, passedOver))
                .or(() -> byAutoconfig(address, passedOver))
                .or(() -> byServiceRecords(address, passedOver))
                .or(() -> byExchange(address, passedOver))
                .orElseGet(() -> guess(address, passedOver));
    }

    private static FoundServers of(Provider provider, Origin origin, MailAddress address, List<String> passedOver) {
        return new FoundServers(
                address,
                origin,
                provider.servers(address),
                Optional.of(provider),
                provider.password(),
                Optional.empty(),
                passedOver);
    }

    private Optional<FoundServers> byAutoconfig(MailAddress address, List<String> passedOver) {
        String query = "?emailaddress=" + URLEncoder.encode(address.toString(), StandardCharsets.UTF_8);
        String domain = address.domain();
        return byFile(URI.create("https://autoconfig." + domain + "/mail/config-v1.1.xml" + query), address, passedOver)
                .or(() -> byFile(
                        URI.create("https://" + domain + "/.well-known/autoconfig/mail/config-v1.1.xml"),
                        address,
                        passedOver));
    }

    private Optional<FoundServers> byFile(URI page, MailAddress address, List<String> passedOver) {
        try {
            Optional<byte[]> file = pages.fetch(page);
            if (file.isEmpty()) {
                passedOver.add(page.getHost() + " has no file about servers of mail.");
                return Optional.empty();
            }
            Autoconfig told = Autoconfig.read(file.get(), address);
            passedOver.addAll(told.passedOver());
            Optional<Provider> provider =
                    table.ofServer(told.servers().receiving().host());
            return Optional.of(new FoundServers(
                    address,
                    Origin.AUTOCONFIG,
                    Optional.of(told.servers()),
                    provider,
                    provider.map(Provider::password).orElse(told.password()),
                    Optional.empty(),
                    passedOver));
        } catch (IOException e) {
            passedOver.add(page.getHost() + " could not be asked.");
        } catch (AutoconfigException e) {
            passedOver.add("The file of " + page.getHost() + " " + e.getMessage() + ".");
        }
        return Optional.empty();
    }

    private Optional<FoundServers> byServiceRecords(MailAddress address, List<String> passedOver) {
        Optional<MailServer> receiving = service("_imaps._tcp.", Security.TLS, address, passedOver)
                .or(() -> service("_imap._tcp.", Security.STARTTLS, address, passedOver));
        Optional<MailServer> sending = service("_submissions._tcp.", Security.TLS, address, passedOver)
                .or(() -> service("_submission._tcp.", Security.STARTTLS, address, passedOver));
        if (receiving.isEmpty() || sending.isEmpty()) {
            passedOver.add("The name servers of " + address.domain() + " name no pair of encrypted servers (SRV).");
            return Optional.empty();
        }
        Servers servers = new Servers(address.toString(), receiving.get(), sending.get());
        Optional<Provider> provider = table.ofServer(servers.receiving().host());
        return Optional.of(new FoundServers(
                address,
                Origin.SERVICE_RECORDS,
                Optional.of(servers),
                provider,
                provider.map(Provider::password).orElse(PasswordKind.OWN),
                doubtOfForeign(servers, address),
                passedOver));
    }

    private Optional<MailServer> service(String name, Security security, MailAddress address, List<String> passedOver) {
        try {
            return records.services(name + address.domain()).stream()
                    .filter(s -> HostName.isOne(s.host()) && s.port() > 0)
                    .min(Comparator.comparingInt(Service::priority)
                            .thenComparing(
                                    Comparator.comparingInt(Service::weight).reversed())
                            .thenComparing(Service::host))
                    .map(s -> new MailServer(s.host(), s.port(), security));
        } catch (IOException e) {
            passedOver.add("No name server answered for " + name + address.domain() + ".");
            return Optional.empty();
        }
    }

    /** Answers of name servers can be forged, and a forger has a certificate for a host of its own (RFC 6186, 6). */
    private Optional<String> doubtOfForeign(Servers servers, MailAddress address) {
        for (MailServer server : List.of(servers.receiving(), servers.sending())) {
            if (!HostName.isWithin(server.host(), address.domain())
                    && table.ofServer(server.host()).isEmpty()) {
                return Optional.of(server.host() + " is not a part of " + address.domain()
                        + ", and what name servers say can be forged: give it a password only if you know it.");
            }
        }
        return Optional.empty();
    }

    private Optional<FoundServers> byExchange(MailAddress address, List<String> passedOver) {
        try {
            for (String host : records.exchanges(address.domain())) {
                Optional<Provider> provider = table.ofExchange(host);
                if (provider.isPresent()) {
                    return Optional.of(of(provider.get(), Origin.EXCHANGE, address, passedOver));
                }
            }
            passedOver.add("Nobody whom dmhq's table knows takes in the mail of " + address.domain() + " (MX).");
        } catch (IOException e) {
            passedOver.add("No name server answered for who takes in the mail of " + address.domain() + " (MX).");
        }
        return Optional.empty();
    }

    private FoundServers guess(MailAddress address, List<String> passedOver) {
        Optional<String> receiving = existing(List.of("imap.", "mail."), address, passedOver);
        Optional<String> sending = existing(List.of("smtp.", "mail."), address, passedOver);
        Optional<Servers> servers = receiving.flatMap(r -> sending.map(s -> new Servers(
                address.toString(),
                new MailServer(r, IMAPS, Security.TLS),
                new MailServer(s, SUBMISSIONS, Security.TLS))));
        return new FoundServers(
                address,
                Origin.GUESS,
                servers,
                Optional.empty(),
                PasswordKind.OWN,
                servers.map(s -> s.receiving() + " and " + s.sending()
                        + " are a guess: give them a password only if your provider names them."),
                passedOver);
    }

    private Optional<String> existing(List<String> prefixes, MailAddress address, List<String> passedOver) {
        for (String prefix : prefixes) {
            String host = prefix + address.domain();
            try {
                if (records.exists(host)) {
                    return Optional.of(host);
                }
                passedOver.add("There is no " + host + ".");
            } catch (IOException e) {
                passedOver.add("No name server answered for " + host + ".");
            }
        }
        return Optional.empty();
    }
}

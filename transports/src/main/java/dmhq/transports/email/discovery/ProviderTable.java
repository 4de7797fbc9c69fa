package dmhq.transports.email.discovery;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What is known of providers before anybody is asked.
 *
 * @param date as of which it holds
 * @param providers in the order of their names
 */
public record ProviderTable(LocalDate date, List<Provider> providers) {

    private static final String BUNDLED = "providers.txt";

    /** Copies the list. */
    public ProviderTable {
        providers = List.copyOf(providers);
    }

    /** Returns the table that comes with dmhq. */
    public static ProviderTable bundled() {
        try (InputStream in = Objects.requireNonNull(ProviderTable.class.getResourceAsStream(BUNDLED), BUNDLED)) {
            return ProviderTableReader.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the provider that gives out addresses of a domain. */
    public Optional<Provider> ofDomain(String domain) {
        return providers.stream().filter(p -> p.domains().contains(domain)).findFirst();
    }

    /** Returns the provider to whom a server belongs that takes in mail (MX). */
    public Optional<Provider> ofExchange(String host) {
        return providers.stream()
                .filter(p -> p.exchanges().stream().anyMatch(e -> host.equals(e) || host.endsWith("." + e)))
                .findFirst();
    }

    /** Returns the provider to whom a server for sending or receiving belongs. */
    public Optional<Provider> ofServer(String host) {
        return providers.stream()
                .filter(p -> p.offer()
                        .filter(o -> o.receiving().host().equals(host)
                                || o.sending().host().equals(host))
                        .isPresent())
                .findFirst();
    }
}

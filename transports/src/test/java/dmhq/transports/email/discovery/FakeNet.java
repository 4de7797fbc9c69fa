package dmhq.transports.email.discovery;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A net of few names and pages, which remembers what it was asked; who is unknown to it does not answer. */
final class FakeNet implements DomainRecords, Pages {

    final Map<String, String> pages = new TreeMap<>();
    final Map<String, List<Service>> services = new TreeMap<>();
    final Map<String, List<String>> exchanges = new TreeMap<>();
    final List<String> hosts = new ArrayList<>();
    final List<String> asked = new ArrayList<>();
    boolean deaf;

    @Override
    public List<Service> services(String name) throws IOException {
        answer(name);
        return services.getOrDefault(name, List.of());
    }

    @Override
    public List<String> exchanges(String domain) throws IOException {
        answer(domain);
        return exchanges.getOrDefault(domain, List.of());
    }

    @Override
    public boolean exists(String host) throws IOException {
        answer(host);
        return hosts.contains(host);
    }

    @Override
    public Optional<byte[]> fetch(URI page) throws IOException {
        answer(page.toString());
        return Optional.ofNullable(pages.get(page.getScheme() + "://" + page.getHost() + page.getPath()))
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    private void answer(String question) throws IOException {
        asked.add(question);
        if (deaf) {
            throw new IOException("nobody answers");
        }
    }
}

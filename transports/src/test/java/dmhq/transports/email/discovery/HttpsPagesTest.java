package dmhq.transports.email.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dmhq.transports.email.TestCertificates;
import dmhq.transports.email.TestCertificates.Certificate;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpsPagesTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    private HttpsServer server;
    private final HttpsPages pages = new HttpsPages(TestCertificates.trusting(), LONG);

    @BeforeEach
    void serve() throws IOException {
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(TestCertificates.server(Certificate.GOOD)));
        server.createContext("/page", exchange -> answer(exchange, 200, "settings".getBytes(StandardCharsets.UTF_8)));
        server.createContext("/large", exchange -> answer(exchange, 200, new byte[100_000]));
        server.createContext("/missing", exchange -> answer(exchange, 404, new byte[10]));
        server.createContext("/moved", exchange -> {
            exchange.getResponseHeaders().set("Location", at("/page").toString());
            answer(exchange, 301, new byte[0]);
        });
        server.createContext("/downgraded", exchange -> {
            exchange.getResponseHeaders().set("Location", at("/page").toString().replace("https:", "http:"));
            answer(exchange, 301, new byte[0]);
        });
        server.createContext("/round", exchange -> {
            exchange.getResponseHeaders().set("Location", at("/round").toString());
            answer(exchange, 301, new byte[0]);
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private URI at(String path) {
        return URI.create("https://localhost:" + server.getAddress().getPort() + path);
    }

    @Test
    void a_page_is_fetched_also_from_where_it_moved_to() throws IOException {
        assertThat(pages.fetch(at("/page")))
                .hasValueSatisfying(page ->
                        assertThat(page).asString(StandardCharsets.UTF_8).isEqualTo("settings"));
        assertThat(pages.fetch(at("/moved"))).isPresent();
    }

    @Test
    void no_page_is_no_failure() throws IOException {
        assertThat(pages.fetch(at("/missing"))).isEmpty();
    }

    @Test
    void nothing_is_fetched_without_encryption_also_by_a_detour() throws IOException {
        assertThatThrownBy(() -> pages.fetch(URI.create("http://localhost/page")))
                .isInstanceOf(IOException.class);
        assertThat(pages.fetch(at("/downgraded"))).isEmpty();
    }

    @Test
    void too_much_is_refused() {
        assertThatThrownBy(() -> pages.fetch(at("/large"))).isInstanceOf(IOException.class);
    }

    @Test
    void a_page_that_moves_for_ever_is_given_up() throws IOException {
        assertThat(pages.fetch(at("/round"))).isEmpty();
    }

    @Test
    void a_server_that_cannot_prove_who_it_is_is_not_believed() throws Exception {
        HttpsPages others = new HttpsPages(SSLContext.getDefault(), LONG);
        assertThatThrownBy(() -> others.fetch(at("/page"))).isInstanceOf(IOException.class);
    }

    @Test
    void a_server_that_does_not_answer_is_given_up() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            HttpsPages hasty = new HttpsPages(TestCertificates.trusting(), Duration.ofMillis(200));
            assertThatThrownBy(() -> hasty.fetch(URI.create("https://localhost:" + silent.getLocalPort() + "/page")))
                    .isInstanceOf(IOException.class);
        }
    }
}

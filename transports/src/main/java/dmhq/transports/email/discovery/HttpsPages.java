package dmhq.transports.email.discovery;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscribers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;

/**
 * Pages as the JDK fetches them (module {@code java.net.http}): no cookies, no log-in, redirects to https
 * only, and neither more bytes nor more time than a page of settings needs.
 */
public final class HttpsPages implements Pages {

    private static final int LARGEST = 65_536;
    private static final int FOUND = 200;

    private final HttpClient client;
    private final Duration patience;

    /** Fetches pages from whom the context trusts, each within so long. */
    public HttpsPages(SSLContext trusted, Duration patience) {
        this.client = HttpClient.newBuilder()
                .sslContext(trusted)
                .connectTimeout(patience)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        this.patience = patience;
    }

    @Override
    public Optional<byte[]> fetch(URI page) throws IOException {
        if (!"https".equals(page.getScheme())) {
            throw new IOException("only pages behind https are asked for");
        }
        HttpRequest request = HttpRequest.newBuilder(page).timeout(patience).build();
        CompletableFuture<HttpResponse<byte[]>> response = client.sendAsync(request, bounded());
        try {
            HttpResponse<byte[]> answer = response.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return answer.statusCode() == FOUND ? Optional.of(answer.body()) : Optional.empty();
        } catch (ExecutionException e) {
            throw new IOException(page.getHost() + " gives no page", e.getCause());
        } catch (TimeoutException e) {
            response.cancel(true);
            throw new IOException(page.getHost() + " does not answer in time", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static BodyHandler<byte[]> bounded() {
        return head -> {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            return BodySubscribers.mapping(
                    BodySubscribers.ofByteArrayConsumer(piece -> piece.ifPresent(bytes -> {
                        if (all.size() + bytes.length > LARGEST) {
                            throw new IllegalStateException("more than " + LARGEST + " bytes");
                        }
                        all.writeBytes(bytes);
                    })),
                    end -> all.toByteArray());
        };
    }
}

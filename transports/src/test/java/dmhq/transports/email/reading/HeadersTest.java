package dmhq.transports.email.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HeadersTest {

    @Test
    void what_a_part_says_it_is_is_taken_apart_once_however_long_it_is() {
        Headers headers = Headers.of("Content-Type: text/plain; name=a.zip");

        assertThat(headers.contentType()).isSameAs(headers.contentType());
        assertThat(headers.fileName()).isEqualTo("a.zip");
    }

    @Test
    void a_field_that_comes_later_counts() {
        Headers headers = new Headers();
        assertThat(headers.contentType().value()).isEqualTo("text/plain");
        headers.add("Content-Type: text/html");
        assertThat(headers.fileName()).isEmpty();
        headers.add("Content-Disposition: attachment; filename=b.zip");

        assertThat(headers.contentType().value()).isEqualTo("text/html");
        assertThat(headers.fileName()).isEqualTo("b.zip");
    }
}

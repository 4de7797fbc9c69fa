package dmhq.transports.email.connecting;

import static org.assertj.core.api.Assertions.assertThat;

import dmhq.transports.email.MailServer;
import dmhq.transports.email.MailServer.Security;
import jakarta.mail.MessagingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is shown of what a server says. */
class MailFailureTest {

    private static final MailFailure FAILURE = new MailFailure(new MailServer("localhost", 993, Security.TLS), "look");

    @ParameterizedTest
    @ValueSource(strings = {"two  blanks", "soft\u00ADhyphen", "zero\u200Bwidth", " at the edges "})
    void a_password_is_not_repeated_either_where_it_would_be_shown_as_something_else(String secret) {
        assertThat(FAILURE.of(new MessagingException("no " + secret + ", Anna"), "anna", secret))
                .hasMessageContaining("no")
                .hasMessageNotContaining(secret.strip().substring(0, 2));
    }

    @Test
    void what_a_server_says_steers_no_terminal() {
        assertThat(FAILURE.of(new MessagingException("go\r\n \u009B2J away\u202E\33[m\u2028.")))
                .hasMessageContaining("go 2J away [m .");
    }
}

package dmhq.transports.email.discovery;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dmhq.transports.email.MailAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AutoconfigTest {

    private static final String IMAP = "<incomingServer type='imap'><hostname>i.example.org</hostname><port>993</port>"
            + "<socketType>SSL</socketType></incomingServer>";

    private static void read(String text) throws Exception {
        Autoconfig.read(text.getBytes(StandardCharsets.UTF_8), MailAddress.parse("natasha@example.org"));
    }

    @Test
    void a_doctype_is_refused_before_anything_is_made_of_it() {
        String bomb = "<!DOCTYPE a [<!ENTITY b 'bbbb'><!ENTITY c SYSTEM 'file:///etc/passwd'>]>"
                + "<clientConfig><emailProvider>&b;&c;</emailProvider></clientConfig>";
        assertThatThrownBy(() -> read(bomb))
                .isInstanceOf(AutoconfigException.class)
                .hasMessage("has a DOCTYPE");
    }

    @Test
    void a_deep_file_is_refused() {
        assertThatThrownBy(() -> read("<a>".repeat(50)))
                .isInstanceOf(AutoconfigException.class)
                .hasMessage("is nested too deeply");
    }

    @Test
    void a_long_file_is_refused() {
        assertThatThrownBy(() -> read("<a>" + " ".repeat(70_000) + "</a>"))
                .isInstanceOf(AutoconfigException.class)
                .hasMessage("is longer than 65536 bytes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not found",
                "<html><body>Welcome</body></html>",
                "<clientConfig>",
                "<clientConfig><emailProvider></emailProvider></clientConfig>",
                "<clientConfig><emailProvider>&undefined;</emailProvider></clientConfig>",
                "<clientConfig>" + IMAP + "</clientConfig>",
                "<clientConfig><emailProvider>" + IMAP + "</emailProvider></clientConfig>"
            })
    void a_file_that_does_not_name_both_servers_is_refused(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(AutoconfigException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "i.example.org|192.0.2.1",
                "i.example.org|localhost",
                "i.example.org|i.example.org/x",
                "i.example.org|i.example.org%00",
                "993|0",
                "993|65536",
                "993|many",
                "<port>|<username>%REALNAME%</username><port>"
            })
    void a_server_of_another_form_is_passed_over(String change) {
        String[] parts = change.split("\\|", 2);
        String smtp = IMAP.replace("incoming", "outgoing").replace("imap", "smtp");
        assertThatThrownBy(() -> read("<clientConfig><emailProvider>" + IMAP.replace(parts[0], parts[1]) + smtp
                        + "</emailProvider></clientConfig>"))
                .hasMessage("names no encrypted server for IMAP");
    }
}

package dmhq.transports.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dmhq.transports.AddressException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressTest {

    @Test
    void the_domain_is_read_in_any_case_and_the_name_is_left_as_written() throws Exception {
        assertThat(MailAddress.parse("Natasha.Kerensky@Example.ORG")).hasToString("Natasha.Kerensky@example.org");
    }

    @Test
    void a_domain_with_letters_beyond_ascii_gets_its_form_of_ascii() throws Exception {
        assertThat(MailAddress.parse("a@B\u00FCcher.example").domain()).isEqualTo("xn--bcher-kva.example");
    }

    @Test
    void a_domain_that_java_spells_otherwise_than_registries_do_is_not_asked() {
        assertThatThrownBy(() -> MailAddress.parse("a@stra\u00DFe.example"))
                .isInstanceOf(AddressException.class)
                .hasMessageContaining("xn--");
    }

    @Test
    void tags_stay() throws Exception {
        assertThat(MailAddress.parse("host+sabres@example.org").local()).isEqualTo("host+sabres");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "kerensky",
                "@example.org",
                "kerensky@",
                "kerensky@localhost",
                "kerensky@[192.0.2.1]",
                "kerensky@192.0.2.1",
                "kerensky@example..org",
                "kerensky@-example.org",
                "kerensky@example.org.",
                "kerensky@exa mple.org",
                "kerensky@example.org/../x",
                "ke rensky@example.org",
                "\"kerensky\"@example.org",
                ".kerensky@example.org",
                "kerensky.@example.org",
                "a@b@example.org",
                "kerensky@example.org\r\nRCPT TO:<x@y.org>",
                "k\u00E9r@example.org",
                "a123456789a123456789a123456789a123456789a123456789a123456789a1234@example.org"
            })
    void odd_addresses_are_refused_in_one_line(String odd) {
        assertThatThrownBy(() -> MailAddress.parse(odd))
                .isInstanceOf(AddressException.class)
                .message()
                .doesNotContain("\n");
    }
}

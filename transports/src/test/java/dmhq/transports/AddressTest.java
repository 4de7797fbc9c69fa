package dmhq.transports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {

    @Test
    void an_address_is_a_scheme_and_the_rest_as_it_was_written() throws AddressException {
        assertThat(Address.parse("folder:C:\\My Games\\Sabres"))
                .isEqualTo(new Address("folder", "C:\\My Games\\Sabres"));
        assertThat(Address.parse("FOLDER:/mnt/Größe: 3")).isEqualTo(new Address("folder", "/mnt/Größe: 3"));
        assertThat(Address.parse("x:")).hasToString("x:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ":", "/mnt/share", " folder:/mnt/share", "2nd:place", "folder:/mnt\nsubject: forged"})
    void what_is_no_address_is_quoted_in_one_line_and_refused(String written) {
        assertThatThrownBy(() -> Address.parse(written))
                .isInstanceOf(AddressException.class)
                .hasMessageContainingAll("'" + written.replace('\n', '?') + "'", "SCHEME:PLACE");
    }
}

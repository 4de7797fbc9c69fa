package dmhq.transports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParcelTest {

    private static final Cover COVER = new Cover("Turn 3", "Your turn.\nGood luck.", "", "sabres");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a:b",
                "a/b",
                "a\\b",
                "a?",
                "a*",
                "a\"",
                "a<",
                "a>",
                "a|",
                "a\nb",
                "a\tb",
                "a\u007Fb",
                "a\0b",
                ".hidden",
                "..",
                ".",
                " a",
                "a ",
                "a.",
                "",
                "Größe.zip",
                "CON",
                "con.zip",
                "nul.tar.gz",
                "Aux",
                "COM1",
                "lpt9.txt",
                "conin$",
                "prn .zip",
                "a.part",
                "a.TMP",
                "a~",
                "~$a",
                "a.sync-conflict-20260102-131415-ABCDEFG.zip",
                "Thumbs.db",
            })
    void a_name_that_some_file_system_or_sync_program_would_spoil_is_refused(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Parcel(name, "", new byte[0], COVER))
                .withMessageContaining("parcel name '" + name + "'");
    }

    @Test
    void a_name_beyond_two_hundred_characters_is_refused() {
        assertThat(ParcelName.objection("n".repeat(200))).isEmpty();
        assertThat(ParcelName.objection("n".repeat(201)))
                .hasValueSatisfying(reason -> assertThat(reason).contains("200"));
    }

    @ParameterizedTest
    @CsvSource({
        "sabres-turn-12-host-to-anna-r1-0a1b2c3d.zip",
        "contract.zip",
        "com.zip",
        "part",
        "a.b.c",
        "copy (1).zip"
    })
    void an_ordinary_name_is_accepted(String name) {
        assertThat(new Parcel(name, "", new byte[0], COVER).name()).isEqualTo(name);
    }

    @Test
    void a_parcel_once_packed_cannot_be_changed_through_its_bytes() {
        byte[] bytes = "orders".getBytes(UTF_8);
        var parcel = new Parcel("turn-3.zip", "anna@example.org", bytes, COVER);

        bytes[0] = 'X';
        parcel.bytes()[1] = 'X';

        assertThat(parcel.bytes()).asString(UTF_8).isEqualTo("orders");
    }

    @Test
    void a_line_break_cannot_forge_a_mail_header() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Cover("Turn 3\nBcc: eve@example.org", "", "", ""));
        assertThatIllegalArgumentException().isThrownBy(() -> new Cover("", "", "", "a\r\nb"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Parcel("a", "anna@example.org\nBcc: eve@example.org", new byte[0], COVER));
    }
}

package dmhq.transports.email.reading;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailReaderTest {

    private static final byte[] OURS =
            "ours: \0\1\2\377 and so on, over more than one line of base64 for sure".getBytes(ISO_8859_1);
    private static final String BASE64 = Base64.getMimeEncoder().encodeToString(OURS);

    private final MailReader reader =
            new MailReader(head -> new String(head, ISO_8859_1).startsWith("ours: \0"), MailLimits.USUAL);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Type: application/zip; name=a.zip\nContent-Transfer-Encoding: base64",
                "Content-Type: image/png\nContent-Transfer-Encoding: BASE64\nContent-Disposition: inline",
                "Content-Type: text/plain; charset=unheard-of\nContent-Transfer-Encoding: base64",
                "Content-Type: ;;;=\nContent-Transfer-Encoding:   base64  ",
                "Content-Transfer-Encoding: 7bit",
                "Content-Transfer-Encoding: rot13",
                "",
            })
    void what_is_ours_is_found_whatever_its_part_claims(String head) {
        ReadMail read = reader.read(mixed(head + "\n\n" + BASE64));

        assertThat(read.attachments())
                .singleElement()
                .satisfies(found -> assertThat(found.bytes()).isEqualTo(OURS));
        assertThat(read.objections()).isEmpty();
    }

    @Test
    void quoted_printable_and_plain_bytes_are_read_too() {
        String quoted = "Content-Transfer-Encoding: quoted-printable\n\nours: =00=01=\n=02=FF and so on,"
                + " over more than one line of base64 for sure";
        String binary = "Content-Transfer-Encoding: binary\n\n" + new String(OURS, ISO_8859_1);

        assertThat(contents(mixed(quoted))).containsExactly(new String(OURS, ISO_8859_1));
        assertThat(contents(mixed(binary))).containsExactly(new String(OURS, ISO_8859_1));
    }

    @Test
    void what_a_program_took_for_a_text_has_the_ends_of_lines_that_it_had() {
        String text = "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n"
                + "ours: =00=FF\n=0D\n soft =\nend =0D=0A.";
        byte[] mail = new String(mixed(text), ISO_8859_1).replace("\n", "\r\n").getBytes(ISO_8859_1);

        assertThat(contents(mail)).containsExactly("ours: \0\377\n\r\n soft end \r\n.");
    }

    @Test
    void what_was_uuencoded_is_read_too() {
        // Of "ours: " and six bytes that count up, by another program.
        String uuencoded = "begin 644 a.zip\n,;W5R<SH@  $\" P0%\n`\nend\n";

        assertThat(contents(mixed("Content-Type: text/plain\n\n" + uuencoded))).containsExactly("ours: \0\1\2\3\4\5");
    }

    @Test
    void forwarded_mails_are_read_to_any_sensible_depth_as_they_are_or_as_files() {
        String mail = new String(mixed("Content-Transfer-Encoding: base64\n\n" + BASE64), ISO_8859_1);
        for (int i = 0; i < 5; i++) {
            mail = new String(mixedBy("i" + i, "Content-Type: message/rfc822\n\n" + mail), ISO_8859_1);
        }
        String asFile = Base64.getMimeEncoder().encodeToString(mail.getBytes(ISO_8859_1));

        assertThat(contents(
                        mixedBy("o", "Content-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\n" + asFile)))
                .containsExactly(new String(OURS, ISO_8859_1));
        assertThat(contents(mixedBy(
                        "o",
                        "Content-Type: application/octet-stream; name=\"Fwd.EML\"\n"
                                + "Content-Transfer-Encoding: base64\n\n" + asFile)))
                .containsExactly(new String(OURS, ISO_8859_1));
    }

    @Test
    void a_mail_that_is_nothing_but_ours_is_read() {
        assertThat(contents(ascii("Subject: x\nContent-Transfer-Encoding: base64\n\n" + BASE64)))
                .containsExactly(new String(OURS, ISO_8859_1));
    }

    @Test
    void the_same_content_twice_counts_once_and_several_of_ours_each() {
        String part = "Content-Transfer-Encoding: base64\n\n";
        String other = Base64.getEncoder().encodeToString("ours: \0two".getBytes(UTF_8));

        assertThat(contents(mixed(part + BASE64, part + BASE64.replace("\r\n", ""), part + other)))
                .containsExactly(new String(OURS, ISO_8859_1), "ours: \0two");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "attachment; filename=\"turn 3.zip\"",
                "attachment; filename=turn 3.zip",
                "attachment; FileName*0=\"turn\"; filename*1=\" 3.zip\"",
                "attachment; filename*1*=%203.zip; filename*0*=utf-8'en'turn",
                "attachment; filename*=UTF-8''turn%203.zip",
                "attachment; filename=\"=?utf-8?Q?turn_3?= =?utf-8?B?LnppcA==?=\"",
                "attachment; filename=\"C:\\\\Users\\\\Anna\\\\turn 3.zip\"",
                "attachment; filename=\"../../turn 3.zip\"",
            })
    void names_are_read_as_mail_programs_write_them(String disposition) {
        var read = reader.read(
                mixed("Content-Transfer-Encoding: base64\nContent-Disposition: " + disposition + "\n\n" + BASE64));

        assertThat(read.attachments())
                .singleElement()
                .satisfies(found -> assertThat(found.name()).isEqualTo("turn 3.zip"));
    }

    @Test
    void lines_that_lost_or_got_carriage_returns_and_a_footer_do_no_harm() {
        String part = "Content-Transfer-Encoding: base64\n\n" + BASE64 + "\n\n______\nA list with a footer\n";
        byte[] mail = mixed(part);

        assertThat(contents(mail)).containsExactly(new String(OURS, ISO_8859_1));
        assertThat(contents(ascii(new String(mail, ISO_8859_1).replaceAll("\r?\n", "\r\n"))))
                .containsExactly(new String(OURS, ISO_8859_1));
    }

    @Test
    void what_outlook_packed_into_winmail_dat_is_taken_out_or_told_with_the_cure() {
        String head = "Content-Type: application/ms-tnef; name=winmail.dat\nContent-Transfer-Encoding: base64\n\n";

        assertThat(contents(mixed(head + Base64.getMimeEncoder().encodeToString(tnef(OURS)))))
                .containsExactly(new String(OURS, ISO_8859_1));
        assertThat(reader.read(mixed(head + Base64.getMimeEncoder().encodeToString(tnef(new byte[3]))))
                        .objections())
                .singleElement()
                .asString()
                .contains("winmail.dat", "plain text or HTML");
    }

    @Test
    void a_mail_of_html_alone_is_told_with_the_cure() {
        assertThat(reader.read(ascii("Content-Type: text/html\n\n<p>My turn</p>"))
                        .objections())
                .singleElement()
                .asString()
                .contains("HTML alone", "attach the archive as a file");
        assertThat(reader.read(ascii("Subject: hello\n\nMy turn")).objections()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From: Anna <anna@example.org>\nAuto-Submitted: auto-replied",
                "From: anna@example.org\nAuto-Submitted: auto-generated (rejected); owner=x",
                "From: anna@example.org\nPrecedence: Bulk",
                "From: anna@example.org\nPrecedence: list",
                "From: anna@example.org\nPrecedence: junk",
                "From: anna@example.org\nList-Id: <sabres.example.org>",
                "From: anna@example.org\nReturn-Path: <>",
                "From: MAILER-DAEMON@example.org",
                "From: noreply@example.org",
                "From: sabres-bounces@example.org",
                "Subject: nobody",
            })
    void programs_lists_and_nobody_are_not_answered(String head) {
        assertThat(reader.read(ascii(head + "\n\nhello")).answerable()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From: Anna <anna@example.org>",
                "From: \"Last, Anna\" <anna@example.org>\nAuto-Submitted: no\nReturn-Path: <anna@example.org>",
                "From: =?utf-8?Q?Anna?= <anna@example.org>\nPrecedence: first-class",
            })
    void people_are_answered(String head) {
        ReadMail read = reader.read(ascii(head + "\n\nhello"));

        assertThat(read.answerable()).isTrue();
        assertThat(read.from()).isEqualTo("anna@example.org");
    }

    @Test
    void what_people_look_at_is_there_for_them() {
        ReadMail read = reader.read(ascii("Subject: Re: AW: [list] =?iso-8859-1?Q?Gr=FC=DFe?=\n =?utf-8?B?IQ==?=\n"
                + "Message-ID: <a@b>\nIn-Reply-To: <c@d>\nReferences: <e@f>\n <c@d>\n\nhello"));

        assertThat(read.subject()).isEqualTo("Re: AW: [list] Grüße!");
        assertThat(read.id()).isEqualTo("<a@b>");
        assertThat(read.references()).containsExactly("<c@d>", "<e@f>");
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                0x07, 0x1B, 0x7F, 0x9B, 0xAD, 0x200B, 0x202E, 0x2028, 0x2029, 0x2066, 0xD83D, 0xE000, 0xFEFF, 0xE0041
            })
    void what_steers_a_terminal_or_hides_letters_reaches_nobody(int character) {
        String odd = Character.toString(character);
        String word = "=?utf-16be?B?" + Base64.getEncoder().encodeToString(utf16(odd)) + "?=";
        ReadMail read = reader.read(ascii("Subject: a " + word + " b\nMessage-ID: <a\u009B\33@b>\n"
                + "Content-Disposition: attachment; filename=\"c " + word + " d\"\n"
                + "Content-Transfer-Encoding: base64\n\n" + BASE64));

        assertThat(read.subject()).startsWith("a ").endsWith(" b").doesNotContain(odd);
        assertThat(read.id()).isEqualTo("<a  @b>");
        assertThat(read.attachments().get(0).name())
                .startsWith("c ")
                .endsWith(" d")
                .doesNotContain(odd);
    }

    @ParameterizedTest
    @ValueSource(strings = {"eve\33[2J@example.org", "eve\u009B2J@example.org", "Eve <eve@example\0.org>"})
    void an_address_that_steers_a_terminal_is_none(String from) {
        assertThat(reader.read(ascii("From: " + from + "\n\nhello")).from()).isEmpty();
    }

    private static byte[] utf16(String text) {
        ByteBuffer bytes = ByteBuffer.allocate(text.length() * 2);
        text.chars().forEach(unit -> bytes.putChar((char) unit));
        return bytes.array();
    }

    private List<String> contents(byte[] mail) {
        return reader.read(mail).attachments().stream()
                .map(found -> new String(found.bytes(), ISO_8859_1))
                .toList();
    }

    private static byte[] mixed(String... parts) {
        return mixedBy("x", parts);
    }

    private static byte[] mixedBy(String delimiter, String... parts) {
        StringBuilder mail = new StringBuilder("From: anna@example.org\nSubject: whatever\nMIME-Version: 1.0\n"
                + "Content-Type: multipart/mixed; boundary=\"" + delimiter + "\"\n\npreamble\n--" + delimiter
                + "\nContent-Type: text/plain\n\nhello\n");
        for (String part : parts) {
            mail.append("--" + delimiter + "\n" + part + "\n");
        }
        return ascii(mail + "--" + delimiter + "--\nepilogue\n");
    }

    private static byte[] tnef(byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(little(6).putInt(0x223E9F78).putShort((short) 7).array());
        out.writeBytes(attribute(1, 0x00089006, new byte[] {0, 0, 1, 0}));
        out.writeBytes(attribute(2, 0x00069002, new byte[14]));
        out.writeBytes(attribute(2, 0x0006800F, content));
        out.writeBytes(attribute(2, 0x00018010, "turn.zip\0".getBytes(UTF_8)));
        return out.toByteArray();
    }

    private static byte[] attribute(int level, int id, byte[] content) {
        return little(11 + content.length)
                .put((byte) level)
                .putInt(id)
                .putInt(content.length)
                .put(content)
                .putShort((short) 0)
                .array();
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(ISO_8859_1);
    }
}

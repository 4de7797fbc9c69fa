package dmhq.transports.email.writing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dmhq.transports.Cover;
import dmhq.transports.Cover.Occasion;
import dmhq.transports.Parcel;
import dmhq.transports.email.MailAddress;
import dmhq.transports.email.RealProgram;
import dmhq.transports.email.reading.MailLimits;
import dmhq.transports.email.reading.MailReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailWriterTest {

    private static final MailAddress ANNA = MailAddress.find("anna@example.org").orElseThrow();
    private static final MailAddress BEN =
            MailAddress.find("ben+sabres@example.net").orElseThrow();
    private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-11-06T06:15:30+10:00");
    private static final String THREAD = "sabres-0011223344556677";
    private static final Cover COVER = new Cover(
            "Sabres: turn 3 – „Grüße aus Übersee“ 漢字 \uD83D\uDE80, and this subject is longer than one line can be",
            "Your turn.\nFrom here on it is – 漢字.\n.\n-- \nblank at the end \n" + "long ".repeat(40),
            "<p>Your turn – 漢字.</p>",
            THREAD);

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 57, 58, 59, 100_000})
    void another_parser_reads_back_every_part_whole(int size) throws Exception {
        byte[] content = new byte[size];
        new Random(size).nextBytes(content);
        String name = "session_sabres-0011223344556677_turn_3_from_host_to_black-widows_12345678.zip.age";
        Path file = folder.resolve("mail.eml");
        Files.write(file, write(new Parcel(name, "", content, COVER)).bytes());

        String read = RealProgram.run(folder, RealProgram.find("python3"), "-X", "utf8", "-c", """
                import email, email.policy, hashlib, sys
                m = email.message_from_binary_file(open('mail.eml', 'rb'), policy=email.policy.default)
                def walk(p):
                    assert not p.defects, p.defects
                    for q in p.iter_parts():
                        walk(q)
                walk(m)
                print(m['subject']); print(m['from'], m['to'], m['date'])
                print(repr(m.get_body(('plain',)).get_content()))
                print(repr(m.get_body(('html',)).get_content()))
                a = list(m.iter_attachments())
                assert len(a) == 1
                print(a[0].get_filename(), a[0].get_content_type(), a[0]['content-disposition'].content_disposition)
                print(hashlib.sha256(a[0].get_payload(decode=True)).hexdigest())
                """);

        String[] lines = read.split("\n", -1);
        assertThat(lines[0]).isEqualTo(COVER.subject());
        assertThat(lines[1]).isEqualTo("anna@example.org ben+sabres@example.net Fri, 06 Nov 2026 06:15:30 +1000");
        assertThat(lines[2]).isEqualTo("'" + COVER.text().replace("\n", "\\n") + "'");
        assertThat(lines[3]).isEqualTo("'" + COVER.html() + "'");
        assertThat(lines[4]).isEqualTo(name + " application/vnd.dmhq+zip attachment");
        assertThat(lines[5]).isEqualTo(MessageIds.sha256(content));
    }

    @Test
    void a_mail_is_ascii_in_short_lines_that_end_as_lines_of_mails_do() {
        byte[] content = HexFormat.of().parseHex("00ff0d0a");
        byte[] mail = write(new Parcel("n".repeat(200), "", content, COVER)).bytes();

        String text = new String(mail, ISO_8859_1);
        assertThat(text).matches("(?s)[\\x20-\\x7e\r\n]*").endsWith("--\r\n");
        assertThat(text.replace("\r\n", "")).doesNotContain("\r", "\n");
        assertThat(text.split("\r\n")).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(76));
    }

    @Test
    void a_mail_of_one_parcel_to_one_recipient_has_one_id_and_no_other_mail_has_it() {
        Parcel parcel = new Parcel("turn-3.zip", "", bytes("orders"), COVER);

        assertThat(write(parcel).id())
                .isEqualTo(MailWriter.draft(parcel, ANNA, Optional.of(BEN), Instant.EPOCH.atOffset(ZoneOffset.UTC))
                        .id())
                .matches("<dmhq\\.[0-9a-f]{32}@example\\.org>")
                .isNotEqualTo(MailWriter.mail(parcel, ANNA, ANNA, NOW).id())
                .isNotEqualTo(write(new Parcel("turn-4.zip", "", bytes("orders"), COVER))
                        .id())
                .isNotEqualTo(write(new Parcel("turn-3.zip", "", bytes("others"), COVER))
                        .id());
    }

    @Test
    void a_mail_bears_the_time_by_the_clock_of_who_sends_it() {
        Parcel parcel = new Parcel("turn-3.zip", "", bytes("orders"), COVER);

        assertThat(text(write(parcel))).contains("\r\nDate: Fri, 6 Nov 2026 06:15:30 +1000\r\n");
        assertThat(text(MailWriter.mail(parcel, ANNA, BEN, NOW.withOffsetSameInstant(ZoneOffset.UTC))))
                .contains("\r\nDate: Thu, 5 Nov 2026 20:15:30 +0000\r\n");
        assertThat(text(MailWriter.mail(
                        parcel, ANNA, BEN, NOW.withOffsetSameInstant(ZoneOffset.ofHoursMinutes(-3, -30)))))
                .contains("\r\nDate: Thu, 5 Nov 2026 16:45:30 -0330\r\n");
    }

    @Test
    void all_mails_of_a_thread_refer_to_one_root_whoever_writes_them() {
        Parcel parcel = new Parcel("turn-3.zip", "", bytes("orders"), COVER);
        String root = MessageIds.ofThread(THREAD);

        assertThat(text(write(parcel)))
                .contains("\r\nIn-Reply-To: " + root + "\r\n", "\r\nReferences: " + root + "\r\n");
        assertThat(text(MailWriter.mail(parcel, BEN, ANNA, NOW))).contains("\r\nReferences: " + root + "\r\n");
        assertThat(MessageIds.ofThread("wharf")).isNotEqualTo(root);
        assertThat(text(write(new Parcel("a", "", new byte[0], new Cover("", "", "", "")))))
                .doesNotContain("References", "In-Reply-To")
                .contains("\r\nSubject: a\r\n");
    }

    @Test
    void other_programs_are_told_whether_a_program_wrote() {
        assertThat(text(write(parcelOn(Occasion.ORDERED)))).doesNotContain("Auto-Submitted");
        assertThat(text(write(parcelOn(Occasion.GENERATED)))).contains("\r\nAuto-Submitted: auto-generated\r\n");
        assertThat(text(write(parcelOn(Occasion.ANSWER)))).contains("\r\nAuto-Submitted: auto-replied\r\n");
    }

    @Test
    void a_draft_opens_as_a_mail_still_to_be_sent() {
        Parcel parcel = new Parcel("turn-3.zip", "", bytes("orders"), COVER);

        assertThat(text(MailWriter.draft(parcel, ANNA, Optional.of(BEN), NOW))).contains("\r\nX-Unsent: 1\r\n");
        assertThat(text(write(parcel))).doesNotContain("X-Unsent");
    }

    @Test
    void the_own_reader_finds_the_parcel_under_its_name() {
        byte[] mail = write(new Parcel("100%+1=$#@!&',;[]{}^`_", "", bytes("ours: 1"), COVER))
                .bytes();
        var read = new MailReader(head -> new String(head, UTF_8).startsWith("ours"), MailLimits.USUAL).read(mail);

        assertThat(read.attachments()).singleElement().satisfies(found -> {
            assertThat(found.name()).isEqualTo("100%+1=$#@!&',;[]{}^`_");
            assertThat(found.bytes()).asString(UTF_8).isEqualTo("ours: 1");
        });
        assertThat(read.from()).isEqualTo("anna@example.org");
        assertThat(read.subject()).isEqualTo(COVER.subject());
        assertThat(read.objections()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "anna", "a b@example.org", "Anna <anna@example.org>", "a@b,c@d", "a@b..c", "a@b\r\nBcc: c"})
    void what_is_no_plain_address_is_none(String text) {
        assertThat(MailAddress.find(text)).isEmpty();
    }

    @Test
    void a_domain_beyond_ascii_is_written_as_servers_know_it() {
        assertThat(MailAddress.find("anna@bücher.example"))
                .hasValueSatisfying(address -> assertThat(address).hasToString("anna@xn--bcher-kva.example"));
    }

    private static Parcel parcelOn(Occasion occasion) {
        return new Parcel("a.zip", "", new byte[0], new Cover("Turn 3", "", "", "", occasion));
    }

    private static Mail write(Parcel parcel) {
        return MailWriter.mail(parcel, ANNA, BEN, NOW);
    }

    private static String text(Mail mail) {
        return new String(mail.bytes(), ISO_8859_1);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}

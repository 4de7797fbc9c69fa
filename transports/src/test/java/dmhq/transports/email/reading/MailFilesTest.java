package dmhq.transports.email.reading;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailFilesTest {

    private static final MailLimits SMALL = new MailLimits(1_000, 32, 1_000, 64 << 10, 1_000);

    @TempDir
    Path folder;

    @Test
    void a_mail_in_a_file_is_one_mail() throws Exception {
        Path file = file("turn.eml", "Received: by x\nFrom: a@b\n\nhello");

        assertThat(MailFiles.kind(file)).hasValue(MailFiles.Kind.MAIL);
        assertThat(mails(file)).containsExactly("turn.eml: Received: by x\nFrom: a@b\n\nhello");
    }

    @Test
    void mails_in_an_mbox_are_told_apart_by_lines_with_a_date_and_not_by_text_that_looks_alike() throws Exception {
        String unix = "From - Thu Nov 26 18:53:56 2026\nSubject: one\n\nFrom here on\n\nFrom what I know\nbye\n\n";
        String windows = "From a@b Thu Nov 26 18:53:56 2026 +0000\r\nSubject: two\r\n\r\n>From x\r\n\r\n";
        Path file = file("Inbox", unix + windows + "From \nSubject: three\n\n");

        assertThat(MailFiles.kind(file)).hasValue(MailFiles.Kind.MBOX);
        assertThat(mails(file))
                .containsExactly(
                        "Inbox, mail 1: Subject: one\n\nFrom here on\n\nFrom what I know\nbye\n\n",
                        "Inbox, mail 2: Subject: two\r\n\r\n>From x\r\n\r\n",
                        "Inbox, mail 3: Subject: three\n\n");
    }

    @Test
    void mails_in_a_maildir_are_its_files_but_not_those_still_being_written() throws Exception {
        for (String part : new String[] {"cur", "new", "tmp"}) {
            Files.createDirectory(folder.resolve(part));
            file(part + "/1.host;2,S", "Subject: " + part + "\n\n");
        }

        assertThat(MailFiles.kind(folder)).hasValue(MailFiles.Kind.MAILDIR);
        assertThat(mails(folder)).containsExactly("1.host;2,S: Subject: cur\n\n", "1.host;2,S: Subject: new\n\n");
    }

    @Test
    void a_mail_that_is_too_large_is_named_and_the_next_is_read() throws Exception {
        String line = "x".repeat(3_000);
        Path file =
                file("Inbox", "From \nSubject: one\n\n" + line + "\n\nFrom \nSubject: two\n\n" + line.substring(2_500));

        assertThat(mails(file)).hasSize(2).first().isEqualTo("Inbox, mail 1 is too large");
        assertThat(mails(file("large.eml", "Subject: one\n\n" + line))).containsExactly("large.eml is too large");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "PK\3\4: zip",
                "age-encryption.org/v1\n-> X25519",
                "{\n\"from\": 1}",
                "Hello: you\n\n",
                "From here"
            })
    void what_is_no_mail_is_none(String content) throws Exception {
        assertThat(MailFiles.kind(file("some", content))).isEmpty();
        assertThat(MailFiles.kind(folder)).isEmpty();
        assertThat(MailFiles.kind(folder.resolve("absent"))).isEmpty();
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content, ISO_8859_1);
    }

    private static List<String> mails(Path path) throws IOException {
        List<String> mails = new ArrayList<>();
        MailFiles.each(path, MailFiles.kind(path).orElseThrow(), SMALL, new MailFiles.Visitor() {
            @Override
            public void mail(String place, byte[] bytes) {
                mails.add(place + ": " + new String(bytes, ISO_8859_1));
            }

            @Override
            public void tooLarge(String place) {
                mails.add(place + " is too large");
            }
        });
        return mails;
    }
}

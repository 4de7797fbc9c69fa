package dmhq.transports.email.post;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dmhq.format.disk.DurableDisk;
import dmhq.transports.PostNews;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailObjectionsTest {

    private static final MailObjection UNUSABLE =
            new MailObjection("7", "eve@example.org", "<a@b>", "my turn", true, true, "it is empty; send it again");

    @TempDir
    Path folder;

    @TempDir
    Path notes;

    private MailObjections objections;

    @BeforeEach
    void open() {
        objections =
                new MailObjections(new DurableDisk(), folder, new Noted(new DurableDisk(), notes.resolve("noted")));
    }

    @Test
    void what_is_written_down_is_read_again_with_its_kind() throws Exception {
        Delivery lost = new Delivery(
                        "t.zip.age", "ben@example.org", "d", "<m@x>", Optional.<Instant>empty(), Optional.empty())
                .returned(true, "no such user");
        objections.add(UNUSABLE);
        objections.add(MailObjection.of("8", lost));

        assertThat(objections.all()).containsExactly(UNUSABLE, MailObjection.of("8", lost));
        assertThat(objections.all().get(0).news(false).returned()).isFalse();
        assertThat(objections.all().get(1).news(false).returned()).isTrue();
    }

    @Test
    void words_of_a_stranger_do_not_make_a_mail_one_that_came_back() throws Exception {
        objections.add(new MailObjection("7", "eve@example.org", "", "", true, false, "a mail came back: yours"));

        assertThat(objections.all())
                .extracting(one -> one.news(false))
                .extracting(PostNews::returned)
                .containsExactly(false);
    }

    @Test
    void what_is_written_down_steers_no_terminal() throws Exception {
        objections.add(new MailObjection(
                "7", "eve\u009B@example.org", "<\33>", "\u202Emy\nturn\u2028", true, true, "\u0085no\uD83D"));

        assertThat(objections.all())
                .containsExactly(new MailObjection("7", "eve @example.org", "< >", "my turn", true, true, "no"));
    }

    @Test
    void a_file_in_another_form_is_none() throws Exception {
        objections.add(UNUSABLE);
        String form = Files.readString(folder.resolve("7"), UTF_8);
        for (String odd : new String[] {
            "",
            "dmhq-mail-objection-1\neve@example.org\n<a@b>\nmy turn\ntrue\ntrue\nit is empty\n",
            form.replace("UNUSABLE", "FUNNY"),
            form + "\n"
        }) {
            Files.writeString(folder.resolve("7"), odd, UTF_8);

            assertThat(objections.all()).as(odd).isEmpty();
        }
    }
}

package dmhq.transports.email.post;

import static org.assertj.core.api.Assertions.assertThat;

import dmhq.format.disk.DurableDisk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnswerBookTest {

    private static final Instant NOW = Instant.parse("2026-11-05T20:15:30Z");
    private static final Duration DAY = Duration.ofDays(1);

    @TempDir
    Path folder;

    @Test
    void a_sender_gets_one_answer_in_a_period_however_the_address_is_written() throws Exception {
        AnswerBook book = new AnswerBook(new DurableDisk(), folder);
        assertThat(book.mayAnswer(from("anna@example.org"), NOW, DAY)).isTrue();

        book.answer(from("anna@example.org"), NOW);

        assertThat(book.mayAnswer(from("Anna@Example.org"), NOW.plusSeconds(86_399), DAY))
                .isFalse();
        assertThat(book.mayAnswer(from("anna@example.org"), NOW.plus(DAY), DAY)).isTrue();
        assertThat(book.mayAnswer(from("ben@example.org"), NOW, DAY)).isTrue();
        assertThat(book.mayAnswer(from("anna@example.org"), NOW.minus(DAY), DAY))
                .isTrue();
    }

    @Test
    void what_wants_no_answer_gets_none() throws Exception {
        AnswerBook book = new AnswerBook(new DurableDisk(), folder);

        assertThat(book.mayAnswer(new Origin("anna@example.org", null, "", false), NOW, DAY))
                .isFalse();
    }

    @Test
    void a_damaged_page_of_the_book_counts_as_none() throws Exception {
        AnswerBook book = new AnswerBook(new DurableDisk(), folder);
        book.answer(from("anna@example.org"), NOW);
        for (Path page : new DurableDisk().list(folder)) {
            Files.writeString(page, "?");
        }

        assertThat(book.mayAnswer(from("anna@example.org"), NOW, DAY)).isTrue();
    }

    private static Origin from(String address) {
        return new Origin(address, null, "<a@b>", true);
    }
}

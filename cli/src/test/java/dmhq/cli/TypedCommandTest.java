package dmhq.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dmhq.workspace.Refusal;
import org.junit.jupiter.api.Test;

class TypedCommandTest {

    private static void expect(String typed, String... words) throws Refusal {
        assertThat(TypedCommand.words("--password-command", typed)).containsExactly(words);
    }

    @Test
    void words_lie_between_blanks() throws Refusal {
        expect("  pass show \t mail/dmhq ", "pass", "show", "mail/dmhq");
    }

    @Test
    void quotes_hold_blanks_together_also_in_the_midst_of_a_word() throws Refusal {
        expect("'my pass' show \"mail box\"", "my pass", "show", "mail box");
        expect("pass --file=\"my keys\"/it's'", "pass", "--file=my keys/its");
        expect("pass \"it's\" 'so \"called\"' \"\"", "pass", "it's", "so \"called\"", "");
    }

    @Test
    void a_backslash_stands_for_itself_as_in_paths_of_windows() throws Refusal {
        expect(
                "\"C:\\Program Files\\Pass\\pass.exe\" show C:\\keys\\mail\\",
                "C:\\Program Files\\Pass\\pass.exe",
                "show",
                "C:\\keys\\mail\\");
    }

    @Test
    void a_quote_that_is_not_closed_is_refused_with_the_cure() {
        assertThatThrownBy(() -> TypedCommand.words("--password-command", "pass show o'brien"))
                .isInstanceOf(Refusal.class)
                .hasMessage("--password-command: the quote ' is not closed; close it, or put \" around what it stands"
                        + " in");
        assertThatThrownBy(() -> TypedCommand.words("--password-command", "\"C:\\Program Files\\pass.exe"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("the quote \" is not closed");
    }

    @Test
    void without_a_program_there_is_nothing_to_run() {
        for (String typed : new String[] {"", "  ", "'' show"}) {
            assertThatThrownBy(() -> TypedCommand.words("--password-command", typed))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("names no program");
        }
    }
}

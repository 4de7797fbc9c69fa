package dmhq.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page of attacks claims nothing that no test shows. */
class AttackTableTest {

    private static final Pattern OUTCOME = Pattern.compile("(impossible|visible as|not stopped)\\b.*");

    @Test
    void every_row_says_what_comes_of_it_and_names_a_test() throws IOException {
        ClaimTable table = ClaimTable.of("engine/attacks.md");

        assertThat(table.rows()).extracting(ClaimTable.Row::section).contains("Dice", "Orders", "The host", "The post");
        assertThat(table.rows()).hasSizeGreaterThan(50).allSatisfy(row -> {
            assertThat(row.cells().get(1)).as(row.claim()).matches(OUTCOME);
            assertThat(row.tests()).as(row.claim()).isNotEmpty();
        });
    }

    @Test
    void every_test_that_is_named_is_there_and_is_run() throws IOException {
        assertThat(ClaimTable.of("engine/attacks.md").missing()).isEmpty();
    }

    @Test
    void a_method_that_is_no_test_is_noticed() {
        assertThat(ClaimTable.isTest("    @Test\n    void it_is() {}", "it_is")).isTrue();
        assertThat(ClaimTable.isTest(
                        "    @ParameterizedTest\n    @ValueSource(\n  ints = {1})\n    void it_is(int i) {}", "it_is"))
                .isTrue();
        assertThat(ClaimTable.isTest("    void it_is() {}", "it_is")).isFalse();
        assertThat(ClaimTable.isTest("    @Test\n    void another() {}\n\n    void it_is() {}", "it_is"))
                .isFalse();
        assertThat(ClaimTable.isTest("    @Test\n    void it_is_not() {}", "it_is"))
                .isFalse();
    }

    @Test
    void players_find_the_page() throws IOException {
        assertThat(Project.file("README.md")).content().contains("(engine/attacks.md)");
    }
}

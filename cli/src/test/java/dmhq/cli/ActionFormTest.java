package dmhq.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dmhq.format.SeatId;
import dmhq.format.json.Codec;
import dmhq.format.json.JsonException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What options the components of an action become, and what action the options become. */
class ActionFormTest {

    private static final UUID TICKET = UUID.fromString("6a1f5c9e-2f0b-4d57-8e43-90b7c2d41a10");

    private final ActionForm soup = ActionForm.of(KitchenAction.class).get(0);

    @Test
    void actions_that_dmhq_drafts_by_itself_have_no_form() {
        assertThat(ActionForm.of(KitchenAction.class))
                .extracting(ActionForm::name)
                .containsExactly("CookSoup");
    }

    @Test
    void options_are_the_components_in_kebab_case_dotted_where_nested_without_the_filled() {
        assertThat(soup.command().optionsMap().keySet())
                .containsExactlyInAnyOrder(
                        "-h",
                        "--help",
                        "--ingredients",
                        "--litres",
                        "--fetch-from.shelf",
                        "--fetch-from.depth",
                        "--guest",
                        "--spicy");
    }

    @Test
    void only_what_may_be_null_may_be_left_out() {
        assertThat(soup.command().options())
                .filteredOn(option -> !option.required())
                .extracting(option -> option.longestName())
                .containsExactlyInAnyOrder("--help", "--guest");
    }

    @Test
    void help_says_what_an_option_is_and_what_it_takes() {
        assertThat(soup.command().usageMessage().description()).containsExactly("Cook a soup.");
        assertThat(described("--ingredients")).isEqualTo("What goes in. Takes text; may be repeated.");
        assertThat(described("--litres")).isEqualTo("Takes a number with 1 decimals.");
        assertThat(described("--guest")).isEqualTo("Takes a seat id.");
    }

    private String described(String option) {
        return soup.command().findOption(option).description()[0];
    }

    @ParameterizedTest
    @ValueSource(strings = {"cook-soup", "CookSoup", "COOK-SOUP", "cooksoup"})
    void an_action_is_meant_by_its_name_in_any_spelling(String word) {
        assertThat(soup.isMeantBy(word)).isTrue();
        assertThat(soup.isMeantBy(word + "s")).isFalse();
    }

    @Test
    void options_become_the_action_with_the_filled_filled_in() throws JsonException {
        assertThat(cooked("--guest", "fox", "--ingredients", "leek"))
                .isEqualTo(new KitchenAction.CookSoup(
                        "5.1",
                        new SeatId("sabres"),
                        TICKET,
                        List.of("cabbage", "leek"),
                        25,
                        new KitchenAction.Spot(3, 40),
                        new SeatId("fox"),
                        true));
    }

    @Test
    void what_is_left_out_is_null() throws JsonException {
        assertThat(((KitchenAction.CookSoup) cooked()).guest()).isNull();
    }

    private KitchenAction cooked(String... more) throws JsonException {
        List<String> words = new ArrayList<>(List.of("--ingredients", "cabbage", "--litres", "2.5"));
        words.addAll(List.of("--fetch-from.shelf", "3", "--fetch-from.depth", "0.4", "--spicy", "yes"));
        words.addAll(List.of(more));
        var filling = new ActionForm.Filling(new SeatId("sabres"), "5.1", () -> TICKET);
        var said = new CommandLine(soup.command()).parseArgs(words.toArray(String[]::new));
        return Codec.of(KitchenAction.class).decode(soup.action(said, filling));
    }

    @ParameterizedTest
    @CsvSource({
        "--litres, 2.55, '--litres takes a number with 1 decimals, not ''2.55'''",
        "--litres, much, '--litres takes a number with 1 decimals, not ''much'''",
        "--litres, 99999999999999999, '--litres takes a smaller number, not ''99999999999999999'''",
        "--fetch-from.shelf, 1.5, '--fetch-from.shelf takes a whole number, not ''1.5'''",
        "--spicy, very, '--spicy takes true or false, not ''very'''"
    })
    void a_value_of_another_kind_is_refused_by_the_name_of_its_option(String option, String value, String sentence) {
        List<String> words = new ArrayList<>(
                List.of("--ingredients=a", "--litres=1", "--fetch-from.shelf=1", "--fetch-from.depth=1", "--spicy=no"));
        words.replaceAll(word -> word.startsWith(option + "=") ? option + "=" + value : word);
        var filling = new ActionForm.Filling(new SeatId("sabres"), "5.1", () -> TICKET);
        var said = new CommandLine(soup.command()).parseArgs(words.toArray(String[]::new));
        assertThatThrownBy(() -> soup.action(said, filling)).hasMessage(sentence);
    }

    @Test
    void what_is_filled_cannot_be_typed() {
        assertThatThrownBy(() -> cooked("--ticket", TICKET.toString())).isInstanceOf(UnmatchedArgumentException.class);
    }

    @Test
    void what_is_not_null_must_be_typed() {
        CommandLine line = new CommandLine(soup.command());
        assertThatThrownBy(() -> line.parseArgs("--litres", "1"))
                .isInstanceOf(MissingParameterException.class)
                .hasMessageContaining("--ingredients")
                .hasMessageContaining("--fetch-from.shelf");
    }
}

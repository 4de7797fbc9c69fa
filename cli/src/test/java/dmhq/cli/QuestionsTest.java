package dmhq.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dmhq.engine.Choices;
import dmhq.engine.Choices.Choice;
import dmhq.format.SeatId;
import dmhq.format.json.Codec;
import dmhq.format.json.Json;
import dmhq.format.json.Shape;
import dmhq.format.json.TextShape;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is asked for each component of an action, and what action the answers become. */
class QuestionsTest {

    private static final UUID SMALL = UUID.fromString("6a1f5c9e-2f0b-4d57-8e43-90b7c2d41a10");
    private static final UUID BIG = UUID.fromString("0b1c5c9e-2f0b-4d57-8e43-90b7c2d41a11");

    private static final List<String> GOOD =
            List.of("2", "1", "3025-04-10", "Leek", "Quince", "", "y", "barrel", "", "n", "n");

    private final ActionForm store = form("Store");

    @Test
    void answers_become_the_action_with_what_is_left_out_null() throws Exception {
        assertThat(stored(GOOD))
                .isEqualTo(new LarderAction.Store(
                        "5.1",
                        new SeatId("sabres"),
                        new SeatId("sabres"),
                        SMALL,
                        LocalDate.of(3025, 4, 10),
                        List.of("Leek", "Quince"),
                        true,
                        LarderAction.Vessel.BARREL,
                        null,
                        null,
                        null));
    }

    @Test
    void records_in_it_and_lists_of_records_are_asked_for_too() throws Exception {
        LarderAction.Store stored =
                stored(with(8, "2,500", "y", "3", "0.25", "y", "1", "Salt", "y", "jar", "Oil", "n"));

        assertThat(stored.grams()).isEqualTo(2500);
        assertThat(stored.spot()).isEqualTo(new LarderAction.Spot(3, 25));
        assertThat(stored.extras())
                .containsExactly(
                        new LarderAction.Filling(LarderAction.Vessel.JAR, "Salt"),
                        new LarderAction.Filling(LarderAction.Vessel.JAR, "Oil"));
    }

    @Test
    void every_question_says_what_it_is_what_there_is_and_what_bounds_it() throws Exception {
        assertThat(asked(GOOD)).isEqualTo("""
                Who may eat it.
                   1  fox     Nadia
                   2  sabres  Chioma
                owner (1-2): 2
                The order it belongs to.
                   1  a small one
                   2  a big one
                order (1-2): 1
                The day it spoils. After 3025-04-09.
                until (a date such as 3025-04-10): 3025-04-10
                What it is.
                names: Leek
                names (Enter ends): Quince
                names (Enter ends):\s
                Whether it smells.
                smelly (y/n): y
                   1  jar
                   2  barrel
                vessel (1-2): barrel
                grams (a whole number, Enter leaves it out):\s
                Where it stands, if that matters.
                spot? (y/n): n
                What else comes with it.
                extras? (y/n): n
                """);
    }

    @Test
    void what_is_not_of_the_form_is_told_in_a_sentence_and_asked_for_again() throws Exception {
        assertThat(asked(with(
                        0,
                        "dragons",
                        "3",
                        "",
                        "FOX",
                        "1",
                        "tomorrow",
                        "3025-02-30",
                        "3025-04-10",
                        "",
                        "Leek",
                        "",
                        "maybe",
                        "no",
                        "1",
                        "much",
                        "1.5",
                        "99999999999999999999",
                        "7",
                        "why",
                        "y",
                        "2",
                        "1.234",
                        "1.23",
                        "n")))
                .containsSubsequence(
                        "owner: there is no 'dragons' to choose; type a number from 1 to 2.\n",
                        "owner: there is no '3' to choose; type a number from 1 to 2.\n",
                        "Something is needed here; q leaves the action out.\nowner (1-2): FOX\n",
                        "until: expected a date such as 3025-04-10, found 'tomorrow'.\n",
                        "until: expected a date such as 3025-04-10, found '3025-02-30'.\n",
                        "names: \nSomething is needed here; q leaves the action out.\nnames: Leek\n",
                        "Type y or n, or q to leave the action out.\nsmelly (y/n): no\n",
                        "grams takes a whole number, not 'much'.\n",
                        "grams takes a whole number, not '1.5'.\n",
                        "grams takes a smaller number, not '99999999999999999999'.\n",
                        "Type y or n, or q to leave the action out.\n",
                        "spot depth takes a number with 2 decimals, not '1.234'.\n");
    }

    @Test
    void q_leaves_the_action_out_at_every_question() {
        for (int answered = 0; answered < GOOD.size(); answered++) {
            List<String> typed = with(answered, "q");
            assertThatThrownBy(() -> stored(typed)).as("%s", typed).isInstanceOf(LeftOut.class);
        }
    }

    @Test
    void the_end_of_the_input_leaves_the_action_out_at_every_question() {
        for (int answered = 0; answered < GOOD.size(); answered++) {
            List<String> typed = with(answered);
            assertThatThrownBy(() -> stored(typed)).as("%s", typed).isInstanceOf(LeftOut.class);
        }
    }

    @Test
    void what_only_files_can_say_is_not_asked_for() {
        assertThat(ActionForm.of(LarderAction.class).stream().filter(Questions::canFill))
                .extracting(ActionForm::name)
                .containsExactly("Door", "Store");
    }

    @Test
    void an_action_is_closed_while_something_it_needs_has_no_value() throws Exception {
        assertThat(Questions.isClosed(store, QuestionsTest::offered)).isFalse();
        assertThat(Questions.isClosed(
                        store,
                        (component, shape) -> component.equals("order") ? Choices.none() : offered(component, shape)))
                .isTrue();
        assertThat(Questions.isClosed(
                        store,
                        (component, shape) -> component.equals("grams") ? Choices.none() : offered(component, shape)))
                .isFalse();
    }

    @Test
    void all_answers_are_known_where_each_is_one_of_a_few() throws Exception {
        var filling = new ActionForm.Filling(new SeatId("sabres"), "5.1", () -> SMALL);

        assertThat(Answers.of(form("Door"), QuestionsTest::offered, filling))
                .hasValueSatisfying(all -> assertThat(all)
                        .extracting(Json.Members::toText)
                        .containsExactly(
                                "{\"action_type\":\"Door\",\"action_id\":\"5.1\",\"open\":true}",
                                "{\"action_type\":\"Door\",\"action_id\":\"5.1\",\"open\":false}"));
        assertThat(Answers.of(store, QuestionsTest::offered, filling)).isEmpty();
    }

    private static ActionForm form(String name) {
        return ActionForm.of(LarderAction.class).stream()
                .filter(form -> form.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The good answers up to one of them, and then others. */
    private static List<String> with(int answered, String... then) {
        List<String> typed = new ArrayList<>(GOOD.subList(0, answered));
        typed.addAll(Arrays.asList(then));
        return typed;
    }

    private static Choices offered(String component, Shape shape) {
        return switch (component) {
            case "owner" -> Choices.of(List.of(new Choice("fox", "Nadia"), new Choice("sabres", "Chioma")));
            case "order" ->
                Choices.of(
                        List.of(new Choice(SMALL.toString(), "a small one"), new Choice(BIG.toString(), "a big one")));
            case "until" -> Choices.any("after 3025-04-09");
            default ->
                shape instanceof TextShape text && text.type() == LarderAction.Vessel.class
                        ? Choices.of(List.of(new Choice("jar", ""), new Choice("barrel", "")))
                        : Choices.ANY;
        };
    }

    private LarderAction.Store stored(List<String> typed) throws Exception {
        return (LarderAction.Store) Codec.of(LarderAction.class).decode(answered(new TypedLines(typed)));
    }

    private String asked(List<String> typed) throws Exception {
        TypedLines lines = new TypedLines(typed);
        answered(lines);
        return lines.screen();
    }

    private Json.Members answered(TypedLines lines) throws Exception {
        var filling = new ActionForm.Filling(new SeatId("sabres"), "5.1", () -> SMALL);
        return new Questions(lines.terminal(), QuestionsTest::offered).action(store, filling);
    }
}

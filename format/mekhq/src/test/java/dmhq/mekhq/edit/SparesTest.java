package dmhq.mekhq.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dmhq.mekhq.EditedSave;
import dmhq.mekhq.Fixtures;
import dmhq.mekhq.Save;
import dmhq.mekhq.SaveException;
import dmhq.mekhq.facts.Part;
import dmhq.mekhq.facts.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The traps of spare parts: MekHQ adds up what looks alike, and before 0.50 it does so wrongly. */
class SparesTest {

    private static final String HEAT_SINK = part("equipment.HeatSink", 4, "Heat Sink", "<quantity>2</quantity>", 0)
            .replace("</part>", "  <typeName>Heat Sink</typeName>\n    </part>");
    private static final String ARMOR =
            part("Armor", 5, "Armor (Standard)", "<quantity>1</quantity><amount>120</amount>", 0);
    private static final String LEG = part("MekLocation", 6, "Mech Left Leg", "<quantity>1</quantity>", 0)
            .replace("</part>", "  <loc>7</loc>\n    </part>");

    @ParameterizedTest
    @EnumSource(Shape.class)
    void an_equal_spare_there_is_raised_and_no_second_one_is_made(Shape shape) throws Exception {
        Save save = save(shape, HEAT_SINK);
        EditedSave edited = save.with(List.of(add(shape, HEAT_SINK.replace("id=\"4\"", "id=\"99\""), 3, 0)));

        assertThat(edited.save().parts()).extracting(Part::id).containsExactly(4);
        assertThat(edited.save().parts()).extracting(Part::count).containsExactly(5);
        assertThat(edited.changes()).hasSize(1);
        assertThat(edited.changes().get(0).removed() + " becomes "
                        + edited.changes().get(0).inserted())
                .isEqualTo("2 becomes 5");
    }

    @ParameterizedTest
    @EnumSource(Shape.class)
    void two_that_arrive_on_one_day_become_one_entry(Shape shape) throws Exception {
        EditedSave edited = save(shape, "").with(List.of(add(shape, HEAT_SINK, 3, 5), add(shape, HEAT_SINK, 4, 5)));

        assertThat(edited.save().parts()).extracting(Part::count).containsExactly(7);
        assertThat(edited.save().parts()).extracting(Part::daysToArrival).containsExactly(5);
    }

    @ParameterizedTest
    @EnumSource(Shape.class)
    void those_that_arrive_on_different_days_stay_apart(Shape shape) throws Exception {
        EditedSave edited =
                save(shape, HEAT_SINK).with(List.of(add(shape, HEAT_SINK, 3, 5), add(shape, HEAT_SINK, 4, 6)));

        assertThat(edited.save().parts()).extracting(Part::count).containsExactly(2, 3, 4);
        assertThat(edited.save().parts()).extracting(Part::daysToArrival).containsExactly(0, 5, 6);
        assertThat(edited.save().parts()).extracting(Part::id).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({"A, 1", "B, 1", "C, 0", "D, 0"})
    void one_that_only_looks_alike_gets_a_day_of_its_own_where_mekhq_would_miscount(Shape shape, int day)
            throws Exception {
        String heavier = LEG.replace("<unitTonnage>50", "<unitTonnage>75");
        EditedSave edited = save(shape, LEG).with(List.of(add(shape, heavier, 2, 0)));

        assertThat(edited.save().parts()).extracting(Part::count).containsExactly(1, 2);
        assertThat(edited.save().parts()).extracting(Part::daysToArrival).containsExactly(0, day);
    }

    @ParameterizedTest
    @EnumSource(Shape.class)
    void armour_goes_by_points_and_its_quantity_stays_one(Shape shape) throws Exception {
        Save save = save(shape, ARMOR);
        Save less = save.with(List.of(new Edit.RemoveSpares(5, 70, "Armor"))).save();

        assertThat(less.parts()).extracting(Part::count).containsExactly(50);
        EditedSave more = less.with(List.of(add(shape, ARMOR, 30, 0)));
        assertThat(more.save().parts()).extracting(Part::count).containsExactly(80);
        assertThat(Fixtures.text(more.file())).contains("<quantity>1</quantity><amount>80</amount>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "B"})
    void a_new_part_gets_the_next_number_and_the_save_remembers_it(String shape) throws Exception {
        Save save = save(Shape.valueOf(shape), HEAT_SINK);
        EditedSave edited = save.with(List.of(add(Shape.valueOf(shape), ARMOR, 30, 2)));

        assertThat(edited.save().parts()).extracting(Part::id).containsExactly(4, 18);
        assertThat(Fixtures.text(edited.file())).contains("<lastPartId>18</lastPartId>");
        assertThat(Fixtures.text(edited.file())).contains("<part id=\"18\"").contains("<id>18</id>");
    }

    @Test
    void days_are_left_out_where_mekhq_leaves_them_out() throws Exception {
        EditedSave edited = save(Shape.D, "").with(List.of(add(Shape.D, ARMOR, 30, 0)));

        assertThat(Fixtures.text(edited.file())).doesNotContain("daysToArrival");
    }

    @ParameterizedTest
    @CsvSource({
        "<quantity>2</quantity>, <quantity>2</quantity><refitId>0f3c2a10-5b1e-4c55-9a77-2d3b6f1c9e01</refitId>, refitId",
        "<quantity>2</quantity>, <quantity>2</quantity><teamId>0f3c2a10-5b1e-4c55-9a77-2d3b6f1c9e01</teamId>, teamId",
        "<quantity>2</quantity>, <quantity>2</quantity><reserveId>0f3c2a10-5b1e-4c55-9a77-2d3b6f1c9e01</reserveId>, "
                + "reserveId",
        "<quantity>2</quantity>, <quantity>2</quantity><replacementId>9</replacementId>, replacementId",
        "<quantity>2</quantity>, <quantity>2</quantity><shipId>9</shipId>, shipId"
    })
    void a_spare_that_anything_has_a_claim_on_does_not_go(String from, String to, String tie) throws Exception {
        Save save = save(Shape.D, HEAT_SINK.replace(from, to));

        assertThat(save.obstacle(List.of(new Edit.RemoveSpares(4, 1, "Heat Sink"))))
                .contains("Heat Sink (part 4) is reserved or being worked on (<" + tie
                        + ">); finish that in MekHQ first");
    }

    @Test
    void a_spare_on_its_way_does_not_go() throws Exception {
        Save save = save(Shape.A, HEAT_SINK.replace("<daysToArrival>0<", "<daysToArrival>3<"));

        assertThat(save.obstacle(List.of(new Edit.RemoveSpares(4, 1, "Heat Sink"))))
                .contains("Heat Sink (part 4) is still on its way, for 3 more days");
    }

    @Test
    void two_removals_of_one_part_see_each_other() throws Exception {
        Save save = save(Shape.A, HEAT_SINK);
        Edit one = new Edit.RemoveSpares(4, 1, "Heat Sink");

        assertThat(save.with(List.of(one, one)).save().parts()).isEmpty();
        assertThat(save.obstacle(List.of(one, one, one))).contains("there is no part number 4 in the save");
    }

    @Test
    void goods_of_another_time_are_refused_with_the_cure() throws Exception {
        assertThat(save(Shape.A, "").obstacle(List.of(add(Shape.D, HEAT_SINK, 3, 0))))
                .hasValueSatisfying(why -> assertThat(why).contains("both of you have to play with versions that are"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<part",
                "<unit/>",
                "<!DOCTYPE part><part/>",
                "<part><id>x</id></part>",
                "<part type=\"x.HeatSink\"><id>1</id></part>",
                "<part type=\"x.HeatSink\"><id>1</id><quantity>-5</quantity></part>",
                "<part><id>1</id><quantity>1</quantity></part><part><id>2</id></part>",
                "<part><id>1</id><quantity>1</quantity><unitId>0f3c2a10-5b1e-4c55-9a77-2d3b6f1c9e01</unitId></part>"
            })
    void what_others_send_is_refused_where_it_is_no_spare(String sent) throws Exception {
        Save save = save(Shape.A, HEAT_SINK);
        Edit edit = add(Shape.A, sent, 3, 0);

        assertThat(save.obstacle(List.of(edit)))
                .hasValueSatisfying(why -> assertThat(why).startsWith("what was sent as a "));
        assertThatExceptionOfType(SaveException.class)
                .isThrownBy(() -> save.with(List.of(edit)))
                .withMessageStartingWith("save: what was sent as a ");
    }

    @Test
    void more_than_mekhq_counts_is_refused() throws Exception {
        Save save = save(Shape.A, HEAT_SINK.replace("<quantity>2<", "<quantity>999999998<"));

        assertThat(save.obstacle(List.of(add(Shape.A, HEAT_SINK, 2, 0))))
                .hasValueSatisfying(why -> assertThat(why).contains("more than MekHQ counts"));
    }

    private static Edit add(Shape shape, String part, int count, int days) {
        return new Edit.AddSpares(new Spares(shape, part.strip(), count), days, "spares");
    }

    private static Save save(Shape shape, String parts) throws SaveException {
        String fixture = switch (shape) {
            case A -> Fixtures.A;
            case B -> Fixtures.B;
            case C -> Fixtures.C;
            case D -> Fixtures.D;
        };
        String numbered = shape.keepsLastPartId()
                ? fixture.replace("<info>", "<info>\n    <lastPartId>17</lastPartId>")
                : fixture;
        return Fixtures.read(numbered.replace("</campaign>", "  <parts>\n" + parts + "  </parts>\n</campaign>"));
    }

    private static String part(String type, int id, String name, String counted, int days) {
        return "    <part id=\"" + id + "\" type=\"mekhq.campaign.parts." + type + "\">\n" + "      <id>" + id
                + "</id>\n"
                + "      <name>" + name + "</name>\n" + "      <unitTonnage>50</unitTonnage>\n" + "      " + counted
                + "\n"
                + "      <quality>3</quality>\n" + "      <daysToArrival>" + days + "</daysToArrival>\n"
                + "    </part>\n";
    }
}

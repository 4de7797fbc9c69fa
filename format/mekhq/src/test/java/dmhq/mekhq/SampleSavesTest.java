package dmhq.mekhq;

import static org.assertj.core.api.Assertions.assertThat;

import dmhq.mekhq.edit.Edit;
import dmhq.mekhq.facts.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampleSavesTest {

    @Test
    void the_samples_are_three_saves_that_stay_small() throws IOException {
        try (Stream<Path> files = Files.list(folder())) {
            List<Path> saves =
                    files.filter(file -> file.toString().endsWith(".cpnx")).toList();

            assertThat(saves).hasSize(3).allMatch(save -> save.toFile().length() < 15_000);
        }
    }

    @Test
    void the_host_has_its_starting_capital() throws Exception {
        Save host = read("lanterns-host.cpnx");

        assertThat(host.shape()).isEqualTo(Shape.A);
        assertThat(host.name()).isEqualTo("Marl's Lanterns");
        assertThat(host.id()).contains(UUID.fromString("6a1f5c9e-2f0b-4d57-8e43-90b7c2d41a10"));
        assertThat(host.date()).isEqualTo(LocalDate.of(3025, 4, 10));
        assertThat(host.gmMode()).isTrue();
        assertThat(host.funds()).isEqualTo(5_000_000);
    }

    @Test
    void the_second_has_no_id_and_windows_line_ends() throws Exception {
        Save second = read("dovrefjell.cpnx");

        assertThat(second.shape()).isEqualTo(Shape.A);
        assertThat(second.id()).isEmpty();
        assertThat(second.date()).isEqualTo(LocalDate.of(3025, 4, 10));
        assertThat(second.funds()).isZero();
        assertThat(Fixtures.text(Files.readAllBytes(folder().resolve("dovrefjell.cpnx"))))
                .contains("\r\n")
                .doesNotContainPattern("[^\r]\n");
    }

    @Test
    void the_third_is_of_the_newest_shape_and_a_day_behind() throws Exception {
        Save third = read("corrigan.cpnx");

        assertThat(third.shape()).isEqualTo(Shape.D);
        assertThat(third.name()).isEqualTo("Corrigan & Daughters");
        assertThat(third.id()).contains(UUID.fromString("b84e7d02-63c1-4f9a-9d15-5e0a7f3c2b66"));
        assertThat(third.date()).isEqualTo(LocalDate.of(3025, 4, 9));
        assertThat(third.funds()).isEqualTo(2_745_700);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lanterns-host.cpnx", "dovrefjell.cpnx", "corrigan.cpnx"})
    void a_wire_goes_into_each_in_the_line_ends_it_has(String name) throws Exception {
        Save save = read(name);
        EditedSave edited = save.with(List.of(new Edit.Wire(-500_000, "To a friend, wire-1")));

        assertThat(edited.save().funds()).isEqualTo(save.funds() - 500_000);
        assertThat(edited.save().mentions("wire-1")).isTrue();
        assertThat(edited.changes()).singleElement().satisfies(splice -> {
            assertThat(splice.removed()).isEmpty();
            assertThat(splice.inserted().contains("\r\n")).isEqualTo(name.equals("dovrefjell.cpnx"));
        });
    }

    private static Save read(String name) throws IOException, SaveException {
        return Save.read(Files.readAllBytes(folder().resolve(name)));
    }

    private static Path folder() {
        Path module = Path.of("").toAbsolutePath();
        return module.resolve("../../samples/saves").normalize();
    }
}

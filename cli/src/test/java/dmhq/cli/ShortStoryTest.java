package dmhq.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dmhq.cli.Story.Happening;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ShortStoryTest {

    @Test
    void a_short_turn_is_told_whole() {
        List<Happening> twelve = Collections.nCopies(12, new Happening("ate", "ate: seat ada"));

        assertThat(ShortStory.of(twelve)).isEqualTo(new ShortStory(Collections.nCopies(12, "ate: seat ada"), true));
        assertThat(ShortStory.of(List.of())).isEqualTo(new ShortStory(List.of(), true));
    }

    @Test
    void of_a_long_turn_as_few_kinds_as_possible_are_counted_and_the_order_stays() {
        List<Happening> all = new ArrayList<>();
        all.add(new Happening("", "nothing counted from ben"));
        all.add(new Happening("did", "did: 1"));
        IntStream.range(0, 9).forEach(tick -> all.add(new Happening("ate", "ate: " + tick)));
        all.add(new Happening("did", "did: 2"));
        all.add(new Happening("ended", "ended: ada 3"));

        assertThat(ShortStory.of(all))
                .isEqualTo(new ShortStory(
                        List.of("nothing counted from ben", "did: 1", "ate (9)", "did: 2", "ended: ada 3"), false));
    }

    @Test
    void what_has_words_of_its_own_is_told_up_to_forty() {
        List<Happening> dates = IntStream.range(0, 40)
                .mapToObj(seat -> new Happening("", "seat " + seat + " is at 3025-04-17"))
                .toList();

        assertThat(ShortStory.of(dates).whole()).isTrue();
        assertThat(ShortStory.of(Stream.concat(dates.stream(), dates.stream()).toList()))
                .isEqualTo(new ShortStory(dates.stream().map(Happening::phrase).toList(), false));
    }
}

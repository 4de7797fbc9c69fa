package dmhq.format.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dmhq.format.Bytes;
import dmhq.format.session.Manifest.Range;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SegmentsTest {

    @Test
    void segments_are_the_powers_of_two_in_the_number_of_records() {
        assertThat(Segments.of(0)).containsExactly(new Range(0, 0));
        assertThat(Segments.of(5)).containsExactly(new Range(0, 3), new Range(4, 5));
        assertThat(Segments.of(6)).containsExactly(new Range(0, 3), new Range(4, 5), new Range(6, 6));
        assertThat(Segments.of(7)).containsExactly(new Range(0, 7));
    }

    @Test
    void segments_hold_every_record_once_and_are_few() {
        for (int newest = 0; newest <= LinkChain.LENGTH; newest++) {
            List<Range> segments = Segments.of(newest);
            int next = 0;
            for (Range range : segments) {
                assertThat(range.from()).isEqualTo(next);
                next = range.to() + 1;
            }
            assertThat(next).isEqualTo(newest + 1);
            assertThat(segments).hasSizeLessThanOrEqualTo(13);
        }
    }

    @Test
    void a_new_record_leaves_full_segments_as_they_are() {
        Game game = Game.open();
        Map<String, Bytes> before = Repacked.contents(game.host(4).pack(game.hostKey, Game.START));
        Map<String, Bytes> after = Repacked.contents(game.host(5).pack(game.hostKey, Game.START));

        for (String family : List.of("records", "events", "orders", "salts")) {
            String full = family + "_0_to_3.json.gz";
            assertThat(after.get(full)).isEqualTo(before.get(full)).isNotNull();
            assertThat(after).containsKey(family + "_4_to_5.json.gz");
        }
    }
}

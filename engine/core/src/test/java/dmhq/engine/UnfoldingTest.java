package dmhq.engine;

import static dmhq.engine.HuntByPost.ADA;
import static dmhq.engine.HuntByPost.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import dmhq.engine.hunt.Hunt;
import dmhq.engine.hunt.HuntEvent;
import dmhq.engine.hunt.HuntRules;
import dmhq.engine.hunt.OpenHunt;
import dmhq.engine.ledger.Ledger;
import dmhq.format.session.EventLine;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class UnfoldingTest {

    private static final Hunt BEFORE = new Hunt(List.of(ADA, BOB), new TreeMap<>(), Ledger.EMPTY);
    private static final List<Event<HuntEvent>> EVENTS = List.of(
            new Event<>(new HuntEvent.Found(ADA, 3), Audience.of(ADA)),
            new Event<>(new HuntEvent.Dug(ADA, 1), Audience.everyone()),
            new Event<>(new HuntEvent.Given(ADA, BOB, 2), Audience.of(BOB, ADA)),
            new Event<>(new HuntEvent.Dug(BOB, 1), Audience.everyone()),
            new Event<>(new HuntEvent.Found(BOB, 1), Audience.of()));

    @Test
    void private_lines_say_after_how_many_public_ones_they_come_and_who_sees_them() {
        var unfolding = Unfolding.of(new Rules<>(new HuntRules()), 7, BEFORE, EVENTS);

        assertThat(unfolding.lines()).extracting(EventLine::record).containsOnly(7);
        assertThat(unfolding.lines()).extracting(EventLine::after).containsExactly(0, null, 1, null, 2);
        assertThat(unfolding.lines())
                .extracting(EventLine::audience)
                .containsExactly(List.of(ADA), null, List.of(ADA, BOB), null, List.of());
    }

    @Test
    void every_event_is_applied_in_turn() {
        var after =
                Unfolding.of(new Rules<>(new HuntRules()), 7, BEFORE, EVENTS).after();

        assertThat(after.digs()).containsEntry("1", 2);
        assertThat(after.coins().balance("ada")).isEqualTo(1);
        assertThat(after.coins().balance("bob")).isEqualTo(3);
    }

    @Test
    void without_secrets_every_line_is_public() {
        var unfolding = Unfolding.of(new Rules<>(new OpenHunt()), 7, BEFORE, EVENTS);

        assertThat(unfolding.lines())
                .hasSize(5)
                .allMatch(EventLine::isPublic)
                .allMatch(line -> line.audience() == null);
    }
}

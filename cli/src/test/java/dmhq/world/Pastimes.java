package dmhq.world;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The games that worlds are played in. */
enum Pastimes {
    WHARF(
            1,
            List.of(
                    Fault.SAVE_RESTORED,
                    Fault.SAVE_LACKING_A_SETTLEMENT,
                    Fault.SAVE_AHEAD,
                    Checked.SETTLEMENTS_WRITTEN,
                    Checked.SETTLEMENTS_UNDER_WAY,
                    Checked.WIRES_HIDDEN_FROM_OTHERS)),
    DISTRIBUTED_MEKHQ(2, List.of(Checked.FISH));

    private final int patience;
    /** What is there in other games alone. */
    private final List<Enum<?>> elsewhere;

    Pastimes(int patience, List<Enum<?>> elsewhere) {
        this.patience = patience;
        this.elsewhere = elsewhere;
    }

    /** Returns the game whose rules have that id. */
    static Pastimes of(String rules) {
        return Stream.of(values())
                .filter(each -> each.rules().equals(rules))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no world is played by the rules " + rules));
    }

    String rules() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns how many times as long as a trip to sea it takes until something has come of an order. */
    int patience() {
        return patience;
    }

    boolean knows(Enum<?> thing) {
        return !elsewhere.contains(thing);
    }

    /** Begins the game for players who have not sat down yet. */
    Pastime begin(Chance chance, List<Player> players, Counts<Fault> faults) throws Exception {
        return this == WHARF ? new Fishing(chance) : new Campaigning(chance, players, faults);
    }
}

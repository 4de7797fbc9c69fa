package dmhq.world;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The games that worlds are played in. */
enum Pastimes {
    WHARF(1),
    DISTRIBUTED_MEKHQ(2);

    private static final List<Enum<?>> ON_THE_WHARF_ONLY = List.of(Checked.FISH);
    private static final List<Enum<?>> IN_CAMPAIGNS_ONLY = List.of(
            Fault.SAVE_RESTORED,
            Fault.SAVE_LACKING_A_SETTLEMENT,
            Fault.SAVE_AHEAD,
            Checked.SETTLEMENTS_WRITTEN,
            Checked.SETTLEMENTS_UNDER_WAY,
            Checked.WIRES_HIDDEN_FROM_OTHERS);

    private final int patience;

    Pastimes(int patience) {
        this.patience = patience;
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

    /** Tells whether a fault, or something that is checked, is found in this game. */
    boolean knows(Enum<?> thing) {
        List<Enum<?>> elsewhere = this == WHARF ? IN_CAMPAIGNS_ONLY : ON_THE_WHARF_ONLY;
        return !elsewhere.contains(thing);
    }

    /** Begins the game for players who have not sat down yet. */
    Pastime begin(Chance chance, List<Player> players, Counts<Fault> faults) throws Exception {
        return this == WHARF ? new Fishing(chance) : new Campaigning(chance, players, faults);
    }
}

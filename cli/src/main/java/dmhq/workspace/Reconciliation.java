package dmhq.workspace;

import dmhq.campaign.Settlement;
import dmhq.mekhq.facts.CarryOver;
import dmhq.workspace.Settled.Assumed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The settlements that were written into saves of a seat, held against one of these. A settlement is in
 * a save if its reference stands there. If it does not, it was folded by MekHQ, or the save was restored.
 */
final class Reconciliation {

    private final PlayerSave save;
    private final Settled settled;
    private final List<Settlement> lacking = new ArrayList<>();
    private final List<Settlement> folded = new ArrayList<>();
    private final List<Settlement> doubtful = new ArrayList<>();

    /** Holds them against a save, in which none of their references stands. */
    Reconciliation(PlayerSave save, Settled settled, List<Settlement> unseen) {
        this.save = save;
        this.settled = settled;
        unseen.forEach(this::sort);
    }

    private void sort(Settlement settlement) {
        int number = settlement.number();
        Optional<CarryOver> carryOver = save.save().carryOver().filter(each -> settled.isBefore(each, number));
        Optional<Assumed> word = carryOver.flatMap(each -> settled.assumed(each, number));
        boolean hidden = carryOver.isPresent() && (word.isPresent() || !isOldSource(settlement));
        if (hidden) {
            folded.add(settlement);
        }
        if (hidden && word.isEmpty()) {
            doubtful.add(settlement);
        } else if (!hidden || !word.map(Assumed::written).orElse(false)) {
            lacking.add(settlement);
        }
    }

    /** Returns what is certainly not in the save: it is of a time before, or the player said so. */
    List<Settlement> lacking() {
        return lacking;
    }

    /** Returns what a carry-over may have folded, whatever the player said of it. */
    List<Settlement> folded() {
        return folded;
    }

    /** Returns what a carry-over may have folded and the player said nothing of. */
    List<Settlement> doubtful() {
        return doubtful;
    }

    /** Tells whether the save is known to be the very one that the settlement was written from. */
    boolean isOldSource(Settlement settlement) {
        return settled.isSourceWithout(save.digest(), settlement.number());
    }

    /** Returns what became of it in words that go on after the save's name; empty if nothing is lacking. */
    Optional<String> lack() {
        return lacking.isEmpty()
                ? Optional.empty()
                : Optional.of("lacks " + named(lacking) + ", which " + (lacking.size() == 1 ? "was" : "were")
                        + " written into a save of yours before");
    }

    /** Returns what cannot be known and what would tell it, without a full stop; empty if nothing is in doubt. */
    Optional<String> doubt() {
        return doubtful.isEmpty()
                ? Optional.empty()
                : save.save()
                        .carryOver()
                        .map(carryOver -> "on " + carryOver.date() + " MekHQ folded the ledger of " + save.file()
                                + " into one transaction, so dmhq cannot see whether " + named(doubtful)
                                + (doubtful.size() == 1 ? " is" : " are")
                                + " in it; if you played on with a save that had taken this in, add --assume-written;"
                                + " if you went back to one from before, add --assume-missing");
    }

    private static String named(List<Settlement> settlements) {
        String numbers = settlements.stream()
                .map(settlement -> Integer.toString(settlement.number()))
                .collect(Collectors.joining(", "));
        return "settlement" + (settlements.size() == 1 ? " " : "s ") + numbers.replaceFirst(", (\\d+)$", " and $1");
    }
}

package dmhq.workspace;

import dmhq.campaign.Settlement;
import dmhq.format.Digest;
import dmhq.mekhq.facts.CarryOver;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What has been written into the player's saves.
 *
 * @param appliedTo the number of the last settlement dealt with; 0 for none
 * @param cannot the debits among them that the save could not do
 * @param sources the saves that were written from, by digest, each with the number up to which it had
 *     taken in all; so a new save that was lost can be made again from its source
 * @param written when settlements were written first; those of versions that kept no dates are not in it
 * @param assumed the player's word on what MekHQ has folded
 */
public record Settled(
        int appliedTo,
        List<Integer> cannot,
        SortedMap<Digest, Integer> sources,
        List<Written> written,
        List<Assumed> assumed) {

    /**
     * When a settlement was written.
     *
     * @param date the earliest date of a save that has it
     */
    public record Written(int number, LocalDate date) {

        private Written notAfter(LocalDate other) {
            return other.isBefore(date) ? new Written(number, other) : this;
        }
    }

    /**
     * What the player said of a settlement that cannot be seen behind a carry-over.
     *
     * @param written whether the money carried over is that of a save which had it
     */
    public record Assumed(CarryOver carryOver, int number, boolean written) {}

    /** Nothing yet. */
    static final Settled NOTHING = new Settled(0, List.of(), new TreeMap<>(), List.of(), List.of());

    public Settled {
        cannot = List.copyOf(cannot);
        sources = Collections.unmodifiableSortedMap(new TreeMap<>(sources));
        written = List.copyOf(written);
        assumed = List.copyOf(assumed);
    }

    /** Returns the number of the last settlement that a save has taken in. */
    private int appliedIn(Digest save) {
        return sources.getOrDefault(save, appliedTo);
    }

    /** Tells whether a save is known to be of a time when the settlement was not written yet. */
    boolean isSourceWithout(Digest save, int number) {
        return number > appliedIn(save) && number <= appliedTo;
    }

    /** Tells whether nothing was written for a settlement, because the debit could not be done. */
    boolean isCalledOff(Settlement settlement) {
        Integer debit = settlement.returnOf();
        return cannot.contains(settlement.number()) || (debit != null && cannot.contains(debit));
    }

    /** Tells whether a settlement may have been written before a carry-over, as one without a date always may. */
    boolean isBefore(CarryOver carryOver, int number) {
        return written.stream()
                .filter(each -> each.number() == number)
                .allMatch(each -> each.date().isBefore(carryOver.date()));
    }

    /** Returns the date of the save that was written from last; none as long as nothing was written. */
    Optional<LocalDate> lastDate() {
        return written.stream().map(Written::date).max(LocalDate::compareTo);
    }

    /** Returns the player's word on a settlement behind a carry-over. */
    Optional<Assumed> assumed(CarryOver carryOver, int number) {
        return assumed.stream()
                .filter(each -> each.carryOver().equals(carryOver) && each.number() == number)
                .findFirst();
    }

    /** Returns this after the player's word, which replaces an earlier one. */
    Settled assuming(CarryOver carryOver, Collection<Integer> numbers, boolean were) {
        List<Assumed> now = new ArrayList<>(assumed);
        now.removeIf(each -> each.carryOver().equals(carryOver) && numbers.contains(each.number()));
        numbers.forEach(number -> now.add(new Assumed(carryOver, number, were)));
        return new Settled(appliedTo, cannot, sources, written, now);
    }

    /** Returns this with what the session has as acknowledged, should this have been lost or be older. */
    Settled atLeast(int acknowledged) {
        return new Settled(Math.max(acknowledged, appliedTo), cannot, sources, written, assumed);
    }

    /**
     * Returns this after settlements were written from a save.
     *
     * @param last the number up to which all are dealt with now
     * @param undone all debits that could not be done, so far
     * @param fresh the settlements that were written for the first time
     * @param again the settlements that had been written before
     */
    Settled and(PlayerSave source, int last, List<Integer> undone, List<Integer> fresh, List<Integer> again) {
        SortedMap<Digest, Integer> from = new TreeMap<>(sources);
        int had = again.stream().map(number -> number - 1).reduce(appliedIn(source.digest()), Math::min);
        from.put(source.digest(), had);
        LocalDate date = source.save().date();
        List<Written> dates = new ArrayList<>(written);
        dates.replaceAll(each -> each.notAfter(date));
        fresh.forEach(number -> dates.add(new Written(number, date)));
        return new Settled(Math.max(last, appliedTo), undone, from, dates, assumed);
    }
}

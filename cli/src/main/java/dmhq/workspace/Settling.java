package dmhq.workspace;

import dmhq.campaign.Settlement;
import dmhq.format.SeatId;
import dmhq.mekhq.EditedSave;
import dmhq.mekhq.SaveException;
import dmhq.mekhq.edit.Edit;
import dmhq.mekhq.facts.CarryOver;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes what was settled into a new save beside the player's own, which is never touched.
 *
 * <p>Each settlement leaves its reference in the save, so that one that was written before a kill is
 * recognised and not written twice, and a save that was restored from before is told by what it lacks.
 */
public final class Settling {

    private final Workspace workspace;
    private final CampaignDesk desk;

    /** Makes the step. */
    public Settling(Workspace workspace, CampaignDesk desk) {
        this.workspace = workspace;
        this.desk = desk;
    }

    /**
     * What came of it.
     *
     * @param written the new save; null if nothing in the save had to change, or on a dry run
     * @param lines what was done, or would be, about each settlement
     * @param changes where the new save differs
     * @param fundsBefore in C-bills
     * @param fundsAfter in C-bills
     * @param doubt what nobody can see in the save, if that is all there is to say; without a full stop
     * @param shortfall that the funds afterwards do not cover what is held for wires, if so; a sentence
     */
    public record Result(
            @Nullable Path written,
            List<Line> lines,
            List<String> changes,
            long fundsBefore,
            long fundsAfter,
            Optional<String> doubt,
            Optional<String> shortfall) {

        public Result {
            lines = List.copyOf(lines);
            changes = List.copyOf(changes);
        }
    }

    /**
     * What becomes of one settlement.
     *
     * @param reference by which the save knows it
     * @param booked whether the new save gets a transaction for it
     * @param words the same for the player
     */
    public record Line(Settlement settlement, String reference, boolean booked, String words) {

        /** Returns all of it in words. */
        @Override
        public String toString() {
            return reference + ": " + words;
        }
    }

    /**
     * How it is wanted.
     *
     * @param out where to write; null for a name beside the save
     * @param dryRun say only what would be done
     * @param restored write again what the save lacks although it was written before
     * @param folded what to assume of settlements behind MekHQ's carry-over, where nobody can see them
     */
    public record Wish(@Nullable Path out, boolean dryRun, boolean restored, Folded folded) {}

    /** What may be assumed of settlements that MekHQ folded. */
    public enum Folded {
        /** Nothing: what was said before of the same carry-over, or else ask. */
        ASK,
        /** The money carried over is that of a save that had them. */
        WRITTEN,
        /** They are missing, and are to be written again. */
        MISSING
    }

    /**
     * Applies what is outstanding to a save.
     *
     * @throws Refusal if the save is of another campaign, cannot be changed, or was changed meanwhile, a file
     *     is in the way, or the save was restored, or may have been, and the wish does not say what to do
     */
    public Result apply(Path file, Wish wish) throws Refusal, IOException {
        PlayerSave before = desk.checked(file.toAbsolutePath().normalize());
        Settled settled = assuming(before, wish.folded);
        Reconciliation found = desk.reconciled(before, settled);
        requireWord(before, found, wish);
        List<Settlement> todo = todo(before, found, wish);
        if (todo.isEmpty()) {
            long funds = before.save().funds();
            return new Result(null, List.of(), List.of(), funds, funds, found.doubt(), shortfall(funds));
        } else if (found.doubt().isPresent()) {
            throw new Refusal(found.doubt().get());
        }
        requireNewest(before, settled, wish);
        Plan plan = plan(before, todo, settled, found);
        EditedSave edited = edited(before, plan.edits);
        List<String> changes = edited.changes().stream()
                .map(splice ->
                        "line " + splice.line() + ": " + splice.inserted().strip())
                .toList();
        int last = Math.max(todo.get(todo.size() - 1).number(), settled.appliedTo());
        Path written = null;
        if (!wish.dryRun && !plan.edits.isEmpty()) {
            written = new NewSave(workspace.disk(), before, edited).write(wish.out);
        }
        if (!wish.dryRun) {
            // In this order: killed in between, the same command still has both to do.
            desk.use(written == null ? before.file() : written);
            desk.settle(settled.and(before, last, plan.cannot, plan.fresh, plan.again));
        }
        return new Result(
                written,
                plan.lines,
                changes,
                before.save().funds(),
                edited.save().funds(),
                Optional.empty(),
                shortfall(edited.save().funds()));
    }

    private Optional<String> shortfall(long funds) {
        return HeldFunds.lack(funds, List.of(), desk.view().promised(desk.seat()));
    }

    private Settled assuming(PlayerSave save, Folded wanted) throws Refusal, IOException {
        Settled settled = desk.settled();
        Optional<CarryOver> carryOver = save.save().carryOver();
        if (wanted == Folded.ASK || carryOver.isEmpty()) {
            return settled;
        }
        List<Integer> numbers = desk.reconciled(save, settled).folded().stream()
                .map(Settlement::number)
                .toList();
        return settled.assuming(carryOver.get(), numbers, wanted == Folded.WRITTEN);
    }

    /** The very source of an earlier save, or what the player just called missing, needs no second word. */
    private static void requireWord(PlayerSave save, Reconciliation found, Wish wish) throws Refusal {
        boolean unexplained = found.lacking().stream()
                .filter(settlement -> !found.isOldSource(settlement))
                .anyMatch(settlement ->
                        wish.folded != Folded.MISSING || !found.folded().contains(settlement));
        if (unexplained && !wish.restored) {
            throw new Refusal("the save " + save.file() + " " + found.lack().orElseThrow()
                    + "; add --restored to have it written again, or apply to the newer save");
        }
    }

    private static void requireNewest(PlayerSave save, Settled settled, Wish wish) throws Refusal {
        Optional<LocalDate> last = settled.lastDate().filter(save.save().date()::isBefore);
        if (last.isPresent() && !wish.restored) {
            throw new Refusal(
                    "the save " + save.file() + " is of " + save.save().date()
                            + ", older than the save of " + last.get() + " that settlements were written into before;"
                            + " apply to the newer save, or add --restored to play on with this one");
        }
    }

    private List<Settlement> todo(PlayerSave save, Reconciliation found, Wish wish) throws Refusal, IOException {
        SortedMap<Integer, Settlement> todo = new TreeMap<>();
        desk.dueIn(save.digest()).forEach(settlement -> todo.put(settlement.number(), settlement));
        found.lacking().forEach(settlement -> todo.put(settlement.number(), settlement));
        if (wish.folded != Folded.ASK) {
            found.folded().forEach(settlement -> todo.put(settlement.number(), settlement));
        }
        return List.copyOf(todo.values());
    }

    private static final class Plan {
        private final List<Edit> edits = new ArrayList<>();
        private final List<Integer> cannot = new ArrayList<>();
        private final List<Integer> fresh = new ArrayList<>();
        private final List<Integer> again = new ArrayList<>();
        private final List<Line> lines = new ArrayList<>();
        private long funds;

        private void tell(Settlement settlement, String reference, String words) {
            lines.add(new Line(settlement, reference, false, words));
        }
    }

    private Plan plan(PlayerSave before, List<Settlement> todo, Settled settled, Reconciliation found)
            throws Refusal, IOException {
        Plan plan = new Plan();
        plan.cannot.addAll(settled.cannot());
        plan.funds = before.save().funds();
        for (Settlement settlement : todo) {
            String reference = desk.reference(settlement);
            boolean isNew = settlement.number() > settled.appliedTo();
            if (settled.cannot().contains(settlement.number())) {
                plan.tell(settlement, reference, "called off before");
            } else if (before.save().mentions(reference)) {
                plan.tell(settlement, reference, "in this save already");
                if (isNew) {
                    plan.fresh.add(settlement.number());
                }
            } else if (isReturnOfUndone(settlement, plan.cannot)) {
                plan.tell(settlement, reference, "nothing to give back, as the debit was never done");
            } else if (!isNew && !found.lacking().contains(settlement)) {
                plan.tell(settlement, reference, "taken as written before MekHQ folded the ledger");
            } else if (isNew && settlement.isDebit() && plan.funds + settlement.amount() < 0) {
                plan.cannot.add(settlement.number());
                plan.tell(
                        settlement,
                        reference,
                        "the save has " + CampaignDesk.amount(plan.funds) + ", too little to pay "
                                + CampaignDesk.amount(-settlement.amount())
                                + "; the wire is called off with the next submission");
            } else {
                (isNew ? plan.fresh : plan.again).add(settlement.number());
                book(settlement, reference, plan);
            }
        }
        requireFunds(before, plan);
        return plan;
    }

    private void book(Settlement settlement, String reference, Plan plan) {
        String words = words(settlement);
        plan.funds += settlement.amount();
        plan.edits.add(new Edit.Wire(settlement.amount(), words + " [" + reference + "]"));
        plan.edits.add(
                new Edit.ReportLine(words + " [" + reference + "]: " + CampaignDesk.amount(settlement.amount())));
        plan.lines.add(new Line(settlement, reference, true, words + ", " + CampaignDesk.amount(settlement.amount())));
    }

    /** What was paid once can no longer be called off, and no save is pushed below zero. */
    private static void requireFunds(PlayerSave before, Plan plan) throws Refusal {
        if (!plan.again.isEmpty() && plan.funds < Math.min(0, before.save().funds())) {
            throw new Refusal("the save " + before.file() + " has "
                    + CampaignDesk.amount(before.save().funds())
                    + ", too little to pay again what was paid from a save of"
                    + " yours before: it would be left with " + CampaignDesk.amount(plan.funds)
                    + "; play on with the newer save, or raise the money in MekHQ first");
        }
    }

    private static boolean isReturnOfUndone(Settlement settlement, List<Integer> cannot) {
        Integer debit = settlement.returnOf();
        return debit != null && cannot.contains(debit);
    }

    private String words(Settlement settlement) {
        var wire = desk.view().wires().get(settlement.request());
        String other = wire == null ? "another campaign" : name(wire.partnerOf(desk.seat()));
        if (settlement.returnOf() != null) {
            return "Wire returned by " + other;
        }
        return settlement.isDebit() ? "Wire to " + other : "Wire from " + other;
    }

    private String name(SeatId other) {
        var campaign = desk.view().campaigns().get(other);
        return campaign == null ? other.value() : campaign.name();
    }

    private static EditedSave edited(PlayerSave before, List<Edit> edits) throws Refusal {
        try {
            return before.save().with(edits);
        } catch (SaveException e) {
            throw new Refusal(before.file().toString(), e, "save the campaign again in MekHQ, and apply to that save");
        }
    }
}

package dmhq.workspace;

import dmhq.campaign.Settlement;
import dmhq.format.Bytes;
import dmhq.format.Digest;
import dmhq.format.SeatId;
import dmhq.mekhq.Edit;
import dmhq.mekhq.EditedSave;
import dmhq.mekhq.Save;
import dmhq.mekhq.SaveException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes what was settled into a new save beside the player's own, which is never touched.
 *
 * <p>Each settlement leaves its reference in the save, so that one that was written before a kill is
 * recognised and not written twice.
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
     * @param lines what was done, or would be, in the player's words
     * @param changes where the new save differs
     * @param fundsBefore in C-bills
     * @param fundsAfter in C-bills
     */
    public record Result(
            @Nullable Path written, List<String> lines, List<String> changes, long fundsBefore, long fundsAfter) {

        public Result {
            lines = List.copyOf(lines);
            changes = List.copyOf(changes);
        }
    }

    /**
     * Applies what is outstanding to a save.
     *
     * @param out where to write; null for a name beside the save
     * @throws Refusal if the save is of another campaign or cannot be changed, or a file is in the way
     */
    public Result apply(Path file, @Nullable Path out, boolean dryRun) throws Refusal, IOException {
        PlayerSave before = desk.checked(file.toAbsolutePath().normalize());
        Settled settled = desk.settled();
        Digest source = Digest.of(Bytes.of(workspace.disk().read(before.file())));
        List<Settlement> due = desk.dueIn(source);
        Plan plan = plan(before.save(), due, settled);
        if (due.isEmpty()) {
            return new Result(
                    null,
                    List.of(),
                    List.of(),
                    before.save().funds(),
                    before.save().funds());
        }
        EditedSave edited = edited(before, plan.edits);
        List<String> changes = edited.changes().stream()
                .map(splice ->
                        "line " + splice.line() + ": " + splice.inserted().strip())
                .toList();
        Path target =
                out == null ? beside(before.file(), due) : out.toAbsolutePath().normalize();
        boolean writing = !dryRun && !plan.edits.isEmpty();
        if (writing) {
            write(target, edited, before.file());
        }
        if (!dryRun) {
            // In this order: killed in between, the same command still has both to do.
            desk.use(writing ? target : before.file());
            desk.settle(settled.and(due.get(due.size() - 1).number(), plan.cannot, source));
        }
        return new Result(
                writing ? target : null,
                plan.lines,
                changes,
                before.save().funds(),
                edited.save().funds());
    }

    private static final class Plan {
        private final List<Edit> edits = new ArrayList<>();
        private final List<Integer> cannot = new ArrayList<>();
        private final List<String> lines = new ArrayList<>();
    }

    private Plan plan(Save save, List<Settlement> due, Settled settled) throws Refusal, IOException {
        Plan plan = new Plan();
        plan.cannot.addAll(settled.cannot());
        long funds = save.funds();
        for (Settlement settlement : due) {
            String reference = reference(settlement);
            if (settled.cannot().contains(settlement.number())) {
                plan.lines.add(reference + ": called off before");
            } else if (save.mentions(reference)) {
                plan.lines.add(reference + ": in this save already");
            } else if (isReturnOfUndone(settlement, plan.cannot)) {
                plan.lines.add(reference + ": nothing to give back, as the debit was never done");
            } else if (settlement.isDebit() && funds + settlement.amount() < 0) {
                plan.cannot.add(settlement.number());
                plan.lines.add(reference + ": the save has " + CampaignDesk.amount(funds) + ", too little to pay "
                        + CampaignDesk.amount(-settlement.amount())
                        + "; the wire is called off with the next submission");
            } else {
                funds += settlement.amount();
                String words = words(settlement);
                plan.edits.add(new Edit.Wire(settlement.amount(), words + " [" + reference + "]"));
                plan.edits.add(new Edit.ReportLine(words + ": " + CampaignDesk.amount(settlement.amount())));
                plan.lines.add(reference + ": " + words + ", " + CampaignDesk.amount(settlement.amount()));
            }
        }
        return plan;
    }

    private static boolean isReturnOfUndone(Settlement settlement, List<Integer> cannot) {
        Integer debit = settlement.returnOf();
        return debit != null && cannot.contains(debit);
    }

    private String reference(Settlement settlement) throws Refusal, IOException {
        return workspace.place().session() + "/" + desk.seat() + "-" + settlement.number();
    }

    private String words(Settlement settlement) {
        var wire = desk.view().wires().get(settlement.request());
        String other = wire == null
                ? "another campaign"
                : name(wire.source().equals(desk.seat()) ? wire.target() : wire.source());
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

    private void write(Path target, EditedSave edited, Path source) throws Refusal, IOException {
        if (target.equals(source)) {
            throw new Refusal("the new save would replace " + source + ", which dmhq never does; choose another name");
        }
        if (workspace.disk().exists(target)) {
            if (!Arrays.equals(workspace.disk().read(target), edited.file())) {
                throw new Refusal(target + " is there already and is another save; choose another name");
            }
            return;
        }
        workspace.disk().write(target, edited.file());
        PlayerSave after = PlayerSave.read(workspace.disk(), target);
        if (after.save().funds() != edited.save().funds()) {
            throw new IllegalStateException(target + " reads back with other funds than were written");
        }
    }

    private static Path beside(Path save, List<Settlement> due) {
        String name = save.getFileName().toString();
        int end = name.indexOf(".cpnx") < 0 ? name.length() : name.indexOf(".cpnx");
        String stem = name.substring(0, end).replaceFirst("-settled-\\d+$", "");
        int last = due.get(due.size() - 1).number();
        return save.resolveSibling(stem + "-settled-" + last + name.substring(end));
    }
}

package dmhq.workspace;

import dmhq.campaign.CampaignAction;
import dmhq.campaign.CampaignAction.CampaignDateChanged;
import dmhq.campaign.CampaignAction.DailyLog;
import dmhq.campaign.CampaignAction.GMModeChanged;
import dmhq.campaign.CampaignAction.LocationChanged;
import dmhq.format.json.Json;
import dmhq.mekhq.Save;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Compares the save in use with the session, and declares what everyone should know: the date, GM mode
 * and the place.
 */
public final class SaveDraft {

    private final CampaignDesk desk;
    private final Save save;

    /**
     * Makes the comparison.
     *
     * @throws Refusal if there is no save that can be used
     */
    public SaveDraft(CampaignDesk desk) throws Refusal, IOException {
        this.desk = desk;
        this.save = desk.save().save();
    }

    /** Asks the player what no save says. */
    public interface Question {

        /** Tells whether a GM moved the campaign to a place, or it travelled; empty where nobody answers. */
        Optional<Boolean> movedByGm(String location) throws IOException;
    }

    /**
     * Returns planned actions and more, brought into step with the save. Declarations stand first: those
     * of them that the save still bears out, and those that are missing. A new place of a campaign without
     * GM mode was travelled to; where the answer to the question is needed and there is none, the place is
     * left out. A log of a day that the save has not reached goes too: it is from a save that was given up.
     *
     * @param record the record that the actions are for
     * @param more actions that are added; what these declare replaces what was planned, right or wrong
     */
    public List<Json.Members> inStep(int record, List<Json.Members> planned, List<Json.Members> more, Question question)
            throws IOException {
        List<Json.Members> all = new ArrayList<>(planned);
        all.removeIf(action -> CampaignActions.read(action)
                .filter(each -> isOutdated(each) || (isDeclaration(each) && has(more, each.getClass())))
                .isPresent());
        all.addAll(more);
        List<Function<String, CampaignAction>> missing = new ArrayList<>();
        if (dateIsNews() && !has(all, CampaignDateChanged.class)) {
            missing.add(id -> new CampaignDateChanged(id, save.date()));
        }
        if (gmModeIsNews() && !has(all, GMModeChanged.class)) {
            missing.add(id -> new GMModeChanged(id, save.gmMode()));
        }
        if (locationIsNews() && !has(all, LocationChanged.class)) {
            movement(question).ifPresent(byGm -> missing.add(id -> new LocationChanged(id, save.location(), byGm)));
        }
        for (Function<String, CampaignAction> action : missing) {
            all.add(CampaignActions.json(action.apply(Drafts.freshActionId(record, all))));
        }
        all.sort(Comparator.comparing(action ->
                CampaignActions.read(action).filter(SaveDraft::isDeclaration).isEmpty()));
        return all;
    }

    private static boolean isDeclaration(CampaignAction action) {
        return action instanceof CampaignDateChanged
                || action instanceof GMModeChanged
                || action instanceof LocationChanged;
    }

    private boolean isOutdated(CampaignAction action) {
        if (action instanceof CampaignDateChanged said) {
            return !dateIsNews() || !said.date().equals(save.date());
        } else if (action instanceof GMModeChanged said) {
            return !gmModeIsNews() || said.gmMode() != save.gmMode();
        } else if (action instanceof LocationChanged said) {
            return !locationIsNews() || !said.location().equals(save.location());
        }
        return action instanceof DailyLog log && log.logDate().isAfter(save.date());
    }

    /** A campaign that is ahead of the host may only be taken back; any other goes on, up to the host's date. */
    private boolean dateIsNews() {
        Optional<LocalDate> bound = desk.view().mayAdvanceTo(desk.seat());
        boolean withinBound = bound.isEmpty() || !save.date().isAfter(bound.get());
        boolean ahead = bound.filter(desk.date()::isAfter).isPresent();
        return withinBound && (ahead || save.date().isAfter(desk.date()));
    }

    private boolean gmModeIsNews() {
        return save.gmMode() != desk.campaign().gmMode();
    }

    private boolean locationIsNews() {
        return !save.location().equals(desk.campaign().location());
    }

    private Optional<Boolean> movement(Question question) throws IOException {
        return save.gmMode() || desk.campaign().gmMode() ? question.movedByGm(save.location()) : Optional.of(false);
    }

    private static boolean has(List<Json.Members> actions, Class<?> kind) {
        return actions.stream()
                .anyMatch(action ->
                        CampaignActions.read(action).filter(kind::isInstance).isPresent());
    }
}

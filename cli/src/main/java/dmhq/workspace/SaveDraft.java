package dmhq.workspace;

import dmhq.campaign.CampaignAction;
import dmhq.campaign.CampaignAction.CampaignDateChanged;
import dmhq.campaign.CampaignAction.GMModeChanged;
import dmhq.campaign.CampaignAction.LocationChanged;
import dmhq.format.json.Codec;
import dmhq.format.json.Json;
import dmhq.format.json.JsonException;
import dmhq.mekhq.Save;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Compares the save in use with the session, and declares what everyone should know: the date, GM mode
 * and the place.
 */
public final class SaveDraft {

    private static final Codec<CampaignAction> ACTIONS = Codec.of(CampaignAction.class);

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
     * Returns planned actions brought into step with the save: declarations that it does not bear out any
     * more are taken out, and those that are missing stand first. A new place of a campaign without GM
     * mode was travelled to; where the answer to the question is needed and there is none, the place is
     * left out.
     *
     * @param record the record that the actions are for
     * @param more actions that are to stand with them, so that no two have one id
     */
    public List<Json.Members> inStep(int record, List<Json.Members> planned, List<Json.Members> more, Question question)
            throws IOException {
        List<Json.Members> kept = new ArrayList<>(planned);
        kept.removeIf(action -> read(action).filter(this::isOutdated).isPresent());
        List<CampaignAction> missing = new ArrayList<>();
        if (dateIsNews() && !has(kept, CampaignDateChanged.class)) {
            missing.add(new CampaignDateChanged("", save.date()));
        }
        if (gmModeIsNews() && !has(kept, GMModeChanged.class)) {
            missing.add(new GMModeChanged("", save.gmMode()));
        }
        if (locationIsNews() && !has(kept, LocationChanged.class)) {
            movement(question).ifPresent(byGm -> missing.add(new LocationChanged("", save.location(), byGm)));
        }
        List<Json.Members> all = new ArrayList<>();
        for (CampaignAction action : missing) {
            List<Json.Members> used = new ArrayList<>(all);
            used.addAll(kept);
            used.addAll(more);
            all.add(Tagged.action(action, ACTIONS, Drafts.freshActionId(record, used)));
        }
        all.addAll(kept);
        return all;
    }

    /** Tells whether an action only says again what is planned already. */
    public static boolean repeats(Json.Members action, List<Json.Members> planned) {
        return read(action).filter(SaveDraft::isDeclaration).isPresent()
                && planned.stream().anyMatch(other -> Tagged.sameButForId(action, other));
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
        return false;
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

    private static boolean has(List<Json.Members> actions, Class<? extends CampaignAction> kind) {
        return actions.stream()
                .anyMatch(action -> read(action).filter(kind::isInstance).isPresent());
    }

    private static Optional<CampaignAction> read(Json.Members action) {
        try {
            return Optional.of(ACTIONS.decode(action));
        } catch (JsonException e) {
            // Others judge what is no action of a campaign.
            return Optional.empty();
        }
    }
}

package dmhq.campaign;

import dmhq.campaign.CampaignAction.CampaignDateChanged;
import dmhq.campaign.CampaignAction.CampaignDetails;
import dmhq.campaign.CampaignAction.DailyLog;
import dmhq.campaign.CampaignAction.GMModeChanged;
import dmhq.campaign.CampaignAction.Jump;
import dmhq.campaign.CampaignAction.LocationChanged;
import dmhq.campaign.CampaignAction.ReadyToAdvance;
import dmhq.campaign.CampaignAction.SettlementsAssumed;
import dmhq.campaign.CampaignAction.TeamAssignment;
import dmhq.campaign.CampaignAction.WireTransferRequest;
import dmhq.campaign.CampaignAction.WireTransferResponse;
import dmhq.engine.Event;
import dmhq.engine.Objection;
import dmhq.format.SeatId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Judges the orders of one seat on what that seat may see, each action after what those before it
 * did; so the host, who sees more, judges as the player's own tool does.
 */
final class Judge {

    private final SeatId seat;
    private final @Nullable CampaignDetails details;
    private CampaignState draft;

    private Judge(CampaignState view, SeatId seat, List<CampaignAction> actions) {
        this.draft = view;
        this.seat = seat;
        this.details = !actions.isEmpty() && actions.get(0) instanceof CampaignDetails first ? first : null;
    }

    static List<Objection> objections(CampaignState state, SeatId seat, List<CampaignAction> actions) {
        if (!state.campaigns().containsKey(seat)) {
            return List.of(new Objection(null, "seat " + seat + " has no campaign in this session; join it first"));
        }
        var judge = new Judge(state.viewFor(seat), seat, actions);
        List<Objection> objections = judge.judged(actions);
        if (objections.isEmpty()) {
            judge.undeclared().ifPresent(objections::add);
        }
        return objections;
    }

    /** Returns what a seat with a campaign sees once those of its actions are done that nothing is wrong with. */
    static CampaignState after(CampaignState state, SeatId seat, List<CampaignAction> actions) {
        var judge = new Judge(state.viewFor(seat), seat, actions);
        judge.judged(actions);
        return judge.draft;
    }

    private List<Objection> judged(List<CampaignAction> actions) {
        List<Objection> objections = new ArrayList<>();
        for (int i = 0; i < actions.size(); i++) {
            CampaignAction action = actions.get(i);
            Optional<String> wrong = wrongWith(action, i == 0);
            if (wrong.isPresent()) {
                objections.add(new Objection(action.actionId(), wrong.get()));
            } else {
                draftAfter(action);
            }
        }
        return objections;
    }

    private Optional<String> wrongWith(CampaignAction action, boolean first) {
        if (action instanceof CampaignDetails head) {
            return first
                    ? DetailsJudge.wrongWith(draft, seat, head)
                    : Optional.of("the campaign details come first in the orders, and once");
        } else if (action instanceof CampaignDateChanged moved) {
            return wrongWithMove(moved);
        } else if (action instanceof DailyLog log) {
            return wrongWithLog(log);
        } else if (action instanceof Jump jump) {
            return WaitJudge.wrongWithJump(draft, seat, jump.date());
        } else if (action instanceof ReadyToAdvance) {
            return WaitJudge.wrongWithReady(draft, seat);
        } else if (action instanceof GMModeChanged changed) {
            return DeclarationJudge.wrongWithGmMode(
                    draft.campaign(seat), changed.gmMode(), Optional.ofNullable(details));
        } else if (action instanceof LocationChanged moved) {
            return DeclarationJudge.wrongWithLocation(
                    draft.campaign(seat), moved.location(), Optional.ofNullable(details));
        } else if (action instanceof TeamAssignment assignment) {
            return TeamJudge.wrongWith(draft, seat, assignment);
        } else if (action instanceof SettlementsAssumed assumed) {
            return AssumptionJudge.wrongWith(draft.books(seat), Optional.ofNullable(details), assumed);
        } else if (details == null) {
            return Optional.of("a wire needs the funds in the save; put the campaign details first in the orders");
        } else if (action instanceof WireTransferRequest request) {
            return WireJudge.wrongWith(draft, seat, request);
        }
        return WireJudge.wrongWith(draft, seat, (WireTransferResponse) action);
    }

    private Optional<String> wrongWithMove(CampaignDateChanged moved) {
        Optional<String> wrong = DateJudge.wrongWith(draft, seat, moved.date());
        if (wrong.isEmpty() && details != null && !details.date().equals(moved.date())) {
            return Optional.of("the save is at " + details.date() + ", not at " + moved.date()
                    + "; name the save's date, or use a save of " + moved.date());
        }
        return wrong;
    }

    private Optional<String> wrongWithLog(DailyLog log) {
        LocalDate today = draft.campaign(seat).date();
        if (log.entries().isEmpty()) {
            return Optional.of("the log is empty; give at least one entry");
        } else if (log.logDate().isAfter(today)) {
            return Optional.of("the log is of " + log.logDate() + ", and the campaign is at " + today
                    + "; name a day that has been");
        }
        return Optional.empty();
    }

    private Optional<Objection> undeclared() {
        return Optional.ofNullable(details)
                .flatMap(save -> DeclarationJudge.missing(draft, seat, save)
                        .map(sentence -> new Objection(save.actionId(), sentence)));
    }

    private void draftAfter(CampaignAction action) {
        for (Event<CampaignEvent> event : Effects.of(draft, seat, action)) {
            draft = Changes.after(draft, event.event());
        }
    }
}

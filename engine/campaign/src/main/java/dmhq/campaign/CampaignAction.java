package dmhq.campaign;

import dmhq.engine.About;
import dmhq.engine.Action;
import dmhq.engine.Filled;
import dmhq.format.SeatId;
import dmhq.format.json.Json;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What the player of a campaign may want; names as in the Distributed MekHQ document. */
public sealed interface CampaignAction extends Action {

    /**
     * What the save says, and what it has done: the head of a body (decision 0004).
     *
     * @param funds in C-bills
     * @param appliedTo the number up to which settlements were written into the save
     * @param cannot the debits among the newly written that the save could not do
     */
    @Filled
    @About("what the save says, and which settlements it has taken in")
    record CampaignDetails(
            @Filled String actionId,
            @About("the UUID of the campaign") UUID campaign,
            @About("the name of the campaign") String name,
            @About("the date in the campaign") LocalDate date,
            @About("where the campaign is") String location,
            @About("whether the campaign is in GM mode") boolean gmMode,

            @About("the version of MekHQ that wrote the save")
            String mekhqVersion,

            @About("C-bills in the save") long funds,

            @About("the last settlement written into the save")
            int appliedTo,

            @About("debits that the save could not do") List<Integer> cannot)
            implements CampaignAction {

        public CampaignDetails {
            cannot = List.copyOf(cannot);
        }
    }

    /** Moves the campaign to another day of the common timeline. */
    @About("advance the campaign to a later date")
    record CampaignDateChanged(
            @Filled String actionId,
            @About("the new date, such as 3025-04-10") LocalDate date) implements CampaignAction {}

    /** Tells the team what happened in the campaign. */
    @About("show lines of the daily log to the team")
    record DailyLog(
            @Filled String actionId,
            @About("the day the lines are about") LocalDate logDate,
            @About("one line of the log") List<String> entries)
            implements CampaignAction {

        public DailyLog {
            entries = List.copyOf(entries);
        }
    }

    /**
     * Asks for money to be moved between this campaign and another.
     *
     * <p>Refuses, with {@link IllegalArgumentException}, an amount beyond ±(2^53 − 1).
     *
     * @param amount in C-bills; above 0 the source pays, below 0 the target
     */
    @About("wire money to another campaign, or ask it for money")
    record WireTransferRequest(
            @Filled String actionId,
            @Filled SeatId source,
            @About("the seat of the other campaign") SeatId target,
            @Filled UUID request,

            @About("C-bills; above 0 to pay the target, below 0 to be paid by it")
            long amount)
            implements CampaignAction {

        public WireTransferRequest {
            if (amount > Json.LARGEST || amount < -Json.LARGEST) {
                throw new IllegalArgumentException("a wire of " + amount + " C-bills is beyond 2^53 - 1");
            }
        }
    }

    /** Answers another campaign's request. */
    @About("answer a wire")
    record WireTransferResponse(
            @Filled String actionId,
            @About("the request UUID of the wire") UUID request,
            @About("true to agree, false to refuse") boolean accepted)
            implements CampaignAction {}
}

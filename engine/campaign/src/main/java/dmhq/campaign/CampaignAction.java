package dmhq.campaign;

import dmhq.engine.About;
import dmhq.engine.Action;
import dmhq.engine.Filled;
import dmhq.format.SeatId;
import dmhq.format.json.Json;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the player of a campaign may want; names as in the Distributed MekHQ document. */
public sealed interface CampaignAction extends Action {

    /**
     * What the save says, and what it has done: the head of a body (decision 0004).
     *
     * @param funds in C-bills
     * @param appliedTo the number up to which settlements were written into the save
     * @param cannot the debits among the newly written that the save could not do
     * @param active whether the campaign takes part; only the host says so of any campaign, and what a
     *     seat says of itself is ignored
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

            @About("debits that the save could not do") List<Integer> cannot,
            @About("ignored") @Nullable Boolean active)
            implements CampaignAction {

        public CampaignDetails {
            cannot = List.copyOf(cannot);
        }
    }

    /**
     * Says what the player assumes of settlements that nobody can see in the save any more, because MekHQ
     * folded its ledger (decision 0016). dmhq puts it behind the details until a record has it.
     *
     * @param carriedOver the day of the transaction into which MekHQ folded the ledger
     * @param carriedFunds what it carries over, in C-bills
     * @param numbers the settlements, each once
     * @param written true if the money carried over is that of a save which had them; false if they
     *     were missing, and were written again
     */
    @Filled
    @About("what you assume of settlements that MekHQ has folded")
    record SettlementsAssumed(
            @Filled String actionId,
            @About("the day on which the ledger was folded") LocalDate carriedOver,
            @About("C-bills that were carried over") long carriedFunds,
            @About("the settlements that cannot be seen") List<Integer> numbers,

            @About("true if they were written before, false if they were missing")
            boolean written)
            implements CampaignAction {

        public SettlementsAssumed {
            numbers = List.copyOf(numbers);
        }
    }

    /** Moves the campaign to another day of the common timeline. */
    @About("advance the campaign to a later date")
    record CampaignDateChanged(
            @Filled String actionId,
            @About("the new date, such as 3025-04-10") LocalDate date) implements CampaignAction {}

    /** Takes a campaign in GM mode to the host's date at once, whatever day its save is at. */
    @About("jump to the host's date, skipping the days between; in GM mode only")
    record Jump(
            @Filled String actionId,
            @About("the host's date") LocalDate date) implements CampaignAction {}

    /** Tells the host that this campaign could go on to the next day. */
    @About("tell the host that you are ready to advance past its date")
    record ReadyToAdvance(@Filled String actionId) implements CampaignAction {}

    /** Tells everyone that GM mode was switched on or off. */
    @About("tell everyone that GM mode was switched")
    record GMModeChanged(
            @Filled String actionId,
            @About("whether GM mode is on") boolean gmMode) implements CampaignAction {}

    /** Tells everyone where the campaign is now. */
    @About("tell everyone where the campaign is now")
    record LocationChanged(
            @Filled String actionId,
            @About("where it is, as MekHQ names it") String location,

            @About("whether a GM moved it; if not, it travelled")
            boolean gmMovement)
            implements CampaignAction {}

    /** Puts a campaign into a team; the host's alone to say, and its own is team 1. */
    @About("put a campaign into a team; for the host")
    record TeamAssignment(
            @Filled String actionId,
            @About("the seat of the campaign") SeatId seat,
            @About("the team, from 1") int team)
            implements CampaignAction {}

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
            @About("whether you agree") boolean accepted)
            implements CampaignAction {}
}

package dmhq.campaign;

import dmhq.format.SeatId;
import dmhq.format.json.Tagged;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** What may happen between campaigns; names as in the Distributed MekHQ document where it has one. */
@Tagged("event_type")
public sealed interface CampaignEvent {

    /**
     * Everyone learns what a save says of its campaign; the funds are not among it.
     *
     * @param date the declared one, or the save's if that is ahead of the host
     */
    record CampaignDetailsChanged(SeatId seat, String name, LocalDate date, String mekhqVersion)
            implements CampaignEvent {}

    /**
     * Everyone learns a campaign's new date.
     *
     * @param jumped whether the days between were skipped in GM mode
     */
    record CampaignDateChanged(SeatId seat, LocalDate date, boolean jumped) implements CampaignEvent {}

    /** Everyone learns that a campaign waits for the host's next day. */
    record ReadyToAdvance(SeatId seat) implements CampaignEvent {}

    /** Everyone learns that GM mode was switched. */
    record GMModeChanged(SeatId seat, boolean gmMode) implements CampaignEvent {}

    /** Everyone learns where a campaign is now. */
    record LocationChanged(SeatId seat, String location, boolean gmMovement) implements CampaignEvent {}

    /** Everyone learns who plays with whom: the team of every seat. */
    record TeamAssignment(SortedMap<SeatId, Integer> teams) implements CampaignEvent {

        public TeamAssignment {
            teams = Collections.unmodifiableSortedMap(new TreeMap<>(teams));
        }
    }

    /** The team reads a campaign's log. */
    record DailyLog(SeatId seat, LocalDate logDate, List<String> entries) implements CampaignEvent {

        public DailyLog {
            entries = List.copyOf(entries);
        }
    }

    /** Source and target learn of a wire. */
    record WireTransferRequested(SeatId source, SeatId target, UUID request, long amount) implements CampaignEvent {}

    /** The target's answer, which only it and the host know until the wire is completed. */
    record WireTransferAnswered(SeatId source, SeatId target, UUID request, boolean accepted)
            implements CampaignEvent {}

    /**
     * Source and target learn how a wire ended; one that never began, because its request UUID was
     * taken, is news for its source alone.
     */
    record WireTransferCompleted(SeatId source, SeatId target, UUID request, boolean accepted)
            implements CampaignEvent {}

    /** A seat learns what its save must do. */
    record SettlementIssued(SeatId seat, Settlement settlement) implements CampaignEvent {}

    /** A seat's save has done what was asked, but for what it could not. */
    record Acknowledged(SeatId seat, long funds, int appliedTo, List<Integer> cannot) implements CampaignEvent {

        public Acknowledged {
            cannot = List.copyOf(cannot);
        }
    }

    /** A seat has said what it assumes of settlements that MekHQ folded. */
    record SettlementsAssumed(SeatId seat, List<Assumption> assumptions) implements CampaignEvent {

        public SettlementsAssumed {
            assumptions = List.copyOf(assumptions);
        }
    }

    /**
     * The other side of a wire learns that it cannot be seen in a save any more, and what is assumed.
     *
     * @param seat the campaign of that save, which is the source or the target
     * @param amount what the save had to book, in C-bills; below 0 if it paid
     * @param written whether it counts as booked before; else it was missing, and was booked again
     */
    record WireAssumed(SeatId source, SeatId target, UUID request, SeatId seat, long amount, boolean written)
            implements CampaignEvent {}
}

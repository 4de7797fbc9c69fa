package dmhq.workspace;

import dmhq.campaign.Campaign;
import dmhq.campaign.CampaignState;
import dmhq.format.SeatId;
import dmhq.format.archive.SessionArchive;
import java.io.IOException;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where the campaigns of a session are, as far as a player's copy knows.
 *
 * @param campaigns by seat; none before play has begun, or where no campaigns are played
 * @param seat the player's own; null for a host who has none, or outside of a session
 */
public record Whereabouts(
        SortedMap<SeatId, Campaign> campaigns, @Nullable SeatId seat) {

    /** What is known outside of a session. */
    public static final Whereabouts UNKNOWN = new Whereabouts(new TreeMap<>(), null);

    /** Keeps what is given from being changed. */
    public Whereabouts {
        campaigns = Collections.unmodifiableSortedMap(new TreeMap<>(campaigns));
    }

    /**
     * Returns what a workspace knows.
     *
     * @throws Refusal if its archive cannot be used
     */
    public static Whereabouts of(Workspace workspace) throws Refusal, IOException {
        SeatId seat = workspace.place().seat();
        SessionArchive archive = seat == null ? workspace.archive() : workspace.seatArchive();
        return archive.chain().newest() >= 1 && workspace.play(archive).state() instanceof CampaignState view
                ? new Whereabouts(view.campaigns(), seat)
                : new Whereabouts(new TreeMap<>(), seat);
    }

    /** Returns the player's own campaign, if there is one. */
    public Optional<Campaign> own() {
        return seat == null ? Optional.empty() : Optional.ofNullable(campaigns.get(seat));
    }

    /** Returns the campaigns of all others, by seat. */
    public SortedMap<SeatId, Campaign> others() {
        SortedMap<SeatId, Campaign> others = new TreeMap<>(campaigns);
        if (seat != null) {
            others.remove(seat);
        }
        return others;
    }

    /** Returns the seat of a campaign that goes by a name, if there is one. */
    public Optional<SeatId> seat(String name) {
        return campaigns.keySet().stream()
                .filter(each -> each.value().equals(name))
                .findFirst();
    }

    /**
     * Returns the campaign of a seat.
     *
     * @throws IllegalArgumentException if it has none
     */
    public Campaign at(SeatId seat) {
        Campaign campaign = campaigns.get(seat);
        if (campaign == null) {
            throw new IllegalArgumentException("no campaign is played at " + seat);
        }
        return campaign;
    }
}

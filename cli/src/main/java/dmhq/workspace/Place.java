package dmhq.workspace;

import dmhq.format.SeatId;
import dmhq.format.SessionId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a workspace remembers of itself: whose place at which table it is.
 *
 * @param host whether the host role is played from here
 * @param seat my seat; null for a host who only resolves
 * @param posts the addresses at which this session's parcels travel
 * @param campaign the save that was used last, as a path; null in games without saves
 * @param campaignId the id given to a campaign whose save has none; null otherwise
 */
public record Place(
        SessionId session,
        boolean host,
        @Nullable SeatId seat,
        List<String> posts,
        @Nullable String campaign,
        @Nullable UUID campaignId) {

    public Place {
        posts = List.copyOf(posts);
    }

    /** Tells whether nothing comes by itself: without a post, or with drafts alone, what comes is handed over as files. */
    public boolean takesFiles() {
        return posts.stream().allMatch(OwnDrafts::isOne);
    }

    /** Returns this with other addresses. */
    Place withPosts(List<String> addresses) {
        return new Place(session, host, seat, addresses, campaign, campaignId);
    }

    /** Returns this with another save. */
    Place withCampaign(String save) {
        return new Place(session, host, seat, posts, save, campaignId);
    }

    /** Returns this with another campaign, as far as its player joins with one. */
    Place withCampaign(@Nullable String save, @Nullable UUID id) {
        return new Place(session, host, seat, posts, save, id);
    }
}

package dmhq.campaign;

import dmhq.campaign.CampaignAction.CampaignDetails;
import dmhq.format.SeatId;
import java.util.Optional;

/** Refuses details of another campaign, and acknowledgements of what was never asked. */
final class DetailsJudge {

    private DetailsJudge() {}

    static Optional<String> wrongWith(CampaignState state, SeatId seat, CampaignDetails details) {
        Campaign own = state.campaign(seat);
        Books books = state.books(seat);
        int issued = books.settlements().size();
        if (!own.campaign().equals(details.campaign())) {
            return Optional.of("the save is of campaign " + details.campaign() + ", but seat " + seat
                    + " plays campaign " + own.campaign() + "; use a save of that one");
        } else if (details.appliedTo() < books.appliedTo()) {
            return Optional.of("the save has settlements up to " + details.appliedTo() + ", but up to "
                    + books.appliedTo() + " were acknowledged before; use the newer save");
        } else if (details.appliedTo() > issued) {
            return Optional.of("the save has settlements up to " + details.appliedTo() + ", but only " + issued
                    + " were issued; use the save of this session");
        }
        return details.cannot().stream()
                .filter(number -> !mayRefuse(books, details, number))
                .findFirst()
                .map(number -> "settlement " + number + " cannot be declined; only debits from "
                        + (books.appliedTo() + 1) + " to " + details.appliedTo() + " can");
    }

    private static boolean mayRefuse(Books books, CampaignDetails details, int number) {
        return number > books.appliedTo()
                && number <= details.appliedTo()
                && books.settlement(number).filter(Settlement::isDebit).isPresent();
    }
}

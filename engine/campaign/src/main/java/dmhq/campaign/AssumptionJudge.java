package dmhq.campaign;

import dmhq.campaign.CampaignAction.CampaignDetails;
import dmhq.campaign.CampaignAction.SettlementsAssumed;
import java.util.Optional;
import java.util.TreeSet;

/** Refuses to assume what was never written into a save, or what no ledger can have folded yet. */
final class AssumptionJudge {

    private AssumptionJudge() {}

    static Optional<String> wrongWith(Books books, Optional<CampaignDetails> details, SettlementsAssumed assumed) {
        return details.isEmpty()
                ? Optional.of(
                        "what is assumed of a save needs what it says; put the campaign details first in the orders")
                : wrongWith(books, details.get(), assumed);
    }

    private static Optional<String> wrongWith(Books books, CampaignDetails details, SettlementsAssumed assumed) {
        if (assumed.numbers().isEmpty()) {
            return Optional.of("no settlement is named; name those that cannot be seen");
        } else if (new TreeSet<>(assumed.numbers()).size() < assumed.numbers().size()) {
            return Optional.of("a settlement is named twice; name each once");
        } else if (assumed.carriedOver().isAfter(details.date())) {
            return Optional.of("the ledger was folded on " + assumed.carriedOver() + ", and the save is at "
                    + details.date() + "; name a day that has been");
        }
        return assumed.numbers().stream()
                .filter(number -> !mayHaveBeenFolded(books, details, number))
                .findFirst()
                .map(number -> "settlement " + number + " was not written into a save; name some from 1 to "
                        + details.appliedTo() + " that were not called off");
    }

    private static boolean mayHaveBeenFolded(Books books, CampaignDetails details, int number) {
        return number <= details.appliedTo()
                && books.settlement(number).filter(each -> !each.voided()).isPresent();
    }
}

package dmhq.mekhq.edit;

import dmhq.mekhq.facts.ContractOffer;
import dmhq.mekhq.facts.Market;
import dmhq.mekhq.facts.Person;
import dmhq.mekhq.facts.UnitOffer;
import dmhq.mekhq.xml.Element;
import dmhq.mekhq.xml.XmlException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes offers out of a save's own markets, so that what was sold elsewhere cannot be bought there too. */
final class MarketEdits {

    private final Work work;

    MarketEdits(Work work) {
        this.work = work;
    }

    /** Offers have no ids: of those that are equal, the last ones go. */
    void take(Edit.TakeUnitOffer edit) throws ImpossibleEditException, XmlException {
        Market market = work.facts().market();
        List<UnitOffer> left = new ArrayList<>(market.units());
        int missing = edit.count();
        List<Element> offers = offers();
        for (int at = offers.size() - 1; at >= 0 && missing > 0; at--) {
            boolean same = UnitOffer.of(offers.get(at)).equals(edit.offer());
            if (same && !work.draft().removes(offers.get(at))) {
                work.draft().remove(offers.get(at));
                left.remove(left.lastIndexOf(edit.offer()));
                missing--;
            }
        }
        if (missing > 0) {
            throw new ImpossibleEditException("the unit market has only " + (edit.count() - missing) + " × "
                    + edit.offer().unit() + " on these terms, not " + edit.count());
        }
        work.become(work.facts().withMarket(new Market(left, market.people(), market.contracts())));
    }

    void take(Edit.TakeApplicant edit) throws ImpossibleEditException, XmlException {
        Market market = work.facts().market();
        List<Person> left = market.people().stream()
                .filter(person -> !person.id().equals(edit.person()))
                .toList();
        if (left.size() == market.people().size()) {
            throw new ImpossibleEditException("nobody with the id " + edit.person() + " is on the personnel market");
        }
        String id = edit.person().toString();
        for (Element list : applicants()) {
            for (Element child : list.children()) {
                boolean person =
                        child.is("person") && child.need("id").text().strip().equalsIgnoreCase(id);
                boolean attached = child.is("entity")
                        && child.attribute("id").filter(id::equalsIgnoreCase).isPresent();
                if (person || attached) {
                    work.draft().remove(child);
                }
            }
        }
        work.become(work.facts().withMarket(new Market(market.units(), left, market.contracts())));
    }

    void take(Edit.TakeContract edit) throws ImpossibleEditException, XmlException {
        Market market = work.facts().market();
        List<ContractOffer> left = market.contracts().stream()
                .filter(contract -> contract.id() != edit.contract())
                .toList();
        Optional<Element> list = work.campaign().only("contractMarket");
        if (list.isEmpty() || left.size() == market.contracts().size()) {
            throw new ImpossibleEditException("the contract market has no offer number " + edit.contract());
        }
        String id = Integer.toString(edit.contract());
        for (Element child : list.get().children()) {
            boolean of = child.is("mission") || child.is("clauseMods");
            if (of && child.attribute("id").filter(id::equals).isPresent()) {
                work.draft().remove(child);
            }
        }
        work.become(work.facts().withMarket(new Market(market.units(), market.people(), left)));
    }

    private List<Element> offers() throws XmlException {
        Optional<Element> list = work.campaign().only("unitMarket");
        return list.isEmpty() ? List.of() : list.get().children("offer");
    }

    /** Returns all lists that people for hire are in; MekHQ 0.51 writes one of them twice. */
    private List<Element> applicants() throws XmlException {
        List<Element> lists = new ArrayList<>();
        work.campaign().only("personnelMarket").ifPresent(lists::add);
        Optional<Element> resources = work.campaign().only("humanResources");
        if (resources.isPresent()) {
            resources.get().only("personnelMarket").ifPresent(lists::add);
        }
        Optional<Element> newer = work.campaign().need("info").only("newPersonnelMarket");
        if (newer.isPresent()) {
            newer.get().only("currentApplicants").ifPresent(lists::add);
        }
        return lists;
    }
}

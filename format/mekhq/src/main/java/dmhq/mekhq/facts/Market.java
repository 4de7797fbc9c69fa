package dmhq.mekhq.facts;

import dmhq.mekhq.xml.Node;
import dmhq.mekhq.xml.XmlException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What a save's own markets offer. Parts are not among it: MekHQ makes up that list while it runs.
 *
 * @param units in the file's order; equal ones are so many offers
 * @param people everyone once, though MekHQ 0.51 writes some of them twice
 * @param contracts in the file's order
 */
public record Market(List<UnitOffer> units, List<Person> people, List<ContractOffer> contracts) {

    static Market of(Node<?> campaign, Shape shape) throws XmlException {
        List<UnitOffer> units = new ArrayList<>();
        for (Node<?> offer : in(campaign.only("unitMarket"), "offer")) {
            units.add(UnitOffer.of(offer));
        }
        Map<UUID, Person> people = new LinkedHashMap<>();
        for (Node<?> person : in(campaign.only("personnelMarket"), "person")) {
            add(people, Person.of(person, shape));
        }
        if (shape.hasHumanResources()) {
            Node<?> resources = campaign.need("humanResources");
            for (Node<?> person : in(resources.only("personnelMarket"), "person")) {
                add(people, Person.of(person, shape));
            }
        }
        Optional<? extends Node<?>> applicants = campaign.need("info").only("newPersonnelMarket");
        if (applicants.isPresent()) {
            for (Node<?> person : in(applicants.get().only("currentApplicants"), "person")) {
                add(people, Person.of(person, shape));
            }
        }
        List<ContractOffer> contracts = new ArrayList<>();
        for (Node<?> mission : in(campaign.only("contractMarket"), "mission")) {
            contracts.add(ContractOffer.of(mission));
        }
        return new Market(List.copyOf(units), List.copyOf(people.values()), List.copyOf(contracts));
    }

    private static void add(Map<UUID, Person> people, Person person) {
        people.putIfAbsent(person.id(), person);
    }

    private static List<? extends Node<?>> in(Optional<? extends Node<?>> list, String name) throws XmlException {
        return list.isEmpty() ? List.of() : list.get().children(name);
    }
}

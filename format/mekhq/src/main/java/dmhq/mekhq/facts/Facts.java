package dmhq.mekhq.facts;

import dmhq.mekhq.xml.Node;
import dmhq.mekhq.xml.XmlException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that dmhq knows of a save. Two saves with equal facts are the same to it.
 *
 * @param reports the lines of each report that a line for the player goes to, as HTML, by the report's name
 * @param units in the file's order, as are people and parts
 * @param forces each in front of those within it
 */
public record Facts(
        CampaignFacts campaign,
        List<Transaction> transactions,
        Map<String, List<String>> reports,
        List<Unit> units,
        List<Person> people,
        List<Force> forces,
        List<Part> parts,
        Market market) {

    /**
     * Reads the facts of a campaign.
     *
     * @throws XmlException if the shape is unknown, a fact is missing or none that MekHQ writes, an id is
     *     there twice, or a person sits in two units
     */
    public static Facts of(Node<?> campaign) throws XmlException {
        Shape shape = Shape.of(campaign);
        Reading reading = new Reading(campaign, shape);
        return new Facts(
                CampaignFacts.of(campaign, shape),
                Transaction.allOf(campaign.need("finances"), shape),
                reports(campaign.need("info"), shape),
                reading.units(),
                reading.people(),
                reading.forces(),
                reading.parts(),
                Market.of(campaign, shape));
    }

    /** Returns the layout of the save. */
    public Shape shape() {
        return campaign.shape();
    }

    /** Returns the same with another ledger. */
    public Facts withTransactions(List<Transaction> others) {
        return new Facts(campaign, List.copyOf(others), reports, units, people, forces, parts, market);
    }

    /** Returns the same with other reports. */
    public Facts withReports(Map<String, List<String>> others) {
        return new Facts(campaign, transactions, others, units, people, forces, parts, market);
    }

    /** Returns the same with other units. */
    public Facts withUnits(List<Unit> others) {
        return new Facts(campaign, transactions, reports, List.copyOf(others), people, forces, parts, market);
    }

    /** Returns the same with other people. */
    public Facts withPeople(List<Person> others) {
        return new Facts(campaign, transactions, reports, units, List.copyOf(others), forces, parts, market);
    }

    /** Returns the same with another order of battle. */
    public Facts withForces(List<Force> others) {
        return new Facts(campaign, transactions, reports, units, people, List.copyOf(others), parts, market);
    }

    /** Returns the same with other parts. */
    public Facts withParts(List<Part> others) {
        return new Facts(campaign, transactions, reports, units, people, forces, List.copyOf(others), market);
    }

    /** Returns the same with other offers. */
    public Facts withMarket(Market other) {
        return new Facts(campaign, transactions, reports, units, people, forces, parts, other);
    }

    private static Map<String, List<String>> reports(Node<?> info, Shape shape) throws XmlException {
        Map<String, List<String>> reports = new LinkedHashMap<>();
        for (String name : shape.reports()) {
            Optional<? extends Node<?>> report = info.only(name);
            if (report.isPresent()) {
                List<String> lines = new ArrayList<>();
                for (Node<?> line : report.get().children("reportLine")) {
                    lines.add(line.text());
                }
                reports.put(name, List.copyOf(lines));
            }
        }
        return reports;
    }
}

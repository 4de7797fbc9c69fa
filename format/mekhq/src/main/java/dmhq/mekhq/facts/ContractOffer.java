package dmhq.mekhq.facts;

import dmhq.mekhq.xml.Node;
import dmhq.mekhq.xml.XmlException;

/**
 * A contract that MekHQ's own market offers.
 *
 * @param id its number in the save
 * @param type such as {@code Objective Raid}
 * @param system where it is fought
 * @param enemy the code of a faction; empty where the save has none
 */
public record ContractOffer(
        int id, String name, String type, String system, String employer, String enemy, int months) {

    static ContractOffer of(Node<?> mission) throws XmlException {
        return new ContractOffer(
                Values.whole(mission, mission.attribute("id").orElse(""), "the id of <mission>"),
                Values.text(mission, "name", ""),
                Values.text(mission, "type", ""),
                Values.text(mission, mission.has("systemId") ? "systemId" : "planetId", ""),
                Values.text(mission, "employer", ""),
                Values.text(mission, "enemyCode", ""),
                Values.count(mission, "nMonths", 0));
    }
}

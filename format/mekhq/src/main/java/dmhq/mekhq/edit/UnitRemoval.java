package dmhq.mekhq.edit;

import dmhq.mekhq.edit.Mentions.Mention;
import dmhq.mekhq.facts.Facts;
import dmhq.mekhq.facts.Part;
import dmhq.mekhq.facts.Unit;
import dmhq.mekhq.xml.Element;
import dmhq.mekhq.xml.XmlException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Takes a unit out of a save with all that belongs to it or points at it; its crew stays. Parts that
 * were left behind would become spares when MekHQ loads the save, and anything else that names the unit
 * would dangle.
 */
final class UnitRemoval {

    /** How parts of one unit hold together; it is no work in hand. */
    private static final Set<String> TREE = Set.of("parentPartId", "childPartId");

    private final Work work;

    UnitRemoval(Work work) {
        this.work = work;
    }

    void remove(UUID id) throws ImpossibleEditException, XmlException {
        Unit unit = leaving(work.facts(), id);
        Element element = element(work.campaign(), id);
        work.draft().remove(element);
        for (Mention mention : Mentions.of(id, work.campaign())) {
            if (!mention.isIn(element)) {
                unlink(mention, unit);
            }
        }
        Facts facts = work.facts();
        work.become(facts.withUnits(facts.units().stream()
                        .filter(each -> !each.id().equals(id))
                        .toList())
                .withParts(
                        facts.parts().stream().filter(each -> !isOf(each, id)).toList())
                .withPeople(facts.people().stream()
                        .map(person -> person.without(id))
                        .toList())
                .withForces(
                        facts.forces().stream().map(force -> force.without(id)).toList()));
    }

    /** Returns a unit that can leave. */
    static Unit leaving(Facts facts, UUID id) throws ImpossibleEditException {
        Unit unit = facts.units().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new ImpossibleEditException("there is no unit " + id + " in the save"));
        Optional<String> obstacle = obstacle(facts, unit);
        if (obstacle.isPresent()) {
            throw new ImpossibleEditException(unit.name() + " " + obstacle.get());
        }
        return unit;
    }

    private static Optional<String> obstacle(Facts facts, Unit unit) {
        if (unit.scenario() >= 0) {
            return Optional.of("is deployed to a scenario; bring it back in MekHQ first");
        } else if (unit.refitting()) {
            return Optional.of("is being refitted; finish or cancel that in MekHQ first");
        } else if (unit.mothballTime() > 0) {
            return Optional.of("is being mothballed or taken out of mothballs; wait until that is done");
        } else if (unit.daysToArrival() > 0) {
            return Optional.of("is still on its way, for " + unit.daysToArrival() + " more days");
        } else if (unit.moving()) {
            return Optional.of("carries another unit or is carried by one; unload it in MekHQ first");
        }
        return facts.parts().stream()
                .filter(part -> isOf(part, unit.id()) && isWorkedOn(part))
                .map(part -> "is being worked on (" + part.name() + ", part " + part.id()
                        + "); finish or cancel that in MekHQ first")
                .findFirst();
    }

    private void unlink(Mention mention, Unit unit) throws ImpossibleEditException {
        Element innermost = mention.innermost();
        boolean builtIn = innermost.is("unitId") && mention.around().is("part");
        boolean crew = innermost.is("unitId") && mention.around().is("person");
        boolean tech = innermost.is("id") && mention.around().is("techUnitIds");
        boolean force = innermost.is("unit") && mention.in(work.shape().force()).isPresent();
        if (builtIn) {
            work.draft().remove(mention.around());
        } else if (crew || tech || force) {
            work.draft().remove(innermost);
        } else {
            throw new ImpossibleEditException(unit.name() + " is still named by <" + innermost.name() + "> in line "
                    + innermost.line() + " of the save; release it from that in MekHQ first");
        }
    }

    static boolean isWorkedOn(Part part) {
        return !TREE.containsAll(part.ties());
    }

    static boolean isOf(Part part, UUID unit) {
        return part.unit().filter(unit::equals).isPresent();
    }

    /** Returns the element of a unit. */
    static Element element(Element campaign, UUID id) throws XmlException {
        List<Element> units = campaign.need("units").children("unit");
        for (Element unit : units) {
            if (unit.attribute("id").filter(id.toString()::equalsIgnoreCase).isPresent()) {
                return unit;
            }
        }
        throw campaign.refused("found no unit " + id + ", expected one");
    }
}

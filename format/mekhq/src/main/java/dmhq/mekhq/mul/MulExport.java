package dmhq.mekhq.mul;

import static java.nio.charset.StandardCharsets.UTF_8;

import dmhq.mekhq.facts.Facts;
import dmhq.mekhq.facts.Force;
import dmhq.mekhq.facts.SkillTypes;
import dmhq.mekhq.facts.Unit;
import dmhq.mekhq.xml.Element;
import dmhq.mekhq.xml.Text;
import dmhq.mekhq.xml.XmlException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Writes units of a save as a list that MegaMek takes: the save's own elements, each with its crew in it.
 *
 * <p>Gunnery and piloting are what the save's own {@code skillTypes} make of a person's level and bonus, within
 * MekHQ's bounds of 7 and 8. Elements and attributes are those of MegaMek's {@code EntityListFile}; whose numbers
 * count is decided as in MekHQ's {@code Unit.resetPilotAndEntity} (both as of 0.49). Left out are gender,
 * portrait, rank, abilities, the aerospace skills of a Land-Air BattleMech's pilot, and the construction data of
 * units that MegaMek does not know.
 */
public final class MulExport {

    private final Facts facts;
    private final Roster roster;
    private final Map<UUID, Element> entities;

    private MulExport(Facts facts, Roster roster, Map<UUID, Element> entities) {
        this.facts = facts;
        this.roster = roster;
        this.entities = entities;
    }

    /**
     * Begins an export.
     *
     * @param campaign the outermost element of a save
     * @param facts of the same save
     * @throws MulException if its kinds of skill are none that MekHQ writes
     */
    public static MulExport of(Element campaign, Facts facts) throws MulException {
        try {
            Map<UUID, Element> entities = new HashMap<>();
            Optional<Element> list = campaign.only("units");
            if (list.isPresent()) {
                List<Element> units = list.get().children("unit");
                for (int at = 0; at < units.size(); at++) {
                    entities.put(facts.units().get(at).id(), units.get(at).need("entity"));
                }
            }
            return new MulExport(facts, new Roster(facts.people(), SkillTypes.of(campaign)), entities);
        } catch (XmlException e) {
            throw new MulException(e);
        }
    }

    /**
     * Writes a force and those within it, in the order of battle.
     *
     * @throws MulException if there is no such force, or a unit cannot be written
     */
    public UnitMulFile force(int number) throws MulException {
        Set<Integer> within = new HashSet<>();
        List<UUID> order = new ArrayList<>();
        for (Force force : facts.forces()) {
            if (force.id() == number || within.contains(force.parent())) {
                within.add(force.id());
                order.addAll(force.units());
            }
        }
        if (within.isEmpty()) {
            throw new MulException(new XmlException("found no force " + number + " in the save, expected one of its "
                    + facts.forces().size()));
        }
        return write(order);
    }

    /**
     * Writes units, in the order of the save.
     *
     * @throws MulException if the save does not have one of them, or it cannot be written
     */
    public UnitMulFile units(Collection<UUID> ids) throws MulException {
        for (UUID id : ids) {
            if (!entities.containsKey(id)) {
                throw new MulException(new XmlException(
                        "found no unit " + id + " in the save, expected one of its " + entities.size()));
            }
        }
        Set<UUID> wanted = new HashSet<>(ids);
        return write(
                facts.units().stream().map(Unit::id).filter(wanted::contains).toList());
    }

    private UnitMulFile write(List<UUID> ids) throws MulException {
        Map<UUID, Unit> units = new HashMap<>();
        facts.units().forEach(unit -> units.put(unit.id(), unit));
        List<Unit> written =
                ids.stream().map(units::get).filter(Objects::nonNull).toList();
        List<UUID> gone = ids.stream().filter(id -> !units.containsKey(id)).toList();
        try {
            return write(written, gone);
        } catch (XmlException e) {
            throw new MulException(e);
        }
    }

    private UnitMulFile write(List<Unit> units, List<UUID> gone) throws XmlException, MulException {
        String version = facts.campaign().version();
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        xml.append("<unit version=\"").append(Text.escapedAttribute(version)).append("\">\n");
        List<MulUnit> expected = new ArrayList<>();
        List<UUID> withoutCrew = new ArrayList<>();
        for (Unit unit : units) {
            Optional<CrewElement> crew = Crewing.of(unit, roster);
            EntityCopy.append(
                    xml, entity(unit), unit.id(), crew.map(CrewElement::lines).orElse(List.of()));
            List<MulPilot> pilots = crew.map(CrewElement::pilots).orElse(List.of());
            expected.add(new MulUnit(unit.chassis(), unit.model(), Optional.of(unit.id()), pilots));
            if (pilots.isEmpty()) {
                withoutCrew.add(unit.id());
            }
        }
        byte[] file = xml.append("</unit>\n").toString().getBytes(UTF_8);
        UnitMul read = UnitMul.read(file);
        if (!read.equals(new UnitMul(version, expected))) {
            throw new IllegalStateException("a MUL that was written reads as " + read);
        }
        return new UnitMulFile(file, read, withoutCrew, gone);
    }

    private Element entity(Unit unit) {
        return Objects.requireNonNull(entities.get(unit.id()), "units and elements are of one save");
    }
}

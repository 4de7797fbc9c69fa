package dmhq.mekhq.edit;

import dmhq.mekhq.facts.Crew;
import dmhq.mekhq.facts.Facts;
import dmhq.mekhq.facts.Part;
import dmhq.mekhq.facts.Unit;
import dmhq.mekhq.xml.Element;
import dmhq.mekhq.xml.Line;
import dmhq.mekhq.xml.Text;
import dmhq.mekhq.xml.XmlException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Brings units into a save: new ones, and those of another save. They come without a crew, into no force. */
final class UnitArrival {

    /** What ties a unit to the campaign it leaves. */
    private static final List<String> LEFT_BEHIND = List.of("techId", "mothballInfo", "lastMaintenanceReport");

    /** What links a unit's computers to those of others; a unit of another campaign has none there. */
    private static final List<String> NETWORK = List.of("c3iset", "c3iSet", "NC3Set", "nc3set");

    private final Work work;

    UnitArrival(Work work) {
        this.work = work;
    }

    void add(Edit.AddStockUnit edit) throws ImpossibleEditException, XmlException {
        if (isTaken(edit.unit())) {
            throw new ImpossibleEditException("there is a unit " + edit.unit() + " in the save already");
        }
        if (!edit.known() && !isKnown(edit.chassis(), edit.model())) {
            throw new ImpossibleEditException("nothing shows that your MekHQ knows the unit "
                    + (edit.chassis() + " " + edit.model()).strip()
                    + ", and with a unit that it does not know it could not load the campaign any more");
        }
        StringBuilder text = new StringBuilder();
        text.append("<unit id=\"").append(edit.unit()).append("\" type=\"mekhq.campaign.unit.Unit\">\n");
        text.append("<entity chassis=\"").append(Text.escapedAttribute(edit.chassis()));
        text.append("\" model=\"").append(Text.escapedAttribute(edit.model()));
        text.append("\" type=\"").append(Text.escapedAttribute(edit.movement()));
        text.append("\" commander=\"false\" externalId=\"").append(edit.unit()).append("\"/>\n");
        if (!work.shape().omitsUsual()) {
            text.append("<site>2</site>\n<forceId>-1</forceId>\n<scenarioId>-1</scenarioId>\n");
        }
        if (edit.days() > 0 || !work.shape().omitsUsual()) {
            text.append("<daysToArrival>").append(edit.days()).append("</daysToArrival>\n");
        }
        append(Fragment.read(text.append("</unit>").toString(), "unit"));
    }

    private boolean isKnown(String chassis, String model) {
        String name = (chassis + " " + model).strip();
        return work.facts().units().stream()
                        .anyMatch(unit ->
                                unit.chassis().equals(chassis) && unit.model().equals(model))
                || work.facts().market().units().stream()
                        .anyMatch(offer -> offer.unit().equals(name));
    }

    void add(Edit.AddUnit edit) throws ImpossibleEditException, XmlException {
        UnitGoods goods = edit.unit();
        Element sent = Fragment.of(goods.unit(), "unit", goods.shape(), work.shape());
        Unit unit = read(sent);
        if (unit.refitting() || unit.moving() || unit.mothballTime() > 0) {
            throw Fragment.refused(unit.name() + " was sent in the middle of a refit, mothballing or transport");
        }
        UUID id = isTaken(unit.id()) ? edit.spareId() : unit.id();
        if (isTaken(id)) {
            throw new ImpossibleEditException("there are units " + unit.id() + " and " + id + " in the save already");
        }
        design(goods, unit);
        append(Fragment.read(cleaned(sent, id, edit.days()), "unit"));
        parts(goods.parts(), unit.id(), id);
    }

    private Unit read(Element element) throws ImpossibleEditException {
        try {
            return Unit.of(element, work.shape());
        } catch (XmlException e) {
            throw Fragment.unusable("unit", e);
        }
    }

    private boolean isTaken(UUID id) {
        return work.facts().units().stream().anyMatch(unit -> unit.id().equals(id));
    }

    private void append(Element element) throws XmlException {
        Facts facts = work.facts();
        List<Unit> units = new ArrayList<>(facts.units());
        units.add(Unit.of(element, work.shape()));
        work.draft().append(work.campaign().need("units"), "unit", List.of(new Line(0, element.spelt())));
        work.become(facts.withUnits(units));
    }

    private String cleaned(Element unit, UUID id, int days) throws XmlException {
        Draft draft = new Draft(unit);
        Element entity = unit.need("entity");
        draft.setAttribute(unit, "id", id.toString());
        draft.setAttribute(entity, "externalId", id.toString());
        for (String name : entity.attributeNames()) {
            if (name.startsWith("c3")) {
                draft.setAttribute(entity, name, "");
            }
        }
        for (Element child : entity.children()) {
            if (NETWORK.stream().anyMatch(child::is)) {
                draft.remove(child);
            }
        }
        for (String name : Crew.ELEMENTS) {
            draft.removeChildren(unit, name);
        }
        for (String name : LEFT_BEHIND) {
            draft.removeChildren(unit, name);
        }
        if (work.shape().omitsUsual()) {
            draft.removeChildren(unit, work.shape().force() + "Id");
            draft.removeChildren(unit, "scenarioId");
        } else {
            draft.setChild(unit, "forceId", "-1");
            draft.setChild(unit, "scenarioId", "-1");
        }
        Fragment.days(draft, unit, days, work.shape());
        return draft.text();
    }

    /** Gives the parts new numbers, and keeps the tree that they form. */
    private void parts(List<String> texts, UUID from, UUID to) throws ImpossibleEditException, XmlException {
        Map<String, Integer> numbers = new HashMap<>();
        List<Element> sent = new ArrayList<>();
        for (String text : texts) {
            Element part = Fragment.read(text, "part");
            Part read = readPart(part);
            if (!UnitRemoval.isOf(read, from) || UnitRemoval.isWorkedOn(read)) {
                throw Fragment.refused(
                        "a part was sent with the unit that is not built into it, or is being worked on");
            }
            sent.add(part);
            numbers.put(part.need("id").text().strip(), work.nextPartId());
        }
        List<Part> parts = new ArrayList<>(work.facts().parts());
        for (Element part : sent) {
            Draft draft = new Draft(part);
            String id =
                    Integer.toString(numbers.getOrDefault(part.need("id").text().strip(), 0));
            draft.setAttribute(part, "id", id);
            draft.setChild(part, "id", id);
            draft.setChild(part, "unitId", to.toString());
            for (Element child : part.children()) {
                boolean tree = child.is("parentPartId") || child.is("childPartId");
                Optional<Integer> number =
                        Optional.ofNullable(numbers.get(child.text().strip()));
                if (number.isPresent() && tree) {
                    draft.set(child, number.get().toString());
                } else if (tree && !child.text().strip().equals("-1")) {
                    throw Fragment.refused("a part was sent with the unit that belongs to one that was not sent");
                }
            }
            Element added = Fragment.read(draft.text(), "part");
            work.addPart(added);
            parts.add(Part.of(added));
        }
        work.become(work.facts().withParts(parts));
    }

    private static Part readPart(Element part) throws ImpossibleEditException {
        try {
            return Part.of(part);
        } catch (XmlException e) {
            throw Fragment.unusable("part", e);
        }
    }

    /** Brings a player's own design along, which MekHQ needs to load the unit. */
    private void design(UnitGoods goods, Unit unit) throws ImpossibleEditException, XmlException {
        if (goods.design().isEmpty()) {
            return;
        }
        Element design = Fragment.read(goods.design().get(), "custom");
        String name =
                design.only("name").isPresent() ? design.need("name").text().strip() : "";
        if (!name.equals(unit.name())) {
            throw Fragment.refused("the design that was sent is of a '" + name + "', not of " + unit.name());
        }
        for (Element known : work.campaign().children("custom")) {
            if (known.only("name").isPresent()
                    && known.need("name").text().strip().equals(name)) {
                if (!known.spelt().equals(design.spelt())) {
                    throw new ImpossibleEditException("your campaign has a design of its own named " + name
                            + "; rename one of the two in MekHQ first");
                }
                return;
            }
        }
        work.draft().append(work.campaign(), "custom", List.of(new Line(0, design.spelt())));
    }
}

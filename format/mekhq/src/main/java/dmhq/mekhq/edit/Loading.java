package dmhq.mekhq.edit;

import dmhq.mekhq.facts.Facts;
import dmhq.mekhq.facts.Unit;
import dmhq.mekhq.xml.Element;
import dmhq.mekhq.xml.XmlException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Takes out of a save what is to go into another: only what could leave it now. The save itself stays as it is. */
public final class Loading {

    private final Element campaign;
    private final Facts facts;

    /** Loads from a campaign. */
    public Loading(Element campaign, Facts facts) {
        this.campaign = campaign;
        this.facts = facts;
    }

    /**
     * Returns spare parts.
     *
     * @throws ImpossibleEditException if they are not spare, not there, or not so many
     */
    public Spares spares(int part, int count) throws ImpossibleEditException, XmlException {
        SparesEdits.spare(facts, part, count);
        for (Element element : campaign.need("parts").children("part")) {
            if (element.need("id").text().strip().equals(Integer.toString(part))) {
                return new Spares(facts.shape(), element.spelt(), count);
            }
        }
        throw new ImpossibleEditException("there is no part number " + part + " in the save");
    }

    /**
     * Returns a unit with the parts built into it.
     *
     * @throws ImpossibleEditException if it cannot leave
     */
    public UnitGoods unit(UUID id) throws ImpossibleEditException, XmlException {
        Unit unit = UnitRemoval.leaving(facts, id);
        List<String> parts = new ArrayList<>();
        if (campaign.has("parts")) {
            for (Element part : campaign.need("parts").children("part")) {
                Optional<Element> of = part.only("unitId");
                if (of.isPresent() && of.get().text().strip().equalsIgnoreCase(id.toString())) {
                    parts.add(part.spelt());
                }
            }
        }
        return new UnitGoods(facts.shape(), UnitRemoval.element(campaign, id).spelt(), parts, design(unit.name()));
    }

    private Optional<String> design(String name) throws XmlException {
        for (Element design : campaign.children("custom")) {
            Optional<Element> of = design.only("name");
            if (of.isPresent() && of.get().text().strip().equals(name)) {
                return Optional.of(design.spelt());
            }
        }
        return Optional.empty();
    }

    /**
     * Returns someone of the campaign.
     *
     * @throws ImpossibleEditException if the person cannot leave
     */
    public PersonGoods person(UUID id) throws ImpossibleEditException, XmlException {
        PersonEdits.leaving(facts, id);
        Element parent = facts.shape().hasHumanResources() ? campaign.need("humanResources") : campaign;
        return new PersonGoods(
                facts.shape(), PersonEdits.element(parent.need("personnel"), id).spelt());
    }
}

package dmhq.mekhq.edit;

import dmhq.mekhq.facts.Facts;
import dmhq.mekhq.facts.Part;
import dmhq.mekhq.facts.Shape;
import dmhq.mekhq.xml.Element;
import dmhq.mekhq.xml.Line;
import dmhq.mekhq.xml.XmlException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A save in the middle of being planned on: its elements, the changes so far, and the facts they lead to. */
final class Work {

    private final Element campaign;
    private final Draft draft;
    private Facts facts;
    private int lastPartId;
    private final Map<String, Element> present = new HashMap<>();
    private final Map<Integer, Element> added = new TreeMap<>();

    Work(Element campaign, Facts facts) throws XmlException {
        this.campaign = campaign;
        this.draft = new Draft(campaign);
        this.facts = facts;
        this.lastPartId = highestPartId();
    }

    Element campaign() {
        return campaign;
    }

    Shape shape() {
        return facts.shape();
    }

    Draft draft() {
        return draft;
    }

    Facts facts() {
        return facts;
    }

    void become(Facts other) {
        facts = other;
    }

    /** Returns the element that people lie in. */
    Element personnel() throws XmlException {
        return (shape().hasHumanResources() ? campaign.need("humanResources") : campaign).need("personnel");
    }

    /** Allots the number of a new part, above all that are there; MekHQ lets a part replace one of the same number. */
    int nextPartId() throws XmlException {
        lastPartId++;
        Optional<Element> kept = campaign.need("info").only("lastPartId");
        if (kept.isPresent()) {
            draft.set(kept.get(), Integer.toString(lastPartId));
        }
        return lastPartId;
    }

    /** Returns the element of a part that is in the save or comes into it. */
    Element part(int id) throws XmlException {
        Element coming = added.get(id);
        if (coming != null) {
            return coming;
        }
        if (present.isEmpty()) {
            for (Element part : campaign.need("parts").children("part")) {
                present.put(part.need("id").text().strip(), part);
            }
        }
        Element part = present.get(Integer.toString(id));
        if (part == null) {
            throw campaign.refused("found no part " + id + ", expected one");
        }
        return part;
    }

    /** Lets a part come into the save. */
    void addPart(Element part) throws XmlException {
        added.put(Part.of(part).id(), part);
    }

    /** Gives an element in a part another text. */
    void setInPart(int id, Element element, String text) throws XmlException, ImpossibleEditException {
        Element coming = added.get(id);
        if (coming == null) {
            draft.set(element, text);
        } else {
            Draft change = new Draft(coming);
            change.set(element, text);
            added.put(id, Fragment.read(change.text(), "part"));
        }
    }

    /** Puts what comes into its lists; nothing can be planned afterwards. */
    void finish() throws XmlException {
        if (!added.isEmpty()) {
            List<Line> lines = added.values().stream()
                    .map(part -> new Line(0, part.spelt()))
                    .toList();
            draft.append(campaign.need("parts"), "part", lines);
        }
    }

    private int highestPartId() throws XmlException {
        int highest = facts.parts().stream().mapToInt(Part::id).max().orElse(0);
        Optional<Element> kept = campaign.need("info").only("lastPartId");
        if (kept.isPresent()) {
            String text = kept.get().text().strip();
            if (!text.matches("[0-9]{1,9}")) {
                throw kept.get().refused("found '" + text + "' in <lastPartId>, expected a whole number");
            }
            highest = Math.max(highest, Integer.parseInt(text));
        }
        return highest;
    }
}

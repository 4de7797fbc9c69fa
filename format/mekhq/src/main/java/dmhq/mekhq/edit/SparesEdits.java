package dmhq.mekhq.edit;

import dmhq.mekhq.facts.Facts;
import dmhq.mekhq.facts.Part;
import dmhq.mekhq.xml.Element;
import dmhq.mekhq.xml.XmlException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Spare parts that leave the store of a save, and that come into it. */
final class SparesEdits {

    private final Work work;

    SparesEdits(Work work) {
        this.work = work;
    }

    void remove(Edit.RemoveSpares edit) throws XmlException, ImpossibleEditException {
        Part part = spare(work.facts(), edit.part(), edit.count());
        int left = part.count() - edit.count();
        Element element = work.part(part.id());
        if (left == 0) {
            work.draft().remove(element);
            work.become(work.facts().withParts(without(part)));
        } else {
            work.draft().set(element.need(Part.counted(part.type())), Integer.toString(left));
            work.become(work.facts().withParts(replaced(part.withCount(left))));
        }
    }

    /** Returns a part of which so many can leave. */
    static Part spare(Facts facts, int id, int count) throws ImpossibleEditException {
        Part part = facts.parts().stream()
                .filter(each -> each.id() == id)
                .findFirst()
                .orElseThrow(() -> new ImpossibleEditException("there is no part number " + id + " in the save"));
        if (part.unit().isPresent()) {
            throw new ImpossibleEditException(part.name() + " (part " + id + ") is built into a unit, and not spare");
        }
        if (!part.ties().isEmpty()) {
            throw new ImpossibleEditException(part.name() + " (part " + id + ") is reserved or being worked on (<"
                    + part.ties().get(0) + ">); finish that in MekHQ first");
        }
        if (part.daysToArrival() > 0) {
            throw new ImpossibleEditException(
                    part.name() + " (part " + id + ") is still on its way, for " + part.daysToArrival() + " more days");
        }
        if (part.count() < count) {
            throw new ImpossibleEditException(
                    "only " + part.described(part.count()) + " (part " + id + ") are there, not " + count);
        }
        return part;
    }

    void add(Edit.AddSpares edit) throws XmlException, ImpossibleEditException {
        Fragment coming = Fragment.part(edit.spares().part(), edit.spares().shape(), work.shape());
        Part part = coming.part();
        int count = edit.spares().count();
        int days = edit.days();
        for (Twin twin : twins(part)) {
            if (twin.part.daysToArrival() != days) {
                continue;
            }
            if (PartKind.same(twin.element, coming.element())) {
                raise(twin.part, count);
                return;
            }
        }
        // Before 0.50 MekHQ takes two that look alike and arrive on one day for one and one more, whatever
        // their numbers: a neighbour that may be the same part gets a day of its own.
        while (!work.shape().sumsEqualSpares() && isTaken(part, days)) {
            days++;
        }
        int id = work.nextPartId();
        Element added = coming.spare(id, count, days, work.shape());
        work.addPart(added);
        List<Part> parts = new ArrayList<>(work.facts().parts());
        parts.add(Part.of(added));
        work.become(work.facts().withParts(parts));
    }

    /** A spare that may be of the same kind as another. */
    private record Twin(Part part, Element element) {}

    private List<Twin> twins(Part part) throws XmlException {
        var twins = new ArrayList<Twin>();
        for (Part each : work.facts().parts()) {
            if (each.isSpare()
                    && each.type().equals(part.type())
                    && each.name().equals(part.name())
                    && each.quality() == part.quality()) {
                twins.add(new Twin(each, work.part(each.id())));
            }
        }
        return twins;
    }

    private boolean isTaken(Part part, int days) throws XmlException {
        return !part.isMeasured() && twins(part).stream().anyMatch(twin -> twin.part.daysToArrival() == days);
    }

    private void raise(Part part, int count) throws XmlException, ImpossibleEditException {
        long sum = (long) part.count() + count;
        if (sum > Part.MOST) {
            throw new ImpossibleEditException(
                    "with " + count + " more there would be " + sum + " × " + part.name() + ", more than MekHQ counts");
        }
        Optional<Element> counted = work.part(part.id()).only(Part.counted(part.type()));
        if (counted.isEmpty()) {
            throw new ImpossibleEditException(part.name() + " (part " + part.id() + ") does not say how many it is");
        }
        work.setInPart(part.id(), counted.get(), Long.toString(sum));
        work.become(work.facts().withParts(replaced(part.withCount((int) sum))));
    }

    private List<Part> without(Part part) {
        return work.facts().parts().stream()
                .filter(each -> each.id() != part.id())
                .toList();
    }

    private List<Part> replaced(Part part) {
        return work.facts().parts().stream()
                .map(each -> each.id() == part.id() ? part : each)
                .toList();
    }
}

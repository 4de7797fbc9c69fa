package dmhq.mekhq.edit;

import dmhq.mekhq.xml.Element;
import dmhq.mekhq.xml.XmlException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Tells whether two spares are pieces of the same thing, so that one entry can stand for both. */
final class PartKind {

    /** What differs between two pieces of the same thing, in lower case. */
    private static final Set<String> BOOKKEEPING = Set.of(
            "id",
            "amount",
            "amountneeded",
            "brandnew",
            "checkedtoday",
            "daystoarrival",
            "daystowait",
            "difficulty",
            "equipmentnum",
            "isteamsalvaging",
            "mode",
            "parentpartid",
            "quantity",
            "refitid",
            "replacementid",
            "reserveid",
            "salvaging",
            "shorthandedmod",
            "shots",
            "skillmin",
            "teamid",
            "techid",
            "time",
            "timespent",
            "unitid",
            "workingovertime");

    private PartKind() {}

    static boolean same(Element one, Element other) throws XmlException {
        return one.attribute("type").equals(other.attribute("type"))
                && traits(one).equals(traits(other));
    }

    private static Map<String, String> traits(Element part) throws XmlException {
        Map<String, String> traits = new TreeMap<>();
        for (Element child : part.children()) {
            String name = child.name().toLowerCase(Locale.ROOT);
            if (!BOOKKEEPING.contains(name)) {
                String trait = child.children().isEmpty() ? child.text().strip() : child.spelt();
                traits.merge(name, trait, (first, second) -> first + ";" + second);
            }
        }
        // A part that is equipment is the same whatever it was last mounted on; others are made for one size.
        if (traits.containsKey("typename")) {
            traits.remove("unittonnage");
        }
        traits.remove("hits", "0");
        return traits;
    }
}

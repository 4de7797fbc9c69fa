package dmhq.mekhq.edit;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** References of a save that lead nowhere, found with the JDK's DOM and none of the code under test. */
final class Dangling {

    private static final Set<String> TO_PEOPLE = Set.of(
            "driverid",
            "gunnerid",
            "vesselcrewid",
            "navigatorid",
            "techofficerid",
            "techid",
            "doctorid",
            "formationcommanderid",
            "overrideformationcommanderid",
            "commanderid",
            "pilotid",
            "personid",
            "spouse");
    private static final Set<String> TO_PARTS = Set.of("replacementid", "parentpartid", "childpartid");

    private final Set<String> units = new HashSet<>();
    private final Set<String> people = new HashSet<>();
    private final Set<String> parts = new HashSet<>();
    private final Set<String> found = new TreeSet<>();

    private Dangling() {}

    /** Returns what leads nowhere, each as "element in element: id"; twice the same id as "id twice". */
    static Set<String> in(byte[] xml) {
        try {
            Element campaign = DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(xml))
                    .getDocumentElement();
            Dangling dangling = new Dangling();
            dangling.collect(campaign, List.of("units"), "unit", dangling.units);
            dangling.collect(campaign, List.of("personnel"), "person", dangling.people);
            dangling.collect(campaign, List.of("humanResources", "personnel"), "person", dangling.people);
            dangling.collect(campaign, List.of("parts"), "part", dangling.parts);
            dangling.check(campaign, "");
            return dangling.found;
        } catch (Exception e) {
            throw new AssertionError("not XML any more", e);
        }
    }

    private void collect(Element campaign, List<String> path, String name, Set<String> ids) {
        Element list = campaign;
        for (String step : path) {
            List<Element> next = children(list, step);
            if (next.isEmpty()) {
                return;
            }
            list = next.get(0);
        }
        for (Element each : children(list, name)) {
            List<Element> id = children(each, "id");
            String said = id.isEmpty() ? each.getAttribute("id") : id.get(0).getTextContent();
            if (!ids.add(said) || !said.equals(each.getAttribute("id"))) {
                found.add(name + " " + said + " twice or with two ids");
            }
        }
    }

    private void check(Element element, String around) {
        String name = element.getTagName().toLowerCase(Locale.ROOT);
        String text = element.getTextContent();
        boolean market = around.contains("arket/");
        Map<Set<String>, Set<String>> rules = Map.of(TO_PEOPLE, people, TO_PARTS, parts);
        rules.forEach((names, ids) -> {
            if (names.contains(name) && !market && isDangling(text, ids)) {
                found.add(around + name + ": " + text);
            }
        });
        boolean unitId = name.equals("unitid") || (name.equals("id") && around.endsWith("techUnitIds/"));
        if (unitId && !market && isDangling(text, units)) {
            found.add(around + name + ": " + text);
        }
        boolean inForce = name.equals("unit") && element.hasAttribute("id") && around.matches(".*(force|formation)/.*");
        if (inForce && isDangling(element.getAttribute("id"), units)) {
            found.add(around + name + ": " + element.getAttribute("id"));
        }
        boolean entity = name.equals("entity") && around.endsWith("units/unit/");
        if (entity && isDangling(element.getAttribute("externalId"), units)) {
            found.add(around + name + ": " + element.getAttribute("externalId"));
        }
        for (Element child : children(element, "*")) {
            check(child, around + element.getTagName() + "/");
        }
    }

    private static boolean isDangling(String id, Set<String> ids) {
        return !id.isBlank() && !id.equals("null") && !id.equals("-1") && !ids.contains(id);
    }

    private static List<Element> children(Element parent, String name) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child
                    && (name.equals("*") || child.getTagName().equals(name))) {
                children.add(child);
            }
        }
        return children;
    }
}

package dmhq.mekhq.mul;

import dmhq.mekhq.xml.Element;
import dmhq.mekhq.xml.Node;
import dmhq.mekhq.xml.XmlException;
import java.util.ArrayList;
import java.util.List;

/**
 * What one player's MegaMek writes down after a battle: the root is {@code <record>}.
 *
 * @param version of the MegaMek that wrote it; empty where it does not say
 * @param survivors the player's own units that are left, also those that left the field
 * @param allies of the player that are left
 * @param salvage wrecks and what enemies left behind, of whichever side
 * @param retreated enemies that got away
 * @param devastated units that nothing is left of
 */
public record BattleRecord(
        String version,
        List<MulUnit> survivors,
        List<MulUnit> allies,
        List<MulUnit> salvage,
        List<MulUnit> retreated,
        List<MulUnit> devastated,
        List<MulKill> kills) {

    /**
     * Reads a battle record. Of a unit only that is read which tells it and its crew from others; its damage and
     * ammunition are not.
     *
     * @throws MulException if it is not well-formed in UTF-8 or has another root, a DOCTYPE or more than 32 MiB, is
     *     gzipped, or a number in it is none that MegaMek would take
     */
    public static BattleRecord read(byte[] file) throws MulException {
        try {
            Element root = MulFile.root(file, "record");
            return new BattleRecord(
                    root.attribute("version").orElse(""),
                    units(root, "survivors"),
                    units(root, "allies"),
                    units(root, "salvage"),
                    units(root, "retreated"),
                    units(root, "devastated"),
                    kills(root));
        } catch (XmlException e) {
            throw new MulException(e);
        }
    }

    private static List<MulUnit> units(Element root, String section) throws XmlException {
        List<MulUnit> units = new ArrayList<>();
        for (Element list : root.children(section)) {
            units.addAll(Entities.in(list));
        }
        return List.copyOf(units);
    }

    private static List<MulKill> kills(Element root) throws XmlException {
        List<MulKill> kills = new ArrayList<>();
        for (Element list : root.children("kills")) {
            for (Node<?> kill : list.children("kill")) {
                kills.add(new MulKill(kill.attribute("killed").orElse(""), Entities.id(kill, "killer")));
            }
        }
        return List.copyOf(kills);
    }
}

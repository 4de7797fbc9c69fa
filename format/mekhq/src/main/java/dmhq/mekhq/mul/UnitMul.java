package dmhq.mekhq.mul;

import dmhq.mekhq.xml.Element;
import dmhq.mekhq.xml.XmlException;
import java.util.List;

/**
 * A list of units, as MegaMek takes it before a battle: the root is {@code <unit>}.
 *
 * @param version of the program that wrote it; empty where it does not say
 * @param units in the file's order
 */
public record UnitMul(String version, List<MulUnit> units) {

    /**
     * Reads a list of units. Of a unit only that is read which tells it and its crew from others; its damage and
     * ammunition are not.
     *
     * @throws MulException if it is not well-formed in UTF-8 or has another root, a DOCTYPE or more than 32 MiB, is
     *     gzipped, or a number in it is none that MegaMek would take
     */
    public static UnitMul read(byte[] file) throws MulException {
        try {
            Element root = MulFile.root(file, "unit");
            return new UnitMul(root.attribute("version").orElse(""), Entities.in(root));
        } catch (XmlException e) {
            throw new MulException(e);
        }
    }
}

package dmhq.mekhq.edit;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dmhq.mekhq.xml.Element;
import dmhq.mekhq.xml.XmlException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Everything in a save that names an id, found by the id's own letters wherever they stand, so that
 * nothing that points at a thing is overlooked because nobody knew of it.
 */
final class Mentions {

    private Mentions() {}

    /**
     * One place that names an id.
     *
     * @param path the elements around it, the innermost last
     */
    record Mention(List<Element> path) {

        Element innermost() {
            return path.get(path.size() - 1);
        }

        /** Returns the element around the innermost. */
        Element around() {
            return path.get(Math.max(0, path.size() - 2));
        }

        /** Returns the nearest element of that name that the place lies in. */
        Optional<Element> in(String name) {
            return path.stream().filter(element -> element.is(name)).reduce((outer, inner) -> inner);
        }

        boolean isIn(Element element) {
            return path.stream().anyMatch(each -> each.start() == element.start());
        }
    }

    /** Returns all places that name the id, in the file's order. */
    static List<Mention> of(UUID id, Element campaign) throws XmlException {
        byte[] xml = campaign.xml();
        byte[] lower = id.toString().getBytes(US_ASCII);
        var mentions = new ArrayList<Mention>();
        for (int at = find(lower, xml, 0); at >= 0; at = find(lower, xml, at + 1)) {
            mentions.add(new Mention(path(campaign, at)));
        }
        return mentions;
    }

    private static List<Element> path(Element campaign, int offset) throws XmlException {
        var path = new ArrayList<Element>();
        Element inner = campaign;
        while (inner != null) {
            path.add(inner);
            Element next = null;
            for (Element child : inner.children()) {
                if (child.start() <= offset && offset < child.end()) {
                    next = child;
                    break;
                }
            }
            inner = next;
        }
        return List.copyOf(path);
    }

    private static int find(byte[] sought, byte[] xml, int from) {
        for (int at = from; at <= xml.length - sought.length; at++) {
            int same = 0;
            while (same < sought.length && lower(xml[at + same]) == sought[same]) {
                same++;
            }
            if (same == sought.length) {
                return at;
            }
        }
        return -1;
    }

    private static byte lower(byte letter) {
        return letter >= 'A' && letter <= 'F' ? (byte) (letter + ('a' - 'A')) : letter;
    }
}

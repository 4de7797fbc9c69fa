package dmhq.mekhq.edit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dmhq.mekhq.facts.Part;
import dmhq.mekhq.facts.Shape;
import dmhq.mekhq.xml.Document;
import dmhq.mekhq.xml.Element;
import dmhq.mekhq.xml.XmlException;
import java.util.List;

/**
 * One element of another save that is to come into this one. It came by post, so nothing in it is
 * believed before it has been read.
 */
final class Fragment {

    /** Far more than any unit takes. */
    private static final int MOST_BYTES = 1 << 20;

    private static final String CURE = "; ask the other side to send it again";

    private final Element element;

    private Fragment(Element element) {
        this.element = element;
    }

    /** Reads a spare part. */
    static Fragment part(String text, Shape from, Shape to) throws ImpossibleEditException {
        return new Fragment(of(text, "part", from, to));
    }

    /** Reads an element of a save of one shape for one of the same. */
    static Element of(String text, String name, Shape from, Shape to) throws ImpossibleEditException {
        if (from != to) {
            throw new ImpossibleEditException("it comes from a MekHQ that writes its saves in another way (shape "
                    + from + ", yours is " + to + "); both of you have to play with versions that are alike");
        }
        return read(text, name);
    }

    /** Reads an element. */
    static Element read(String text, String name) throws ImpossibleEditException {
        byte[] bytes = text.getBytes(UTF_8);
        if (bytes.length > MOST_BYTES) {
            throw new ImpossibleEditException(
                    "what was sent as a <" + name + "> is larger than " + MOST_BYTES + " bytes" + CURE);
        }
        try {
            return Document.read(bytes, name, List.of(name)).root();
        } catch (XmlException e) {
            throw unusable(name, e);
        }
    }

    /** Returns the refusal of something sent, with the cure. */
    static ImpossibleEditException refused(String sentence) {
        return new ImpossibleEditException(sentence + CURE);
    }

    static ImpossibleEditException unusable(String name, XmlException why) {
        return new ImpossibleEditException(
                "what was sent as a <" + name + "> cannot be used: " + why.getMessage() + CURE);
    }

    Element element() {
        return element;
    }

    /** Returns the part, found to be a spare. */
    Part part() throws ImpossibleEditException {
        try {
            Part part = Part.of(element);
            if (!part.isSpare()) {
                throw new ImpossibleEditException(
                        "what was sent as a spare " + part.name() + " belongs to something else" + CURE);
            }
            if (element.only(Part.counted(part.type())).isEmpty()) {
                throw new ImpossibleEditException(
                        "what was sent as a spare " + part.name() + " does not say how many it is" + CURE);
            }
            return part;
        } catch (XmlException e) {
            throw unusable("part", e);
        }
    }

    /** Returns the part as a spare of another save. */
    Element spare(int id, int count, int days, Shape shape) throws ImpossibleEditException, XmlException {
        Draft draft = new Draft(element);
        draft.setAttribute(element, "id", Integer.toString(id));
        draft.setChild(element, "id", Integer.toString(id));
        draft.setChild(element, Part.counted(element.attribute("type").orElse("")), Integer.toString(count));
        draft.removeChildren(element, "unitId");
        days(draft, element, days, shape);
        return read(draft.text(), "part");
    }

    /** Says when something arrives, in the way of a shape. */
    static void days(Draft draft, Element element, int days, Shape shape) throws XmlException {
        if (days == 0 && shape.omitsUsual()) {
            draft.removeChildren(element, "daysToArrival");
        } else {
            draft.setChild(element, "daysToArrival", Integer.toString(days));
        }
    }
}

package dmhq.mekhq;

import dmhq.mekhq.edit.ImpossibleEditException;
import dmhq.mekhq.xml.XmlException;

/**
 * Says why a file cannot be used as a MekHQ save: one sentence that begins with the layer, {@code
 * save:}, and names what was found and what was expected.
 */
public final class SaveException extends Exception {

    private static final long serialVersionUID = 1;

    SaveException(ImpossibleEditException cause) {
        super("save: " + cause.getMessage(), cause);
    }

    SaveException(XmlException cause) {
        super("save: " + cause.getMessage(), cause);
    }
}

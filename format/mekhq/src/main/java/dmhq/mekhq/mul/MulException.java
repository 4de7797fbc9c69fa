package dmhq.mekhq.mul;

import dmhq.mekhq.xml.XmlException;

/**
 * Says why a MUL cannot be read or written: one sentence that begins with the layer, {@code mul:}, and names what
 * was found and what was expected.
 */
public final class MulException extends Exception {

    private static final long serialVersionUID = 1;

    MulException(XmlException cause) {
        super("mul: " + cause.getMessage(), cause);
    }
}

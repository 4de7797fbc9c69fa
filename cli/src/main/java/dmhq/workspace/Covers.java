package dmhq.workspace;

import dmhq.transports.Cover;
import java.io.IOException;

/** Writes what people see of a parcel in a post that shows something; nothing secret, since the cover is not sealed. */
@FunctionalInterface
public interface Covers {

    /** Those that say no more than the name of the parcel. */
    Covers NAMES = (label, name) -> new Cover(name, "", "", "");

    /**
     * Returns the cover of a parcel that leaves a workspace.
     *
     * @param label what it is
     * @param name under which it travels
     */
    Cover of(ParcelLabel label, String name) throws Refusal, IOException;
}

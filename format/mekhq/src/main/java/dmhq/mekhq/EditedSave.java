package dmhq.mekhq;

import dmhq.mekhq.xml.Splice;
import java.util.List;

/** The proved outcome of {@link Save#with}: a new file, and what is new in it. */
public final class EditedSave {

    private final byte[] file;
    private final Save save;
    private final List<Splice> changes;

    EditedSave(byte[] file, Save save, List<Splice> changes) {
        this.file = file;
        this.save = save;
        this.changes = changes;
    }

    /** Returns a copy of the new file's bytes, gzipped if the source was. */
    public byte[] file() {
        return file.clone();
    }

    /** Returns the new file as it was read again. */
    public Save save() {
        return save;
    }

    /** Returns every change to the source, in the order of its bytes; together they are all there is. */
    public List<Splice> changes() {
        return changes;
    }
}

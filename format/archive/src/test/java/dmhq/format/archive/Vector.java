package dmhq.format.archive;

import dmhq.format.Bytes;
import dmhq.format.container.StoredGzip;
import org.jspecify.annotations.Nullable;

/**
 * One scenario for readers: a file, and the layer in which it fails.
 *
 * @param name of the file, under {@code format/vectors/archives}
 * @param layer null if it is as it should be
 * @param what the scenario, in words
 */
record Vector(String name, @Nullable Layer layer, String what, Bytes content) {

    Vector(String name, @Nullable Layer layer, String what, byte[] file) {
        this(name, layer, what, Bytes.of(file));
    }

    byte[] file() {
        return content.toArray();
    }

    /** Returns the vector of a file that a container can be read from; its deflating is made the same everywhere. */
    static Vector of(String name, @Nullable Layer layer, String what, byte[] file) {
        return new Vector(name + ".zip", layer, what, StoredGzip.repacked(file));
    }

    /** Returns the vector of a file as it is. */
    static Vector raw(String name, Layer layer, String what, byte[] file) {
        return new Vector(name + ".zip", layer, what, file);
    }
}

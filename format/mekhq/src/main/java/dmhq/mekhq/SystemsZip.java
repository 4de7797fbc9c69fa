package dmhq.mekhq;

import dmhq.mekhq.stars.StarMapException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/** Star systems that are packed into one file. */
final class SystemsZip {

    static final String ENDING = ".zip";

    private SystemsZip() {}

    /**
     * Returns the YAML files in a ZIP, each by the name of the ZIP and its own.
     *
     * @throws StarMapException if there are none, the ZIP is damaged, or it unpacks to more files or bytes than that
     */
    static SortedMap<String, byte[]> read(String name, InputStream file, int mostFiles, long mostBytes)
            throws StarMapException, IOException {
        SortedMap<String, byte[]> contents = new TreeMap<>();
        try {
            ZipInputStream zip = new ZipInputStream(file);
            long left = mostBytes;
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] bytes = zip.readNBytes((int) left + 1);
                left -= bytes.length;
                if (left < 0 || contents.size() == mostFiles) {
                    throw new StarMapException(name + ": found more than " + mostFiles + " files or " + mostBytes
                            + " bytes in it, expected star systems");
                }
                if (entry.getName().endsWith(".yml") || entry.getName().endsWith(".yaml")) {
                    contents.put(name + "/" + entry.getName(), bytes);
                }
            }
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            // The last is what Java 17 says to a name that is not UTF-8.
            throw new StarMapException(name + ": found a damaged ZIP, expected star systems", e);
        }
        if (contents.isEmpty()) {
            throw new StarMapException(name + ": found no YAML file in it, expected one for each star system");
        }
        return contents;
    }
}

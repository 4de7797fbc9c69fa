package dmhq.mekhq.edit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dmhq.mekhq.facts.Facts;
import dmhq.mekhq.facts.LooseEnds;
import dmhq.mekhq.xml.Document;
import dmhq.mekhq.xml.Splice;
import dmhq.mekhq.xml.Tree;
import dmhq.mekhq.xml.XmlException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Shows that an edited save is the old one and the edits, nothing more and nothing less. */
public final class Proof {

    /** What players call the file. */
    public static final String WHAT = "MekHQ save";

    /** The name of the outermost element of a save. */
    public static final List<String> ROOTS = List.of("campaign");

    private Proof() {}

    /**
     * Reads an edited file again and proves it: with the splices undone its bytes are the old ones, and its facts
     * are those expected, as dmhq reads them and as the JDK's parser does. Nothing in it points at what is not
     * there, unless it did before.
     *
     * @param facts of the save before
     * @throws IllegalStateException if it is not so
     */
    public static Document of(Document before, Facts facts, List<Splice> splices, Facts expected, byte[] file) {
        try {
            Document after = Document.read(file, WHAT, ROOTS);
            require(after.packing() == before.packing(), "packing", after.packing(), before.packing());
            checkBytes(before.xml(), splices, after.xml());
            checkFacts(expected, Facts.of(after.root()));
            checkFacts(expected, Facts.of(Tree.read(after.xml())));
            Set<String> loose = new TreeSet<>(LooseEnds.of(expected));
            loose.removeAll(LooseEnds.of(facts));
            require(loose.isEmpty(), "references", loose, "none that lead nowhere");
            return after;
        } catch (XmlException e) {
            throw new IllegalStateException("an edited save can no longer be read", e);
        }
    }

    private static void checkFacts(Facts expected, Facts found) {
        requireEqual(found.campaign(), expected.campaign(), "campaign");
        requireEqual(found.transactions(), expected.transactions(), "ledger");
        requireEqual(found.reports(), expected.reports(), "reports");
        requireEqual(found.units(), expected.units(), "units");
        requireEqual(found.people(), expected.people(), "people");
        requireEqual(found.forces(), expected.forces(), "forces");
        requireEqual(found.parts(), expected.parts(), "parts");
        requireEqual(found.market(), expected.market(), "markets");
    }

    private static void requireEqual(Object found, Object expected, String what) {
        require(Objects.equals(found, expected), what, found, expected);
    }

    private static void checkBytes(byte[] before, List<Splice> splices, byte[] after) {
        int old = 0;
        int now = 0;
        for (Splice splice : splices) {
            int kept = splice.offset() - old;
            checkSame(before, old, after, now, kept);
            byte[] removed = splice.removed().getBytes(UTF_8);
            checkSame(removed, 0, before, splice.offset(), removed.length);
            byte[] inserted = splice.inserted().getBytes(UTF_8);
            checkSame(inserted, 0, after, now + kept, inserted.length);
            old = splice.offset() + removed.length;
            now += kept + inserted.length;
        }
        require(after.length - now == before.length - old, "length", after.length - now, before.length - old);
        checkSame(before, old, after, now, before.length - old);
    }

    private static void checkSame(byte[] expected, int from, byte[] found, int at, int length) {
        boolean inside = length >= 0 && from + length <= expected.length && at + length <= found.length;
        if (!inside || !Arrays.equals(expected, from, from + length, found, at, at + length)) {
            throw new IllegalStateException(
                    "an edited save differs from its source outside the edits, after byte " + at);
        }
    }

    private static void require(boolean holds, String what, Object found, Object expected) {
        if (!holds) {
            throw new IllegalStateException(
                    "the " + what + " of an edited save: found " + found + ", expected " + expected);
        }
    }
}

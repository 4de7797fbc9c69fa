package dmhq.mekhq;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

/** Shows that an edited save is the old one and the edits, nothing more and nothing less. */
final class Proof {

    private Proof() {}

    /**
     * Returns the edited file, read again and found to be what it should be.
     *
     * @throws IllegalStateException if it is not
     */
    static Save of(Save before, List<Splice> splices, List<Transaction> wires, List<String> lines, byte[] file) {
        try {
            Save after = Save.read(file);
            checkBytes(before.xml(), splices, after.xml());
            checkFacts(before, wires, after);
            checkReports(before, lines, after);
            return after;
        } catch (SaveException e) {
            throw new IllegalStateException("an edited save can no longer be read", e);
        }
    }

    private static void checkFacts(Save before, List<Transaction> wires, Save after) {
        require(after.packing() == before.packing(), "packing", after.packing(), before.packing());
        require(after.facts().equals(before.facts()), "facts", after.facts(), before.facts());
        int count = before.transactions().size() + wires.size();
        require(
                after.transactions().size() == count,
                "ledger's length",
                after.transactions().size(),
                count);
        boolean kept = after.transactions().equals(Save.joined(before.transactions(), wires));
        require(kept, "ledger", "other transactions", "the old ones and the wires");
        BigDecimal funds = BigDecimal.valueOf(before.funds());
        for (Transaction wire : wires) {
            funds = funds.add(wire.amount());
        }
        require(BigDecimal.valueOf(after.funds()).compareTo(funds) == 0, "funds", after.funds(), funds);
    }

    private static void checkBytes(byte[] before, List<Splice> splices, byte[] after) {
        int old = 0;
        int now = 0;
        for (Splice splice : splices) {
            int kept = splice.offset() - old;
            checkSame(before, old, after, now, kept);
            checkSame(
                    splice.removed().getBytes(UTF_8),
                    0,
                    before,
                    splice.offset(),
                    splice.removed().length());
            byte[] inserted = splice.inserted().getBytes(UTF_8);
            checkSame(inserted, 0, after, now + kept, inserted.length);
            old = splice.offset() + splice.removed().length();
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

    private static void checkReports(Save before, List<String> lines, Save after) throws SaveException {
        for (String report : before.shape().reports()) {
            List<String> expected = before.reportLines(report);
            if (before.hasReport(report)) {
                expected = Save.joined(expected, lines);
            }
            List<String> found = after.reportLines(report);
            require(found.equals(expected), report, found, expected);
        }
    }

    private static void require(boolean holds, String what, Object found, Object expected) {
        if (!holds) {
            throw new IllegalStateException(
                    "the " + what + " of an edited save: found " + found + ", expected " + expected);
        }
    }
}

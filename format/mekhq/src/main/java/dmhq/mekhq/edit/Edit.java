package dmhq.mekhq.edit;

import dmhq.mekhq.facts.TransactionKind;
import dmhq.mekhq.xml.Text;
import java.util.Locale;

/** One thing to write into a save, as a player would say it. */
public sealed interface Edit {

    /** Returns the edit in one line, for the player to read. */
    String describe();

    /**
     * Money that comes in or goes out on the campaign's current day: one transaction.
     *
     * @param kind what it is booked as
     * @param amount whole C-bills, above zero for a credit and below for a debit; a debit may exceed the
     *     funds, as MekHQ allows that
     * @param description one line of text; should carry a reference that {@code Save.mentions} can find,
     *     because text in the ledger is what survives when MekHQ saves again
     */
    record Wire(TransactionKind kind, long amount, String description) implements Edit {

        /**
         * Checks the values.
         *
         * @throws IllegalArgumentException if the amount is zero or beyond ±10^15, or the description blank
         *     or more than one line
         */
        public Wire {
            if (amount == 0 || amount > MOST || amount < -MOST) {
                throw new IllegalArgumentException(
                        "expected an amount other than 0 within ±" + MOST + " C-bills, found " + amount);
            }
            Text.checked(description);
        }

        /** Makes a wire of the ordinary kind, {@link TransactionKind#MISCELLANEOUS}. */
        public Wire(long amount, String description) {
            this(TransactionKind.MISCELLANEOUS, amount, description);
        }

        @Override
        public String describe() {
            return String.format(Locale.ROOT, "%+,d C-bills: %s", amount, description);
        }
    }

    /**
     * A line in the daily report, shown until MekHQ's next new day. In saves since MekHQ 0.50 it goes
     * to the general page and, where there is one, to the page on finances.
     *
     * @param text one line of plain text; it is escaped, so that HTML in it shows as typed
     */
    record ReportLine(String text) implements Edit {

        /**
         * Checks the value.
         *
         * @throws IllegalArgumentException if the text is blank or more than one line
         */
        public ReportLine {
            Text.checked(text);
        }

        @Override
        public String describe() {
            return "daily report: " + text;
        }
    }

    /** The largest amount of one wire in C-bills, far below what a sum of them could overflow. */
    long MOST = 1_000_000_000_000_000L;
}

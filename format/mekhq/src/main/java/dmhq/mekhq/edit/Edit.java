package dmhq.mekhq.edit;

import dmhq.mekhq.facts.TransactionKind;
import dmhq.mekhq.facts.UnitOffer;
import dmhq.mekhq.xml.Text;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;

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
     * A transaction of 0 C-bills on the campaign's current day: the mark of what moved no money.
     *
     * @param description one line of text, with a reference that {@code Save.mentions} can find
     */
    record LedgerNote(String description) implements Edit {

        /**
         * Checks the value.
         *
         * @throws IllegalArgumentException if the description is blank or more than one line
         */
        public LedgerNote {
            Text.checked(description);
        }

        @Override
        public String describe() {
            return "ledger: " + description;
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

    /**
     * Spare parts that leave the store.
     *
     * @param part the number of the spare in the save
     * @param count how many, as {@link dmhq.mekhq.facts.Part#count} counts
     * @param name what they are called, for the player
     */
    record RemoveSpares(int part, int count, String name) implements Edit {

        /**
         * Checks the values.
         *
         * @throws IllegalArgumentException if the count is not above zero
         */
        public RemoveSpares {
            if (count < 1) {
                throw new IllegalArgumentException("expected one part or more, found " + count);
            }
        }

        @Override
        public String describe() {
            return "out of store: " + count + " × " + name;
        }
    }

    /**
     * Spare parts that come, from another save of the same shape. MekHQ itself puts them into store on
     * the day.
     *
     * @param days until they are there; 0 for now
     * @param name what they are called, for the player
     */
    record AddSpares(Spares spares, int days, String name) implements Edit {

        /**
         * Checks the values.
         *
         * @throws IllegalArgumentException if the days are below zero
         */
        public AddSpares {
            checkDays(days);
        }

        @Override
        public String describe() {
            return "into store: " + spares.count() + " × " + name + arriving(days);
        }
    }

    /**
     * A unit that leaves, with all that is built into it. Its crew stays and is free for another.
     *
     * @param name what it is called, for the player
     */
    record RemoveUnit(UUID unit, String name) implements Edit {

        @Override
        public String describe() {
            return "leaves: " + name;
        }
    }

    /**
     * A unit as it comes from the factory.
     *
     * @param unit its id, which nothing in the save may have yet
     * @param chassis as MekHQ spells it
     * @param model as MekHQ spells it; empty only if MekHQ's is
     * @param movement as in {@code Biped}
     * @param days until it is there; 0 for now
     * @param known whether the player's MekHQ is known to have this chassis and model, because with a unit
     *     that it does not know it cannot load the campaign any more; those that the save itself mentions are
     *     known anyhow
     */
    record AddStockUnit(UUID unit, String chassis, String model, String movement, int days, boolean known)
            implements Edit {

        /**
         * Checks the values.
         *
         * @throws IllegalArgumentException if the chassis is blank, a text has more than one line, or the days
         *     are below zero
         */
        public AddStockUnit {
            Text.checked(chassis);
            Text.checked(movement);
            if (!model.isEmpty()) {
                Text.checked(model);
            }
            checkDays(days);
        }

        @Override
        public String describe() {
            return "comes: " + (chassis + " " + model).strip() + arriving(days);
        }
    }

    /**
     * A unit that comes from another save of the same shape, with its damage and its own parts. It keeps
     * its id unless that is taken.
     *
     * @param spareId the id it gets if its own is taken
     * @param days until it is there; 0 for now
     * @param name what it is called, for the player
     */
    record AddUnit(UnitGoods unit, UUID spareId, int days, String name) implements Edit {

        /**
         * Checks the values.
         *
         * @throws IllegalArgumentException if the days are below zero
         */
        public AddUnit {
            checkDays(days);
        }

        @Override
        public String describe() {
            return "comes: " + name + arriving(days);
        }
    }

    /**
     * Someone who leaves the campaign.
     *
     * @param name what the person is called, for the player
     */
    record RemovePerson(UUID person, String name) implements Edit {

        @Override
        public String describe() {
            return "leaves: " + name;
        }
    }

    /**
     * Someone who joins the campaign, from another save of the same shape. No save before MekHQ 0.51 can have a
     * person on the way, so that this cannot be done in a save of a day before the arrival: the person is kept
     * until there is a later one.
     *
     * @param spareId the id the person gets if the own one is taken
     * @param arrival the first day of the campaign on which the person is there
     * @param name what the person is called, for the player
     */
    record AddPerson(PersonGoods person, UUID spareId, LocalDate arrival, String name) implements Edit {

        @Override
        public String describe() {
            return "joins: " + name + ", on " + arrival + " or later";
        }
    }

    /** Units of one kind that MekHQ's own market does not offer any more, because they were sold elsewhere. */
    record TakeUnitOffer(UnitOffer offer, int count) implements Edit {

        /**
         * Checks the values.
         *
         * @throws IllegalArgumentException if the count is not above zero
         */
        public TakeUnitOffer {
            if (count < 1) {
                throw new IllegalArgumentException("expected one offer or more, found " + count);
            }
        }

        @Override
        public String describe() {
            return "off the unit market: " + count + " × " + offer.unit();
        }
    }

    /**
     * Someone who is not for hire any more.
     *
     * @param name what the person is called, for the player
     */
    record TakeApplicant(UUID person, String name) implements Edit {

        @Override
        public String describe() {
            return "off the personnel market: " + name;
        }
    }

    /**
     * A contract that MekHQ's own market does not offer any more.
     *
     * @param contract its number in the save
     * @param name what it is called, for the player
     */
    record TakeContract(int contract, String name) implements Edit {

        @Override
        public String describe() {
            return "off the contract market: " + name;
        }
    }

    private static void checkDays(int days) {
        if (days < 0) {
            throw new IllegalArgumentException("expected days until arrival, found " + days);
        }
    }

    private static String arriving(int days) {
        return switch (days) {
            case 0 -> "";
            case 1 -> ", in 1 day";
            default -> ", in " + days + " days";
        };
    }

    /** The largest amount of one wire in C-bills, far below what a sum of them could overflow. */
    long MOST = 1_000_000_000_000_000L;
}

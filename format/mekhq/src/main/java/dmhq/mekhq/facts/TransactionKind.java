package dmhq.mekhq.facts;

/** What a transaction is booked as: a name since MekHQ 0.50, a number before. */
public enum TransactionKind {
    /** What wires are: number 0. */
    MISCELLANEOUS(0),

    /** The money a campaign begins with: number 8. */
    STARTING_CAPITAL(8);

    private final int category;

    TransactionKind(int category) {
        this.category = category;
    }

    /** Returns the text that stands for it in a save of the given shape. */
    public String in(Shape shape) {
        return shape.wrapsTransactions() ? name() : Integer.toString(category);
    }
}

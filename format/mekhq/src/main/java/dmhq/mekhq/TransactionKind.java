package dmhq.mekhq;

/** What a transaction is booked as: a name in MekHQ 0.51, a number before. */
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
    String in(Shape shape) {
        return shape == Shape.D ? name() : Integer.toString(category);
    }
}

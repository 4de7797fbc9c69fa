package dmhq.mekhq.facts;

/** What a transaction is booked as: a name since MekHQ 0.50, a number before. */
public enum TransactionKind {
    /** What wires are: number 0. */
    MISCELLANEOUS(0),

    /** Parts bought: number 1. */
    EQUIPMENT_PURCHASE(1),

    /** Units bought: number 2. */
    UNIT_PURCHASE(2),

    /** Units sold: number 6. */
    UNIT_SALE(6),

    /** Parts sold: number 7. */
    EQUIPMENT_SALE(7),

    /** The money a campaign begins with: number 8. */
    STARTING_CAPITAL(8),

    /** Carrying people and goods: number 9. */
    TRANSPORTATION(9),

    /** Hiring people; old saves have no number for it, and MekHQ books it as number 0 there. */
    RECRUITMENT(0);

    private final int category;

    TransactionKind(int category) {
        this.category = category;
    }

    /** Returns the text that stands for it in a save of the given shape. */
    public String in(Shape shape) {
        return shape.wrapsTransactions() ? name() : Integer.toString(category);
    }
}

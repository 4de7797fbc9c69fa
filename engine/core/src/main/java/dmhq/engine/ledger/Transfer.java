package dmhq.engine.ledger;

/**
 * Units that go from one account to another.
 *
 * <p>Refuses, with {@link IllegalArgumentException}, an amount below 1.
 */
public record Transfer(String from, String to, long amount) {

    public Transfer {
        Ledger.requirePositive(amount);
    }
}

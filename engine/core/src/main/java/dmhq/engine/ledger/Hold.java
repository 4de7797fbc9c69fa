package dmhq.engine.ledger;

/**
 * Units that have left an account and have not arrived in another.
 *
 * <p>Refuses, with {@link IllegalArgumentException}, an amount below 1.
 *
 * @param from the account they left
 * @param amount how many units
 */
public record Hold(String from, long amount) {

    public Hold {
        Ledger.requirePositive(amount);
    }
}

package dmhq.engine.claims;

import dmhq.format.json.Json;

/**
 * A wish for some units of a scarce thing, granted whole or not at all.
 *
 * <p>Refuses, with {@link IllegalArgumentException}, an amount below 1 or beyond 2^53 − 1.
 *
 * @param claimant who wants it
 * @param thing what is wanted
 * @param amount how many units of it
 * @param since the turn whose orders asked for it
 */
public record Claim(String claimant, String thing, long amount, int since) {

    public Claim {
        if (amount < 1 || amount > Json.LARGEST) {
            throw new IllegalArgumentException("a claim is for 1 unit to 2^53 - 1, not for " + amount);
        }
    }
}

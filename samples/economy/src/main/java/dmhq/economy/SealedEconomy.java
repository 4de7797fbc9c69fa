package dmhq.economy;

import dmhq.format.RulesId;

/**
 * The economy with secrets, {@code sealed-economy@1}: queues, stores, loads, works under way and bids
 * are known to their seat alone. Everyone sees agents, pools, finished works and leases.
 */
public final class SealedEconomy extends EconomyRules {

    @Override
    public RulesId id() {
        return RulesId.of("sealed-economy", 1);
    }

    @Override
    public boolean hidden() {
        return true;
    }
}

package dmhq.economy;

import dmhq.format.RulesId;

/** The economy in which everyone sees everything, {@code claims-economy@1}. */
public final class ClaimsEconomy extends EconomyRules {

    @Override
    public RulesId id() {
        return RulesId.of("claims-economy", 1);
    }

    @Override
    public boolean hidden() {
        return false;
    }
}

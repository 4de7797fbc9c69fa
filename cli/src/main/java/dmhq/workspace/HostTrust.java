package dmhq.workspace;

import dmhq.engine.HostFirst;
import dmhq.engine.RuleSet;
import dmhq.format.session.Opening.Settings;
import dmhq.format.session.Opening.Style;

/** Whether a host who plays has to be trusted, which is nothing to begin by the way. */
final class HostTrust {

    private HostTrust() {}

    /**
     * Requires that a host who plays need not be trusted only since seats move one after the other.
     *
     * @param cure what to do instead; all reports then show it
     * @throws Refusal if so
     */
    static void requireNone(Settings settings, RuleSet<?, ?, ?> rules, String cure) throws Refusal {
        if (settings.style() == Style.SEQUENTIAL && HostFirst.needsTrust(settings.style(), false, rules)) {
            throw new Refusal("seats move one after the other, and " + rules.id()
                    + " rolls dice, so a host who plays knows them before the others move; " + cure
                    + ", which every report then shows");
        }
    }
}

package dmhq.cli;

import dmhq.engine.HostFirst;
import dmhq.engine.RuleSets;
import dmhq.format.archive.Chain;

/** Shows what everyone should know before they trust how a session is played. */
final class Cautions {

    private final Terminal terminal;

    Cautions(Terminal terminal) {
        this.terminal = terminal;
    }

    void show(Chain chain) {
        RuleSets.of(chain.rules())
                .flatMap(rules -> HostFirst.caution(chain, rules))
                .ifPresent(caution -> terminal.print("Note: " + caution + "."));
    }
}

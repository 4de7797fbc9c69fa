package dmhq.cli;

import dmhq.engine.Merge;
import dmhq.format.session.Header;
import java.util.List;
import java.util.Locale;

/** Tells a host what became of the orders that were there. */
final class Fates {

    private final Terminal terminal;

    Fates(Terminal terminal) {
        this.terminal = terminal;
    }

    void tell(List<Merge.Fate> fates) {
        fates.forEach(this::tell);
    }

    private void tell(Merge.Fate fate) {
        var header = fate.submission().signed().header();
        String orders = (header.state() == Header.State.WITHDRAWN ? "withdrawal" : "orders") + " of " + header.seat()
                + ", revision " + header.revision();
        if (fate.objections().isEmpty()) {
            terminal.say("The " + orders + ": " + fate.verdict().name().toLowerCase(Locale.ROOT) + ".");
        } else {
            fate.objections()
                    .forEach(objection -> terminal.complain("the " + orders + ", are "
                            + fate.verdict().name().toLowerCase(Locale.ROOT) + ": " + objection));
            terminal.cure("The seat is told so by a receipt; the rest of the turn goes on.");
        }
    }
}

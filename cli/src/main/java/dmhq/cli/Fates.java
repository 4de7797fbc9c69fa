package dmhq.cli;

import dmhq.engine.Merge;
import dmhq.format.session.Header;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Tells a host what became of the orders that were there. */
final class Fates {

    private static final Comparator<Merge.Fate> BY_SEAT = Comparator.comparing(
                    (Merge.Fate fate) -> header(fate).seat().value())
            .thenComparing(fate -> header(fate).revision());

    private final Terminal terminal;

    Fates(Terminal terminal) {
        this.terminal = terminal;
    }

    void tell(List<Merge.Fate> fates) {
        fates.stream().sorted(BY_SEAT).forEach(this::tell);
    }

    private static Header header(Merge.Fate fate) {
        return fate.submission().signed().header();
    }

    private void tell(Merge.Fate fate) {
        Header header = header(fate);
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

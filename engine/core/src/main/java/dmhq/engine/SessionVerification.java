package dmhq.engine;

import dmhq.format.archive.ArchiveException;
import dmhq.format.archive.Chain;
import dmhq.format.archive.History;
import dmhq.format.archive.SessionArchive;
import dmhq.format.session.Recorded;
import dmhq.format.session.SignedClosing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Says what a session proves whose claims were checked when it was read, and plays it again.
 *
 * <p>Each sentence stands for checks that would have refused the file, in the order of their layers.
 */
final class SessionVerification {

    private final SessionArchive archive;
    private final Chain chain;
    private final History history;
    private final List<String> proved;
    private final List<String> notYetProvable;

    SessionVerification(SessionArchive archive, List<String> proved, List<String> notYetProvable) {
        this.archive = archive;
        this.chain = archive.chain();
        this.history = archive.history();
        this.proved = proved;
        this.notYetProvable = notYetProvable;
    }

    /**
     * Adds to both lists.
     *
     * @throws ArchiveException of layer commitment or replay, if playing the session again gives
     *     something else
     */
    void check() throws ArchiveException {
        proveRecords();
        Optional<RuleSet<?, ?, ?>> rules = RuleSets.of(chain.record(0).rules());
        if (chain.newest() == 0) {
            notYetProvable.add("anything of the game: play begins with record 1");
            return;
        }
        proveHoldings();
        if (rules.isEmpty()) {
            notYetProvable.add("the game itself: the rules " + chain.record(0).rules() + " are not installed here");
        } else {
            replay(rules.get());
        }
    }

    private void proveRecords() {
        proved.add("records 0 to " + chain.newest() + " follow each other and are signed by the host, "
                + chain.host().signingKey().fingerprint());
        proved.add("every seat's keys come from a request its player signed: "
                + names(chain.seats().keySet()));
        long orders = orders();
        proved.add(
                orders == 1
                        ? "the 1 order in the records is signed by its seat and planned on the record before"
                        : "all " + orders
                                + " orders in the records are signed by their seats and planned on the record before");
        proved.add("every dice link leads to the anchor its owner signed at the start");
    }

    private void proveHoldings() {
        boolean complete = archive.isComplete();
        String holder = archive.holder().toString();
        proved.add(
                complete
                        ? "the events of every record, public and private, are those it commits to"
                        : "the public events, and the private ones of " + holder + ", are those the records commit to");
        proved.add("the " + (complete ? "state" : "view") + " in which play begins"
                + (history.snapshots().isEmpty()
                        ? " is the one"
                        : ", and " + Counted.of(history.snapshots().size(), "snapshot", "snapshots") + ", are those")
                + " the records commit to");
        proved.add(
                complete
                        ? "the orders of every seat are here as sent"
                        : "the orders of " + holder + " were used as sent, in "
                                + Counted.of(ownRecords(), "record", "records"));
        if (complete) {
            proved.add("every hidden dice link leads to the anchor the host signed at the start");
        }
        if (!history.attachments().isEmpty()) {
            proved.add(Counted.of(history.attachments().size(), "attachment is", "attachments are")
                    + " what events or orders name");
        }
        SignedClosing closing = archive.closing();
        if (closing != null) {
            proved.add("the host has closed the session with record "
                    + closing.closing().record() + ", and the secrets it published make every salt");
        }
    }

    private <S extends Record, A extends Action, E> void replay(RuleSet<S, A, E> rules) throws ArchiveException {
        HostFirst.caution(chain, rules).or(() -> HostFirst.past(chain, rules)).ifPresent(notYetProvable::add);
        Replay<S, A, E> replay = new Replay<>(rules, archive);
        Optional<String> beyond = replay.beyond();
        if (beyond.isPresent()) {
            notYetProvable.add("the game itself: " + beyond.get() + ", which takes a newer dmhq");
            return;
        }
        replay.state();
        if (replay.resolvesAnew()) {
            proved.add("resolving every record again from record 1 gives the same events, views and state");
        } else {
            proved.add("what " + archive.holder() + " was shown leads to the view that every record commits to");
            notYetProvable.add("that the hidden orders of others were resolved by the rules: when the host has closed"
                    + " the session, or from the host's copy, which holds them");
        }
    }

    private long orders() {
        return chain.records().stream()
                .mapToLong(each -> each.record().orders().size())
                .sum();
    }

    private long ownRecords() {
        return chain.records().stream()
                .flatMap(each -> each.record().orders().stream())
                .filter(orders -> orders.outcome() == Recorded.Outcome.COUNTED)
                .filter(orders ->
                        orders.header().seat().value().equals(archive.holder().value()))
                .count();
    }

    private static String names(Iterable<?> things) {
        List<String> names = new ArrayList<>();
        things.forEach(thing -> names.add(thing.toString()));
        return names.isEmpty() ? "nobody yet" : String.join(", ", names);
    }
}

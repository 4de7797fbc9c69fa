package dmhq.format.archive;

import static dmhq.format.archive.ArchiveException.present;
import static dmhq.format.archive.ArchiveException.require;

import dmhq.format.Attachment;
import dmhq.format.Bytes;
import dmhq.format.Digest;
import dmhq.format.Party;
import dmhq.format.json.Json;
import dmhq.format.session.Body;
import dmhq.format.session.EventLine;
import dmhq.format.session.Recorded;
import dmhq.format.session.Salts;
import dmhq.format.session.TurnRecord;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Checks what a party holds against what the records commit to, as far as that needs no rules.
 *
 * <p>Every record's public events, each part whose salt is held, every body that the holder must
 * have, the state in which play began and every snapshot, the host's hidden dice links, and that
 * nothing is there which no record speaks of.
 */
final class HistoryCheck {

    private final Chain chain;
    private final History history;
    private final Party holder;
    private final boolean complete;
    private final int firstShown;

    /** Makes the check of what a holder has; a complete copy has what is everyone's. */
    HistoryCheck(Chain chain, History history, Party holder, boolean complete) {
        this.chain = chain;
        this.history = history;
        this.holder = holder;
        this.complete = complete;
        this.firstShown = complete ? 1 : chain.firstFor(holder.seat());
    }

    /**
     * Checks records from one number to the chain's newest.
     *
     * @throws ArchiveException naming the first record that does not match
     */
    void from(int first) throws ArchiveException {
        require(
                holder.isHost() || chain.newest() < 1 || chain.seats().containsKey(holder.seat()),
                Layer.CHAIN,
                "no record seats " + holder);
        for (int number = Math.max(first, 1); number <= chain.newest(); number++) {
            checkEvents(number);
            checkSalts(number);
            checkHiddenLink(number);
            checkParts(number);
        }
        checkBodies(first);
        checkNothingMore(first);
        checkStates(first);
    }

    private void checkEvents(int number) throws ArchiveException {
        String name = "record " + number;
        List<EventLine> lines = history.events(number);
        int before = 0;
        for (EventLine line : lines) {
            require(
                    line.after() == null || line.after() == before,
                    Layer.COMMITMENT,
                    name + ": a private event is not in its place");
            require(
                    line.audience() == null || (complete && !line.isPublic()),
                    Layer.COMMITMENT,
                    name + ": an event names an audience where it must not");
            require(
                    line.isPublic() || !complete || line.audience() != null,
                    Layer.COMMITMENT,
                    name + ": a private event lacks its audience");
            before += line.isPublic() ? 1 : 0;
        }
        require(
                Digest.of(EventBytes.ofPublic(lines))
                        .equals(chain.record(number).publicEvents()),
                Layer.COMMITMENT,
                name + ": the public events are not those the record commits to");
    }

    private void checkSalts(int number) throws ArchiveException {
        String name = "record " + number;
        Salts salts = history.salts().get(number);
        if (number < firstShown) {
            require(salts == null, Layer.COMMITMENT, name + ": salts are there of before " + holder + " sat");
            return;
        }
        Salts held = present(salts, Layer.COMMITMENT, name + ": the salts are missing");
        Salts.SeatSalts own = held.own();
        require(
                complete ? own == null : own != null && holder.seat().equals(own.seat()),
                Layer.COMMITMENT,
                name + ": the salts are of other seats than the holder's");
        require(
                (held.key() != null) == complete && (held.hiddenLink() != null) == complete,
                Layer.COMMITMENT,
                name + ": the salts are not those " + (complete ? "of everything" : "a seat holds"));
    }

    private void checkHiddenLink(int number) throws ArchiveException {
        Bytes link = complete ? salts(number).hiddenLink() : null;
        if (link == null) {
            return;
        }
        Digest anchor = chain.roster(number - 1).host().hiddenAnchor();
        boolean begins =
                number == 1 || !anchor.equals(chain.roster(number - 2).host().hiddenAnchor());
        Bytes known = begins ? anchor.value() : salts(number - 1).hiddenLink();
        require(
                known != null
                        && LinkChain.leads(
                                LinkChain.Owner.hostHidden(chain.opening().nonce()),
                                link,
                                number,
                                known,
                                begins ? 0 : number - 1),
                Layer.DICE,
                "record " + number + ": the hidden dice link does not lead to the one before it");
    }

    private void checkParts(int number) throws ArchiveException {
        if (number < firstShown) {
            require(
                    history.events(number).stream().allMatch(EventLine::isPublic),
                    Layer.COMMITMENT,
                    "record " + number + ": private events are there of before " + holder + " sat");
            return;
        }
        List<EventLine> lines = history.events(number);
        for (TurnRecord.Shown shown : chain.record(number).seats()) {
            Optional<Salts.SeatSalts> salts = salts(number).of(shown.seat());
            Bytes part = complete ? EventBytes.ofPart(lines, shown.seat()) : EventBytes.ofOwnPart(lines);
            require(
                    salts.isEmpty() || Commitment.to(part, salts.get().part()).equals(shown.part()),
                    Layer.COMMITMENT,
                    "record " + number + ": the private events of " + shown.seat()
                            + " are not those the record commits to");
        }
    }

    private void checkBodies(int first) throws ArchiveException {
        for (int number = first; number <= chain.newest(); number++) {
            for (Recorded orders : chain.record(number).orders()) {
                Body body = history.bodies().get(orders.header().body());
                require(
                        body != null || !isDue(orders),
                        Layer.ORDERS,
                        "record " + number + ": the body of the orders of "
                                + orders.header().seat() + " is missing");
                require(
                        body == null
                                || (body.turn() == number
                                        && body.playerId()
                                                .equals(orders.header().seat())),
                        Layer.ORDERS,
                        "record " + number + ": the body of the orders of "
                                + orders.header().seat() + " is of another turn or seat");
            }
        }
    }

    private boolean isDue(Recorded orders) {
        boolean own = complete || holder.seat().equals(orders.header().seat());
        return own || !chain.opening().hidden();
    }

    private void checkNothingMore(int first) throws ArchiveException {
        SortedSet<Digest> named = new TreeSet<>();
        for (int number = first; number <= chain.newest(); number++) {
            chain.record(number)
                    .orders()
                    .forEach(orders -> named.add(orders.header().body()));
        }
        for (var body : history.bodies().entrySet()) {
            require(
                    body.getValue().turn() < first || named.contains(body.getKey()),
                    Layer.ORDERS,
                    "a body of orders is there that no record names");
        }
        boolean beyond = history.events().stream().anyMatch(line -> isBeyond(line.record(), 1))
                || history.salts().keySet().stream().anyMatch(number -> isBeyond(number, 1))
                || history.snapshots().keySet().stream().anyMatch(number -> isBeyond(number, firstShown));
        require(!beyond, Layer.ENTRY, "events, salts or snapshots are there for records that are not");
        SortedSet<Attachment> due = Attachments.namedByEvents(history.events());
        if (complete) {
            due.addAll(Attachments.namedBy(history.bodies().values()));
        }
        Attachments.requireAll(due, history.attachments());
    }

    private boolean isBeyond(int record, int first) {
        return record < Math.max(first, 1) || record > chain.newest();
    }

    private void checkStates(int first) throws ArchiveException {
        Json.Members initial = history.initialState();
        if (firstShown < 1 || chain.newest() < firstShown) {
            require(initial == null, Layer.ENTRY, "a state is there, but play begins with record 1");
            return;
        }
        if (first <= firstShown) {
            checkState(
                    firstShown,
                    present(initial, Layer.COMMITMENT, "the state in which play begins is missing"),
                    "play begins");
        }
        for (var snapshot : history.snapshots().tailMap(first).entrySet()) {
            checkState(snapshot.getKey(), snapshot.getValue(), "turn " + snapshot.getKey() + " ends");
        }
    }

    private void checkState(int number, Json.Members state, String where) throws ArchiveException {
        Bytes salt = complete
                ? salts(number).state()
                : salts(number).of(holder.seat()).orElseThrow().view();
        Digest committed =
                complete ? chain.record(number).state() : shown(number).view();
        require(
                salt != null && Commitment.to(state.canonical(), salt).equals(committed),
                Layer.COMMITMENT,
                "the " + (complete ? "state" : "view") + " in which " + where + " is not the one record " + number
                        + " commits to");
    }

    private TurnRecord.Shown shown(int number) {
        return chain.record(number).seats().stream()
                .filter(each -> each.seat().equals(holder.seat()))
                .findFirst()
                .orElseThrow();
    }

    private Salts salts(int number) {
        Salts salts = history.salts().get(number);
        if (salts == null) {
            throw new IllegalStateException("salts are checked before they are used");
        }
        return salts;
    }
}

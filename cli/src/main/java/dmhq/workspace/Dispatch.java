package dmhq.workspace;

import dmhq.engine.Referee;
import dmhq.format.Party;
import dmhq.format.SeatId;
import dmhq.format.archive.ArchiveException;
import dmhq.format.archive.Chain;
import dmhq.format.archive.SessionArchive;
import dmhq.format.archive.Submission;
import dmhq.format.archive.Turn;
import dmhq.format.sealing.SealingRecipient;
import dmhq.format.session.Join;
import dmhq.format.session.SignedHeader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Puts the host's turns into the outbox, once for each seat and record, and plays the host's own seat
 * its turn at once.
 *
 * <p>Where a playing host commits first, a turn leaves only together with the host seat's own orders
 * for the next one.
 */
final class Dispatch {

    private final Workspace workspace;

    Dispatch(Workspace workspace) {
        this.workspace = workspace;
    }

    /** Tells whether the newest record may leave, or waits for the host's own orders for the next one. */
    boolean isReleased(SessionArchive host) throws Refusal, IOException {
        return !commitsFirst(host.chain())
                || ownHeader(host.chain()).isPresent()
                || !workspace.play(host).standing().running();
    }

    private static boolean commitsFirst(Chain chain) {
        return chain.settings().hostFirst() && chain.hostSeat() != null;
    }

    /** Orders that were found again may be planned on another record than the one that is here. */
    private Optional<SignedHeader> ownHeader(Chain chain) throws Refusal, IOException {
        Submissions submissions = new Submissions(workspace);
        int record = chain.newest() + 1;
        return submissions.newestRevision(record) == 0
                ? Optional.empty()
                : Optional.of(submissions.read(record, 1, chain))
                        .map(Submission::signed)
                        .filter(signed -> signed.header().base().equals(chain.head()));
    }

    /** Does all of it for the newest record; doing it again changes nothing. */
    void dispatch(SessionArchive host) throws Refusal, IOException {
        if (host.chain().newest() < 1) {
            return;
        }
        playOwnSeat(host);
        if (isReleased(host)) {
            takeOwnOrders(host.chain());
            keepForItself(host);
            for (SeatId seat : host.chain().seats().keySet()) {
                if (!seat.equals(host.chain().hostSeat())) {
                    // Its last orders show that it has the records before them.
                    sendFrom(host, seat, host.chain().lastOrdersOf(seat), "");
                }
                if (host.chain().replacements(seat).contains(host.chain().newest())) {
                    new Contacts(workspace).give(seat, host.chain().newest());
                    sendLast(host, seat, "");
                }
            }
        }
    }

    /** What was signed is to be resolved, even if submitting was broken off; others may be shown it as committed. */
    private void takeOwnOrders(Chain chain) throws Refusal, IOException {
        int coming = chain.newest() + 1;
        Submissions submissions = new Submissions(workspace);
        HostIntake intake = new HostIntake(workspace);
        for (int revision : submissions.revisions(coming)) {
            Submission own = submissions.read(coming, revision, chain);
            if (!workspace.disk().exists(intake.fileOf(own))) {
                intake.keep(own, submissions.bytes(coming, revision));
            }
        }
    }

    /**
     * What leaves for others leaves together with a copy for a playing host itself, of its own turn and
     * of its own orders, in which a folder that was put back from a backup finds again what it lacks.
     */
    private void keepForItself(SessionArchive host) throws Refusal, IOException {
        Chain chain = host.chain();
        SeatId own = chain.hostSeat();
        if (own == null || workspace.place().takesFiles()) {
            return;
        }
        send(host, own, chain.lastOrdersOf(own), "", null);
        Submissions submissions = new Submissions(workspace);
        for (int record = chain.newest(); record <= chain.newest() + 1; record++) {
            for (int revision : submissions.revisions(record)) {
                new Outbox(workspace)
                        .put(
                                new ParcelLabel("orders", record, Party.HOST, Party.HOST, revision),
                                "",
                                submissions.bytes(record, revision),
                                chain.host().sealingKey());
            }
        }
    }

    /**
     * Puts the turn from one record on into the outbox; nothing if the newest may not leave yet.
     *
     * @param distinction what tells it from one of the same records that was sent before
     */
    void sendFrom(SessionArchive host, SeatId seat, int from, String distinction) throws Refusal, IOException {
        Chain chain = host.chain();
        if (from > chain.newest() || !isReleased(host)) {
            return;
        }
        send(
                host,
                seat,
                from,
                distinction,
                commitsFirst(chain) ? ownHeader(chain).orElse(null) : null);
    }

    private void send(SessionArchive host, SeatId seat, int from, String distinction, @Nullable SignedHeader ahead)
            throws Refusal, IOException {
        Chain chain = host.chain();
        send(
                host,
                new ParcelLabel("turn", chain.newest(), Party.HOST, Party.of(seat), 0),
                "_records_" + from + "_on" + distinction,
                turn(host, seat, from, ahead),
                chain.sealingKeys(Party.of(seat)));
    }

    private void send(
            SessionArchive host, ParcelLabel label, String distinction, Turn turn, List<SealingRecipient> readers)
            throws Refusal, IOException {
        Chain chain = host.chain();
        byte[] file = turn.pack(
                chain,
                workspace.signer(chain, Party.HOST),
                chain.record(chain.newest()).resolvedAt(),
                workspace.play(host).table());
        List<SealingRecipient> all = new ArrayList<>(readers);
        all.addAll(chain.sealingKeys(Party.HOST));
        new Outbox(workspace).put(label, distinction, file, all.toArray(SealingRecipient[]::new));
    }

    /**
     * Puts the last turn of who sat on a seat until the newest record into the outbox, in which they see
     * what came of their orders and who plays on; from record 1 on, whatever they have.
     */
    void sendLast(SessionArchive host, SeatId seat, String distinction) throws Refusal, IOException {
        Chain chain = host.chain();
        int newest = chain.newest();
        Optional<Join> before = chain.sitting(seat, newest - 1);
        if (before.isPresent()) {
            send(
                    host,
                    new ParcelLabel("turn", newest, Party.HOST, Party.of(seat), 0),
                    "_records_1" + ParcelLabel.LAST + distinction,
                    turn(host, seat, 1, null),
                    List.of(before.get().sealingKey()));
        }
    }

    private void playOwnSeat(SessionArchive host) throws Refusal, IOException {
        SeatId seat = host.chain().hostSeat();
        if (seat == null) {
            return;
        }
        SessionArchive own = workspace.seatArchive();
        int common = common(own.chain(), host.chain());
        SessionArchive shared = common < own.chain().newest() ? own.before(common + 1) : own;
        try {
            SessionArchive whole =
                    common < host.chain().newest() ? shared.taking(turn(host, seat, common + 1, null)) : shared;
            if (!whole.equals(own)) {
                workspace.writeSeat(whole);
            }
        } catch (ArchiveException e) {
            throw new IllegalStateException("the host's own turn does not hold", e);
        }
    }

    /** The host's own copy may end with a record that was taken back. */
    private static int common(Chain own, Chain host) {
        int common = Math.min(own.newest(), host.newest());
        while (!own.digest(common).equals(host.digest(common))) {
            common--;
        }
        return common;
    }

    private Turn turn(SessionArchive host, SeatId seat, int from, @Nullable SignedHeader ahead)
            throws Refusal, IOException {
        try {
            Referee<?, ?, ?> referee = workspace.game(host).referee(workspace.hostSecrets(host.chain()));
            return referee.turnFor(host, seat, from, ahead);
        } catch (ArchiveException e) {
            throw new Refusal(workspace.folder().toString(), e);
        }
    }
}

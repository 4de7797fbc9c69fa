package dmhq.workspace;

import dmhq.format.Bytes;
import dmhq.format.Digest;
import dmhq.format.Party;
import dmhq.format.archive.ArchiveException;
import dmhq.format.archive.Chain;
import dmhq.format.archive.Layer;
import dmhq.format.archive.Letter;
import dmhq.format.archive.PackedFile;
import dmhq.format.archive.SessionArchive;
import dmhq.format.archive.Turn;
import dmhq.format.session.Receipt;
import dmhq.format.session.Recorded;
import dmhq.format.session.Request;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes in what a seat receives: turns and receipts. */
final class TurnIntake {

    private final Workspace workspace;

    TurnIntake(Workspace workspace) {
        this.workspace = workspace;
    }

    Arrival take(String name, PackedFile packed, byte[] plain) throws ArchiveException, Refusal, IOException {
        Turn turn = Turn.read(packed);
        SessionArchive before = seatArchive();
        Chain chain = before.chain();
        if (isFromMyHost(turn, before) && turn.first() > chain.newest() + 1) {
            return askForGap(name, turn, chain);
        }
        SessionArchive after;
        try {
            after = before.taking(turn);
            workspace.game(after);
        } catch (ArchiveException e) {
            if (isFromMyHost(turn, before)) {
                return evidence(name, turn.last(), plain, "the host has signed what does not hold: " + e.getMessage());
            }
            throw e;
        }
        if (after.chain().newest() == chain.newest()) {
            return new Arrival(
                    name, Arrival.Kind.KNOWN, "turn " + chain.newest() + " is here already, nothing changed");
        }
        String broken = brokenPromise(after.chain(), chain.newest() + 1);
        if (broken != null) {
            return evidence(name, turn.last(), plain, broken);
        }
        LostSeat lost = new LostSeat(workspace);
        if (lost.isShownBy(after, chain.newest() + 1)) {
            lost.keep(plain);
            return new Arrival(
                    name,
                    Arrival.Kind.TAKEN,
                    "turn " + after.chain().newest() + ", the last of who sat on " + turn.seat() + " until then");
        }
        workspace.writeSeat(after);
        return new Arrival(
                name, Arrival.Kind.TAKEN, "turn " + after.chain().newest() + said(after.chain(), chain.newest() + 1));
    }

    /** The end of the session, with everything that was hidden in it. */
    Arrival takeClosing(String name, PackedFile packed, byte[] plain) throws ArchiveException, Refusal, IOException {
        SessionArchive before = seatArchive();
        SessionArchive published = SessionArchive.readClosing(packed);
        if (before.closing() != null
                && published.chain().head().equals(before.chain().head())) {
            return new Arrival(name, Arrival.Kind.KNOWN, "the session is closed here already, nothing changed");
        }
        SessionArchive after;
        try {
            after = before.taking(published);
            workspace.game(after);
        } catch (ArchiveException e) {
            boolean fromMyHost =
                    published.chain().session().equals(before.chain().session());
            if (fromMyHost) {
                return evidence(
                        name,
                        published.chain().newest(),
                        plain,
                        "the host has published an end of the session that does not hold: " + e.getMessage());
            }
            throw e;
        }
        String broken = brokenPromise(after.chain(), before.chain().newest() + 1);
        if (broken != null) {
            return evidence(name, after.chain().newest(), plain, broken);
        }
        workspace.writeSeat(after);
        return new Arrival(
                name,
                Arrival.Kind.TAKEN,
                "the end of the session after turn " + after.chain().newest()
                        + ", with all that was hidden in it; resolving all of it again gives the same records");
    }

    /** Two such turns of one number are kept both: together they show what happened. */
    private Arrival evidence(String name, int last, byte[] plain, String sentence) throws IOException {
        Path kept = workspace
                .folder()
                .resolve("evidence")
                .resolve("turn-" + last + "-" + Digest.of(Bytes.of(plain)).abbreviated() + ".zip");
        workspace.disk().write(kept, plain);
        return new Arrival(name, Arrival.Kind.EVIDENCE, sentence + "; the turn is kept as " + kept);
    }

    private SessionArchive seatArchive() throws ArchiveException, IOException, Refusal {
        if (workspace.place().seat() == null) {
            throw new ArchiveException(Layer.MANIFEST, "a turn is for a seat, and this host has none");
        }
        return workspace.seatArchive();
    }

    /** Anyone can write a file that leaves a gap; only the host's is worth asking about. */
    private static boolean isFromMyHost(Turn turn, SessionArchive mine) {
        return turn.session().equals(mine.chain().session())
                && Party.of(turn.seat()).equals(mine.holder())
                && turn.isPackedByHostOf(mine.chain());
    }

    private Arrival askForGap(String name, Turn turn, Chain chain) throws Refusal, IOException {
        askForMore(turn.first());
        return new Arrival(
                name,
                Arrival.Kind.GAP,
                "it begins with record " + turn.first() + ", and record " + (chain.newest() + 1)
                        + " has not come; the host is asked to send it");
    }

    /**
     * Asks the host, once for each newest record and reason, for all that follows what the seat has.
     *
     * @param first the first record of the turn that showed the gap; 0 if something was damaged
     */
    void askForMore(int first) throws Refusal, IOException {
        Chain chain = workspace.seatArchive().chain();
        new Outbox(workspace)
                .put(label(chain, first), "", request(chain), chain.host().sealingKey());
    }

    /** Asks the host for turns that were lost on the way, as its notices show; empty if nothing is lost or it was asked. */
    Optional<Arrival> askForLost() throws Refusal, IOException {
        Chain chain = workspace.seatArchive().chain();
        int lost = chain.newest() + 1;
        String key = label(chain, lost + 1).key("");
        if (!new Notices(workspace).showLoss(chain)
                || new LostSeat(workspace).isOne()
                || new Outbox(workspace).isKept(key)) {
            return Optional.empty();
        }
        askForMore(lost + 1);
        return Optional.of(new Arrival(
                "turn " + lost, Arrival.Kind.GAP, "it has not come, as a notice shows, and the host is asked for it"));
    }

    /** Asks the host, each time, for all that follows what the seat has. */
    void askAgain() throws Refusal, IOException {
        Chain chain = workspace.seatArchive().chain();
        new Outbox(workspace)
                .putAgain(label(chain, 0), request(chain), chain.host().sealingKey());
    }

    private ParcelLabel label(Chain chain, int first) throws Refusal, IOException {
        return new ParcelLabel("request", chain.newest(), Party.of(workspace.seat()), Party.HOST, first);
    }

    private byte[] request(Chain chain) throws Refusal, IOException {
        Request request = new Request(chain.session(), workspace.seat(), chain.newest(), chain.head());
        return Letter.pack(
                request,
                chain,
                workspace.signer(chain, Party.of(workspace.seat())),
                workspace.surroundings().now());
    }

    /** A record that lacks what the host's own receipt promised to count, as a sentence; else null. */
    private @Nullable String brokenPromise(Chain chain, int from) throws Refusal, IOException {
        for (int number = from; number <= chain.newest(); number++) {
            int promised = new Receipts(workspace).promised(number, chain);
            if (promised > 0 && newestRecorded(chain, number) < promised) {
                return "record " + number + " leaves out your orders of revision " + promised
                        + ", although the host signed a receipt that they count";
            }
        }
        return null;
    }

    private String said(Chain chain, int from) throws Refusal, IOException {
        for (int number = from; number <= chain.newest(); number++) {
            int sent = new Submissions(workspace).newestRevision(number);
            if (sent > 0 && newestRecorded(chain, number) == 0) {
                boolean answered = !new Receipts(workspace).of(number, chain).isEmpty();
                return "; WITHOUT your orders for turn " + number + ": the host says they "
                        + (answered ? "came too late" : "never came, and you have no receipt");
            }
        }
        return "";
    }

    private int newestRecorded(Chain chain, int number) throws Refusal, IOException {
        var seat = workspace.seat();
        return chain.record(number).orders().stream()
                .map(Recorded::header)
                .filter(header -> header.seat().equals(seat))
                .mapToInt(header -> header.revision())
                .max()
                .orElse(0);
    }

    Arrival takeReceipt(String name, PackedFile packed, byte[] plain) throws ArchiveException, Refusal, IOException {
        SessionArchive archive = seatArchive();
        Receipt receipt = Letter.readReceipt(packed, archive.chain());
        if (!Party.of(receipt.seat()).equals(archive.holder())) {
            throw new ArchiveException(Layer.MANIFEST, "the receipt is for " + receipt.seat());
        }
        new Receipts(workspace).keep(receipt, plain);
        String broken =
                receipt.record() <= archive.chain().newest() ? brokenPromise(archive.chain(), receipt.record()) : null;
        if (broken != null) {
            return new Arrival(name, Arrival.Kind.EVIDENCE, broken + ", which came after the turn");
        }
        String what = "receipt for turn " + receipt.record() + ", revision " + receipt.revision() + ": "
                + receipt.verdict().name().toLowerCase(Locale.ROOT);
        String why = receipt.objections().isEmpty() ? "" : " (" + String.join("; ", receipt.objections()) + ")";
        return new Arrival(name, Arrival.Kind.TAKEN, what + why);
    }
}

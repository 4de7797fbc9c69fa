package dmhq.workspace;

import dmhq.format.SeatId;
import dmhq.format.archive.ArchiveException;
import dmhq.format.archive.Chain;
import dmhq.format.archive.Layer;
import dmhq.format.archive.PackedFile;
import dmhq.format.archive.SessionArchive;
import dmhq.format.archive.Submission;
import dmhq.format.session.Opening.Style;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The orders of whoever moves before my seat in one turn, as they came from them: I plan on what they
 * declared, before the host has resolved anything.
 */
public final class Predecessors {

    /** As the host decides which of them stands. */
    private static final Comparator<Submission> NEWEST_FIRST = Comparator.comparing(
                    (Submission each) -> -each.signed().header().revision())
            .thenComparing(each -> each.signed().header().body())
            .thenComparing(each -> each.signed().digest());

    private final Workspace workspace;

    /** Makes them for a workspace with a seat. */
    public Predecessors(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * Takes in orders that another seat has sent straight to me.
     *
     * @throws ArchiveException if they are not of this session, or not genuine
     */
    Arrival take(String name, PackedFile packed, byte[] plain) throws ArchiveException, Refusal, IOException {
        SessionArchive archive = workspace.seatArchive();
        Chain chain = archive.chain();
        Submission submission = Submission.read(packed, chain);
        var header = submission.signed().header();
        String what = "orders of " + header.seat() + " for turn " + header.record() + ", revision " + header.revision();
        if (header.record() > chain.newest() + 1) {
            return new Arrival(
                    name, Arrival.Kind.GAP, what + ", but turn " + (header.record() - 1) + " has not come yet");
        } else if (chain.settings(header.record() - 1).style() != Style.SEQUENTIAL
                || chain.opening().hidden()) {
            throw new ArchiveException(Layer.MANIFEST, "a submission is nothing that a player takes in");
        } else if (header.record() <= chain.newest()) {
            return new Arrival(name, Arrival.Kind.KNOWN, what + ", which is over");
        }
        submission.checkOnHead(chain);
        if (!header.seat().equals(workspace.game(archive).attendance().predecessor(workspace.seat()))) {
            return new Arrival(name, Arrival.Kind.KNOWN, what + ", who does not move right before you");
        }
        workspace.disk().write(folder().resolve(file(submission)), plain);
        return new Arrival(name, Arrival.Kind.TAKEN, what + ", on which you plan yours");
    }

    private static String file(Submission submission) {
        return "turn-" + submission.signed().header().record() + "-"
                + submission.signed().digest() + ".zip";
    }

    /**
     * Returns the orders that mine for the coming turn follow, the first one first: those that I named
     * before, or else the newest that came; none if I move first, or they have not come.
     *
     * @throws Refusal if a file of them is damaged
     */
    public List<Submission> before(Game<?, ?, ?> game) throws Refusal, IOException {
        Chain chain = game.archive().chain();
        int coming = chain.newest() + 1;
        Optional<Submission> mine = new Submissions(workspace).newest(coming, chain);
        if (mine.isPresent()) {
            List<Submission> all = mine.get().all();
            return all.subList(0, all.size() - 1);
        }
        SeatId before = game.attendance().predecessor(workspace.seat());
        List<Submission> came = new ArrayList<>();
        for (Path file : workspace.disk().list(folder())) {
            if (file.getFileName().toString().startsWith("turn-" + coming + "-")) {
                came.add(read(file, chain));
            }
        }
        return came.stream()
                .filter(each -> each.signed().header().seat().equals(before))
                .min(NEWEST_FIRST)
                .map(Submission::all)
                .orElse(List.of());
    }

    private Submission read(Path file, Chain chain) throws Refusal, IOException {
        try {
            return Submission.read(PackedFile.read(workspace.disk().read(file)), chain);
        } catch (ArchiveException e) {
            throw new Refusal(file.toString(), e, "remove it, and ask the seat before you to submit again");
        }
    }

    private Path folder() {
        return workspace.folder().resolve("before-me");
    }
}

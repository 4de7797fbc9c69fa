package dmhq.workspace;

import dmhq.format.Party;
import dmhq.format.archive.ArchiveException;
import dmhq.format.archive.Chain;
import dmhq.format.archive.Layer;
import dmhq.format.archive.Letter;
import dmhq.format.archive.PackedFile;
import dmhq.format.session.Notice;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The host's notices about turns, kept as they came; a host keeps its own. */
final class Notices {

    private static final Pattern RECORD = Pattern.compile("turn-(?<record>[0-9]{1,9})-.*");

    private final Workspace workspace;

    Notices(Workspace workspace) {
        this.workspace = workspace;
    }

    /** Takes in one; what a host has sent itself is news only to a folder that was put back from a copy. */
    Arrival take(String name, PackedFile packed, byte[] plain) throws ArchiveException, Refusal, IOException {
        Chain chain = workspace.archive().chain();
        Notice notice = Letter.readNotice(packed, chain);
        Party to = packed.manifest().to();
        boolean host = workspace.place().host();
        if (!host && !Party.of(workspace.seat()).equals(to)) {
            throw new ArchiveException(Layer.MANIFEST, "the notice is for " + to);
        }
        keep(notice, plain);
        if (host) {
            return new Arrival(name, Arrival.Kind.NOT_OURS, "manifest: it is a notice that this host has sent");
        } else if (notice.record() == 1 && new LostSeat(workspace).isOne()) {
            return new Arrival(
                    name,
                    Arrival.Kind.TAKEN,
                    "an answer of the host: " + notice.text().replaceFirst("\\.$", ""));
        } else if (notice.record() <= chain.newest()) {
            return new Arrival(name, Arrival.Kind.KNOWN, "a notice about turn " + notice.record() + ", which is over");
        }
        return new Arrival(name, Arrival.Kind.TAKEN, "a notice of the host about turn " + notice.record());
    }

    /**
     * Tells whether they are about a turn that cannot follow the newest one here, so that turns were lost on the way. Where
     * a host commits first, the turn before the one under way may not have left.
     */
    boolean showLoss(Chain chain) throws IOException {
        boolean committing = chain.settings().hostFirst() && chain.hostSeat() != null;
        int furthest = chain.newest() + (committing ? 2 : 1);
        return workspace.disk().list(folder()).stream()
                .map(file -> RECORD.matcher(file.getFileName().toString()))
                .filter(Matcher::matches)
                .anyMatch(file -> Integer.parseInt(file.group("record")) > furthest);
    }

    void keep(Notice notice, byte[] packed) throws IOException {
        String name = prefix(notice.record()) + notice.at().toEpochMilli() + ".zip";
        workspace.disk().write(folder().resolve(name), packed);
    }

    /** Returns where those about a record are kept. */
    List<Path> files(int record) throws IOException {
        return workspace.disk().list(folder()).stream()
                .filter(file -> file.getFileName().toString().startsWith(prefix(record)))
                .toList();
    }

    /**
     * Returns those about a record, the newest last.
     *
     * @throws Refusal if a file of them is damaged
     */
    List<Notice> of(int record, Chain chain) throws Refusal, IOException {
        List<Notice> notices = new ArrayList<>();
        for (Path file : files(record)) {
            notices.add(read(file, chain));
        }
        notices.sort(Comparator.comparing(Notice::at));
        return notices;
    }

    /**
     * Returns the newest one about a record.
     *
     * @throws Refusal if a file of them is damaged
     */
    Optional<Notice> newest(int record, Chain chain) throws Refusal, IOException {
        return of(record, chain).stream().reduce((earlier, later) -> later);
    }

    private Notice read(Path file, Chain chain) throws Refusal, IOException {
        try {
            return Letter.readNotice(PackedFile.read(workspace.disk().read(file)), chain);
        } catch (ArchiveException e) {
            throw new Refusal(file.toString(), e, "remove it, or put it back from a copy");
        }
    }

    private static String prefix(int record) {
        return "turn-" + record + "-";
    }

    private Path folder() {
        return workspace.folder().resolve("notices");
    }
}

package dmhq.workspace;

import dmhq.format.SeatId;
import dmhq.format.archive.ArchiveException;
import dmhq.format.archive.Chain;
import dmhq.format.archive.JoinRequest;
import dmhq.format.archive.PackedFile;
import dmhq.format.session.Join;
import dmhq.format.session.RosterEntry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Who asks for seats that are open, at a host: each player with their newest join, until the host has turned it down or a
 * record says who sits there.
 */
final class Candidates {

    /** When each says that they asked, and what nobody chose where that is the same: never how or when it came. */
    private static final Comparator<JoinRequest> IN_ORDER = Comparator.comparing(
                    (JoinRequest request) -> request.signed().join().seat())
            .thenComparing(request -> request.signed().join().sent())
            .thenComparing(request -> Asked.keyOf(request.signed().join()).toString());

    private final Workspace workspace;
    private final Asked asked;

    Candidates(Workspace workspace) {
        this.workspace = workspace;
        this.asked = new Asked(workspace);
    }

    /** Keeps a join, in place of an earlier one of the same player. */
    void keep(Join join, byte[] plain, String sender) throws Refusal, IOException {
        workspace.disk().write(file(join), plain);
        asked.asks(join, sender);
    }

    /** Tells whether a join waits, with all that is known of it, or a later one of the same player. */
    boolean waits(JoinRequest request, Chain chain) throws Refusal, IOException {
        Join join = request.signed().join();
        boolean whole = asked.of(join)
                .filter(entry -> !entry.sent().isBefore(join.sent()))
                .isPresent();
        return of(join.seat(), chain).stream()
                .map(other -> other.signed().join())
                .filter(other -> other.signingKey().equals(join.signingKey()))
                .anyMatch(other -> whole
                        ? !other.sent().isBefore(join.sent())
                        : other.sent().isAfter(join.sent()));
    }

    /** Returns who asks for a seat, in the order in which they did. */
    List<JoinRequest> of(SeatId seat, Chain chain) throws Refusal, IOException {
        return all(chain).stream()
                .filter(request -> request.signed().join().seat().equals(seat))
                .toList();
    }

    /** Returns who asks for the seats, by seat, and in the order in which they did. */
    List<JoinRequest> all(Chain chain) throws Refusal, IOException {
        if (chain.newest() > 0) {
            return List.of();
        }
        List<JoinRequest> waiting = new ArrayList<>();
        for (JoinRequest request : kept(chain).values()) {
            if (!asked.isTurnedDown(request.signed().join())) {
                waiting.add(request);
            }
        }
        waiting.sort(IN_ORDER);
        return waiting;
    }

    /**
     * Answers who was turned down, and once play has begun also who was not chosen, and keeps their joins no longer. Doing
     * it again changes nothing.
     */
    void settle(Chain chain) throws ArchiveException, Refusal, IOException {
        for (var each : kept(chain).entrySet()) {
            Join join = each.getValue().signed().join();
            Join sitting = chain.seats().get(join.seat());
            if (chain.holds(new RosterEntry.Joined(each.getValue().signed()))) {
                Contacts contacts = new Contacts(workspace);
                if (contacts.of(join.seat()).isEmpty() && !asked.sender(join).isEmpty()) {
                    contacts.write(join.seat(), asked.sender(join));
                }
            } else if (asked.isTurnedDown(join)) {
                new JoinAnswers(workspace).put(join, "You are not seated: " + turnedDown(join) + ".");
            } else if (sitting != null) {
                new JoinAnswers(workspace).put(join, "You are not seated: " + taken(sitting) + ".");
            } else if (chain.newest() > 0) {
                new JoinAnswers(workspace).put(join, "You are not seated: " + begun(join.seat()) + ".");
            } else {
                continue;
            }
            workspace.disk().remove(each.getKey());
        }
    }

    /** Returns what who was turned down is told. */
    static String turnedDown(Join join) {
        return "the host has turned down your join for " + join.seat()
                + "; ask the host why, and join again once you are expected";
    }

    /** Returns what who asks for a seat is told on which somebody sits. */
    static String taken(Join sitting) {
        return sitting.name() + " sits on " + sitting.seat()
                + ", and this invitation was used or withdrawn; the host can write another one";
    }

    /** Returns what who asks for an open seat is told once play has begun. */
    static String begun(SeatId seat) {
        return "play began without " + seat + ", and these rules take nobody in later; only seats that"
                + " somebody sits on can be given to another player";
    }

    private SortedMap<Path, JoinRequest> kept(Chain chain) throws Refusal, IOException {
        SortedMap<Path, JoinRequest> kept = new TreeMap<>();
        for (Path file : workspace.disk().list(folder())) {
            if (file.getFileName().toString().startsWith("join-")) {
                kept.put(file, read(file, chain));
            }
        }
        return kept;
    }

    private JoinRequest read(Path file, Chain chain) throws Refusal, IOException {
        try {
            return JoinRequest.read(PackedFile.read(workspace.disk().read(file)), chain);
        } catch (ArchiveException e) {
            throw new Refusal(file.toString(), e, "remove it, or put it back from a copy");
        }
    }

    /** No seat has a low line in its name. */
    private Path file(Join join) {
        return folder().resolve("join-" + join.seat() + "_" + Asked.keyOf(join).abbreviated() + ".zip");
    }

    private Path folder() {
        return workspace.folder().resolve("intake");
    }
}

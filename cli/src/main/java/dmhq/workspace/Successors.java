package dmhq.workspace;

import dmhq.format.Party;
import dmhq.format.SeatId;
import dmhq.format.archive.JoinRequest;
import dmhq.format.session.RosterEntry;
import dmhq.format.session.SignedJoin;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** The players to whom a record gives the seats of others. */
record Successors(List<SignedJoin> joins) {

    static final Successors NONE = new Successors(List.of());

    static Successors of(List<JoinRequest> requests) {
        return new Successors(requests.stream().map(JoinRequest::signed).toList());
    }

    /** Adds their seats to those of who leaves: nobody waits for orders of either. */
    SortedSet<SeatId> with(SortedSet<SeatId> leaving) {
        SortedSet<SeatId> away = new TreeSet<>(leaving);
        joins.forEach(join -> away.add(join.join().seat()));
        return away;
    }

    /** Adds them to a record's changes; whatever who sat there has asked for comes to nothing. */
    List<RosterEntry> in(List<RosterEntry> changes) {
        List<RosterEntry> all = new ArrayList<>(changes);
        for (SignedJoin join : joins) {
            all.removeIf(entry -> isAbout(entry, join.join().seat()));
            all.add(new RosterEntry.Replaced(join));
        }
        return all;
    }

    private static boolean isAbout(RosterEntry entry, SeatId seat) {
        return (entry instanceof RosterEntry.Left left
                        && left.request().leave().seat().equals(seat))
                || (entry instanceof RosterEntry.Rotated rotated
                        && rotated.request().rotation().party().equals(Party.of(seat)));
    }
}

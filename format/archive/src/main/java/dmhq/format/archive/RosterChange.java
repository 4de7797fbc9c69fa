package dmhq.format.archive;

import static dmhq.format.archive.ArchiveException.present;
import static dmhq.format.archive.ArchiveException.require;

import dmhq.format.Bytes;
import dmhq.format.Digest;
import dmhq.format.Party;
import dmhq.format.RulesId;
import dmhq.format.SeatId;
import dmhq.format.SessionId;
import dmhq.format.archive.Roster.Known;
import dmhq.format.session.Handover;
import dmhq.format.session.Join;
import dmhq.format.session.Leave;
import dmhq.format.session.Opening;
import dmhq.format.session.Recorded;
import dmhq.format.session.Recorded.Outcome;
import dmhq.format.session.RosterEntry;
import dmhq.format.session.Rotation;
import dmhq.format.session.SignedHandover;
import dmhq.format.session.SignedJoin;
import dmhq.format.session.SignedLeave;
import dmhq.format.session.SignedRotation;
import dmhq.format.session.TurnRecord;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The steps from the roster before one record to the one after it, each of them checked. */
final class RosterChange {

    private final Opening opening;
    private final @Nullable SessionId session;
    private final String record;
    private final SortedMap<SeatId, Join> joins;
    private final SortedSet<SeatId> left;
    private final SortedMap<SeatId, Known> links;
    private final SortedSet<Digest> requests;
    private final SortedSet<String> changed = new TreeSet<>();
    private Opening.Host host;
    private @Nullable SeatId hostSeat;
    private Opening.Settings settings;
    private RulesId rules;
    private Known hostOpen;

    /** Begins with the roster before a record; record 0 has no session's id yet. */
    RosterChange(Opening opening, @Nullable SessionId session, int record, Roster before) {
        this.opening = opening;
        this.session = session;
        this.record = "record " + record;
        this.joins = new TreeMap<>(before.joins());
        this.left = new TreeSet<>(before.left());
        this.links = new TreeMap<>(before.links());
        this.requests = new TreeSet<>(before.requests());
        this.host = before.host();
        this.hostSeat = before.hostSeat();
        this.settings = before.settings();
        this.rules = before.rules();
        this.hostOpen = before.hostOpen();
    }

    /** Takes up the dice links of a record, whose orders and own link were checked. */
    RosterChange withOrders(TurnRecord next, Bytes link) {
        SortedSet<SeatId> anchored = new TreeSet<>();
        SortedSet<SeatId> seen = new TreeSet<>();
        for (Recorded orders : next.orders()) {
            SeatId seat = orders.header().seat();
            Digest anchor = orders.header().anchor();
            Bytes shown = orders.header().link();
            if (seen.add(seat) && anchor != null) {
                links.put(seat, Known.anchor(anchor));
                anchored.add(seat);
            } else if (shown != null && !anchored.contains(seat)) {
                links.put(seat, new Known(shown, next.number()));
            }
            if (orders.outcome() == Outcome.COUNTED) {
                left.remove(seat);
            }
        }
        hostOpen = new Known(link, next.number());
        return this;
    }

    /**
     * Takes up the entries of a record.
     *
     * @throws ArchiveException if one of them is not signed by whom it is about, has no place here, or
     *     was there before
     */
    Roster with(List<RosterEntry> entries) throws ArchiveException {
        for (RosterEntry entry : entries) {
            if (entry instanceof RosterEntry.Joined joined) {
                join(joined.request());
            } else if (entry instanceof RosterEntry.Replaced replaced) {
                replace(replaced.request());
            } else if (entry instanceof RosterEntry.Left leaving) {
                leave(leaving.request());
            } else if (entry instanceof RosterEntry.Rotated rotated) {
                rotate(rotated.request());
            } else if (entry instanceof RosterEntry.HandedOver handed) {
                handOver(handed.request());
            } else if (entry instanceof RosterEntry.SettingsChanged others) {
                once("the settings");
                settings = others.settings();
            } else if (entry instanceof RosterEntry.RulesChanged others) {
                once("the rules");
                rules = others.rules();
            }
        }
        return new Roster(host, hostSeat, settings, rules, joins, left, links, hostOpen, requests);
    }

    private void join(SignedJoin request) throws ArchiveException {
        SeatId seat = request.join().seat();
        require(!joins.containsKey(seat), Layer.CHAIN, record + " seats " + seat + ", who already sits");
        seat(request);
    }

    private void replace(SignedJoin request) throws ArchiveException {
        SeatId seat = request.join().seat();
        require(joins.containsKey(seat), Layer.CHAIN, record + " replaces " + seat + ", where nobody sits");
        seat(request);
        left.remove(seat);
    }

    private void seat(SignedJoin request) throws ArchiveException {
        Join join = request.join();
        String what = record + ": the join of " + join.seat();
        require(request.isGenuine(), Layer.CHAIN, what + " is not signed by the key it names");
        require(
                join.nonce().equals(opening.nonce()) && Objects.equals(join.session(), session),
                Layer.CHAIN,
                what + " is for another session");
        require(opening.seatIds().contains(join.seat()), Layer.CHAIN, what + " is for a seat that does not exist");
        once(join.seat().value());
        fresh(request.signedBytes(), what);
        joins.put(join.seat(), join);
        links.put(join.seat(), Known.anchor(join.anchor()));
    }

    private void leave(SignedLeave request) throws ArchiveException {
        Leave leave = request.leave();
        String what = record + ": the leave of " + leave.seat();
        ofSession(leave.session(), what);
        Join join = sitting(leave.seat(), what);
        require(request.isSignedBy(join.signingKey()), Layer.CHAIN, what + " is not signed by the seat's key");
        once(leave.seat().value());
        fresh(request.signedBytes(), what);
        require(left.add(leave.seat()), Layer.CHAIN, what + " is of a seat that has left already");
    }

    private void rotate(SignedRotation request) throws ArchiveException {
        Rotation rotation = request.rotation();
        Party party = rotation.party();
        String what = record + ": the new key of " + party;
        ofSession(rotation.session(), what);
        require(request.isGenuine(), Layer.CHAIN, what + " is not signed by both keys it names");
        once(party.isHost() ? "the host's key" : party.value());
        fresh(request.signedBytes(), what);
        if (party.isHost()) {
            require(
                    rotation.oldKey().equals(host.signingKey()),
                    Layer.CHAIN,
                    what + " follows another key than its own");
            host = new Opening.Host(
                    host.name(), rotation.signingKey(), rotation.sealingKey(), host.openAnchor(), host.hiddenAnchor());
            return;
        }
        Join join = sitting(party.seat(), what);
        require(rotation.oldKey().equals(join.signingKey()), Layer.CHAIN, what + " follows another key than its own");
        joins.put(party.seat(), join.withKeys(rotation.signingKey(), rotation.sealingKey()));
    }

    private void handOver(SignedHandover request) throws ArchiveException {
        Handover handover = request.handover();
        String what = record + ": the handover to " + handover.host().name();
        ofSession(handover.session(), what);
        require(request.isGenuine(), Layer.CHAIN, what + " is not signed by the new host");
        if (handover.hostSeat() != null) {
            sitting(handover.hostSeat(), what);
        }
        once("the host");
        fresh(request.signedBytes(), what);
        host = handover.host();
        hostSeat = handover.hostSeat();
        hostOpen = Known.anchor(host.openAnchor());
    }

    private Join sitting(SeatId seat, String what) throws ArchiveException {
        return present(joins.get(seat), Layer.CHAIN, what + " names " + seat + ", where nobody sits");
    }

    private void ofSession(SessionId named, String what) throws ArchiveException {
        require(named.equals(session), Layer.CHAIN, what + " is for another session");
    }

    private void fresh(Bytes request, String what) throws ArchiveException {
        require(requests.add(Digest.of(request)), Layer.CHAIN, what + " is in an earlier record already");
    }

    /** What is about the host has a space in its name, as no seat has. */
    private void once(String about) throws ArchiveException {
        require(changed.add(about), Layer.CHAIN, record + " changes the same thing twice: " + about);
    }
}

package dmhq.workspace;

import dmhq.engine.Merge;
import dmhq.format.Party;
import dmhq.format.SeatId;
import dmhq.format.archive.ArchiveException;
import dmhq.format.archive.Chain;
import dmhq.format.archive.Layer;
import dmhq.format.archive.Letter;
import dmhq.format.archive.PackedFile;
import dmhq.format.session.Header;
import dmhq.format.session.Leave;
import dmhq.format.session.Recorded;
import dmhq.format.session.RosterEntry;
import dmhq.format.session.Rotation;
import dmhq.format.session.SignedLeave;
import dmhq.format.session.SignedRotation;
import dmhq.format.signing.VerifyingKey;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Takes in at the host what players ask of the roster, and keeps it until a record holds it. */
final class RosterIntake {

    private static final String LEAVE = "leave-";
    private static final String ROTATION = "rotation-";

    private final Workspace workspace;

    RosterIntake(Workspace workspace) {
        this.workspace = workspace;
    }

    Arrival takeLeave(String name, PackedFile packed, byte[] plain) throws ArchiveException, Refusal, IOException {
        Chain chain = workspace.hostArchive().chain();
        SignedLeave leave = Letter.readLeave(packed, chain);
        SeatId seat = leave.leave().seat();
        if (seat.equals(chain.hostSeat())) {
            throw new ArchiveException(Layer.ORDERS, "the host's own seat does not leave, as no turn comes without it");
        } else if (chain.holds(new RosterEntry.Left(leave))) {
            return new Arrival(name, Arrival.Kind.KNOWN, "the leave of " + seat + " is in the records already");
        } else if (chain.newest() < 1 || workspace.hostArchive().closing() != null) {
            return new Arrival(name, Arrival.Kind.KNOWN, "a leave of " + seat + ", while nobody is waited for");
        }
        chain.requirePlace(new RosterEntry.Left(leave));
        SignedLeave waiting = leaves(chain).get(seat);
        if (waiting != null && !leave.leave().sent().isAfter(waiting.leave().sent())) {
            return new Arrival(name, Arrival.Kind.KNOWN, "a further leave of " + seat + ", who is leaving already");
        }
        workspace.disk().write(file(LEAVE, Party.of(seat)), plain);
        return new Arrival(
                name, Arrival.Kind.TAKEN, "the leave of " + seat + ", who is not waited for from this turn on");
    }

    Arrival takeRotation(String name, PackedFile packed, byte[] plain) throws ArchiveException, Refusal, IOException {
        Chain chain = workspace.hostArchive().chain();
        SignedRotation signed = Letter.readRotation(packed, chain);
        Rotation rotation = signed.rotation();
        String what = "the new key of " + rotation.party() + ", "
                + rotation.signingKey().fingerprint();
        if (rotation.party().isHost()) {
            throw new ArchiveException(Layer.ORDERS, "new keys of the host are the host's own to make");
        } else if (rotation.signingKey().equals(chain.key(rotation.party()))) {
            return new Arrival(name, Arrival.Kind.KNOWN, what + ", is in the records already");
        }
        chain.requirePlace(new RosterEntry.Rotated(signed));
        keep(rotation.party(), plain);
        return new Arrival(name, Arrival.Kind.TAKEN, what + ", which the next record holds");
    }

    /** Keeps the packed file of a rotation. */
    void keep(Party party, byte[] packed) throws IOException {
        workspace.disk().write(file(ROTATION, party), packed);
    }

    /** Tells whether new keys of a party wait for the next record, with that signing key. */
    boolean waits(Party party, VerifyingKey key, Chain chain) throws IOException {
        SignedRotation waiting = rotations(chain).get(party);
        return waiting != null && waiting.rotation().signingKey().equals(key);
    }

    /** Returns the seats that have asked not to be waited for any more. */
    SortedSet<SeatId> leaving(Chain chain) throws IOException {
        return new TreeSet<>(leaves(chain).keySet());
    }

    /**
     * Returns the entries that the next record holds: of each seat one, a leave before new keys. Who has
     * given orders that count since asking to leave does not leave.
     */
    List<RosterEntry> entries(Chain chain, Merge merge) throws IOException {
        SortedMap<Party, RosterEntry> entries = new TreeMap<>();
        rotations(chain).forEach((party, rotation) -> entries.put(party, new RosterEntry.Rotated(rotation)));
        for (SignedLeave leave : leaves(chain).values()) {
            SeatId seat = leave.leave().seat();
            boolean stays = merge.counted().containsKey(seat)
                    && isAfter(merge.counted().get(seat).signed().header(), leave.leave());
            if (!stays) {
                entries.put(Party.of(seat), new RosterEntry.Left(leave));
            }
        }
        return List.copyOf(entries.values());
    }

    /** Drops what has no place in the record after the newest, such as what is in a record now. */
    void settle(Chain chain) throws IOException {
        SortedSet<SeatId> leaving = leaving(chain);
        SortedSet<Party> rotating = new TreeSet<>(rotations(chain).keySet());
        for (Party party : parties(chain)) {
            if (party.isHost() || !leaving.contains(party.seat())) {
                workspace.disk().remove(file(LEAVE, party));
            }
            if (!rotating.contains(party)) {
                workspace.disk().remove(file(ROTATION, party));
            }
        }
    }

    private SortedMap<SeatId, SignedLeave> leaves(Chain chain) throws IOException {
        SortedMap<SeatId, SignedLeave> leaves = new TreeMap<>();
        for (SeatId seat : chain.seats().keySet()) {
            Path file = file(LEAVE, Party.of(seat));
            if (workspace.disk().exists(file)) {
                try {
                    SignedLeave leave =
                            Letter.readLeave(PackedFile.read(workspace.disk().read(file)), chain);
                    chain.requirePlace(new RosterEntry.Left(leave));
                    if (!hasPlayedSince(chain, leave.leave())) {
                        leaves.put(seat, leave);
                    }
                } catch (ArchiveException e) {
                    // It had a place when it came; its player asks again if a record has taken that away.
                }
            }
        }
        return leaves;
    }

    private SortedMap<Party, SignedRotation> rotations(Chain chain) throws IOException {
        SortedMap<Party, SignedRotation> rotations = new TreeMap<>();
        for (Party party : parties(chain)) {
            Path file = file(ROTATION, party);
            if (workspace.disk().exists(file)) {
                try {
                    SignedRotation rotation =
                            Letter.readRotation(PackedFile.read(workspace.disk().read(file)), chain);
                    chain.requirePlace(new RosterEntry.Rotated(rotation));
                    rotations.put(party, rotation);
                } catch (ArchiveException e) {
                    // As with a leave.
                }
            }
        }
        return rotations;
    }

    private static boolean hasPlayedSince(Chain chain, Leave leave) {
        return chain.records().stream()
                .flatMap(signed -> signed.record().orders().stream())
                .filter(orders -> orders.outcome() == Recorded.Outcome.COUNTED)
                .map(Recorded::header)
                .anyMatch(header -> header.seat().equals(leave.seat()) && isAfter(header, leave));
    }

    /** Both instants are by the seat's own clock. */
    private static boolean isAfter(Header header, Leave leave) {
        Instant sent = header.sent();
        return sent != null && sent.isAfter(leave.sent());
    }

    private static List<Party> parties(Chain chain) {
        return Stream.concat(
                        Stream.of(Party.HOST), chain.seats().keySet().stream().map(Party::of))
                .toList();
    }

    private Path file(String what, Party party) {
        return workspace.folder().resolve("intake").resolve(what + party + ".zip");
    }
}

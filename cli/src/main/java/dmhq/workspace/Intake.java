package dmhq.workspace;

import dmhq.format.Bytes;
import dmhq.format.Digest;
import dmhq.format.Party;
import dmhq.format.SeatId;
import dmhq.format.SessionId;
import dmhq.format.archive.ArchiveException;
import dmhq.format.archive.Chain;
import dmhq.format.archive.Layer;
import dmhq.format.archive.PackedFile;
import dmhq.format.archive.SessionArchive;
import dmhq.format.archive.Turn;
import dmhq.format.sealing.Seal;
import dmhq.format.sealing.SealException;
import dmhq.format.session.Manifest;
import dmhq.format.session.Manifest.Kind;
import dmhq.transports.Postmark;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Takes in what arrives, whatever it is called: opens it, finds out what it is by its content, and
 * hands it to whoever takes that kind. A file that cannot be used is set aside with the reason and
 * stops nothing.
 */
public final class Intake {

    /**
     * What has to be looked at again: a gap may be filled, a newer dmhq may read what was left, and
     * evidence is to be shown each time.
     */
    private static final List<Arrival.Kind> UNFINISHED =
            List.of(Arrival.Kind.GAP, Arrival.Kind.LATER, Arrival.Kind.LEFT, Arrival.Kind.EVIDENCE);

    private static final List<Arrival.Kind> KEPT = List.of(Arrival.Kind.TAKEN, Arrival.Kind.KNOWN);

    /** What is said of a file whose bytes came before. */
    static final String BEFORE = "dealt with before, nothing changed";

    private final Workspace workspace;
    private final Seen seen;
    private final HostsAddress hostsAddress;

    /** Makes the intake of a workspace. */
    public Intake(Workspace workspace) {
        this.workspace = workspace;
        this.seen = new Seen(workspace);
        this.hostsAddress = new HostsAddress(workspace);
    }

    /**
     * Takes in one file that was handed over.
     *
     * @param name what its carrier calls it, for people to read
     * @throws Refusal if the workspace itself is damaged
     */
    public Arrival take(String name, byte[] file) throws Refusal, IOException {
        return take(name, file, Postmark.NONE);
    }

    /**
     * Takes in one file that a post has brought.
     *
     * @param postmark from where it came, as the post says
     */
    Arrival take(String name, byte[] file, Postmark postmark) throws Refusal, IOException {
        Digest digest = Digest.of(Bytes.of(file));
        if (seen.contains(digest)) {
            return new Arrival(name, Arrival.Kind.KNOWN, BEFORE);
        }
        Arrival arrival;
        try {
            arrival = opened(name, file, postmark);
        } catch (SealException e) {
            arrival = e.reason() == SealException.Reason.OTHER_KEY
                    ? new Arrival(name, Arrival.Kind.NOT_OURS, "seal: it is sealed to someone else")
                    : setAside(name, file, String.valueOf(e.getMessage()));
        } catch (ArchiveException e) {
            if (e.isOfLaterVersion()) {
                arrival = new Arrival(name, Arrival.Kind.LEFT, e.getMessage() + "; " + Refusal.NEWER);
            } else if (workspace.place().host() && new Recovering(workspace).isBehind()) {
                arrival = later(name, String.valueOf(e.getMessage()));
            } else {
                arrival = setAside(name, file, String.valueOf(e.getMessage()));
            }
        }
        if (!UNFINISHED.contains(arrival.kind())) {
            seen.add(digest, arrival.sentence(), KEPT.contains(arrival.kind()));
        }
        return arrival;
    }

    private Arrival opened(String name, byte[] file, Postmark postmark)
            throws SealException, ArchiveException, Refusal, IOException {
        byte[] plain = Seal.isSealed(file) ? workspace.identity().open(file, GivenFile.LARGEST) : file;
        PackedFile packed = PackedFile.read(plain);
        SessionId session = packed.manifest().sessionId();
        if (!session.equals(workspace.place().session())) {
            return elsewhere(
                    name,
                    packed.manifest(),
                    "it is of session " + session,
                    ", this is " + workspace.place().session());
        } else if (isForAnotherSeat(packed.manifest())) {
            return elsewhere(
                    name,
                    packed.manifest(),
                    "it is for the seat " + packed.manifest().to(),
                    ", this is " + workspace.seat());
        }
        Arrival arrival = opened(name, packed, plain, postmark);
        Party from = packed.manifest().from();
        if (workspace.place().host() == from.isHost()) {
            return arrival;
        }
        return from.isHost() ? hostsAddress.compared(arrival, postmark) : withSender(arrival, packed, postmark);
    }

    /** What is of other sessions of who plays here is not to be asked for again, but taken in there. */
    private Arrival elsewhere(String name, Manifest manifest, String what, String here) throws IOException {
        return knownFolder(manifest)
                .map(folder ->
                        new Arrival(name, Arrival.Kind.ELSEWHERE, "manifest: " + what + ", which is in " + folder))
                .orElse(new Arrival(name, Arrival.Kind.NOT_OURS, "manifest: " + what + here));
    }

    /** A list that is damaged stops nothing here; dmhq games names what is wrong with it. */
    private Optional<Path> knownFolder(Manifest manifest) throws IOException {
        try {
            return new KnownSessions(workspace.surroundings()).of(manifest.sessionId(), manifest.to());
        } catch (Refusal e) {
            return Optional.empty();
        }
    }

    /** One identity may sit on several seats, each with a folder of its own, and all with one mailbox. */
    private boolean isForAnotherSeat(Manifest manifest) throws Refusal, IOException {
        Place place = workspace.place();
        Party to = manifest.to();
        boolean ofHost = switch (manifest.kind()) {
            case TURN, RECEIPT, NOTICE -> true;
            default -> false;
        };
        return ofHost
                && !place.host()
                && place.seat() != null
                && to != null
                && !to.isHost()
                && !to.equals(Party.of(place.seat()));
    }

    /** The signature decides; an address is worth a word. It is another's of who has sat there, or wants to. */
    private Arrival withSender(Arrival arrival, PackedFile packed, Postmark postmark) throws Refusal, IOException {
        Party from = packed.manifest().from();
        SeatId seat = from.seat();
        Chain chain = workspace.hostArchive().chain();
        boolean another = chain.seats().containsKey(seat) && !packed.packer().equals(chain.key(from));
        if (arrival.kind() != Arrival.Kind.TAKEN || another) {
            return arrival;
        }
        return new Contacts(workspace)
                .learn(seat, postmark, !chain.seats().containsKey(seat))
                .map(known -> new Arrival(
                        arrival.name(),
                        arrival.kind(),
                        arrival.sentence() + "; it came from " + postmark.sender() + ", while " + seat
                                + " is written to at " + known + " (if that has changed: dmhq host address " + seat
                                + " " + postmark.sender() + ")"))
                .orElse(arrival);
    }

    private Arrival opened(String name, PackedFile packed, byte[] plain, Postmark postmark)
            throws ArchiveException, Refusal, IOException {
        Kind kind = packed.manifest().kind();
        boolean host = workspace.place().host();
        if (host && isOfLaterKey(packed)) {
            return later(name, "it is packed with another key of yours");
        } else if (host && kind == Kind.TURN) {
            return new Recovering(workspace).take(name, Turn.read(packed), plain);
        } else if (kind == Kind.TURN) {
            return new TurnIntake(workspace).take(name, packed, plain);
        } else if (host && kind == Kind.RECEIPT) {
            return new Promises(workspace).take(name, packed, plain);
        } else if (kind == Kind.RECEIPT) {
            return new TurnIntake(workspace).takeReceipt(name, packed, plain);
        } else if (host && kind == Kind.SUBMISSION) {
            return new HostIntake(workspace).takeSubmission(name, packed, plain);
        } else if (kind == Kind.SUBMISSION) {
            return new Predecessors(workspace).take(name, packed, plain);
        } else if (kind == Kind.NOTICE) {
            return new Notices(workspace).take(name, packed, plain);
        } else if (host && kind == Kind.CLOSING) {
            return new Recovering(workspace).takeClosing(name, SessionArchive.readClosing(packed));
        } else if (kind == Kind.CLOSING) {
            return new TurnIntake(workspace).takeClosing(name, packed, plain);
        } else if (host && kind == Kind.JOIN) {
            return new JoinIntake(workspace).take(name, packed, plain, postmark.sender());
        } else if (host && kind == Kind.REQUEST) {
            return new HostIntake(workspace).takeRequest(name, packed, plain);
        } else if (host && kind == Kind.LEAVE) {
            return new RosterIntake(workspace).takeLeave(name, packed, plain);
        } else if (host && kind == Kind.ROTATION) {
            return new RosterIntake(workspace).takeRotation(name, packed, plain);
        } else if (kind == Kind.INVITATION) {
            return new Arrival(name, Arrival.Kind.NOT_OURS, "manifest: it is an invitation, which is for dmhq join");
        }
        throw new ArchiveException(
                Layer.MANIFEST,
                "a " + kind.name().toLowerCase(Locale.ROOT) + " is nothing that " + (host ? "a host" : "a player")
                        + " takes in");
    }

    /** What this host has packed since it made new keys is read when the record with those keys is here again. */
    private boolean isOfLaterKey(PackedFile packed) throws ArchiveException, Refusal, IOException {
        Manifest manifest = packed.manifest();
        Chain chain = workspace.hostArchive().chain();
        boolean unknown = manifest.sessionId().equals(chain.session())
                && chain.lastRecordOf(manifest.from(), packed.packer()) < 0
                && workspace.identity().signer(packed.packer()).isPresent();
        return unknown
                && switch (manifest.kind()) {
                    case TURN -> !Turn.read(packed).isPackedByHostOf(chain);
                    case RECEIPT, SUBMISSION -> true;
                    default -> false;
                };
    }

    private static Arrival later(String name, String reason) {
        return new Arrival(
                name,
                Arrival.Kind.LATER,
                reason + "; this folder is an older copy, and looks at it again when it has the turns that it lacks");
    }

    private Arrival setAside(String name, byte[] file, String reason) throws Refusal, IOException {
        String kept = new SetAside(workspace).keep(name, file, reason);
        boolean player = !workspace.place().host() && !new TurnedDown(workspace).isOne();
        if (player) {
            new TurnIntake(workspace).askForMore(0);
        }
        return new Arrival(
                name,
                Arrival.Kind.SET_ASIDE,
                reason + "; a copy is kept as " + kept
                        + (player ? ", and the host is asked for what you may be missing" : ""));
    }
}

package dmhq.engine;

import dmhq.engine.hunt.Hunt;
import dmhq.engine.hunt.HuntAction;
import dmhq.engine.hunt.HuntEvent;
import dmhq.engine.hunt.HuntRules;
import dmhq.format.Bytes;
import dmhq.format.Party;
import dmhq.format.SeatId;
import dmhq.format.archive.ArchiveException;
import dmhq.format.archive.Chain;
import dmhq.format.archive.LinkChain;
import dmhq.format.archive.PackedFile;
import dmhq.format.archive.SessionArchive;
import dmhq.format.archive.Submission;
import dmhq.format.archive.Turn;
import dmhq.format.json.Json;
import dmhq.format.sealing.SealingKey;
import dmhq.format.session.Closing;
import dmhq.format.session.Leave;
import dmhq.format.session.Opening;
import dmhq.format.session.RosterEntry;
import dmhq.format.session.SignedClosing;
import dmhq.format.session.SignedJoin;
import dmhq.format.session.SignedLeave;
import dmhq.format.session.SignedRecord;
import dmhq.format.session.TurnRecord;
import dmhq.format.signing.SigningKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A hunt played by exchanging files, host and hunters in one place; all secrets come from one seed. */
final class HuntByPost {

    static final SeatId ADA = new SeatId("ada");
    static final SeatId BOB = new SeatId("bob");
    static final SeatId CYD = new SeatId("cyd");

    private final HuntRules rules;
    private final SortedMap<SeatId, Hunter> hunters = new TreeMap<>();
    private final HostSecrets secrets;
    private final @Nullable SeatId hostSeat;
    private final SignedRecord zero;
    private final List<SessionArchive> archives = new ArrayList<>();
    private final SortedMap<SeatId, SessionArchive> copies = new TreeMap<>();
    private @Nullable Submission ahead;

    private HuntByPost(HuntRules rules, @Nullable SeatId hostSeat, Opening.Settings settings, long seed) {
        RandomGenerator chance = new Random(seed);
        Bytes nonce = drawn(16, chance);
        SigningKey key = SigningKey.draw(chance);
        this.rules = rules;
        this.hostSeat = hostSeat;
        this.secrets = new HostSecrets(
                key,
                drawn(32, chance),
                new LinkChain(LinkChain.Owner.hostOpen(nonce), drawn(16, chance)),
                new LinkChain(LinkChain.Owner.hostHidden(nonce), drawn(16, chance)));
        Opening.Host host = new Opening.Host(
                "the host",
                key.verifyingKey(),
                SealingKey.draw(chance).recipient(),
                secrets.open().anchor(),
                secrets.hidden().anchor());
        List<Opening.Place> places = new ArrayList<>();
        Stream.of(ADA, BOB, CYD).forEach(seat -> {
            hunters.put(seat, Hunter.drawn(seat, nonce, chance));
            places.add(new Opening.Place(seat, 1));
        });
        Opening opening = new Opening(
                "hunt", nonce, host, hostSeat, places, rules.hidden(), settings, new Json.Members(Map.of()));
        this.zero = SignedRecord.of(
                TurnRecord.zero(
                        rules.id(),
                        at(0),
                        opening,
                        hostSeat == null
                                ? List.of()
                                : List.of(
                                        new RosterEntry.Joined(hunter(hostSeat).join(null, rules.id())))),
                key);
    }

    /** Returns the hunt after record 1, with ada, bob and cyd, and a host who only resolves. */
    static HuntByPost begun(long seed) throws ArchiveException {
        return begun(new HuntRules(), seed);
    }

    /** Returns such a hunt by other rules. */
    static HuntByPost begun(HuntRules rules, long seed) throws ArchiveException {
        return new HuntByPost(rules, null, atOnce(true), seed).opened().begin(ADA, BOB, CYD);
    }

    /** Returns such a hunt in which seats move one after the other. */
    static HuntByPost inTurns(HuntRules rules, long seed) throws ArchiveException {
        return new HuntByPost(rules, null, new Opening.Settings(Opening.Style.SEQUENTIAL, false), seed)
                .opened()
                .begin(ADA, BOB, CYD);
    }

    /** Returns such a hunt in which some missed turns disconnect a seat. */
    static HuntByPost patient(int missedTurns, Opening.Style style, HuntRules rules, long seed)
            throws ArchiveException {
        Json.Members options = new Json.Members(Map.of(Attendance.MISSED_TURNS_OPTION, Json.Amount.of(missedTurns)));
        return new HuntByPost(rules, null, new Opening.Settings(style, false, options), seed)
                .opened()
                .begin(ADA, BOB, CYD);
    }

    private static Opening.Settings atOnce(boolean hostFirst) {
        return new Opening.Settings(Opening.Style.SIMULTANEOUS, hostFirst);
    }

    /** Returns the hunt after record 1, with the host in ada's seat, who plans first or not. */
    static HuntByPost hostedByAda(boolean hostFirst, long seed) throws ArchiveException {
        return new HuntByPost(new HuntRules(), ADA, atOnce(hostFirst), seed)
                .opened()
                .begin(BOB, CYD);
    }

    /** Returns the hunt after record 0, whose host only resolves. */
    static HuntByPost opened(long seed) throws ArchiveException {
        return new HuntByPost(new HuntRules(), null, atOnce(true), seed).opened();
    }

    private HuntByPost opened() throws ArchiveException {
        archives.add(SessionArchive.open(zero, Party.HOST));
        for (SeatId seat : hunters.keySet()) {
            copies.put(seat, SessionArchive.open(zero, Party.of(seat)));
        }
        return this;
    }

    HuntByPost begin(SeatId... joining) throws ArchiveException {
        archives.add(referee().begin(archive(), joins(joining), at(1)));
        return delivered();
    }

    List<SignedJoin> joins(SeatId... joining) {
        return Stream.of(joining)
                .map(seat -> hunter(seat).join(archive().chain().session(), rules.id()))
                .toList();
    }

    /** Writes the next record and sends everyone their turn. */
    HuntByPost resolve(Submission... arrived) throws ArchiveException {
        archives.add(referee()
                .resolve(archive(), List.of(arrived), at(archive().chain().newest() + 1)));
        ahead = null;
        return delivered();
    }

    /** Writes the next record, with settings for what follows it, and sends everyone their turn. */
    HuntByPost resolveChanging(Opening.Settings settings, Submission... arrived) throws ArchiveException {
        archives.add(referee()
                .resolve(
                        archive(),
                        List.of(arrived),
                        List.of(new RosterEntry.SettingsChanged(settings)),
                        at(archive().chain().newest() + 1)));
        return delivered();
    }

    /** Writes a record that goes back to an earlier turn and sends everyone their turn. */
    HuntByPost rollBack(int to, String reason, Submission... arrived) throws ArchiveException {
        archives.add(referee()
                .rollBack(
                        archive(),
                        List.of(arrived),
                        List.of(),
                        to,
                        reason,
                        at(archive().chain().newest() + 1)));
        return delivered();
    }

    Attendance attendance() throws ArchiveException {
        return Attendance.of(archive().chain(), rules.standing(state()));
    }

    private HuntByPost delivered() throws ArchiveException {
        for (SeatId seat : archive().chain().seats().keySet()) {
            SessionArchive copy = copyOf(seat);
            byte[] file =
                    turnFor(seat, copy.chain().newest() + 1).pack(archive().chain(), secrets.key(), at(9));
            copies.put(seat, copy.taking(Turn.read(PackedFile.read(file))));
        }
        return this;
    }

    Turn turnFor(SeatId seat, int from) {
        return referee().turnFor(archive(), seat, from, ahead == null ? null : ahead.signed());
    }

    /** Resolves some turns in which everyone digs or gives, or is absent, by chance. */
    HuntByPost play(int turns, RandomGenerator chance) throws ArchiveException {
        for (int turn = 0; turn < turns; turn++) {
            List<Submission> orders = new ArrayList<>();
            for (SeatId seat : archive().chain().seats().keySet()) {
                if (chance.nextInt(6) > 0) {
                    orders.add(plan(seat).doing(wish(chance)).signed());
                }
            }
            resolve(orders.toArray(Submission[]::new));
        }
        return this;
    }

    private HuntAction[] wish(RandomGenerator chance) {
        return Stream.generate(() -> chance.nextInt(3) > 0
                        ? dig(name(chance), 1 + chance.nextInt(9))
                        : give(name(chance), List.of(ADA, BOB, CYD).get(chance.nextInt(3)), 1))
                .limit(chance.nextInt(3))
                .toArray(HuntAction[]::new);
    }

    private String name(RandomGenerator chance) {
        return archive().chain().newest() + "-" + chance.nextInt(1_000_000);
    }

    static HuntAction dig(String id, int field) {
        return new HuntAction.Dig(id, field);
    }

    static HuntAction give(String id, SeatId to, int coins) {
        return new HuntAction.Give(id, to, coins);
    }

    /** Returns the host's archive with its word that the session is over. */
    SessionArchive closed() throws ArchiveException {
        Chain chain = archive().chain();
        List<Closing.Secret> own = List.of(new Closing.Secret(1, secrets.sessionSecret()));
        var closing = new Closing(chain.session(), chain.newest(), chain.head(), own, at(chain.newest()));
        return archive().with(SignedClosing.of(closing, secrets.key()));
    }

    /** Returns orders of a seat for the next record. */
    Planned plan(SeatId seat) {
        return plan(hunter(seat));
    }

    Planned plan(Hunter hunter) {
        boolean ofHost = hunter.seat().equals(hostSeat);
        return new Planned(
                this, hunter, ofHost || ahead == null ? null : ahead.signed().digest());
    }

    /** Sends the host's own orders ahead, so that others plan on them. */
    Submission sendAhead(Submission own) {
        ahead = own;
        return own;
    }

    Merge merge(List<Submission> arrived) throws ArchiveException {
        return referee().merge(archive(), arrived);
    }

    /** Judges what arrived while some seats have asked to leave. */
    Merge merge(List<Submission> arrived, SeatId... leaving) throws ArchiveException {
        return referee().merge(archive(), arrived, List.of(leaving));
    }

    /** Writes the next record with a seat's leave in it, and sends everyone their turn. */
    HuntByPost resolveLeaving(SeatId seat, Submission... arrived) throws ArchiveException {
        Leave leave = new Leave(archive().chain().session(), seat, at(0));
        RosterEntry left =
                new RosterEntry.Left(SignedLeave.of(leave, hunter(seat).key()));
        archives.add(referee()
                .resolve(
                        archive(),
                        List.of(arrived),
                        List.of(left),
                        at(archive().chain().newest() + 1)));
        ahead = null;
        return delivered();
    }

    Referee<Hunt, HuntAction, HuntEvent> referee() {
        return new Referee<>(rules, secrets);
    }

    HuntRules rules() {
        return rules;
    }

    HostSecrets secrets() {
        return secrets;
    }

    SignedRecord zero() {
        return zero;
    }

    Hunter hunter(SeatId seat) {
        Hunter hunter = hunters.get(seat);
        if (hunter == null) {
            throw new IllegalArgumentException("nobody hunts as " + seat);
        }
        return hunter;
    }

    /** Returns the host's archive after the newest record. */
    SessionArchive archive() {
        return archives.get(archives.size() - 1);
    }

    /** Returns the host's archive as it was after a record. */
    SessionArchive archive(int record) {
        return archives.get(record);
    }

    SessionArchive copyOf(SeatId seat) {
        SessionArchive copy = copies.get(seat);
        if (copy == null) {
            throw new IllegalArgumentException("nobody hunts as " + seat);
        }
        return copy;
    }

    TurnRecord newest() {
        return archive().chain().record(archive().chain().newest());
    }

    Hunt state() throws ArchiveException {
        return new Replay<>(rules, archive()).state();
    }

    Hunt viewOf(SeatId seat) throws ArchiveException {
        return new Replay<>(rules, copyOf(seat)).state();
    }

    /** Returns the instant of a record. */
    static Instant at(int record) {
        return Instant.ofEpochSecond(1_700_000_000L + 3600L * record);
    }

    static Bytes drawn(int size, RandomGenerator chance) {
        byte[] bytes = new byte[size];
        chance.nextBytes(bytes);
        return Bytes.of(bytes);
    }
}

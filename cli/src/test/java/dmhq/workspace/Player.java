package dmhq.workspace;

import dmhq.engine.RuleSet;
import dmhq.engine.RuleSets;
import dmhq.format.Party;
import dmhq.format.SeatId;
import dmhq.format.archive.SessionArchive;
import dmhq.format.disk.Disk;
import dmhq.format.json.Json;
import dmhq.format.session.Header;
import dmhq.format.session.Opening;
import dmhq.transports.Post;
import dmhq.transports.Posts;
import dmhq.transports.folder.FolderPost;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * One player, and what they would type: each step does what the command of its name does. The seat is
 * named like the player.
 */
record Player(String name, Path root, Disk disk, Programs programs, InstantSource clock, RandomGenerator entropy) {

    private static final RuleSet<?, ?, ?> RULES =
            RuleSets.named("distributed-mekhq").orElseThrow();

    void makeIdentity() throws Exception {
        new Home(surroundings()).makeIdentity(name, name + "@example.org");
    }

    /** Makes an identity that signs with a key from elsewhere. */
    void makeIdentity(Path signingKey) throws Exception {
        new Home(surroundings())
                .makeIdentity(name, name + "@example.org", SigningKeyFile.find(surroundings(), signingKey));
    }

    void open(List<Table.Seat> seats) throws Exception {
        open(seats, NewSession.Manner.USUAL);
    }

    /** Opens a session with these seats, of which the first is the player's own. */
    void open(List<Table.Seat> seats, NewSession.Manner manner) throws Exception {
        Path save = seats.get(0).save();
        PlayerSave read = PlayerSave.read(disk, save);
        UUID drawn = drawnId();
        List<Opening.Place> places = seats.stream()
                .map(each -> new Opening.Place(new SeatId(each.name()), each.team()))
                .toList();
        new NewSession(surroundings())
                .open(
                        folder(),
                        new NewSession.Wish(
                                "border-war",
                                RULES,
                                places,
                                seat(),
                                read.brought(drawn),
                                manner,
                                List.of("folder:" + root.resolve("post")),
                                save.toString(),
                                read.save().id().isPresent() ? null : drawn));
    }

    Path invite(String other) throws Exception {
        return sent(new Inviting(workspace()).write(new SeatId(other)));
    }

    /** Invites somebody to take over a seat. */
    Path inviteInPlaceOf(String other) throws Exception {
        return sent(new Inviting(workspace()).writeToReplace(new SeatId(other)));
    }

    private Path sent(Path invitation) throws Exception {
        Inviting inviting = new Inviting(workspace());
        ParcelLabel label = new ParcelLabel("invitation", 0, Party.HOST, Party.HOST, 0);
        inviting.send(invitation, "folder:" + root.resolve("post"), name -> Covers.NAMES.of(label, name));
        return root.resolve("post").resolve(invitation.getFileName().toString());
    }

    void join(Path invitation, Path save) throws Exception {
        Joining joining = new Joining(surroundings());
        PlayerSave read = PlayerSave.read(disk, save);
        UUID drawn = drawnId();
        Workspace workspace = joining.join(
                folder(),
                joining.invitation(invitation, "invitation"),
                RULES,
                new Joining.Wish(
                        read.brought(drawn),
                        List.of(),
                        save.toString(),
                        read.save().id().isPresent() ? null : drawn));
        send(workspace);
    }

    List<Arrival> fetch() throws Exception {
        Workspace workspace = workspace();
        List<Arrival> arrivals = new Collecting(workspace).fromPosts().arrivals();
        send(workspace);
        return arrivals;
    }

    /** Uses another save from now on, as {@code plan --campaign} does. */
    void use(Path save) throws Exception {
        desk().use(save);
    }

    /** Plans these actions for the coming turn in place of what was planned. */
    void plan(Intent... intents) throws Exception {
        Workspace workspace = workspace();
        int record = workspace.seatArchive().chain().newest() + 1;
        List<Json.Members> actions = new ArrayList<>();
        for (Intent intent : intents) {
            actions.add(intent.action(record + "." + (actions.size() + 1)));
        }
        new Drafts(workspace).plan(record, actions);
    }

    /** Submits what is planned; nothing planned is a turn in which nothing is done. */
    Submitting.Result submit() throws Exception {
        return submit(Header.State.FINAL);
    }

    Submitting.Result submit(Header.State state) throws Exception {
        Workspace workspace = workspace();
        Game<?, ?, ?> game = Game.of(workspace.seatArchive());
        int record = game.archive().chain().newest() + 1;
        List<Json.Members> actions = new ArrayList<>(desk().head(record));
        actions.addAll(new Drafts(workspace).planned(record));
        Submitting.Result result = new Submitting(workspace).submit(game, actions, state);
        send(workspace);
        return result;
    }

    Submitting.Result submit(Intent... intents) throws Exception {
        plan(intents);
        return submit();
    }

    Resolving.Result resolve() throws Exception {
        return resolve(false, null);
    }

    Resolving.Result resolve(boolean now, @Nullable Instant at) throws Exception {
        Workspace workspace = workspace();
        new Collecting(workspace).fromPosts();
        Resolving.Result result = new Resolving(workspace).resolve(new Resolving.Wish(now, false, at), Doorkeeper.OPEN);
        send(workspace);
        return result;
    }

    Settling.Result apply(Path save) throws Exception {
        return apply(save, false, Settling.Folded.ASK);
    }

    Settling.Result apply(Path save, boolean restored, Settling.Folded folded) throws Exception {
        return new Settling(workspace(), desk()).apply(save, new Settling.Wish(null, false, restored, folded));
    }

    /** Returns the seat's copy of the session. */
    SessionArchive copy() throws Exception {
        return workspace().seatArchive();
    }

    CampaignDesk desk() throws Exception {
        return CampaignDesk.of(workspace(), Game.of(copy())).orElseThrow();
    }

    Workspace workspace() throws Exception {
        return Workspace.open(surroundings(), folder());
    }

    /** Opens the workspace with one more kind of post. */
    Workspace workspaceAt(Post post) throws Exception {
        return Workspace.open(surroundings(post), folder());
    }

    SeatId seat() {
        return new SeatId(name);
    }

    Path folder() {
        return root.resolve(name).resolve("border-war");
    }

    Path home() {
        return root.resolve(name).resolve("home");
    }

    Surroundings surroundings(Post... others) {
        List<Post> posts = new ArrayList<>(List.of(others));
        posts.add(new FolderPost(disk, root));
        return new Surroundings(
                disk,
                clock,
                entropy,
                new Posts(posts),
                programs,
                home(),
                null,
                "1.0-test",
                NoMail.at(home(), disk, clock));
    }

    void leave() throws Exception {
        Workspace workspace = workspace();
        new Leaving(workspace).ask();
        send(workspace);
    }

    /** Ends the session, as its host. */
    void close() throws Exception {
        Workspace workspace = workspace();
        new Ending(workspace).close();
        send(workspace);
    }

    /** Makes new keys, and tells this player's session of them. */
    void rotate() throws Exception {
        Rotating.renewKeys(surroundings(), null);
        send(workspace());
    }

    private static void send(Workspace workspace) throws Exception {
        new Leaving(workspace).sendIfDue();
        new Rotating(workspace).sendIfDue();
        new Sending(workspace).sendAll(workspace.archive().chain(), Covers.NAMES);
    }

    UUID drawnId() {
        return new UUID((entropy.nextLong() & ~0xF000L) | 0x4000L, (entropy.nextLong() >>> 2) | (1L << 63));
    }
}

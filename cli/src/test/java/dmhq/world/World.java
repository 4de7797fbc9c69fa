package dmhq.world;

import dmhq.cli.Typing;
import dmhq.workspace.Home;
import dmhq.workspace.Rotating;
import dmhq.workspace.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One session, from its opening on, in which one seed decides who types what, and what goes wrong
 * meanwhile. In the end nothing goes wrong any more, and everyone has to come to the same table.
 */
final class World implements Keyboard {

    private static final Pattern SUBMITTED = Pattern.compile("[Yy]our orders for turn ([0-9]+), revision ([0-9]+)");
    private static final int MOST_ROUNDS = 10;
    private static final List<String> NAMES = List.of("ada", "bob", "cyd", "dan");

    private final Pastimes game;
    private final Chance chance;
    private final Counts<Fault> counts = new Counts<>(Fault.class);
    private final Counts<Checked> checked = new Counts<>(Checked.class);
    private final SplittableRandom choice;
    private final SplittableRandom fate;
    private final Pastime pastime;
    private final List<Player> players = new ArrayList<>();
    private final Sync sync;
    private final Upheaval upheaval;
    private final Hearing hearing = new Hearing();
    private final SortedMap<String, Integer> lengths = new TreeMap<>();
    private final Deque<String> log = new ArrayDeque<>();
    private boolean calm;

    World(long seed, Pastimes game, Path root) throws Exception {
        this.game = game;
        this.chance = new Chance(seed);
        this.choice = chance.named("choice");
        this.fate = chance.named("fate");
        boolean seatedHost = choice.nextInt(3) > 0;
        int seats = 2 + choice.nextInt(2);
        players.add(new Player(seatedHost ? NAMES.get(0) : "harbourmaster", true, seatedHost, root, chance));
        for (String name : NAMES.subList(seatedHost ? 1 : 0, seats)) {
            players.add(new Player(name, false, true, root, chance));
        }
        this.pastime = game.begin(chance, players, counts);
        this.sync = new Sync(chance.named("sync"), counts, players);
        this.upheaval = new Upheaval(chance.named("upheaval"), counts, players, this);
        SeededEntropy.from(chance.named("seals"));
    }

    Counts<Fault> faults() {
        return counts;
    }

    Counts<Checked> checked() {
        return checked;
    }

    /** Returns what happened last, a line each. */
    List<String> log() {
        return List.copyOf(log);
    }

    /** Lives through it. */
    void run() throws Exception {
        sitDown();
        calm = false;
        sync.stir();
        for (int left = game.patience() * (8 + choice.nextInt(18)); left > 0; left--) {
            sync.run();
            misfortune();
            upheaval.happen();
            Player who = Chance.pick(choice, players);
            if (!who.isAway()) {
                act(who);
            }
        }
        calm = true;
        sync.calmDown();
        note("from here on nothing goes wrong");
        comeTogether();
        upheaval.count(chainOfHost());
        new Inspection(players, pastime, hearing, checked).inspect();
    }

    private Player host() {
        return players.get(0);
    }

    private List<Player> guests() {
        return players.subList(1, players.size());
    }

    private void sitDown() throws Exception {
        calm = choice.nextInt(3) > 0;
        if (calm) {
            sync.calmDown();
        }
        for (Player each : players) {
            if (calm) {
                new Home(each.unharmed()).makeIdentity(each.name(), each.name() + "@example.org");
            }
            until(
                    () -> Files.exists(each.home().resolve("identity/name.json")),
                    () -> type(each, "identity", "new", "--name", each.name(), "--email", each + "@example.org"));
        }
        until(host()::hasSession, this::open);
        for (Player guest : guests()) {
            Path invitation = guest.root().resolve("invitation.zip");
            until(
                    () -> Files.exists(invitation),
                    () -> type(host(), "-C", Player.SESSION, "invite", guest.name(), "--to", invitation.toString()));
            until(guest::hasSession, () -> join(guest));
        }
        until(() -> newestRecord() > 0, () -> {
            sync.run();
            if (Chance.percent(choice, 40)) {
                join(Chance.pick(choice, guests()));
            } else {
                type(host(), "-C", Player.SESSION, "resolve", "--accept-joins");
            }
        });
    }

    private interface Doing {
        void run() throws Exception;
    }

    private interface Asking {
        boolean isTrue() throws Exception;
    }

    private void until(Asking done, Doing step) throws Exception {
        for (int i = 0; !done.isTrue(); i++) {
            if (i == 100) {
                throw new AssertionError("the table is never laid");
            }
            step.run();
        }
    }

    private void open() {
        List<String> words = new ArrayList<>(List.of("new", Player.SESSION, "--rules", game.rules()));
        for (Player each : players) {
            if (each.isSeated()) {
                words.addAll(List.of("--seat", pastime.seat(each)));
            }
        }
        if (host().isSeated()) {
            words.addAll(List.of("--as", host().name()));
            words.addAll(pastime.bringing(host()));
        }
        words.addAll(List.of("--post", "folder:" + host().post()));
        words.addAll(upheaval.deadline());
        type(host(), words.toArray(String[]::new));
    }

    private void join(Player guest) {
        String invitation = guest.root().resolve("invitation.zip").toString();
        List<String> words = new ArrayList<>(List.of("join", invitation, "--post", "folder:" + guest.post()));
        words.addAll(pastime.bringing(guest));
        type(guest, words.toArray(String[]::new));
    }

    /** What goes wrong between two commands. */
    private void misfortune() throws IOException {
        Player whose = Chance.pick(fate, players);
        if (Chance.percent(fate, 4)) {
            whose.setClockBack(1 + fate.nextInt(10_000));
            counts.add(Fault.CLOCK_SET_BACK);
            note(whose + " sets the clock back");
        }
        if (Chance.percent(fate, 3) && !whose.isHost()) {
            whose.goAway(20);
            counts.add(Fault.PLAYER_AWAY);
            note(whose + " goes away");
        }
        if (Chance.percent(fate, 18)) {
            whose.backUp();
            note(whose + " makes a backup");
        }
        if (Chance.percent(fate, 11) && whose.restore(fate)) {
            counts.add(whose.isHost() ? Fault.BACKUP_RESTORED_BY_HOST : Fault.BACKUP_RESTORED_BY_PLAYER);
            note(whose + " restores a backup");
        }
        pastime.misfortune(whose, this);
    }

    private void act(Player who) throws Exception {
        if (who.isHost()) {
            actAsHost(who);
        } else {
            actAsGuest(who);
        }
    }

    private void actAsHost(Player host) throws Exception {
        boolean toPlay = host.isSeated() && host.newestTurn() > 0 && host.newestOrders() <= host.newestTurn();
        if (newestRecord() > 1 && Chance.percent(choice, 12)) {
            goBack(host);
        } else if (toPlay && choice.nextBoolean()) {
            play(host);
        } else if (Chance.percent(choice, 25)) {
            type(host, "-C", Player.SESSION, "resolve", "--now");
        } else {
            type(host, "-C", Player.SESSION, "resolve");
        }
    }

    private void goBack(Player host) throws Exception {
        int newest = newestRecord();
        type(host, "-C", Player.SESSION, "host", "rollback", "--to", earlier(newest), "--reason", "a leak", "--yes");
        if (chainOfHost().newest() > newest) {
            counts.add(Fault.TURNS_STRUCK_THROUGH);
        }
    }

    private String earlier(int newest) {
        return String.valueOf(1 + choice.nextInt(newest - 1));
    }

    private void actAsGuest(Player guest) throws Exception {
        int turn = guest.newestTurn();
        int what = choice.nextInt(100);
        boolean toPlay = turn > 0 && (guest.newestOrders() <= turn ? what < 70 : what < 12);
        if (toPlay) {
            play(guest);
        } else if (turn > 0 && what > 92) {
            type(guest, "submit", Player.TURN);
        } else if (what > 84) {
            type(guest, "-C", Player.SESSION, "fetch", "--ask");
        } else if (what > 80) {
            type(guest, "-C", Player.SESSION, "status");
        } else {
            type(guest, "-C", Player.SESSION, "fetch");
        }
    }

    /** Plans something and submits it, or submits that nothing is done. */
    private void play(Player who) throws Exception {
        if (Chance.percent(choice, 20)) {
            type(who, "submit", Player.TURN, "--empty");
            return;
        }
        if (who.newestTurn() > 1 && Chance.percent(choice, 4)) {
            type(who, "plan", Player.TURN, "rollback-consent", "--to", earlier(who.newestTurn()));
        }
        pastime.play(who, this);
    }

    private int newestRecord() throws Exception {
        return chainOfHost().newest();
    }

    private dmhq.format.archive.Chain chainOfHost() throws Exception {
        return Workspace.open(host().unharmed(), host().folder()).hostArchive().chain();
    }

    /** Ordinary commands in turn, until everyone is where the host is, and a further turn had everyone. */
    private void comeTogether() throws Exception {
        int begun = newestRecord();
        for (int round = 1; !isTogether(begun); round++) {
            if (round > MOST_ROUNDS) {
                throw new AssertionError(
                        MOST_ROUNDS + " rounds after the last fault they are not together: " + stand());
            }
            for (Player guest : guests()) {
                if (guest.newestTurn() < newestRecord()) {
                    type(guest, "-C", Player.SESSION, "fetch", "--ask");
                } else {
                    pastime.submit(guest, this);
                }
                sync.run();
            }
            type(host(), "-C", Player.SESSION, "resolve");
            sync.run();
            if (host().isSeated()) {
                pastime.submit(host(), this);
                sync.run();
            }
            for (Player guest : guests()) {
                type(guest, "-C", Player.SESSION, "fetch");
            }
        }
    }

    private boolean isTogether(int begun) throws Exception {
        var chain = chainOfHost();
        int newest = chain.newest();
        if (newest <= begun
                || !chain.record(newest).absent().isEmpty()
                || chain.waitedFor().size() < chain.seats().size()) {
            return false;
        }
        for (Player each : players) {
            if ((each.isSeated() && each.newestTurn() < newest) || !isKnownByNewestKeys(each)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isKnownByNewestKeys(Player who) throws Exception {
        return new Rotating(Workspace.open(who.unharmed(), who.folder())).due().isEmpty();
    }

    private String stand() throws Exception {
        StringBuilder stand = new StringBuilder("the host is at " + newestRecord());
        for (Player each : players) {
            stand.append(", ")
                    .append(each)
                    .append(" at ")
                    .append(each.newestTurn())
                    .append(" with orders for ")
                    .append(each.newestOrders());
        }
        return stand.toString();
    }

    @Override
    public Typing.@Nullable Outcome type(Player who, String... words) {
        Life life = new Life(who.computer(), chance.named("tear/" + log.size()));
        String kind = who.isHost() + " " + words[0] + words[Math.min(2, words.length - 1)];
        if (!calm && Chance.percent(fate, 14)) {
            Life.End end = fate.nextBoolean() ? Life.End.POWER_CUT : Life.End.KILLED;
            int how = fate.nextInt(4);
            if (how == 0) {
                life.dyingAt(within(kind), end);
            } else if (how == 1) {
                life.dyingInWrite(within(kind + " changes") - 1, end);
            } else {
                life.dyingAtChange(within(kind + " changes"), end);
            }
        } else if (!calm && newestOf(host()) > 0 && Chance.percent(fate, 12)) {
            life.interruptedAt(within(kind), () -> meanwhile(who));
        }
        int losses = who.computer().losses();
        int newest = newestTurn(who);
        try {
            Typing.Outcome outcome = who.run(life, List.of(words));
            lengths.put(kind, life.operations());
            lengths.put(kind + " changes", life.changes());
            note(who + " " + String.join(" ", words) + " -> " + outcome.code() + said(outcome));
            judge(who, outcome);
            hearing.hear(who, outcome.text());
            return outcome;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Death e) {
            boolean power = who.computer().losses() > losses;
            count(life, power);
            diedAfter(who, newest);
            note(who + " " + String.join(" ", words) + " dies " + life.lastWords()
                    + (power ? ", and the disk forgets" : ""));
            return null;
        }
    }

    private static int newestTurn(Player who) {
        try {
            return who.newestTurn();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void diedAfter(Player who, int newest) {
        try {
            hearing.died(who, newest);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int newestOf(Player host) {
        return host.hasSession() ? 1 : 0;
    }

    private int within(String kind) {
        return 1 + fate.nextInt(lengths.getOrDefault(kind, 60) + 5);
    }

    private void count(Life life, boolean lost) {
        counts.add(life.end() == Life.End.KILLED ? Fault.PROCESS_KILLED : Fault.POWER_CUT);
        if (life.isTorn()) {
            counts.add(Fault.WRITE_TORN);
        }
        if (lost) {
            counts.add(Fault.WRITE_LOST_BY_POWER_CUT);
        }
    }

    /** A second command while the first of someone is under way. */
    private void meanwhile(Player busy) {
        Player who = Chance.pick(fate, players);
        if (!who.hasSession()) {
            return;
        }
        String[] words = who.isHost()
                ? new String[] {"-C", Player.SESSION, "resolve"}
                : new String[] {"-C", Player.SESSION, "fetch"};
        Backup before = Backup.of(who.kept());
        Typing.Outcome outcome = who.run(new Life(who.computer(), fate.split()), List.of(words));
        note("  meanwhile " + who + " " + String.join(" ", words) + " -> " + outcome.code() + said(outcome));
        try {
            judge(who, outcome);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        hearing.hear(who, outcome.text());
        if (who != busy) {
            counts.add(Fault.SECOND_COMMAND_OF_ANOTHER);
        } else if (outcome.text().contains("another command is at work")) {
            counts.add(Fault.SECOND_COMMAND_IN_ONE_FOLDER);
            require(outcome.code() == 3, "a second command in one folder exits with " + outcome.code());
            require(Backup.of(who.kept()).hasSameFilesAs(before), "a second command in one folder changed something");
        }
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new AssertionError(sentence);
        }
    }

    /** Nobody at this table lies and every command is well formed, so some things cannot be said. */
    private static void judge(Player who, Typing.Outcome outcome) throws IOException {
        if (outcome.code() == 1) {
            throw new AssertionError(who + " meets an internal failure: " + outcome.text() + who.failures());
        }
        require(outcome.code() != 2, who + " is told of usage: " + outcome.text());
        require(
                !outcome.text().contains("Show it to the other players"),
                who + " is shown evidence against an honest host: " + outcome.text());
        // A turn carries all that its seat has not confirmed to have.
        require(
                who.hasRestored() || !outcome.text().contains("the host is asked to send it"),
                who + " meets a gap: " + outcome.text());
        Matcher submitted = SUBMITTED.matcher(outcome.text());
        if (submitted.find()) {
            int newest = who.newestRevision(Integer.parseInt(submitted.group(1)));
            require(
                    Integer.parseInt(submitted.group(2)) == newest,
                    who + " is told of another revision than " + newest + ": " + outcome.text());
        }
    }

    private static String said(Typing.Outcome outcome) {
        return outcome.text()
                .lines()
                .filter(line -> line.startsWith("dmhq:"))
                .map(line -> " " + line.replaceAll("process [0-9]+", "process N"))
                .findFirst()
                .orElse("");
    }

    @Override
    public void note(String line) {
        log.add(line);
    }
}

package dmhq.world;

import dmhq.cli.Typing;
import dmhq.format.archive.Chain;
import dmhq.format.session.RosterEntry;
import dmhq.format.session.SignedRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** What happens rarely at a table: someone leaves, or makes new keys, or loses files; the host moves deadlines. */
final class Upheaval {

    private static final int MOST_TRIES = 30;

    private static final List<List<String>> AT_THE_DESK = List.of(
            List.of("extend", "--by", "10m"),
            List.of("pause", "--reason", "A storm"),
            List.of("resume"),
            List.of("remind"),
            List.of("settings", "--deadline", "15m", "--grace", "5m"),
            List.of("settings", "--host-first", "no"),
            List.of("settings", "--host-first", "yes"),
            List.of("settings", "--undo"));

    private final SplittableRandom chance;
    private final Counts<Fault> counts;
    private final List<Player> players;
    private final Keyboard keyboard;

    Upheaval(SplittableRandom chance, Counts<Fault> counts, List<Player> players, Keyboard keyboard) {
        this.chance = chance;
        this.counts = counts;
        this.players = players;
        this.keyboard = keyboard;
    }

    /** Returns how long a turn takes, for {@code new}; nothing where nobody hurries. */
    List<String> deadline() {
        return chance.nextBoolean() ? List.of("--deadline", "20m") : List.of();
    }

    /** Lets something happen, or mostly nothing. */
    void happen() throws IOException {
        Player who = Chance.pick(chance, players);
        int what = chance.nextInt(100);
        if (what < 4) {
            keyboard.type(who, "identity", "rotate");
        } else if (what < 8 && who.newestTurn() != 0) {
            // Who has no turn yet, made new keys, and lost even the join is answered only by the host's next turn.
            loseFiles(who);
        } else if (what < 12 && !who.isHost()) {
            keyboard.type(who, "-C", Player.SESSION, "leave", "--yes");
            who.goAway(15);
        } else if (what < 20 && who.isHost()) {
            sitAtTheDesk(who);
        }
    }

    private void sitAtTheDesk(Player host) {
        List<String> words = new ArrayList<>(List.of("-C", Player.SESSION, "host"));
        if (Chance.percent(chance, 15)) {
            words.addAll(List.of("skip", Chance.pick(chance, players).name()));
        } else {
            words.addAll(Chance.pick(chance, AT_THE_DESK));
        }
        Typing.Outcome outcome = keyboard.type(host, words.toArray(String[]::new));
        if (outcome != null
                && outcome.code() == 0
                && List.of("extend", "pause", "resume").contains(words.get(3))) {
            counts.add(Fault.DEADLINE_MOVED);
        }
    }

    private void loseFiles(Player who) throws IOException {
        Path needed = who.folder().resolve("turn.zip");
        if (who.isHost()) {
            needed = loseAnArchive(who);
        } else {
            who.loseFolder();
            counts.add(Fault.FOLDER_LOST_BY_PLAYER);
            keyboard.note(who + " loses the folder");
        }
        recover(who, needed);
    }

    /** Types it until it has come to its end, with the one file that everybody has been sent or has sent. */
    private void recover(Player who, Path needed) {
        Player invited = who.isHost() ? players.get(1) : who;
        String invitation = invited.root().resolve("invitation.zip").toString();
        String post = "folder:" + who.post();
        boolean done = false;
        for (int tries = 0; !done; tries++) {
            if (tries == MOST_TRIES) {
                throw new AssertionError("what " + who + " has lost cannot be recovered");
            }
            Typing.Outcome outcome = keyboard.type(who, "-C", Player.SESSION, "recover", invitation, "--post", post);
            done = outcome != null && Files.exists(needed) && outcome.text().contains("he folder holds the session");
        }
    }

    /** A host has only its own disk, which loses an archive, or a part of it. */
    private Path loseAnArchive(Player host) throws IOException {
        Path archive = host.folder().resolve(host.isSeated() && chance.nextInt(3) == 0 ? "turn.zip" : "session.zip");
        byte[] bytes = Files.readAllBytes(archive);
        host.computer().forget();
        host.hasLostFiles();
        counts.add(Fault.ARCHIVE_LOST_BY_HOST);
        keyboard.note(host + " loses " + archive.getFileName());
        if (chance.nextBoolean()) {
            Files.delete(archive);
        } else {
            Files.write(archive, Arrays.copyOf(bytes, chance.nextInt(bytes.length)));
        }
        return archive;
    }

    /** Counts what has come of it in the records of the session. */
    void count(Chain chain) {
        for (SignedRecord record : chain.records()) {
            for (RosterEntry entry : record.record().roster()) {
                if (entry instanceof RosterEntry.Left) {
                    counts.add(Fault.PLAYER_LEFT);
                } else if (entry instanceof RosterEntry.Rotated rotated) {
                    boolean host = rotated.request().rotation().party().isHost();
                    counts.add(host ? Fault.KEYS_CHANGED_BY_HOST : Fault.KEYS_CHANGED_BY_PLAYER);
                } else if (entry instanceof RosterEntry.SettingsChanged) {
                    counts.add(Fault.SETTINGS_CHANGED);
                }
            }
        }
    }
}

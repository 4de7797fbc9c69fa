package dmhq.world;

import dmhq.world.mekhq.PlayedCampaign;
import dmhq.world.mekhq.Release;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/** A player's campaign: its saves, of which one is played on with. */
final class Company {

    private static final int MOST_CAPITAL = 1_000_000;

    private final String name;
    private final int team;
    private final Path folder;
    private final long capital;
    private final List<Path> all = new ArrayList<>();
    private Path save;
    private int saves;
    private boolean unsettled;

    /** Begins a campaign around 10 April 3025, with an amount of C-bills that the chance draws. */
    Company(Player player, int team, SplittableRandom chance) throws IOException {
        this.name = player.name();
        this.team = team;
        this.folder = player.root().resolve("saves");
        this.capital = 1L + chance.nextInt(MOST_CAPITAL);
        Files.createDirectories(folder);
        Release release = Chance.pick(chance, List.of(Release.values()));
        UUID id = Chance.uuid(chance);
        LocalDate date = LocalDate.of(3025, 4, 10).plusDays(chance.nextInt(4));
        this.save = fresh();
        release.begin(id, "Company of " + name, date, "Galatea", capital).saveAs(save);
        all.add(save);
    }

    private Path fresh() {
        saves++;
        return folder.resolve(name + "-" + saves + ".cpnx");
    }

    int team() {
        return team;
    }

    /** Returns the C-bills it began with. */
    long capital() {
        return capital;
    }

    /** Returns the save that is played on with. */
    Path save() {
        return save;
    }

    PlayedCampaign load() throws IOException {
        return PlayedCampaign.load(save);
    }

    /** Saves a campaign that was played, under a new name, and plays on with that. */
    void save(PlayedCampaign played) throws IOException {
        Path next = fresh();
        played.saveAs(next);
        playOnWith(next);
    }

    /** Plays on with a save, which is then the latest that was loaded. */
    void playOnWith(Path next) {
        all.remove(next);
        all.add(next);
        save = next;
    }

    /** Returns the saves that are not played on with, the last loaded first. */
    List<Path> others() {
        List<Path> others = new ArrayList<>(all);
        others.remove(save);
        Collections.reverse(others);
        return others;
    }

    /** Tells whether the player does not know what became of a settlement: the command died. */
    boolean isUnsettled() {
        return unsettled;
    }

    void setUnsettled(boolean still) {
        unsettled = still;
    }
}

package dmhq.world;

import dmhq.format.SeatId;
import dmhq.format.archive.SessionArchive;
import dmhq.workspace.Game;
import dmhq.world.wharf.Wharf;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;

/** The game of the wharf, for which nobody needs more than their orders. */
final class Fishing implements Pastime {

    private final Wishes wishes;

    Fishing(Chance chance) {
        this.wishes = new Wishes(chance.named("wishes"));
    }

    @Override
    public String seat(Player player) {
        return player.name();
    }

    @Override
    public List<String> bringing(Player player) {
        return List.of();
    }

    @Override
    public void play(Player player, Keyboard keyboard) throws Exception {
        Path wish = player.root().resolve("wish.json");
        Files.writeString(wish, wishes.draw((Wharf) player.view(), new SeatId(player.name())));
        keyboard.type(player, "plan", Player.TURN, "--file", wish.toString());
        keyboard.type(player, "submit", Player.TURN);
    }

    @Override
    public void submit(Player player, Keyboard keyboard) throws Exception {
        if (player.hasPlanned()) {
            keyboard.type(player, "submit", Player.TURN);
        } else {
            keyboard.type(player, "submit", Player.TURN, "--empty");
        }
    }

    @Override
    public void misfortune(Player player, Keyboard keyboard) {}

    @Override
    public void inspect(SessionArchive host, SortedMap<String, Belongings> belongings, Counts<Checked> checked)
            throws Exception {
        checked.add(Checked.FISH, Books.of(host).check((Wharf) Game.of(host).state()));
    }
}

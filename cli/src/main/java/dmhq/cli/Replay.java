package dmhq.cli;

import dmhq.format.archive.SessionArchive;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Steps through a session at a terminal: what is typed says where to go, and nothing typed ends it. */
final class Replay {

    private static final String KEYS =
            "Type Enter to go on, b to go back, a turn's number, e for one event at a time or"
                    + " whole turns again, q to end.";

    private final Terminal terminal;
    private final SessionArchive archive;
    private final int newest;
    private List<String> lines = List.of();
    private int turn;
    private int told;
    private boolean oneByOne;

    Replay(Terminal terminal, SessionArchive archive) {
        this.terminal = terminal;
        this.archive = archive;
        this.newest = archive.chain().newest();
    }

    /** Steps from a turn on, until the player has enough or the newest turn is told. */
    void from(int first) throws IOException {
        begin(first);
        while (true) {
            Optional<String> typed = terminal.typed(prompt());
            if (typed.isEmpty() || typed.get().equals("q") || !follow(typed.get())) {
                return;
            }
        }
    }

    private String prompt() {
        return "-- turn " + turn + " of " + newest + (told < lines.size() ? ", event by event" : "")
                + " (Enter, b, number, e, q) ";
    }

    /** Does what was typed; returns whether there is more to see. */
    private boolean follow(String typed) {
        if (typed.isEmpty()) {
            return goOn();
        } else if (typed.equals("b")) {
            begin(Math.max(1, turn - 1));
        } else if (typed.equals("e")) {
            oneByOne = !oneByOne;
            terminal.print(oneByOne ? "One event at a time from now on." : "Whole turns from now on.");
        } else if (typed.matches("[0-9]{1,6}")) {
            jump(Integer.parseInt(typed));
        } else {
            terminal.print(KEYS);
        }
        return true;
    }

    private boolean goOn() {
        if (told < lines.size()) {
            tell();
        } else if (turn < newest) {
            begin(turn + 1);
        } else {
            terminal.print("That was the newest turn.");
            return false;
        }
        return true;
    }

    private void jump(int number) {
        if (number < 1 || number > newest) {
            terminal.print("There is no turn " + number + "; they have the numbers 1 to " + newest + ".");
        } else {
            begin(number);
        }
    }

    private void begin(int number) {
        List<String> all = new ArrayList<>();
        new Story(all::add, terminal.instants()).tellTurn(archive, number);
        turn = number;
        lines = all;
        told = 0;
        tell();
    }

    /** Tells the rest of the turn, or the next line of it. */
    private void tell() {
        int end = oneByOne ? told + 1 : lines.size();
        lines.subList(told, end).forEach(terminal::print);
        told = end;
    }
}

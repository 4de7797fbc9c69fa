package dmhq.world;

import java.io.IOException;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What players were told of orders of theirs that did not come, and when they could not be told anything. */
final class Hearing {

    private static final Pattern ALARM = Pattern.compile("WITHOUT your orders for turn ([0-9]+)");

    private final SortedMap<String, SortedSet<Integer>> told = new TreeMap<>();

    private SortedSet<Integer> of(Player who) {
        return told.computeIfAbsent(who.name(), name -> new TreeSet<>());
    }

    /** Hears what a command said. */
    void hear(Player who, String text) {
        Matcher alarm = ALARM.matcher(text);
        while (alarm.find()) {
            of(who).add(Integer.parseInt(alarm.group(1)));
        }
    }

    /** Counts turns as told that a command took in before it died. */
    void died(Player who, int before) throws IOException {
        for (int turn = before + 1; turn <= who.newestTurn(); turn++) {
            of(who).add(turn);
        }
    }

    /** Tells whether a player knows that the orders for a turn have not come. */
    boolean knows(Player who, int turn) {
        return of(who).contains(turn);
    }
}

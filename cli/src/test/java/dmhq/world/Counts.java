package dmhq.world;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How often each of some things has happened. */
final class Counts<E extends Enum<E>> {

    private final Class<E> things;
    private final Map<E, Long> counts;

    Counts(Class<E> things) {
        this.things = things;
        this.counts = new EnumMap<>(things);
    }

    void add(E thing) {
        add(thing, 1);
    }

    void add(E thing, long times) {
        counts.merge(thing, times, Long::sum);
    }

    void add(Counts<E> others) {
        others.counts.forEach(this::add);
    }

    private long of(E thing) {
        return counts.getOrDefault(thing, 0L);
    }

    /** Returns what never happened of what can happen in a game. */
    List<String> missing(Pastimes game) {
        return known(game).filter(thing -> of(thing) == 0).map(Counts::words).toList();
    }

    /** Returns a line for each thing that can happen in a game. */
    String lines(Pastimes game) {
        return known(game)
                .map(thing -> String.format(Locale.ROOT, "%9d  %s", of(thing), words(thing)))
                .collect(Collectors.joining("\n"));
    }

    private Stream<E> known(Pastimes game) {
        return Stream.of(things.getEnumConstants()).filter(game::knows);
    }

    private static String words(Enum<?> thing) {
        return thing.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}

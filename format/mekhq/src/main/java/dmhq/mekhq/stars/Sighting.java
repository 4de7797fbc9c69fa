package dmhq.mekhq.stars;

import java.time.LocalDate;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What files say of one system, the later ones correcting the earlier. */
final class Sighting {

    private final SortedMap<LocalDate, Stations> events = new TreeMap<>();
    private @Nullable Double x;
    private @Nullable Double y;
    private String starClass = "";
    private String subtype = "";
    private String spectralType = "";

    /** Which jump points have a station; null where that is as it was. */
    private record Stations(
            @Nullable Boolean zenith, @Nullable Boolean nadir) {

        Stations correctedBy(Stations later) {
            return new Stations(
                    later.zenith == null ? zenith : later.zenith, later.nadir == null ? nadir : later.nadir);
        }
    }

    void setX(double value) {
        x = value;
    }

    void setY(double value) {
        y = value;
    }

    void setStarClass(String value) {
        starClass = value;
    }

    void setSubtype(String value) {
        subtype = value;
    }

    void setSpectralType(String value) {
        spectralType = value;
    }

    /** Notes which stations there are from a day on; null says nothing of that one. */
    void addStations(LocalDate from, @Nullable Boolean zenith, @Nullable Boolean nadir) {
        if (zenith != null || nadir != null) {
            events.merge(from, new Stations(zenith, nadir), Stations::correctedBy);
        }
    }

    /** Returns the system; empty as long as nobody has said where it lies. */
    Optional<StarSystem> system(String id) {
        if (x == null || y == null) {
            return Optional.empty();
        }
        return Optional.of(new StarSystem(id, x, y, hours(), stations()));
    }

    private int hours() {
        return Star.hours(starClass.isEmpty() ? spectralType : starClass + subtype);
    }

    private SortedMap<LocalDate, Boolean> stations() {
        SortedMap<LocalDate, Boolean> open = new TreeMap<>();
        Stations now = new Stations(false, false);
        for (var event : events.entrySet()) {
            now = now.correctedBy(event.getValue());
            open.put(event.getKey(), Boolean.TRUE.equals(now.zenith) || Boolean.TRUE.equals(now.nadir));
        }
        return open;
    }
}

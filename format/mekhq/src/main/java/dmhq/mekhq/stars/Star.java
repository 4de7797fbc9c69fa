package dmhq.mekhq.stars;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How fast stars recharge a JumpShip, as MekHQ reckons it from 2018 on. */
final class Star {

    /** What an unknown star is taken for: one like the Sun. */
    static final int UNKNOWN_HOURS = 183;

    private static final String CLASSES = "OBAFGKM";
    private static final int FASTEST_HOURS = 141;
    private static final int HOURS_A_CLASS = 10;
    private static final Pattern TYPE = Pattern.compile("\\s*([OBAFGKM])\\s*([0-9])(?:\\.[0-9]+)?\\s*(?:[IV].*)?");

    private Star() {}

    /**
     * Returns the hours for a spectral type such as {@code G2V}, from O0 to M9; those of an unknown star
     * for any other.
     */
    static int hours(String spectralType) {
        Matcher type = TYPE.matcher(spectralType);
        return type.matches()
                ? FASTEST_HOURS + HOURS_A_CLASS * CLASSES.indexOf(type.group(1)) + Integer.parseInt(type.group(2))
                : UNKNOWN_HOURS;
    }
}

package dmhq.transports;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The rule for parcel names: a file name that every file system, sync program and mail can hold.
 *
 * <p>1 to 200 printable ASCII characters. (Letters beyond ASCII are respelled by some file systems
 * on the way.) Refused are {@code : / \ ? * " < > |}, a dot or space at either end, names of Windows devices, and what sync programs and half-finished writes leave behind.
 */
public final class ParcelName {

    private static final int LONGEST = 200;

    private static final Pattern OUTSIDE_ASCII = Pattern.compile("[^\\x20-\\x7E]");
    private static final Pattern RESERVED = Pattern.compile("[:/\\\\?*\"<>|]");
    private static final Pattern LOOSE_END = Pattern.compile("^[. ].*|.*[. ]$");
    private static final Pattern DEVICE = Pattern.compile(
            "(?:con|prn|aux|nul|conin\\$|conout\\$|com[0-9]|lpt[0-9]) *(?:\\..*)?", Pattern.CASE_INSENSITIVE);

    private ParcelName() {}

    /** Returns why a name is refused, as the end of a sentence, or empty if it is a parcel name. */
    public static Optional<String> objection(String name) {
        if (name.isEmpty() || name.length() > LONGEST) {
            return Optional.of("has not 1 to " + LONGEST + " characters");
        }
        if (OUTSIDE_ASCII.matcher(name).find()) {
            return Optional.of("has characters beyond printable ASCII");
        }
        if (RESERVED.matcher(name).find()) {
            return Optional.of("has one of : / \\ ? * \" < > |");
        }
        if (LOOSE_END.matcher(name).matches()) {
            return Optional.of("starts or ends with a dot or space");
        }
        if (isDevice(name)) {
            return Optional.of("is a device on Windows");
        }
        if (Leftover.is(name)) {
            return Optional.of("looks like what a sync program leaves behind");
        }
        return Optional.empty();
    }

    /** Tells whether Windows takes a name for a device, and has no file or folder of it. */
    public static boolean isDevice(String name) {
        return DEVICE.matcher(name).matches();
    }

    /**
     * Returns the name.
     *
     * @throws IllegalArgumentException if there is an objection to it
     */
    public static String require(String name) {
        objection(name).ifPresent(reason -> {
            throw new IllegalArgumentException("parcel name '" + name + "' " + reason);
        });
        return name;
    }
}

package dmhq.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The screen on which a person reads what is printed. */
final class Screen {

    private static final int USUAL = 80;

    private static final int NARROWEST = 20;

    private static final Path ERRORS = Path.of("/dev/stderr");

    private Screen() {}

    /**
     * Returns how many characters its lines have room for; 0 where something of what is printed goes to
     * a file or a program.
     *
     * @param said what the shell says; null where it says nothing
     */
    static int columns(@Nullable String said) {
        return HiddenAnswers.isAttended() && showsErrors() ? width(said) : 0;
    }

    /** Returns how many columns a shell speaks of; the usual ones where it says nothing that can be right. */
    static int width(@Nullable String said) {
        int width = said != null && said.matches("[0-9]{1,4}") ? Integer.parseInt(said) : USUAL;
        return width < NARROWEST ? USUAL : width;
    }

    /** Java tells of input and output only; where there is no such file, errors hardly go elsewhere. */
    private static boolean showsErrors() {
        try {
            return ERRORS.toRealPath().startsWith("/dev");
        } catch (IOException e) {
            return !Files.exists(ERRORS, LinkOption.NOFOLLOW_LINKS);
        }
    }
}

package dmhq.workspace;

import dmhq.format.Bytes;
import dmhq.format.Digest;
import dmhq.format.disk.Disk;
import dmhq.mekhq.EditedSave;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The new save beside the player's own: how it is called, and writing it.
 *
 * @param source the save it was made from
 */
record NewSave(Disk disk, PlayerSave source, EditedSave edited) {

    private static final Pattern NAME =
            Pattern.compile("(?<stem>.*?)(?<packing>(\\.cpnx|\\.xml)?(\\.gz)?)", Pattern.CASE_INSENSITIVE);
    private static final String OF_BEFORE = "-(dmhq-\\d+-\\d\\d-\\d\\d(-\\d+)?|settled-\\d+)$";

    /**
     * Writes it, and reads it back. Where the very same save is there already, a kill came in between, and
     * nothing is left to write.
     *
     * @param out where to; null for a name beside the save
     * @throws Refusal if it would replace another file, or the save is another one than was read
     */
    Path write(@Nullable Path out) throws Refusal, IOException {
        Path target = out == null ? beside() : out.toAbsolutePath().normalize();
        if (target.equals(source.file())) {
            throw new Refusal(
                    "the new save would replace " + target + ", which dmhq never does; choose another name with --out");
        }
        if (isThere(target)) {
            return target;
        }
        if (disk.exists(target)) {
            throw new Refusal(target + " is there already and is another file; choose another name with --out");
        }
        requireUnchanged();
        disk.write(target, edited.file());
        PlayerSave after = PlayerSave.read(disk, target);
        if (after.save().funds() != edited.save().funds()) {
            throw new IllegalStateException(target + " reads back with other funds than were written");
        }
        return target;
    }

    /** The save's name and date, and from the second one of a day on a number. */
    private Path beside() throws IOException {
        Matcher name = NAME.matcher(source.file().getFileName().toString());
        if (!name.matches()) {
            throw new IllegalStateException("every name has a stem: " + source.file());
        }
        String stem = name.group("stem").replaceFirst(OF_BEFORE, "") + "-dmhq-"
                + source.save().date();
        Path target = source.file().resolveSibling(stem + name.group("packing"));
        for (int number = 2; disk.exists(target) && !isThere(target); number++) {
            target = source.file().resolveSibling(stem + "-" + number + name.group("packing"));
        }
        return target;
    }

    private boolean isThere(Path target) throws IOException {
        return disk.exists(target) && disk.size(target).isPresent() && Arrays.equals(disk.read(target), edited.file());
    }

    private void requireUnchanged() throws Refusal, IOException {
        if (!Digest.of(Bytes.of(disk.read(source.file()))).equals(source.digest())) {
            throw new Refusal(source.file() + " was changed by another program while dmhq worked on it;"
                    + " close MekHQ, and apply to the save again");
        }
    }
}

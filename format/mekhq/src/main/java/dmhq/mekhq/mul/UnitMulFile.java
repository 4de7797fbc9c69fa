package dmhq.mekhq.mul;

import java.util.List;
import java.util.UUID;

/** A list of units as it was written, and what a player should know of it. */
public final class UnitMulFile {

    private final byte[] file;
    private final UnitMul mul;
    private final List<UUID> withoutCrew;
    private final List<UUID> gone;

    UnitMulFile(byte[] file, UnitMul mul, List<UUID> withoutCrew, List<UUID> gone) {
        this.file = file;
        this.mul = mul;
        this.withoutCrew = List.copyOf(withoutCrew);
        this.gone = List.copyOf(gone);
    }

    /** Returns a copy of the file's bytes: XML in UTF-8. The same units of the same save give the same bytes. */
    public byte[] file() {
        return file.clone();
    }

    /** Returns the file as it was read again. */
    public UnitMul mul() {
        return mul;
    }

    /** Returns the units in it that have nobody who could play them; MegaMek leaves its default crew in those. */
    public List<UUID> withoutCrew() {
        return withoutCrew;
    }

    /** Returns the units that the force still names though the save no longer has them; they are not in it. */
    public List<UUID> gone() {
        return gone;
    }
}

package dmhq.workspace;

import dmhq.format.disk.Disk;
import dmhq.mekhq.facts.Force;
import dmhq.mekhq.facts.Unit;
import dmhq.mekhq.mul.MulException;
import dmhq.mekhq.mul.UnitMulFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Writes units of a save into a file for MegaMek. */
public final class ForceExport {

    private final Disk disk;
    private final PlayerSave save;

    /** Exports from a save. */
    public ForceExport(Disk disk, PlayerSave save) {
        this.disk = disk;
        this.save = save;
    }

    /** Returns the forces of the save, each in front of those within it. */
    public List<Force> forces() {
        return save.save().forces();
    }

    /** Returns how deep a force lies: 0 for a root. */
    public int depth(Force force) {
        return forces().stream()
                .filter(each -> each.id() == force.parent())
                .findFirst()
                .map(above -> 1 + depth(above))
                .orElse(0);
    }

    /** Returns how many units a force and those within it name. */
    public int units(Force force) {
        return force.units().size()
                + forces().stream()
                        .filter(each -> each.parent() == force.id())
                        .mapToInt(this::units)
                        .sum();
    }

    /**
     * Returns the force that is meant by a number or a name, whatever its letters' case.
     *
     * @throws Refusal if there is none, or more than one of that name
     */
    public Force force(String wanted) throws Refusal {
        List<Force> found = forces().stream()
                .filter(force -> Integer.toString(force.id()).equals(wanted) || isCalled(force.name(), wanted))
                .toList();
        if (found.size() != 1) {
            throw new Refusal(
                    found.isEmpty()
                            ? "the save " + save.file() + " has no force '" + wanted
                                    + "'; name one of those that 'dmhq export force' lists"
                            : "the save " + save.file() + " has " + found.size() + " forces '" + wanted
                                    + "'; name the one that is meant by its number");
        }
        return found.get(0);
    }

    /**
     * Returns a force and those within it as a file for MegaMek.
     *
     * @throws Refusal if it has no unit, or one of them cannot be written
     */
    public UnitMulFile mul(Force force) throws Refusal {
        try {
            UnitMulFile file = save.save().mulOfForce(force.id());
            if (file.mul().units().isEmpty()) {
                throw new Refusal("the force '" + force.name() + "' has no units; name one that has");
            }
            return file;
        } catch (MulException e) {
            throw new Refusal(save.file().toString(), e, "name another force, or its units with --unit");
        }
    }

    /**
     * Returns units as a file for MegaMek.
     *
     * @param wanted ids, or names as players say them, whatever their letters' case
     * @throws Refusal if a unit is not there or cannot be written, or a name fits several
     */
    public UnitMulFile mul(List<String> wanted) throws Refusal {
        Set<UUID> units = new LinkedHashSet<>();
        for (String each : wanted) {
            units.add(unit(each).id());
        }
        try {
            return save.save().mulOfUnits(units);
        } catch (MulException e) {
            throw new Refusal(save.file().toString(), e, "name other units");
        }
    }

    private Unit unit(String wanted) throws Refusal {
        List<Unit> found = save.save().units().stream()
                .filter(unit -> isCalled(unit.id().toString(), wanted) || isCalled(unit.name(), wanted))
                .toList();
        if (found.size() != 1) {
            throw new Refusal(
                    found.isEmpty()
                            ? "the save " + save.file() + " has no unit '" + wanted + "'; name it by chassis and model"
                            : "the save " + save.file() + " has " + found.size() + " units '" + wanted
                                    + "'; name the one that is meant by its id: " + ids(found.stream()));
        }
        return found.get(0);
    }

    private static String ids(Stream<Unit> units) {
        return String.join(", ", units.map(unit -> unit.id().toString()).toList());
    }

    private static boolean isCalled(String name, String wanted) {
        return name.toLowerCase(Locale.ROOT).equals(wanted.toLowerCase(Locale.ROOT));
    }

    /**
     * Writes the file. One of the same content that is there already, as after a kill, is left as it is.
     *
     * @throws Refusal if there is another file of that name
     */
    public void write(UnitMulFile mul, Path to) throws Refusal, IOException {
        if (!disk.exists(to)) {
            disk.write(to, mul.file());
        } else if (!Arrays.equals(disk.read(to), mul.file())) {
            throw new Refusal("there is another file " + to + "; name one with --out that is not there yet");
        }
    }
}

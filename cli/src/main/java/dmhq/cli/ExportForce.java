package dmhq.cli;

import dmhq.format.json.Json;
import dmhq.mekhq.facts.Force;
import dmhq.mekhq.mul.MulPilot;
import dmhq.mekhq.mul.MulUnit;
import dmhq.mekhq.mul.UnitMulFile;
import dmhq.transports.ParcelName;
import dmhq.workspace.ForceExport;
import dmhq.workspace.PlayerSave;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dmhq export force}: a force of a save, or any of its units, as a MUL. */
@Command(
        name = "force",
        description = {
            "Write a force with those within it, or any units, with their pilots into a MUL, the list of units that"
                    + " MegaMek and MekHQ's bot forces load. Gunnery and piloting are worked out from the skills in the"
                    + " save. Without a force, those of the save are listed.",
        },
        mixinStandardHelpOptions = true,
        footer = {"", "Example: dmhq export force ~/mekhq/campaigns/foxs-teeth.cpnx \"Command Lance\""})
final class ExportForce implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "SAVE", description = "The save; nothing in it is changed.")
    @SuppressWarnings("NullAway.Init")
    private Path save;

    @Parameters(index = "1", arity = "0..1", paramLabel = "FORCE", description = "The force's name or number.")
    private @Nullable String force;

    @Option(
            names = "--unit",
            paramLabel = "UNIT",
            description = "A unit, by chassis and model or by id, instead of a force; may be repeated.")
    private List<String> units = List.of();

    @Option(names = "--out", paramLabel = "FILE", description = "The file to write; by default named by the force.")
    private @Nullable Path out;

    @Option(names = "--json", description = "Print the list of forces as JSON.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private final Terminal terminal;

    ExportForce(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        if (force != null && !units.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "Name a force or units with --unit, not both");
        }
        if (json && (force != null || !units.isEmpty())) {
            throw new ParameterException(spec.commandLine(), "With --json forces are listed; name none, and no units");
        }
        var disk = terminal.surroundings().disk();
        ForceExport export = new ForceExport(
                disk, PlayerSave.read(disk, terminal.folder().resolve(save).normalize()));
        if (force != null) {
            Force found = export.force(force);
            write(export, export.mul(found), name(found.name()));
        } else if (!units.isEmpty()) {
            write(export, export.mul(units), "units.mul");
        } else if (json) {
            terminal.print(asJson(export));
        } else {
            list(export);
        }
        return ExitCode.DONE;
    }

    private void list(ForceExport export) {
        if (export.forces().isEmpty()) {
            terminal.print("There is no force in " + save + ".");
            return;
        }
        for (Force each : export.forces()) {
            terminal.print("  ".repeat(1 + export.depth(each)) + each.id() + "  " + each.name() + ", "
                    + Counted.of(export.units(each), "unit"));
        }
        terminal.next("dmhq export force " + save + " NUMBER");
    }

    private Json asJson(ForceExport export) {
        Map<String, Json> json = new LinkedHashMap<>();
        json.put("save", new Json.Text(save.toString()));
        json.put(
                "forces",
                new Json.Elements(export.forces().stream()
                        .<Json>map(each -> asJson(export, each))
                        .toList()));
        return new Json.Members(json);
    }

    private static Json asJson(ForceExport export, Force force) {
        Map<String, Json> json = new LinkedHashMap<>();
        json.put("number", Json.Amount.of(force.id()));
        json.put("name", new Json.Text(force.name()));
        json.put("within", export.depth(force) == 0 ? new Json.Null() : Json.Amount.of(force.parent()));
        json.put("units", Json.Amount.of(export.units(force)));
        return new Json.Members(json);
    }

    private void write(ForceExport export, UnitMulFile mul, String usual) throws Exception {
        Path named = out == null ? terminal.folder().getFileSystem().getPath(usual) : out;
        export.write(mul, terminal.folder().resolve(named).normalize());
        for (MulUnit unit : mul.mul().units()) {
            terminal.say("  " + unit.name() + ": " + crew(unit));
        }
        if (!mul.gone().isEmpty()) {
            terminal.say("Left out, as the save names " + Counted.of(mul.gone().size(), "unit")
                    + " in the force that it no longer has.");
        }
        terminal.say("Wrote " + Counted.of(mul.mul().units().size(), "unit") + " to " + named + ".");
        terminal.next("in MegaMek: load the file as units; in MekHQ: load it into a bot force");
    }

    private static String crew(MulUnit unit) {
        return unit.crew().isEmpty()
                ? "nobody is in it; MegaMek gives it a crew of its own"
                : unit.crew().stream().map(ExportForce::pilot).collect(Collectors.joining("; "));
    }

    private static String pilot(MulPilot pilot) {
        return pilot.name() + ", gunnery " + pilot.gunnery() + ", piloting " + pilot.piloting()
                + (pilot.hits() == 0 ? "" : ", " + Counted.of(pilot.hits(), "hit"));
    }

    /** A name that every file system takes. */
    private static String name(String force) {
        String plain = force.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{Nd}]+", "-")
                .replaceAll("^-+|-+$", "");
        return (plain.isEmpty() || ParcelName.isDevice(plain) ? "force" : plain) + ".mul";
    }
}

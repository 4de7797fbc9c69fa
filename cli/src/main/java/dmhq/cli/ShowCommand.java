package dmhq.cli;

import dmhq.format.archive.ArchiveException;
import dmhq.format.archive.Extract;
import dmhq.format.archive.PackedFile;
import dmhq.format.archive.SessionArchive;
import dmhq.format.json.Codec;
import dmhq.format.json.Json;
import dmhq.format.session.Manifest;
import dmhq.workspace.Extracting;
import dmhq.workspace.Refusal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dmhq show}: what a file holds. */
@Command(
        name = "show",
        description = "Show what a file holds: any archive, sealed to you or open.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example: dmhq show turn.zip", "Example: dmhq show turn.zip --extract opened"})
final class ShowCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "The file.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(names = "--json", description = "Print the manifest as JSON.")
    private boolean json;

    @Option(
            names = "--extract",
            paramLabel = "DIR",
            description = "Instead, write all of it into a new folder, with signatures that ssh-keygen can check.")
    private @Nullable Path extract;

    private final Terminal terminal;

    ShowCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        try {
            byte[] opened = UnsealedFile.read(terminal, file);
            PackedFile packed = PackedFile.read(opened);
            if (extract != null) {
                extract(opened, packed.manifest(), extract);
            } else if (json) {
                terminal.print(asJson(packed.manifest()));
            } else {
                show(packed);
            }
            return ExitCode.DONE;
        } catch (ArchiveException e) {
            throw new Refusal(file.toString(), e, "ask its sender for the file again");
        }
    }

    private void extract(byte[] opened, Manifest manifest, Path folder) throws ArchiveException, Refusal, IOException {
        Extracting extracting =
                new Extracting(terminal.surroundings(), terminal.folder().resolve(folder));
        Extract content = Extract.of(opened);
        extracting.write(content);
        if (json) {
            terminal.print(asJson(manifest));
            return;
        }
        new ExtractReport(terminal, folder).tell(content, manifest.from());
    }

    /** The manifest as it lies in the file, but for instants, which every command prints alike. */
    private static Json.Members asJson(Manifest manifest) {
        Map<String, Json> members = membersOf(Codec.of(Manifest.class).encode(manifest));
        members.put("created_at", text(manifest.createdAt()));
        members.put("last_modified", text(manifest.lastModified()));
        Map<String, Json> state = membersOf(Codec.of(Manifest.GameState.class).encode(manifest.gameState()));
        Instant deadline = manifest.gameState().turnDeadline();
        state.put("turn_deadline", deadline == null ? new Json.Null() : text(deadline));
        members.put("game_state", new Json.Members(state));
        return new Json.Members(members);
    }

    private static Map<String, Json> membersOf(Json object) {
        return new LinkedHashMap<>(((Json.Members) object).members());
    }

    private static Json text(Instant instant) {
        return new Json.Text(instant.toString());
    }

    private void show(PackedFile packed) throws ArchiveException {
        Manifest manifest = packed.manifest();
        // Read first: of a session that does not hold, nothing is shown.
        SessionArchive session = switch (manifest.kind()) {
            case SESSION -> SessionArchive.read(packed);
            case CLOSING -> SessionArchive.readClosing(packed);
            default -> null;
        };
        terminal.print("A file of kind " + manifest.kind().name().toLowerCase(Locale.ROOT) + ", of session "
                + manifest.sessionId());
        terminal.print("  from " + manifest.from() + (manifest.to() == null ? "" : " to " + manifest.to()) + ", packed "
                + manifest.lastModified() + " and signed by " + packed.packer().fingerprint());
        terminal.print(
                "  turn " + manifest.totalTurnsPlayed() + " is played, turn " + manifest.currentTurn() + " comes next");
        for (Manifest.Player player : manifest.players()) {
            terminal.print("  seat " + player.playerId() + ": "
                    + player.status().name().toLowerCase(Locale.ROOT) + ", last orders in turn "
                    + player.lastActionTurn());
        }
        terminal.print("Entries:");
        for (Manifest.Listed entry : manifest.entries()) {
            terminal.printExactly(String.format(
                    Locale.ROOT, "  %9d  %s  %s", entry.size(), entry.digest().abbreviated(), entry.name()));
        }
        if (session != null) {
            new Story(terminal).tell(session, 1);
        }
    }
}

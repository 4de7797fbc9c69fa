package dmhq.workspace;

import dmhq.format.SeatId;
import dmhq.format.json.Codec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How often a host has withdrawn invitations to take over a seat. */
final class Withdrawals {

    private static final Codec<All> CODEC = Codec.of(All.class);

    /** The form of the file. */
    public record All(List<Of> withdrawn) {

        public All {
            withdrawn = List.copyOf(withdrawn);
        }
    }

    /** The withdrawals of one seat. */
    public record Of(SeatId seat, int times) {}

    private final Workspace workspace;

    Withdrawals(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * Returns how often it was done for a seat.
     *
     * @throws Refusal if the file is damaged
     */
    int of(SeatId seat) throws Refusal, IOException {
        return read().withdrawn().stream()
                .filter(each -> each.seat().equals(seat))
                .mapToInt(Of::times)
                .sum();
    }

    void add(SeatId seat) throws Refusal, IOException {
        List<Of> all = new ArrayList<>(read().withdrawn());
        int times = of(seat) + 1;
        all.removeIf(each -> each.seat().equals(seat));
        all.add(new Of(seat, times));
        note().write(new All(all));
    }

    All read() throws Refusal, IOException {
        return note().read().orElse(new All(List.of()));
    }

    private NoteFile<All> note() {
        return new NoteFile<>(
                workspace, file(workspace), CODEC, "remove it, and withdraw again what you had withdrawn");
    }

    static Path file(Workspace workspace) {
        return workspace.folder().resolve("withdrawn.json");
    }
}

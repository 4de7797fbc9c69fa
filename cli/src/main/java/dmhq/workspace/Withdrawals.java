package dmhq.workspace;

import dmhq.format.Bytes;
import dmhq.format.SeatId;
import dmhq.format.json.Codec;
import dmhq.format.json.JsonException;
import dmhq.format.json.JsonReader;
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
        workspace.disk().write(file(workspace), CODEC.canonical(new All(all)).toArray());
    }

    All read() throws Refusal, IOException {
        if (!workspace.disk().exists(file(workspace))) {
            return new All(List.of());
        }
        try {
            return CODEC.decode(JsonReader.read(Bytes.of(workspace.disk().read(file(workspace)))));
        } catch (JsonException e) {
            throw new Refusal(file(workspace).toString(), e, "remove it, and withdraw again what you had withdrawn");
        }
    }

    static Path file(Workspace workspace) {
        return workspace.folder().resolve("withdrawn.json");
    }
}

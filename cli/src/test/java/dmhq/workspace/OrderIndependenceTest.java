package dmhq.workspace;

import static dmhq.workspace.Intent.log;
import static dmhq.workspace.Intent.request;
import static dmhq.workspace.Intent.wire;
import static org.assertj.core.api.Assertions.assertThat;

import dmhq.format.Bytes;
import dmhq.format.session.Recorded;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrderIndependenceTest {

    private static final Instant AT = Instant.parse("2026-02-01T00:00:00Z");

    @TempDir
    Path root;

    @Test
    void submissions_in_every_order_and_twice_make_the_same_archive_byte_by_byte() throws Exception {
        Table table = SampleSaves.seated(root, 11);
        Player marl = table.player("marl");
        Player corrigan = table.player("corrigan");
        corrigan.submit(log("3025-04-09", "First thoughts."));
        Snapshot afterOne = Snapshot.of(corrigan.folder());
        corrigan.submit(log("3025-04-09", "Second thoughts."));
        afterOne.restore();
        corrigan.submit(wire(corrigan, marl, request(1), 5), log("3025-04-09", "Other second thoughts."));
        table.player("dovre").submit();
        List<Path> parcels = table.parcels("submission");
        assertThat(parcels).hasSize(4);
        Snapshot host = Snapshot.of(root.resolve("marl"));
        Bytes first = null;
        for (List<Path> order : orders(parcels)) {
            host.restore();
            Bytes archive = resolved(marl, order);
            first = first == null ? archive : first;
            assertThat(archive).as("fed in the order " + order).isEqualTo(first);
        }
        assertThat(marl.copy().chain().record(2).orders())
                .filteredOn(orders -> orders.header().seat().equals(corrigan.seat()))
                .extracting(Recorded::outcome)
                .containsExactlyInAnyOrder(Recorded.Outcome.COUNTED, Recorded.Outcome.DOUBLED);
    }

    private static Bytes resolved(Player host, List<Path> parcels) throws Exception {
        Workspace workspace = host.workspace();
        Collecting collecting = new Collecting(workspace);
        for (Path parcel : parcels) {
            collecting.fromFile(parcel, "parcel");
            collecting.fromFile(parcels.get(0), "parcel");
        }
        Resolving.Result result =
                new Resolving(workspace).resolve(new Resolving.Wish(false, false, AT), Doorkeeper.OPEN);
        assertThat(result.record()).isEqualTo(2);
        return Bytes.of(Files.readAllBytes(host.folder().resolve("session.zip")));
    }

    private static List<List<Path>> orders(List<Path> parcels) {
        if (parcels.isEmpty()) {
            return List.of(List.of());
        }
        List<List<Path>> orders = new ArrayList<>();
        for (Path first : parcels) {
            List<Path> rest =
                    parcels.stream().filter(each -> !each.equals(first)).toList();
            for (List<Path> order : orders(rest)) {
                List<Path> all = new ArrayList<>(List.of(first));
                all.addAll(order);
                orders.add(all);
            }
        }
        return orders;
    }
}

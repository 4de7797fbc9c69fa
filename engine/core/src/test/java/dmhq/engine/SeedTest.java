package dmhq.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dmhq.format.Bytes;
import dmhq.format.Digest;
import dmhq.format.SeatId;
import dmhq.format.SessionId;
import dmhq.format.session.Header;
import dmhq.format.session.Recorded;
import dmhq.format.signing.Signature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeedTest {

    private static final Digest ANY = Digest.of();

    @Test
    void seeds_are_those_of_the_vectors() throws IOException {
        List<String> vectors =
                lines().stream().filter(line -> !line.startsWith("#")).toList();

        assertThat(vectors).hasSizeGreaterThan(5).allSatisfy(vector -> {
            String[] columns = vector.split("\t", -1);
            SessionId session = new SessionId(columns[0]);
            int number = Integer.parseInt(columns[1]);
            List<SeatId> seats = new ArrayList<>();
            List<Recorded> orders = new ArrayList<>();
            for (String pair : columns[3].isEmpty() ? new String[0] : columns[3].split(" ", -1)) {
                String[] seat = pair.split("=", -1);
                seats.add(new SeatId(seat[0]));
                if (!seat[1].equals("absent")) {
                    orders.add(orders(session, number, seats.get(seats.size() - 1), Bytes.ofHex(seat[1])));
                }
            }
            assertThat(Seed.of(session, number, Bytes.ofHex(columns[2]), seats, orders))
                    .isEqualTo(Digest.ofHex(columns[4]));
        });
    }

    private static Recorded orders(SessionId session, int number, SeatId seat, Bytes link) {
        Header header =
                new Header(session, number, seat, 1, ANY, ANY, link, Header.State.FINAL, null, null, null, null);
        return new Recorded(header, new Signature(Bytes.joined(ANY.value(), ANY.value())), Recorded.Outcome.COUNTED);
    }

    private static List<String> lines() throws IOException {
        return Files.readAllLines(Path.of("..", "..", "format", "vectors", "dice-seeds.tsv"));
    }
}

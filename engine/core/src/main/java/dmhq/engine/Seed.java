package dmhq.engine;

import dmhq.format.Bytes;
import dmhq.format.Digest;
import dmhq.format.SeatId;
import dmhq.format.SessionId;
import dmhq.format.archive.Chain;
import dmhq.format.json.Json;
import dmhq.format.session.Recorded;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The seed of a record's dice: the digest of {@code ["dmhq-seed-1", session, number, host link,
 * [[seat, link or "absent"], …]]} over the seats that sat before it, by id. No orders, state or
 * clock go into it.
 */
final class Seed {

    private Seed() {}

    static Digest of(SessionId session, int number, Bytes hostLink, List<SeatId> seats, List<Recorded> orders) {
        List<Json> links = new ArrayList<>();
        for (SeatId seat : seats) {
            Optional<String> link = orders.stream()
                    .filter(each -> each.header().seat().equals(seat))
                    .map(each -> each.header().link())
                    .filter(Objects::nonNull)
                    .map(Bytes::hex)
                    .findFirst();
            links.add(Json.Elements.of(new Json.Text(seat.value()), new Json.Text(link.orElse("absent"))));
        }
        return Digest.of(Json.Elements.of(
                        new Json.Text("dmhq-seed-1"),
                        new Json.Text(session.value()),
                        Json.Amount.of(number),
                        new Json.Text(hostLink.hex()),
                        new Json.Elements(links))
                .canonical());
    }

    /** Returns the seats that sat before a record after the first. */
    static List<SeatId> seatedBefore(Chain chain, int number) {
        return chain.record(number - 1).seats().stream()
                .map(shown -> shown.seat())
                .toList();
    }
}

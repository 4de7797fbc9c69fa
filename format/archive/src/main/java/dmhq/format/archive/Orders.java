package dmhq.format.archive;

import static dmhq.format.archive.ArchiveException.require;

import dmhq.format.Bytes;
import dmhq.format.SeatId;
import dmhq.format.json.Codec;
import dmhq.format.session.Body;
import dmhq.format.session.Header;
import dmhq.format.session.SignedHeader;
import dmhq.format.signing.Namespace;
import dmhq.format.signing.SshSignature;
import dmhq.format.signing.VerifyingKey;
import java.util.Map;

/** One seat's header, its signature and its body, as three entries of a submission. */
final class Orders {

    private static final Codec<Header> HEADERS = Codec.of(Header.class);
    private static final Codec<Body> BODIES = Codec.of(Body.class);

    private Orders() {}

    static void put(Map<String, Bytes> entries, Submission orders, VerifyingKey key) {
        Header header = orders.signed().header();
        String name = headerName(header.record(), header.seat());
        Documents.put(entries, name, HEADERS, header);
        Documents.putSignature(
                entries, name, key, Namespace.ORDERS, orders.signed().signature());
        Documents.put(entries, bodyName(header.record(), header.seat()), BODIES, orders.body());
    }

    static boolean areIn(Map<String, Bytes> entries, int turn, SeatId seat) {
        return entries.containsKey(headerName(turn, seat));
    }

    /** Takes the orders of a seat that sits; what they name is for the caller to see to. */
    static Submission take(Map<String, Bytes> entries, int turn, SeatId seat, Chain chain) throws ArchiveException {
        String name = headerName(turn, seat);
        SshSignature signature = Documents.takeSignature(entries, name, Namespace.ORDERS);
        Header header = Documents.take(entries, name, HEADERS);
        Body body = Documents.take(entries, bodyName(turn, seat), BODIES);
        SignedHeader signed = new SignedHeader(header, signature.signature());
        HeaderCheck.genuine(chain, signed);
        require(
                header.seat().equals(seat) && signature.confirms(signed.signedBytes()),
                Layer.ORDERS,
                "the file is from " + seat + ", the orders in it are of " + header.seat());
        require(
                header.record() == turn,
                Layer.ORDERS,
                "the file is of turn " + turn + ", the orders in it are for record " + header.record());
        require(
                body.digest().equals(header.body())
                        && body.turn() == header.record()
                        && body.playerId().equals(header.seat()),
                Layer.ORDERS,
                "the body is not the one that the header of " + header.seat() + " names");
        return new Submission(signed, body);
    }

    private static String headerName(int turn, SeatId seat) {
        return "header_turn_" + turn + "_" + seat + ".json";
    }

    private static String bodyName(int turn, SeatId seat) {
        return "actions_turn_" + turn + "_" + seat + ".json.gz";
    }
}

package dmhq.format.archive;

import dmhq.format.Bytes;
import dmhq.format.Party;
import dmhq.format.SeatId;
import dmhq.format.sealing.SealingKey;
import dmhq.format.session.Invitation;
import dmhq.format.session.Leave;
import dmhq.format.session.Notice;
import dmhq.format.session.Receipt;
import dmhq.format.session.Request;
import dmhq.format.session.Rotation;
import dmhq.format.session.SignedLeave;
import dmhq.format.session.SignedRotation;
import dmhq.format.signing.SigningKey;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Files of every kind that are as they should be. */
final class GoodVectors {

    private static final Bytes TOKEN = Bytes.ofHex("00112233445566778899aabbccddeeff");

    private final Stage stage = new Stage(Game.hostWatches());
    private final Game game = stage.game;
    private final List<Vector> all = new ArrayList<>();

    static List<Vector> all() throws ArchiveException {
        GoodVectors vectors = new GoodVectors();
        vectors.sessions();
        vectors.letters();
        return vectors.all;
    }

    private void sessions() throws ArchiveException {
        Game open = Game.open();
        Game playing = Game.hostPlays();
        SessionArchive opened = SessionArchive.open(game.zero, Party.HOST);
        SessionArchive closed = game.host(2).with(game.closing(game.host(2).chain()));
        good("session-opened", "record 0 and no more", opened.pack(game.hostKey, Game.START));
        good("session-host", "a host's copy of two turns, with a snapshot", stage.host);
        good("session-seat", "a seat's copy of the same", stage.ben);
        good(
                "session-open",
                "a seat's copy of a session without secrets",
                open.seat("ben", 2).pack(open.player("ben").key(), Game.START));
        good(
                "session-host-first",
                "a seat's copy with the header of a host who plays",
                playing.seat("ben", 2).pack(playing.player("ben").key(), Game.START));
        good("session-seven", "seven records in three segments", game.host(6).pack(game.hostKey, Game.START));
        good("session-closed-host", "a host's copy of a closed session", closed.pack(game.hostKey, Game.START));
        good(
                "session-closed-seat",
                "a seat's copy of a closed session, which is complete",
                game.seat("ben", 1).taking(closed).pack(game.player("ben").key(), Game.START));
        good("closing", "what the host publishes at the end", closed.packClosing(game.hostKey, Game.START));
        good("turn", "two records for one seat", turn(game, 1));
        good("turn-host-first", "one record, with the header of a host who plays", turn(playing, 2));
        for (Story story : Story.all()) {
            good(story.name(), story.what(), story.file());
        }
    }

    private static byte[] turn(Game game, int from) {
        SessionArchive host = game.host(2);
        return game.turn(host, "ben", from).pack(host.chain(), game.hostKey, Game.START);
    }

    private void letters() {
        SessionArchive host = game.host(1);
        Chain chain = host.chain();
        SeatId ben = new SeatId("ben");
        Submission orders = game.orders(host, "ben", 1);
        good(
                "submission",
                "orders for record 2",
                orders.pack(chain, game.player("ben").key(), Game.START));
        good(
                "invitation",
                "an offer of a seat",
                new InvitationFile(new Invitation(chain.session(), ben, TOKEN, List.of("folder:/mnt/share")), game.zero)
                        .pack(game.chain(), game.hostKey, Game.START));
        good(
                "join",
                "a request for a seat, with a password",
                JoinRequest.of(game.joined("ben"), TOKEN)
                        .with("sesam")
                        .pack(game.chain(), game.player("ben").key(), Game.START));
        Receipt receipt = new Receipt(
                chain.session(),
                orders.signed().digest(),
                ben,
                2,
                1,
                Game.START,
                Receipt.Verdict.COUNTS,
                List.of(),
                List.of(new SeatId("cara")),
                chain.head());
        good("receipt", "a host's answer to orders", Letter.pack(receipt, chain, game.hostKey, Game.START));
        Request request = new Request(chain.session(), ben, 1, chain.head());
        good(
                "request",
                "a seat asks for what follows record 1",
                Letter.pack(request, chain, game.player("ben").key(), Game.START));
        Notice notice =
                new Notice(chain.session(), 2, Game.START, Game.START.plusSeconds(86_400), false, "One day more");
        good("notice", "a host moves the deadline of a turn", Letter.pack(notice, Party.of(ben), chain, game.hostKey));
        Notice pause = new Notice(chain.session(), 2, Game.START, null, true, "");
        good("notice-paused", "a host lets a turn rest", Letter.pack(pause, Party.of(ben), chain, game.hostKey));
        SigningKey bens = game.player("ben").key();
        SignedLeave leave = SignedLeave.of(new Leave(chain.session(), ben, Game.START), bens);
        good("leave", "a seat asks not to be waited for", Letter.pack(leave, chain, bens, Game.START));
        SigningKey next = SigningKey.draw(new SplittableRandom(72));
        Rotation rotation = new Rotation(
                chain.session(),
                Party.of(ben),
                bens.verifyingKey(),
                next.verifyingKey(),
                SealingKey.draw(new SplittableRandom(73)).recipient(),
                Game.START);
        good(
                "rotation",
                "a seat asks to go on with other keys",
                Letter.pack(SignedRotation.of(rotation, bens, next), chain, bens, Game.START));
    }

    private void good(String name, String what, byte[] file) {
        all.add(Vector.of("good-" + name, null, what, file));
    }
}

package dmhq.format.archive;

import dmhq.format.Attachment;
import dmhq.format.Bytes;
import dmhq.format.Party;
import dmhq.format.SeatId;
import dmhq.format.json.Json;
import dmhq.format.sealing.SealingKey;
import dmhq.format.session.Body;
import dmhq.format.session.Handover;
import dmhq.format.session.Header;
import dmhq.format.session.Leave;
import dmhq.format.session.Opening;
import dmhq.format.session.Recorded.Outcome;
import dmhq.format.session.RosterEntry;
import dmhq.format.session.Rotation;
import dmhq.format.session.SignedHandover;
import dmhq.format.session.SignedHeader;
import dmhq.format.session.SignedLeave;
import dmhq.format.session.SignedRotation;
import dmhq.format.session.TurnRecord;
import dmhq.format.signing.SigningKey;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** Sessions in which more happens than that everyone sends orders. */
record Story(String name, String what, Bytes content) {

    Story(String name, String what, byte[] file) {
        this(name, what, Bytes.of(file));
    }

    byte[] file() {
        return content.toArray();
    }

    private static final SeatId BEN = new SeatId("ben");
    private static final SeatId CARA = new SeatId("cara");

    static List<Story> all() throws ArchiveException {
        return List.of(
                comeAndGo(),
                rotated(),
                handedOver(),
                rolledBack(),
                newDice(),
                oneAfterTheOther(),
                forwarded(),
                named());
    }

    private static Story comeAndGo() throws ArchiveException {
        Game game = Game.hostWatches();
        game.late.add(CARA);
        SessionArchive host = game.host(2);
        host = next(game, host, new RosterEntry.Joined(game.joined("cara")));
        Leave leave = new Leave(game.chain().session(), BEN, Game.START);
        host = next(
                game,
                host,
                new RosterEntry.Left(SignedLeave.of(leave, game.player("ben").key())));
        Submission caras = game.orders(host, "cara", 1);
        host = game.with(host, game.step(host, List.of(game.recorded(caras, Outcome.COUNTED)), List.of(caras)));
        host = next(game, host);
        int first = host.chain().firstFor(CARA);
        SessionArchive cara = SessionArchive.open(game.zero, Party.of(CARA))
                .taking(Turn.of(host, CARA, 0, game.view(CARA, first), null));
        return new Story(
                "roster-seats",
                "a seat is taken in record 3, another left in record 4 and is back in record 6; the late one's copy",
                cara.pack(game.player("cara").key(), Game.START));
    }

    private static Story rotated() throws ArchiveException {
        Game game = Game.hostWatches();
        SplittableRandom random = new SplittableRandom(8);
        SigningKey newHost = SigningKey.draw(random);
        SigningKey newBen = SigningKey.draw(random);
        SealingKey sealing = SealingKey.draw(random);
        SessionArchive host = next(
                game,
                game.host(1),
                rotation(game, Party.HOST, game.hostKey, newHost, sealing),
                rotation(game, Party.of(BEN), game.player("ben").key(), newBen, sealing));
        Game.Player ben = game.player("ben");
        game.hostKey = newHost;
        game.players.put(BEN, new Game.Player(BEN, newBen, sealing, ben.links()));
        host = next(game, host);
        LinkChain links =
                new LinkChain(LinkChain.Owner.seat(game.chain().opening().nonce(), BEN), Bytes.ofHex("77".repeat(32)));
        game.players.put(BEN, new Game.Player(BEN, ben.key(), ben.sealing(), links));
        RosterEntry replaced = new RosterEntry.Replaced(game.joined("ben"));
        game.players.put(BEN, new Game.Player(BEN, newBen, sealing, ben.links()));
        host = next(game, host, replaced);
        game.players.put(BEN, new Game.Player(BEN, ben.key(), ben.sealing(), links));
        host = next(game, host);
        return new Story(
                "roster-keys",
                "the host and a seat have new keys from record 3 on, another player sits there from record 5 on",
                host.pack(newHost, Game.START));
    }

    private static RosterEntry rotation(Game game, Party party, SigningKey from, SigningKey to, SealingKey sealing) {
        Rotation rotation = new Rotation(
                game.chain().session(), party, from.verifyingKey(), to.verifyingKey(), sealing.recipient(), Game.START);
        return new RosterEntry.Rotated(SignedRotation.of(rotation, from, to));
    }

    private static Story handedOver() throws ArchiveException {
        Game game = Game.hostWatches();
        Bytes nonce = game.chain().opening().nonce();
        SplittableRandom random = new SplittableRandom(9);
        SigningKey key = SigningKey.draw(random);
        LinkChain open = new LinkChain(LinkChain.Owner.hostOpen(nonce), Bytes.ofHex("88".repeat(32)));
        LinkChain hidden = new LinkChain(LinkChain.Owner.hostHidden(nonce), Bytes.ofHex("99".repeat(32)));
        var host = new Opening.Host(
                "Nora", key.verifyingKey(), SealingKey.draw(random).recipient(), open.anchor(), hidden.anchor());
        Handover handover = new Handover(game.chain().session(), host, BEN, Game.START);
        SessionArchive archive = next(
                game,
                game.host(1),
                new RosterEntry.HandedOver(SignedHandover.of(handover, key)),
                new RosterEntry.SettingsChanged(
                        new Opening.Settings(Opening.Style.SIMULTANEOUS, false, Game.object("{\"travel_days\":3}"))));
        game.hostKey = key;
        game.openLinks = open;
        game.hiddenLinks = hidden;
        return new Story(
                "roster-host",
                "another is the host from record 3 on, with other settings",
                next(game, next(game, archive)).pack(key, Game.START));
    }

    private static Story rolledBack() throws ArchiveException {
        Game game = Game.hostWatches();
        SessionArchive host = game.host(3);
        Game.Step step = game.step(host);
        Json rollback = Doctored.json("{\"to\":1,\"reason\":\"a storm\",\"consents\":[\"ben\",\"cara\"]}");
        TurnRecord record = Doctored.value(TurnRecord.class, step.record(), "rollback", old -> rollback);
        return new Story(
                "rollback",
                "record 4 goes on from the state after record 1",
                host.with(game.signed(record), step.history()).pack(game.hostKey, Game.START));
    }

    private static Story newDice() throws ArchiveException {
        Game game = Game.hostWatches();
        SessionArchive host = game.host(1);
        Submission lost = anchored(game, host);
        Submission caras = game.orders(host, "cara", 1);
        host = game.with(
                host,
                game.step(
                        host,
                        List.of(game.recorded(lost, Outcome.COUNTED), game.recorded(caras, Outcome.COUNTED)),
                        List.of(lost, caras)));
        Game.Player ben = game.player("ben");
        game.players.put(BEN, new Game.Player(BEN, ben.key(), ben.sealing(), fresh(game)));
        return new Story(
                "new-dice",
                "a seat has lost its dice secret: no link in record 2, links of a new chain from record 3 on",
                next(game, host).pack(game.hostKey, Game.START));
    }

    private static LinkChain fresh(Game game) {
        return new LinkChain(LinkChain.Owner.seat(game.chain().opening().nonce(), BEN), Bytes.ofHex("55".repeat(32)));
    }

    /** Returns ben's orders without a link and with the anchor of a new chain. */
    static Submission anchored(Game game, SessionArchive host) {
        Submission plain = game.orders(host, "ben", 1);
        Header anchored = Doctored.value(
                Header.class,
                plain.signed().header(),
                "anchor",
                old -> new Json.Text(fresh(game).anchor().toString()));
        Header header = Doctored.value(Header.class, anchored, "link", "null");
        return new Submission(SignedHeader.of(header, game.player("ben").key()), plain.body());
    }

    private static Story oneAfterTheOther() throws ArchiveException {
        Game game = Game.open();
        SessionArchive host = sequential(game);
        Submission bens = game.orders(host, "ben", 1);
        Submission caras = following(game, host, bens);
        host = game.with(
                host,
                game.step(
                        host,
                        List.of(game.recorded(bens, Outcome.COUNTED), game.recorded(caras, Outcome.COUNTED)),
                        List.of(bens, caras)));
        return new Story(
                "sequential", "one seat moves after the other from record 3 on", host.pack(game.hostKey, Game.START));
    }

    private static Story forwarded() throws ArchiveException {
        Game game = Game.open();
        SessionArchive host = sequential(game);
        Submission bens = game.orders(host, "ben", 1);
        Submission caras = following(game, host, bens);
        return new Story(
                "submission-sequential",
                "the orders of the second seat, with those of the first",
                new Submission(caras.signed(), caras.body(), new TreeMap<>(), List.of(bens))
                        .pack(host.chain(), game.player("cara").key(), Game.START));
    }

    static SessionArchive sequential(Game game) throws ArchiveException {
        return next(
                game,
                game.host(1),
                new RosterEntry.SettingsChanged(new Opening.Settings(Opening.Style.SEQUENTIAL, false)));
    }

    private static Submission following(Game game, SessionArchive host, Submission before) {
        Submission plain = game.orders(host, "cara", 1);
        Header header = Doctored.value(
                Header.class,
                plain.signed().header(),
                "after",
                old -> new Json.Text(before.signed().digest().toString()));
        return new Submission(SignedHeader.of(header, game.player("cara").key()), plain.body());
    }

    private static Story named() {
        Game game = Game.hostWatches();
        SessionArchive host = game.host(1);
        Bytes unit = Doctored.utf8("<unit name=\"Firestarter\"/>");
        Body body = Body.of(
                2,
                BEN,
                Game.START,
                List.of(Game.object(
                        "{\"action_type\":\"Sell\",\"action_id\":\"b\",\"unit\":\"" + Attachment.of(unit) + "\"}")),
                Bytes.ofHex("00".repeat(16)));
        SignedHeader signed = SignedHeader.of(
                game.header(host, BEN, 1, body, null), game.player("ben").key());
        return new Story(
                "submission-attachment",
                "orders with an attachment",
                new Submission(signed, body, new TreeMap<>(Map.of(Attachment.of(unit), unit)), List.of())
                        .pack(host.chain(), game.player("ben").key(), Game.START));
    }

    private static SessionArchive next(Game game, SessionArchive archive, RosterEntry... roster)
            throws ArchiveException {
        return game.with(archive, game.changing(archive, roster));
    }
}

package dmhq.workspace;

import static dmhq.workspace.Intent.answer;
import static dmhq.workspace.Intent.date;
import static dmhq.workspace.Intent.gmMode;
import static dmhq.workspace.Intent.location;
import static dmhq.workspace.Intent.log;
import static dmhq.workspace.Intent.ready;
import static dmhq.workspace.Intent.request;
import static dmhq.workspace.Intent.team;
import static dmhq.workspace.Intent.wire;

import dmhq.campaign.CampaignEvent;
import dmhq.engine.Attendance;
import dmhq.engine.Objection;
import dmhq.format.archive.SessionArchive;
import dmhq.format.json.Codec;
import dmhq.format.json.Json;
import dmhq.format.json.JsonException;
import dmhq.format.session.EventLine;
import dmhq.format.session.Opening;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Five turns of three campaigns that were played in MekHQ by people who never heard of dmhq. The host's
 * and the Sabres' are at 19 August 3048, the Wolfhounds' is 23 years ahead and falls silent after three
 * turns. The host's first orders are in when play begins.
 */
final class RealSession {

    static final long CAPITAL = 10_000_000;

    /** A save, the one that was written for the player from it, and the amounts between them. */
    record Applied(Path before, Path after, List<String> amounts) {

        Applied {
            amounts = List.copyOf(amounts);
        }
    }

    final Table table;
    final Player fox;
    final Player sabres;
    final Player hounds;
    final Snapshot original;
    final List<Applied> applied = new ArrayList<>();
    final List<String> refusedToSabres = new ArrayList<>();
    final List<String> refusedToHounds = new ArrayList<>();
    Path foxSave;
    Path sabresSave;
    Path houndsSave;

    private RealSession(Path root) throws Exception {
        Path saves = root.resolve("saves");
        foxSave = RealSaves.funded("foxs-teeth.cpnx", CAPITAL, saves);
        sabresSave = RealSaves.funded("sorenson-sabres.cpnx", CAPITAL, saves);
        houndsSave = RealSaves.funded("kewran-wolfhounds.cpnx", CAPITAL, saves);
        original = Snapshot.of(saves);
        var options = new Json.Members(Map.of(Attendance.MISSED_TURNS_OPTION, Json.Amount.of(2)));
        table = Table.seated(
                root,
                3,
                List.of(
                        new Table.Seat("fox", 1, foxSave),
                        new Table.Seat("sabres", 2, sabresSave),
                        new Table.Seat("wolfhounds", 2, houndsSave)),
                new NewSession.Manner(
                        new Opening.Settings(Opening.Style.SIMULTANEOUS, true, options),
                        false,
                        new Json.Members(Map.of())));
        fox = table.player("fox");
        sabres = table.player("sabres");
        hounds = table.player("wolfhounds");
    }

    static RealSession played(Path root) throws Exception {
        RealSession session = new RealSession(root);
        session.everyoneAsks();
        session.theHostMovesOn();
        session.everyoneFollows();
        session.theWolfhoundsFallSilent();
        session.theyAreNoLongerWaitedFor();
        return session;
    }

    private void everyoneAsks() throws Exception {
        tried(refusedToSabres, sabres, wire(sabres, fox, request(1), CAPITAL + 1));
        tried(refusedToSabres, sabres, date("3048-08-20"));
        done(
                sabres,
                ready(),
                wire(sabres, fox, request(1), 1_000_000),
                wire(sabres, hounds, request(2), 250_000),
                log("3048-08-19", "Two wires sent."),
                log("3048-08-19", "Rain."));
        tried(refusedToHounds, hounds, date("3071-05-15"));
        done(hounds, ready(), wire(hounds, fox, request(3), -300_000), log("3071-05-14", "Greetings from 3071."));
        fox.resolve();
    }

    private void theHostMovesOn() throws Exception {
        foxSave = RealSaves.played(foxSave, "3048-09-02", "fox-2-september.cpnx");
        foxSave = RealSaves.changed(foxSave, "currentPlanetName", "Udibi", "fox-at-udibi.cpnx");
        fox.use(foxSave);
        done(fox, date("3048-09-02"), location("Udibi", false), answer(request(1), true), answer(request(3), true));
        sabres.fetch();
        sabresSave = apply(sabres, sabresSave, "-1000000", "-250000");
        sabresSave = RealSaves.changed(sabresSave, "currentPlanetName", "Thestria", "sabres-at-thestria.cpnx");
        sabresSave = RealSaves.changed(sabresSave, "gmMode", "false", "sabres-alone.cpnx");
        sabres.use(sabresSave);
        done(sabres, location("Thestria", true), gmMode(false));
        hounds.fetch();
        done(hounds, answer(request(2), false), wire(hounds, fox, request(4), 125_000));
        fox.resolve();
    }

    private void everyoneFollows() throws Exception {
        foxSave = apply(fox, foxSave, "1000000", "-300000");
        done(fox, team(sabres, 1), answer(request(4), true));
        sabres.fetch();
        sabresSave = apply(sabres, sabresSave, "250000");
        sabres.use(RealSaves.played(sabresSave, "3048-09-03", "sabres-3-september.cpnx"));
        tried(refusedToSabres, sabres, date("3048-09-03"));
        sabresSave = RealSaves.played(sabresSave, "3048-08-30", "sabres-30-august.cpnx");
        sabres.use(sabresSave);
        done(sabres, date("3048-08-30"), wire(sabres, fox, request(5), -50_000));
        hounds.fetch();
        houndsSave = apply(hounds, houndsSave, "-125000");
        houndsSave = RealSaves.changed(houndsSave, "gmMode", "true", "wolfhounds-with-gm.cpnx");
        hounds.use(houndsSave);
        done(hounds, gmMode(true));
        fox.resolve();
    }

    private void theWolfhoundsFallSilent() throws Exception {
        foxSave = apply(fox, foxSave, "125000");
        done(fox, answer(request(5), false));
        sabres.fetch();
        done(sabres, log("3048-08-30", "We are with the Fox now."), log("3048-08-29", "Packed."));
        hounds.fetch();
        houndsSave = apply(hounds, houndsSave, "300000");
        fox.resolve(true, null);
    }

    private void theyAreNoLongerWaitedFor() throws Exception {
        done(fox);
        sabres.fetch();
        sabresSave = RealSaves.played(sabresSave, "3048-09-02", "sabres-2-september.cpnx");
        sabres.use(sabresSave);
        done(sabres, date("3048-09-02"));
        fox.resolve(true, null);
        done(fox);
        sabres.fetch();
        hounds.fetch();
    }

    private static void done(Player player, Intent... intents) throws Exception {
        List<Objection> objections = player.submit(intents).objections();
        if (!objections.isEmpty()) {
            throw new AssertionError(player.name() + " is refused " + objections);
        }
    }

    private static void tried(List<String> refused, Player player, Intent intent) throws Exception {
        player.submit(intent).objections().forEach(objection -> refused.add(objection.sentence()));
    }

    private Path apply(Player player, Path before, String... amounts) throws Exception {
        Path after = Objects.requireNonNull(player.apply(before).written(), "nothing was written");
        applied.add(new Applied(before, after, List.of(amounts)));
        return after;
    }

    /** Returns what a player could read in the story of a turn. */
    static List<CampaignEvent> read(Player player, int turn) throws Exception {
        return events(player.copy(), turn);
    }

    /** Returns all that happened in a turn, as the host knows it. */
    List<CampaignEvent> happened(int turn) throws Exception {
        return events(fox.workspace().hostArchive(), turn);
    }

    private static List<CampaignEvent> events(SessionArchive copy, int turn) throws JsonException {
        List<CampaignEvent> events = new ArrayList<>();
        for (EventLine line : copy.history().events(turn)) {
            events.add(Codec.of(CampaignEvent.class).decode(line.event()));
        }
        return events;
    }
}

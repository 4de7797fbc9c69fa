package dmhq.world.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import dmhq.cli.Typing;
import dmhq.format.Bytes;
import dmhq.format.Digest;
import dmhq.format.SeatId;
import dmhq.format.archive.Chain;
import dmhq.format.archive.PackedFile;
import dmhq.format.json.Json;
import dmhq.format.json.JsonReader;
import dmhq.format.session.Receipt;
import dmhq.transports.email.reading.Attachment;
import dmhq.transports.email.reading.MailLimits;
import dmhq.transports.email.reading.MailReader;
import dmhq.workspace.Receipts;
import dmhq.workspace.Submissions;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A session of the claims economy by mail alone, as people play it: who hears nothing asks, and who is told that orders
 * may be lost sends them again.
 *
 * <p>What is drawn, and what the clock says when something is signed that comes into a record, depend on the seed, the
 * player, the command and the turn, never on how often something had to be repeated. So the same moves make the same
 * records, however bad the post is.
 */
final class MailedSession {

    static final Instant START = Instant.parse("2026-01-31T20:00:00Z");
    private static final Duration TURN = Duration.ofDays(30);
    private static final int MOST_ROUNDS = 40;

    private static final Set<String> SENDING = Set.of("invite", "join", "fetch", "submit", "resolve");

    private final String name;
    private final long seed;
    private final List<MailedPlayer> players;
    private final RoughPost post;
    private final List<String> log = new ArrayList<>();
    private final SortedMap<String, StringBuilder> heard = new TreeMap<>();
    private int alarms;

    /**
     * Makes one that has not begun.
     *
     * @param players of whom the first is the host and plays too
     */
    MailedSession(String name, long seed, List<MailedPlayer> players, RoughPost post) {
        this.name = name;
        this.seed = seed;
        this.players = List.copyOf(players);
        this.post = post;
    }

    /** Returns all commands and what was said, for whoever has to find out what went wrong. */
    List<String> log() {
        return List.copyOf(log);
    }

    /** Returns how often somebody was told that orders may be lost, or were not in the turn. */
    int alarms() {
        return alarms;
    }

    /**
     * Opens the session, invites by mail, and has everybody seated.
     *
     * @param manner how it is played, as {@code dmhq new} has it
     */
    void begin(int turns, String... manner) throws Exception {
        Files.writeString(
                host().root().resolve("setup.json"),
                "{\"turns\": " + turns + ", \"points\": 0, \"ticks\": 2, \"store\": 60, \"sharing\": \"lottery\"}");
        for (MailedPlayer each : players) {
            if (!Files.exists(each.home().resolve("identity"))) {
                type(each, List.of("identity", "new", "--name", each.toString(), "--email", address(each)));
            }
        }
        List<String> words =
                new ArrayList<>(List.of("new", name, "--rules", "claims-economy", "--as", host().toString()));
        players.forEach(each -> words.addAll(List.of("--seat", each.toString())));
        words.addAll(List.of("--setup", "setup.json", "--post", "mail:" + address(host())));
        words.addAll(List.of(manner));
        type(host(), words);
        for (int round = 0; host().newest(name) < 1; round++) {
            requirePatience(round);
            for (MailedPlayer guest : guests()) {
                if (!hasJoined(guest)) {
                    joinIfInvited(guest);
                } else {
                    join(guest);
                }
            }
            in(host(), "resolve", "--accept-joins");
            post.carryAll();
        }
        type(host(), List.of("submit", name + "/turn.zip", "--empty"));
    }

    /** An invitation that does not come by mail is handed over. */
    private void joinIfInvited(MailedPlayer guest) throws Exception {
        Path file = guest.root().resolve(name + "-invitation.zip");
        in(host(), "invite", guest.toString(), "--to", "mail:" + address(guest));
        post.carryAll();
        Optional<byte[]> invitation = invitation(guest);
        if (invitation.isPresent()) {
            Files.write(file, invitation.get());
        } else {
            in(host(), "invite", guest.toString(), "--to", file.toString());
        }
        join(guest);
    }

    private boolean hasJoined(MailedPlayer guest) throws Exception {
        return guest.newest(name) >= 0;
    }

    private void join(MailedPlayer guest) throws Exception {
        type(guest, List.of("join", name + "-invitation.zip"));
    }

    /** The file that a player saves from the mail with the invitation. */
    private Optional<byte[]> invitation(MailedPlayer guest) throws Exception {
        MailReader reader = new MailReader(PackedFile::begins, MailLimits.USUAL);
        for (byte[] mail : post.lyingAt(guest.toString())) {
            for (Attachment attachment : reader.read(mail).attachments()) {
                if (PackedFile.read(attachment.bytes())
                        .manifest()
                        .sessionId()
                        .name()
                        .equals(name)) {
                    return Optional.of(attachment.bytes());
                }
            }
        }
        return Optional.empty();
    }

    /** Plays a turn for which the host waits, however long it takes, until all orders are in. */
    void play(int turn) throws Exception {
        for (int round = 0; host().newest(name) < turn; round++) {
            requirePatience(round);
            Typing.Outcome resolved = round(turn, round);
            requireAlarms(turn, resolved);
            post.carryAll();
        }
        planAndSubmit(host());
    }

    /** Plays a turn that the host ends after so many rounds, whoever is missing. */
    void playImpatiently(int turn, int rounds) throws Exception {
        for (int round = 0; host().newest(name) < turn && round < rounds; round++) {
            round(turn, round);
        }
        if (host().newest(name) < turn) {
            in(host(), "resolve", "--now");
        }
        planAndSubmit(host());
    }

    private Typing.Outcome round(int turn, int round) throws Exception {
        List<MailedPlayer> order = new ArrayList<>(guests());
        Collections.shuffle(order, new Random(seed(host(), "order " + turn + " " + round)));
        for (MailedPlayer guest : order) {
            move(guest, turn, round);
        }
        return in(host(), "resolve");
    }

    private void move(MailedPlayer guest, int turn, int round) throws Exception {
        fetch(guest, round);
        int coming = guest.newest(name) + 1;
        if (coming < 2 || coming > turn) {
            return;
        }
        if (submitted(guest, coming) == 0) {
            planAndSubmit(guest);
        } else if (isWarned(guest)) {
            submit(guest);
        }
    }

    /** Who has heard nothing for a while asks. */
    private void fetch(MailedPlayer guest, int round) throws Exception {
        if (round % 2 == 1) {
            in(guest, "fetch", "--ask");
        } else {
            in(guest, "fetch");
        }
    }

    /** Has everybody take in all turns, and verifies each copy. */
    void end() throws Exception {
        int newest = host().newest(name);
        for (MailedPlayer guest : guests()) {
            for (int round = 0; guest.newest(name) < newest; round++) {
                requirePatience(round);
                fetch(guest, round);
                in(host(), "resolve");
                post.carryAll();
            }
            in(guest, "fetch");
        }
        for (MailedPlayer each : players) {
            Typing.Outcome verified = type(each, List.of("verify", name + "/turn.zip"));
            require(verified.code() == 0 && !verified.text().contains("Wrong"), verified.text());
            require(each.setAside(name).isEmpty(), each + " has set aside " + each.setAside(name));
        }
    }

    /** Returns the digest of the newest record, as each of the players knows it. */
    List<String> heads() throws Exception {
        List<String> heads = new ArrayList<>();
        for (MailedPlayer each : players) {
            heads.add(chain(each).newest() + " " + chain(each).head());
        }
        return heads;
    }

    /** Returns the orders that are in no record without their seat having been told, each as seat and turn. */
    List<String> lostInSilence() throws Exception {
        List<String> silent = new ArrayList<>();
        Chain chain = chain(host());
        for (MailedPlayer guest : guests()) {
            for (int turn = 2; turn <= chain.newest(); turn++) {
                SeatId seat = new SeatId(guest.toString());
                boolean counted = chain.record(turn).orders().stream()
                        .anyMatch(orders -> orders.header().seat().equals(seat));
                boolean told = heard.getOrDefault(guest.toString(), new StringBuilder())
                                .indexOf("WITHOUT your orders for turn " + turn)
                        >= 0;
                if (submitted(guest, turn) > 0 && !counted) {
                    alarms += told ? 1 : 0;
                    if (!told) {
                        silent.add(guest + ", turn " + turn);
                    }
                }
            }
        }
        return silent;
    }

    /** Whoever has sent orders for which no receipt came is told so, and the host has what it gave a receipt for. */
    private void requireAlarms(int turn, Typing.Outcome resolved) throws Exception {
        for (MailedPlayer guest : guests()) {
            if (guest.newest(name) != turn - 1 || submitted(guest, turn) == 0) {
                continue;
            }
            List<Receipt> receipts = new Receipts(guest.workspace(name)).of(turn, chain(guest));
            if (receipts.isEmpty()) {
                require(isWarned(guest), guest + " has no receipt for turn " + turn + ", and is not told");
            } else if (host().newest(name) < turn) {
                require(
                        !resolved.text().matches("(?s).*Waiting for [^.\n]*\\b" + guest + "\\b.*"),
                        guest + " has a receipt for orders that the host waits for");
            }
        }
    }

    private boolean isWarned(MailedPlayer guest) throws Exception {
        Typing.Outcome status = guest.type(
                instant(guest).plus(Duration.ofDays(3)), seed(guest, "status"), List.of("-C", name, "status"));
        boolean warned = status.text().contains("has not answered your orders");
        alarms += warned ? 1 : 0;
        return warned;
    }

    private void planAndSubmit(MailedPlayer player) throws Exception {
        Random choice = new Random(seed(player, "wishes"));
        Json.Members view = view(player);
        List<String> agents = new ArrayList<>(
                ((Json.Members) member(view, "agents")).members().keySet());
        agents.removeIf(agent -> !agent.startsWith(player + "-"));
        Collections.sort(agents);
        boolean planned = false;
        for (String agent : agents.subList(0, Math.min(2, agents.size()))) {
            List<String> words = new ArrayList<>(List.of("plan", name + "/turn.zip"));
            words.addAll(wish(agent, view, choice));
            planned |= type(player, words).code() == 0;
        }
        if (planned) {
            submit(player);
        } else {
            type(player, List.of("submit", name + "/turn.zip", "--empty"));
        }
    }

    private static List<String> wish(String agent, Json.Members view, Random choice) {
        List<Json> pools = ((Json.Elements) member(view, "pools")).elements();
        String pool = ((Json.Text) pools.get(choice.nextInt(pools.size()))).value();
        return switch (choice.nextInt(5)) {
            case 0 -> List.of("deliver", "--agents", agent);
            case 1 -> List.of("train", "--agents", agent);
            case 2 -> List.of("build", "--work", "field", "--agents", agent);
            default -> List.of("gather", "--pool", pool, "--agents", agent);
        };
    }

    private Json.Members view(MailedPlayer player) throws Exception {
        String text = type(player, List.of("-C", name, "status", "--json")).text();
        Json json = JsonReader.read(Bytes.of(text.strip().getBytes(UTF_8)));
        return (Json.Members) member((Json.Members) json, "view");
    }

    private static Json member(Json.Members members, String member) {
        Json found = members.member(member);
        if (found == null) {
            throw new AssertionError("there is no " + member);
        }
        return found;
    }

    /** Submits what is planned, or that nothing is done. */
    void submit(MailedPlayer player) throws Exception {
        boolean planned =
                Files.exists(player.root().resolve(name).resolve("drafts/turn-" + (player.newest(name) + 1) + ".json"));
        List<String> words = new ArrayList<>(List.of("submit", name + "/turn.zip"));
        if (!planned) {
            words.add("--empty");
        }
        type(player, words);
    }

    private int submitted(MailedPlayer player, int turn) throws Exception {
        return new Submissions(player.workspace(name)).newestRevision(turn);
    }

    private Chain chain(MailedPlayer player) throws Exception {
        return player.workspace(name).archive().chain();
    }

    /** Types a command in the session's folder. */
    Typing.Outcome in(MailedPlayer player, String... words) throws Exception {
        List<String> all = new ArrayList<>(List.of("-C", name));
        all.addAll(List.of(words));
        return type(player, all);
    }

    private Typing.Outcome type(MailedPlayer player, List<String> words) throws Exception {
        String command = words.get(0).equals("-C") ? words.get(2) : words.get(0);
        Typing.Outcome outcome = said(player, command, words);
        boolean tried = command.equals("plan") && outcome.code() == 3;
        boolean stale = outcome.code() == 3 && outcome.text().contains("are refused: made on turn");
        require(
                outcome.code() == 0 || outcome.code() == 4 || tried || stale,
                player + "$ dmhq " + String.join(" ", words) + " -> " + outcome.code() + "\n" + outcome.text());
        return outcome;
    }

    /** Returns what a command in the session's folder says, whatever it comes to. */
    String said(MailedPlayer player, String command) throws Exception {
        return said(player, command, List.of("-C", name, command)).text();
    }

    private Typing.Outcome said(MailedPlayer player, String command, List<String> words) throws Exception {
        Instant at = instant(player)
                .plus(
                        switch (command) {
                            case "fetch" -> Duration.ofMinutes(log.size());
                            case "resolve" -> Duration.ofDays(20);
                            default -> Duration.ZERO;
                        });
        Typing.Outcome outcome = player.type(at, seed(player, command), words);
        log.add(player + "$ dmhq " + String.join(" ", words) + " -> " + outcome.code() + "\n" + outcome.text());
        heard.computeIfAbsent(player.toString(), who -> new StringBuilder()).append(outcome.text());
        if (SENDING.contains(command)) {
            post.carry();
        }
        return outcome;
    }

    private Instant instant(MailedPlayer player) throws Exception {
        return START.plus(TURN.multipliedBy(Math.max(0, player.newest(name))));
    }

    private long seed(MailedPlayer player, String what) throws Exception {
        String all = seed + " " + name + " " + player + " " + what + " " + player.newest(name);
        return ByteBuffer.wrap(Digest.of(Bytes.of(all.getBytes(UTF_8))).value().toArray())
                .getLong();
    }

    private MailedPlayer host() {
        return players.get(0);
    }

    private List<MailedPlayer> guests() {
        return players.subList(1, players.size());
    }

    private String address(MailedPlayer player) {
        return post.address(player.toString());
    }

    private static void requirePatience(int round) {
        require(round < MOST_ROUNDS, "they are not together after " + MOST_ROUNDS + " rounds");
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new AssertionError(sentence);
        }
    }
}

package dmhq.world;

import dmhq.engine.Action;
import dmhq.engine.Findings;
import dmhq.engine.Verification;
import dmhq.format.Digest;
import dmhq.format.SeatId;
import dmhq.format.archive.ArchiveException;
import dmhq.format.archive.Chain;
import dmhq.format.archive.Letter;
import dmhq.format.archive.PackedFile;
import dmhq.format.archive.SessionArchive;
import dmhq.format.archive.Turn;
import dmhq.format.session.Manifest.Kind;
import dmhq.format.session.Receipt;
import dmhq.format.session.Receipt.Verdict;
import dmhq.format.session.Recorded;
import dmhq.format.session.SignedRecord;
import dmhq.workspace.Game;
import dmhq.workspace.Refusal;
import dmhq.workspace.Workspace;
import dmhq.workspace.WorkspaceLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What must be true of all that lies about when everyone has come together. */
final class Inspection {

    private static final Pattern CANARY = Pattern.compile(Canary.BEGINS + "([a-z]+(?:-[a-z]+)*)-[0-9a-f]+");

    private final List<Player> players;
    private final Pastime pastime;
    private final Hearing hearing;
    private final SortedMap<String, Belongings> belongings = new TreeMap<>();
    private final SortedMap<Integer, Digest> records = new TreeMap<>();
    private final SessionArchive host;
    private final Counts<Checked> checked;

    Inspection(List<Player> players, Pastime pastime, Hearing hearing, Counts<Checked> checked) throws Exception {
        this.players = players;
        this.pastime = pastime;
        this.hearing = hearing;
        this.checked = checked;
        for (Player each : players) {
            belongings.put(each.name(), Belongings.of(each));
        }
        Player first = players.get(0);
        this.host = Workspace.open(first.unharmed(), first.folder()).hostArchive();
    }

    void inspect() throws Exception {
        everyCopyVerifies();
        everyoneSeesWhatIsTheirs();
        thereIsOneRecordOfEachNumber();
        everyPromiseIsKept();
        noOrdersAreMissedInSilence();
        pastime.inspect(host, belongings, checked);
        nobodyHasWhatIsNotTheirs();
        nothingIsLeftLying();
    }

    private void everyCopyVerifies() throws Exception {
        Findings whole =
                Verification.of(Files.readAllBytes(players.get(0).folder().resolve("session.zip")));
        require(whole.wrong().isEmpty(), "the host's copy: " + whole.wrong());
        require(
                whole.proved().stream().anyMatch(sentence -> sentence.startsWith("resolving every record again")),
                "the host's copy was not resolved again");
        for (Player each : players) {
            if (each.isSeated()) {
                Findings own = Verification.of(Files.readAllBytes(each.folder().resolve("turn.zip")));
                require(own.wrong().isEmpty(), "the copy of " + each + ": " + own.wrong());
            }
        }
    }

    private void everyoneSeesWhatIsTheirs() throws Exception {
        Game<?, ?, ?> game = Game.of(host);
        for (Player each : players) {
            if (each.isSeated()) {
                SessionArchive copy =
                        Workspace.open(each.unharmed(), each.folder()).seatArchive();
                require(copy.chain().head().equals(host.chain().head()), each + " has another head than the host");
                require(
                        Game.of(copy).state().equals(view(game, each)),
                        each + " sees something else than the host shows");
            }
        }
    }

    private static <S extends Record, A extends Action, E> S view(Game<S, A, E> game, Player player) throws Refusal {
        return game.rules().viewFor(game.state(), new SeatId(player.name()));
    }

    private void thereIsOneRecordOfEachNumber() throws ArchiveException {
        for (SignedRecord record : host.chain().records()) {
            records.put(record.record().number(), record.digest());
        }
        for (Belongings each : belongings.values()) {
            for (var file : each.archives().entrySet()) {
                for (SignedRecord record : recordsIn(file.getValue())) {
                    int number = record.record().number();
                    checked.add(Checked.RECORDS);
                    require(
                            record.digest().equals(records.get(number)),
                            "another record " + number + " than the host's is in " + file.getKey());
                }
            }
        }
    }

    private static List<SignedRecord> recordsIn(PackedFile file) throws ArchiveException {
        Kind kind = file.manifest().kind();
        if (kind == Kind.SESSION) {
            return SessionArchive.read(file).chain().records();
        }
        return kind == Kind.TURN ? Turn.read(file).records() : List.of();
    }

    /** What a receipt says counts is in the record as such, or a later word of the same seat is. */
    private void everyPromiseIsKept() throws ArchiveException {
        for (Belongings each : belongings.values()) {
            for (var file : each.archives().entrySet()) {
                if (file.getValue().manifest().kind() == Kind.RECEIPT) {
                    Receipt receipt = Letter.readReceipt(file.getValue(), host.chain());
                    if (receipt.verdict() == Verdict.COUNTS
                            && receipt.record() <= host.chain().newest()) {
                        checked.add(Checked.RECEIPTS_THAT_COUNT);
                        require(
                                isKept(receipt, host.chain()),
                                "record " + receipt.record() + " does not hold what " + file.getKey() + " promises");
                    }
                }
            }
        }
    }

    /** Orders that a guest signed for a turn are in its record, or the guest was told that they never came. */
    private void noOrdersAreMissedInSilence() throws Exception {
        for (Player each : players) {
            for (int turn = 2;
                    !each.isHost()
                            && !each.hasRestored()
                            && turn <= host.chain().newest();
                    turn++) {
                if (each.newestRevision(turn) > 0) {
                    checked.add(Checked.ORDERS_COUNTED_OR_MISSED_ALOUD);
                    require(
                            isRecorded(each, turn) || hearing.knows(each, turn),
                            "nobody told " + each + " that the orders for turn " + turn + " never came");
                }
            }
        }
    }

    private boolean isRecorded(Player player, int turn) {
        return host.chain().record(turn).orders().stream()
                .anyMatch(orders -> orders.header().seat().value().equals(player.name()));
    }

    private static boolean isKept(Receipt receipt, Chain chain) {
        return chain.record(receipt.record()).orders().stream()
                .filter(orders -> orders.header().seat().equals(receipt.seat()))
                .anyMatch(orders -> {
                    int revision = orders.header().revision();
                    boolean itself = orders.signed().digest().equals(receipt.header());
                    return itself
                            ? orders.outcome() == Recorded.Outcome.COUNTED
                                    || orders.outcome() == Recorded.Outcome.DOUBLED
                            : revision >= receipt.revision();
                });
    }

    private void nobodyHasWhatIsNotTheirs() throws Exception {
        for (Player holder : players) {
            List<String> secrets = new ArrayList<>();
            for (Player other : players) {
                secrets.addAll(other == holder ? List.of() : Belongings.secrets(other));
            }
            for (var file : belongingsOf(holder).texts().entrySet()) {
                for (String text : file.getValue()) {
                    checkWhispers(holder, file.getKey(), text);
                    checked.add(Checked.SECRETS_NOWHERE_ELSE, secrets.size());
                    require(
                            secrets.stream().noneMatch(text::contains),
                            "a secret of someone else is in " + file.getKey());
                }
            }
        }
    }

    private Belongings belongingsOf(Player player) {
        return Objects.requireNonNull(belongings.get(player.name()));
    }

    private void checkWhispers(Player holder, Path file, String text) {
        Matcher canary = CANARY.matcher(text);
        while (canary.find()) {
            checked.add(Checked.WHISPERS_WHERE_THEY_BELONG);
            boolean theirs =
                    holder.isHost() || List.of(canary.group(1).split("-")).contains(holder.name());
            require(theirs, canary.group() + " is in " + file);
        }
    }

    private void nothingIsLeftLying() throws Exception {
        for (Player each : players) {
            for (Path file : Backup.filesBelow(List.of(each.folder(), each.post()))) {
                // At the post it may be of a parcel that a folder put back from a backup has forgotten.
                boolean forgotten = file.startsWith(each.post()) && each.hasRestored();
                require(
                        forgotten || !file.getFileName().toString().endsWith(".part"),
                        "a temporary file is left: " + file);
            }
            require(
                    WorkspaceLock.holding(each.unharmed(), "look", each.folder(), () -> true),
                    "the folder of " + each + " is locked");
        }
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new AssertionError(sentence);
        }
    }
}

package dmhq.world;

import dmhq.campaign.Books;
import dmhq.campaign.CampaignState;
import dmhq.campaign.Settlement;
import dmhq.engine.ledger.Hold;
import dmhq.format.Bytes;
import dmhq.format.SeatId;
import dmhq.format.json.Json;
import dmhq.format.json.JsonReader;
import dmhq.world.mekhq.PlayedCampaign;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Where the C-bills are: those in the saves and those under way are as many as the campaigns began
 * with. A settlement is in a save if a transaction there has its reference; what dmhq believes of it is
 * held against that.
 */
final class Audit {

    private final CampaignState state;
    private final String session;
    private final Counts<Checked> checked;
    private long began;
    private long saved;
    private long underWay;

    Audit(CampaignState state, String session, Counts<Checked> checked) {
        this.state = state;
        this.session = session;
        this.checked = checked;
    }

    /** Counts what a player has, and holds each settlement of the seat against the save. */
    void add(Player player, Company company) throws Exception {
        PlayedCampaign campaign = company.load();
        began += company.capital();
        saved += campaign.funds();
        checkSettlements(player, campaign);
    }

    /** Checks the sum of all that were added. */
    void check() {
        long held =
                state.ledger().holds().values().stream().mapToLong(Hold::amount).sum();
        require(
                saved + held + underWay == began,
                "the campaigns began with " + began + " C-bills; in the saves are " + saved + ", held are " + held
                        + ", still to be written " + underWay);
        checkLedger(held);
    }

    private void checkSettlements(Player player, PlayedCampaign campaign) throws Exception {
        SeatId seat = new SeatId(player.name());
        Books books = state.books().get(seat);
        if (books == null) {
            return;
        }
        Applied applied = Applied.of(player, books);
        for (Settlement settlement : books.settlements()) {
            String reference = session + "/" + seat + "-" + settlement.number();
            List<Long> written = campaign.ledger("[" + reference + "]");
            boolean calledOff = applied.isCalledOff(settlement);
            boolean dealtWith = settlement.number() <= applied.upTo;
            if (!written.isEmpty()) {
                checked.add(Checked.SETTLEMENTS_WRITTEN);
                require(!calledOff, reference + " is called off, and is in the save");
                require(
                        written.equals(List.of(settlement.amount())),
                        reference + " is " + settlement.amount() + ", in the save are " + written);
            } else if (!settlement.voided()) {
                checked.add(Checked.SETTLEMENTS_UNDER_WAY);
                require(calledOff || !dealtWith, reference + " counts as written, and is not in the save");
                underWay += settlement.amount();
            }
        }
    }

    /** What dmhq has noted of a player's saves, or the session of what was said of them. */
    private record Applied(long upTo, SortedSet<Long> cannot) {

        private static Applied of(Player player, Books books) throws Exception {
            Path file = player.folder().resolve("settled.json");
            SortedSet<Long> cannot = new TreeSet<>();
            long noted = 0;
            if (Files.exists(file)) {
                Json.Members members = (Json.Members) JsonReader.read(Bytes.of(Files.readAllBytes(file)));
                noted = number(said(members, "applied_to"));
                for (Json each : ((Json.Elements) said(members, "cannot")).elements()) {
                    cannot.add(number(each));
                }
            }
            return new Applied(Math.max(noted, books.appliedTo()), cannot);
        }

        private static Json said(Json.Members members, String name) {
            return Objects.requireNonNull(members.member(name));
        }

        private static long number(Json json) {
            return ((Json.Amount) json).unscaled();
        }

        private boolean isCalledOff(Settlement settlement) {
            Integer debit = settlement.returnOf();
            return settlement.voided()
                    || cannot.contains((long) settlement.number())
                    || (debit != null && cannot.contains((long) debit));
        }
    }

    /** Each account is what was settled with its seat, and with what is held nothing came or went. */
    private void checkLedger(long held) {
        long all = held;
        for (var books : state.books().entrySet()) {
            long settled = books.getValue().settlements().stream()
                    .filter(settlement -> !settlement.voided())
                    .mapToLong(Settlement::amount)
                    .sum();
            long balance = state.ledger().balance(books.getKey().value());
            require(
                    balance == settled,
                    books.getKey() + " has " + balance + " in the ledger, and was settled " + settled);
            all += balance;
        }
        require(all == 0, "the ledger has " + all + " C-bills too many");
    }

    /** Who neither pays nor is paid never learns of a wire. */
    void checkWires(Player player, Belongings belongings) {
        SeatId seat = new SeatId(player.name());
        List<String> foreign = state.wires().entrySet().stream()
                .filter(wire -> !wire.getValue().source().equals(seat)
                        && !wire.getValue().target().equals(seat))
                .map(wire -> wire.getKey().toString())
                .toList();
        belongings.texts().forEach((file, texts) -> {
            checked.add(Checked.WIRES_HIDDEN_FROM_OTHERS, foreign.size());
            require(
                    texts.stream().noneMatch(text -> foreign.stream().anyMatch(text::contains)),
                    "a wire of others is in " + file);
        });
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new AssertionError(sentence);
        }
    }
}

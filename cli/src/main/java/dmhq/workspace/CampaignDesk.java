package dmhq.workspace;

import dmhq.campaign.Books;
import dmhq.campaign.Campaign;
import dmhq.campaign.CampaignState;
import dmhq.campaign.Settlement;
import dmhq.format.Digest;
import dmhq.format.SeatId;
import dmhq.format.json.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What joins a seat of Distributed MekHQ to the save it is played with. */
public final class CampaignDesk {

    private final Workspace workspace;
    private final CampaignState view;
    private final SeatId seat;

    private CampaignDesk(Workspace workspace, CampaignState view, SeatId seat) {
        this.workspace = workspace;
        this.view = view;
        this.seat = seat;
    }

    /**
     * Returns the desk of a game, if it is one of campaigns.
     *
     * @throws Refusal if play has not begun
     */
    public static Optional<CampaignDesk> of(Workspace workspace, Game<?, ?, ?> game) throws Refusal, IOException {
        return game.state() instanceof CampaignState view
                ? Optional.of(new CampaignDesk(workspace, view, workspace.seat()))
                : Optional.empty();
    }

    /**
     * Returns the save that was used last.
     *
     * @throws Refusal if there is none, it is of another campaign, or it cannot be read
     */
    public PlayerSave save() throws Refusal, IOException {
        String path = workspace.place().campaign();
        if (path == null) {
            throw new Refusal("no save of your campaign is known here; name one");
        }
        return checked(workspace.folder().getFileSystem().getPath(path));
    }

    PlayerSave checked(Path file) throws Refusal, IOException {
        if (!workspace.disk().exists(file)) {
            throw new Refusal("the save " + file + " is not there; name the save you play with now");
        }
        PlayerSave save = workspace.save(file);
        save.requireOf(campaign().campaign(), campaign().name());
        return save;
    }

    /**
     * Uses another save from now on.
     *
     * @throws Refusal if it is of another campaign or cannot be read
     */
    public void use(Path file) throws Refusal, IOException {
        Path absolute = file.toAbsolutePath().normalize();
        checked(absolute);
        workspace.write(workspace.place().withCampaign(absolute.toString()));
    }

    /**
     * Returns the actions that dmhq itself puts at the head of orders for a record.
     *
     * @throws Refusal as {@link #save}, and if the save was restored from before what it had taken in
     */
    public List<Json.Members> head(int record) throws Refusal, IOException {
        PlayerSave save = save();
        Optional<String> lack = lack(save);
        if (lack.isPresent()) {
            throw new Refusal("the save " + save.file() + " " + lack.get() + "; have it written again with dmhq apply "
                    + save.file() + " --restored, or name the newer save with --campaign");
        }
        Settled settled = settled();
        List<Json.Members> head = new ArrayList<>();
        head.add(save.details(record + ".0", campaign().campaign(), settled, view, seat));
        new Assuming(settled, books().assumed()).untold(record + ".0").forEach(head::add);
        return head;
    }

    /**
     * Returns which settlements a save certainly lacks although they were written before, in words that
     * go on after its name; empty if there are none.
     */
    public Optional<String> lack(PlayerSave save) throws Refusal, IOException {
        return reconciled(save, settled()).lack();
    }

    /** Holds what was written into saves of this seat against one of them. */
    Reconciliation reconciled(PlayerSave save, Settled settled) throws Refusal, IOException {
        List<Settlement> unseen = new ArrayList<>();
        for (Settlement settlement : issued()) {
            boolean written = settlement.number() <= settled.appliedTo() && !settled.isCalledOff(settlement);
            if (written && !save.save().mentions(reference(settlement))) {
                unseen.add(settlement);
            }
        }
        return new Reconciliation(save, settled, unseen);
    }

    /** Returns the mark that a settlement leaves in a save. */
    String reference(Settlement settlement) throws Refusal, IOException {
        return workspace.place().session() + "/" + seat + "-" + settlement.number();
    }

    /** Returns what ever was to be written. */
    private List<Settlement> issued() {
        return books().settlements().stream()
                .filter(settlement -> !settlement.voided())
                .toList();
    }

    private Books books() {
        return view.books().getOrDefault(seat, Books.NEW);
    }

    /** Returns, as a sentence, that the funds of a save do not cover what is held for wires; empty if they do. */
    public Optional<String> shortfall(PlayerSave save) throws Refusal, IOException {
        Settled settled = settled();
        List<Settlement> due = dueIn(save.digest()).stream()
                .filter(settlement -> !settled.isCalledOff(settlement))
                .toList();
        return HeldFunds.lack(save.save().funds(), due, view.promised(seat));
    }

    /** Returns the settlements that no save of this workspace has taken in yet. */
    public List<Settlement> due() throws Refusal, IOException {
        int applied = settled().appliedTo();
        return view.outstanding(seat).stream()
                .filter(settlement -> settlement.number() > applied)
                .toList();
    }

    /** Returns the settlements that a save has not taken in: more than are due, if it is an old source. */
    List<Settlement> dueIn(Digest save) throws Refusal, IOException {
        Integer applied = settled().sources().get(save);
        return applied == null
                ? due()
                : issued().stream()
                        .filter(settlement -> settlement.number() > applied)
                        .toList();
    }

    /** Returns an amount as people read it, such as {@code -500,000 C-bills}. */
    public static String amount(long value) {
        return String.format(Locale.ROOT, "%,d C-bills", value);
    }

    /** Returns what every line has in it that dmhq writes into the daily report for this session. */
    String mark() throws Refusal, IOException {
        return "[" + workspace.place().session() + "/";
    }

    Settled settled() throws Refusal, IOException {
        return settledFile().read().atLeast(books().appliedTo());
    }

    void settle(Settled settled) throws IOException {
        settledFile().write(settled);
    }

    /** Returns what the seat sees of the game. */
    public CampaignState view() {
        return view;
    }

    /** Returns the date that the session has the campaign at. */
    public LocalDate date() {
        return campaign().date();
    }

    /** Returns the seat. */
    public SeatId seat() {
        return seat;
    }

    /** Returns the campaign as the session knows it. */
    public Campaign campaign() {
        Campaign campaign = view.campaigns().get(seat);
        if (campaign == null) {
            throw new IllegalStateException("whoever sits has a campaign");
        }
        return campaign;
    }

    private SettledFile settledFile() {
        return new SettledFile(workspace.disk(), workspace.folder().resolve("settled.json"));
    }
}

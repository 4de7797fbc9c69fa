package dmhq.workspace;

import dmhq.campaign.Books;
import dmhq.campaign.Campaign;
import dmhq.campaign.CampaignState;
import dmhq.campaign.Settlement;
import dmhq.format.Bytes;
import dmhq.format.Digest;
import dmhq.format.SeatId;
import dmhq.format.json.Codec;
import dmhq.format.json.Json;
import dmhq.format.json.JsonException;
import dmhq.format.json.JsonReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What joins a seat of Distributed MekHQ to the save it is played with. */
public final class CampaignDesk {

    private static final Codec<Settled> SETTLED = Codec.of(Settled.class);

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
        PlayerSave save = PlayerSave.read(workspace.disk(), file);
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

    /** Returns the actions that dmhq itself puts at the head of orders for a record. */
    public List<Json.Members> head(int record) throws Refusal, IOException {
        return List.of(save().details(record + ".0", campaign().campaign(), settled(), view, seat));
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
        Books books = view.books().get(seat);
        return applied == null || books == null
                ? due()
                : books.settlements().stream()
                        .filter(settlement -> settlement.number() > applied && !settlement.voided())
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
        if (!workspace.disk().exists(settledFile())) {
            return Settled.NOTHING;
        }
        try {
            return SETTLED.decode(JsonReader.read(Bytes.of(workspace.disk().read(settledFile()))));
        } catch (JsonException e) {
            throw new Refusal(settledFile().toString(), e);
        }
    }

    void settle(Settled settled) throws IOException {
        workspace.disk().write(settledFile(), SETTLED.canonical(settled).toArray());
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

    private Path settledFile() {
        return workspace.folder().resolve("settled.json");
    }
}

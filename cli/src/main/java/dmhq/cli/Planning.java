package dmhq.cli;

import dmhq.engine.Choices;
import dmhq.engine.Objection;
import dmhq.engine.Question;
import dmhq.format.archive.ArchiveException;
import dmhq.format.archive.SessionArchive;
import dmhq.format.json.Json;
import dmhq.workspace.CampaignDesk;
import dmhq.workspace.Drafts;
import dmhq.workspace.Game;
import dmhq.workspace.LogDraft;
import dmhq.workspace.LostSeat;
import dmhq.workspace.Refusal;
import dmhq.workspace.SaveDraft;
import dmhq.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The coming turn of a seat: the game as it stands, what is planned, and what dmhq adds itself. */
final class Planning {

    private final Terminal terminal;
    private final Workspace workspace;
    private final Game<?, ?, ?> game;
    private final Drafts drafts;

    private Planning(Terminal terminal, Workspace workspace, Game<?, ?, ?> game) {
        this.terminal = terminal;
        this.workspace = workspace;
        this.game = game;
        this.drafts = new Drafts(workspace);
    }

    /**
     * Returns the planning on the turn in a file.
     *
     * @param save the save to use from now on, or null for the one used last
     * @throws Refusal if the file is not the newest turn of this workspace, or play has not begun
     */
    static Planning on(Terminal terminal, Path turn, Workspace workspace, @Nullable Path save)
            throws Refusal, IOException {
        new LostSeat(workspace).requireNone();
        SessionArchive newest = workspace.seatArchive();
        SessionArchive given = given(turn, terminal, workspace);
        if (!given.chain().session().equals(newest.chain().session())) {
            throw new Refusal(
                    turn + ": manifest: it is of session " + given.chain().session() + ", this folder is of "
                            + newest.chain().session() + "; plan on the turn.zip of this folder");
        }
        if (!given.chain().head().equals(newest.chain().head())) {
            throw new Refusal(turn + ": chain: it is turn " + given.chain().newest() + ", the session is at turn "
                    + newest.chain().newest() + "; plan on turn.zip, which is the newest");
        }
        Planning planning = new Planning(terminal, workspace, workspace.play(newest));
        if (save != null) {
            planning.desk()
                    .orElseThrow(() -> new Refusal("this game is played without saves"))
                    .use(save);
        }
        planning.game.state();
        return planning;
    }

    private static SessionArchive given(Path turn, Terminal terminal, Workspace workspace) throws Refusal, IOException {
        try {
            return workspace.read(UnsealedFile.read(terminal, turn));
        } catch (ArchiveException e) {
            throw new Refusal(turn.toString(), e, "plan on turn.zip, which is the newest turn");
        }
    }

    /** Returns the desk between this seat and its save, if the game is one of campaigns. */
    Optional<CampaignDesk> desk() throws Refusal, IOException {
        return CampaignDesk.of(workspace, game);
    }

    /** Returns the number of the record that is planned for. */
    int record() {
        return game.archive().chain().newest() + 1;
    }

    Game<?, ?, ?> game() {
        return game;
    }

    List<Json.Members> planned() throws Refusal, IOException {
        return drafts.planned(record());
    }

    /** Returns what is planned, for people to read. */
    List<String> lines() throws Refusal, IOException {
        List<String> lines = new ArrayList<>(List.of(heading()));
        for (Json.Members action : planned()) {
            lines.add(number(lines.size()) + Story.words(action));
        }
        return lines;
    }

    /** Returns the same within 80 columns. */
    List<String> paragraphs() throws Refusal, IOException {
        List<String> lines = new ArrayList<>(List.of(heading()));
        int number = 1;
        for (Json.Members action : planned()) {
            lines.addAll(Paragraph.lines(number(number++), Story.words(action)));
        }
        return lines;
    }

    private String heading() throws Refusal, IOException {
        return planned().isEmpty()
                ? "Nothing is planned for turn " + record() + "."
                : "Planned for turn " + record() + ":";
    }

    private static String number(int number) {
        return "  " + number + "  ";
    }

    /** Returns what is planned, with what the save in use says and it does not; the same where there is no save. */
    List<Json.Members> inStep(List<Json.Members> planned) throws Refusal, IOException {
        return inStep(planned, List.of());
    }

    /** Returns what is planned and more, in step with the save; one behind the other where there is none. */
    List<Json.Members> inStep(List<Json.Members> planned, List<Json.Members> more) throws Refusal, IOException {
        Optional<CampaignDesk> desk = desk();
        if (desk.isPresent()) {
            return new SaveDraft(desk.get()).inStep(record(), planned, more, new MovedByGm(terminal));
        }
        List<Json.Members> all = new ArrayList<>(planned);
        all.addAll(more);
        return all;
    }

    /** Returns actions with the lines of the save's day that the team has not read. */
    List<Json.Members> withLog(List<Json.Members> actions) throws Refusal, IOException {
        Optional<CampaignDesk> desk = desk();
        return desk.isEmpty() ? actions : new LogDraft(desk.get(), game.archive()).with(record(), actions);
    }

    /** Adds actions to what is planned, in step with the save; if anything is wrong, nothing, and says what. */
    List<Objection> add(List<Json.Members> more) throws Refusal, IOException {
        List<Json.Members> all = inStep(planned(), more);
        List<Objection> objections = objections(all);
        if (objections.isEmpty()) {
            keep(all);
        }
        return objections;
    }

    /** Returns what fills the components of an action that is planned next. */
    ActionForm.Filling filling() throws Refusal, IOException {
        return new ActionForm.Filling(
                workspace.seat(),
                Drafts.freshActionId(record(), planned()),
                () -> Bringing.drawn(terminal.surroundings()));
    }

    /** Returns what the rules offer for a component of an action, once all that is planned is done. */
    Choices choices(Question question) throws Refusal, IOException {
        return game.choices(workspace.seat(), complete(planned()), question);
    }

    /** Returns the seats at the table, with the names of their players. */
    List<Choices.Choice> seats() {
        return game.archive().chain().seats().values().stream()
                .map(join -> new Choices.Choice(join.seat().value(), join.name()))
                .toList();
    }

    /** Returns why the seat cannot act in the game itself; empty if it can. */
    Optional<String> closed() throws Refusal, IOException {
        return game.closed(workspace.seat());
    }

    void keep(List<Json.Members> actions) throws IOException {
        drafts.plan(record(), actions);
    }

    /** Returns actions as they will be sent: with what dmhq puts before them. */
    List<Json.Members> complete(List<Json.Members> actions) throws Refusal, IOException {
        List<Json.Members> all = new ArrayList<>();
        Optional<CampaignDesk> desk = desk();
        if (desk.isPresent()) {
            all.addAll(desk.get().head(record()));
        }
        all.addAll(actions);
        return all;
    }

    List<Objection> objections(List<Json.Members> actions) throws Refusal, IOException {
        return game.objections(workspace.seat(), complete(actions));
    }
}

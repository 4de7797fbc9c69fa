package dmhq.workspace;

import dmhq.format.Bytes;
import dmhq.format.json.Json;
import dmhq.format.json.JsonException;
import dmhq.format.json.JsonReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The actions planned for each turn, kept by the number of the record they are for. */
public final class Drafts {

    private final Workspace workspace;

    /** Makes the drafts of a workspace. */
    public Drafts(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * Returns what is planned for a record, in order.
     *
     * @throws Refusal if the draft's file cannot be read
     */
    public List<Json.Members> planned(int record) throws Refusal, IOException {
        Path file = file(record);
        if (!workspace.disk().exists(file)) {
            return List.of();
        }
        try {
            return actions(JsonReader.read(Bytes.of(workspace.disk().read(file))));
        } catch (JsonException e) {
            throw new Refusal("the draft " + file, e, "remove it and plan again");
        }
    }

    /** Keeps what is planned for a record, in place of what was. */
    public void plan(int record, List<Json.Members> actions) throws IOException {
        workspace
                .disk()
                .write(
                        file(record),
                        new Json.Elements(List.copyOf(actions)).line().toArray());
    }

    /**
     * Returns the actions in JSON that a person wrote: an array of objects.
     *
     * @throws JsonException if it is anything else
     */
    public static List<Json.Members> actions(Json json) throws JsonException {
        if (!(json instanceof Json.Elements array)) {
            throw new JsonException("expected an array of actions");
        }
        List<Json.Members> actions = new ArrayList<>();
        for (Json element : array.elements()) {
            if (!(element instanceof Json.Members action)) {
                throw new JsonException("expected an object for each action");
            }
            actions.add(action);
        }
        return actions;
    }

    /** Returns an id that no planned action has, such as {@code 5.2} for the second of turn 5. */
    public static String freshActionId(int record, List<Json.Members> planned) {
        int highest = 0;
        for (Json.Members action : planned) {
            if (action.member("action_id") instanceof Json.Text text
                    && text.value().matches(record + "\\.[0-9]{1,6}")) {
                highest = Math.max(
                        highest,
                        Integer.parseInt(text.value().substring(text.value().indexOf('.') + 1)));
            }
        }
        return record + "." + (highest + 1);
    }

    private Path file(int record) {
        return workspace.folder().resolve("drafts").resolve("turn-" + record + ".json");
    }
}

package dmhq.workspace;

import dmhq.format.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON of this player as an earlier dmhq wrote it, which knew less to write down. */
final class EarlierForm {

    private EarlierForm() {}

    /** Returns an object with an empty list for each of those members that it lacks. */
    static Json.Members completed(Json.Members read, String... lists) {
        Map<String, Json> all = new LinkedHashMap<>(read.members());
        for (String name : lists) {
            all.putIfAbsent(name, new Json.Elements(List.of()));
        }
        return new Json.Members(all);
    }
}

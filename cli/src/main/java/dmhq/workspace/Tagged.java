package dmhq.workspace;

import dmhq.format.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/** Actions as JSON: the record's members behind the member that says which record it is. */
final class Tagged {

    private Tagged() {}

    static Json.Members action(Class<?> type, Json.Members members) {
        Map<String, Json> tagged = new LinkedHashMap<>();
        tagged.put("action_type", new Json.Text(type.getSimpleName()));
        tagged.putAll(members.members());
        return new Json.Members(tagged);
    }
}

package dmhq.workspace;

import dmhq.format.json.Codec;
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

    /** Returns an action under an id of its own. */
    static <A> Json.Members action(A action, Codec<A> codec, String id) {
        Map<String, Json> members = new LinkedHashMap<>(((Json.Members) codec.encode(action)).members());
        members.put("action_id", new Json.Text(id));
        return new Json.Members(members);
    }

    /** Tells whether two actions want the same. */
    static boolean sameButForId(Json.Members one, Json.Members other) {
        return withoutId(one).equals(withoutId(other));
    }

    private static Map<String, Json> withoutId(Json.Members action) {
        Map<String, Json> members = new LinkedHashMap<>(action.members());
        members.remove("action_id");
        return members;
    }
}

package dmhq.engine;

import dmhq.format.json.Tagged;

/** What a player wants; a rule set's own actions are records of one sealed interface below this. */
@Tagged("action_type")
public interface Action {

    /** Returns the id of the action, unique for its seat over all counted records. */
    String actionId();
}

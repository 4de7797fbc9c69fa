package dmhq.format.session;

import dmhq.format.SessionId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a host lets a seat know about a turn under way: until when it is waited for now, and a word to it.
 *
 * <p>Of several about one record the newest by its instant counts. It changes nothing but what people are
 * told: when the turn is resolved is for the host to decide.
 *
 * @param record the number of the record that the turn ends with
 * @param at when the host wrote it
 * @param deadline until when orders are waited for; null where that is not limited
 * @param paused whether the time stands still until the host says otherwise; then there is no deadline
 * @param text what the host says, of at most {@value #MOST} UTF-16 units; empty where nothing
 */
public record Notice(
        SessionId session, int record, Instant at, @Nullable Instant deadline, boolean paused, String text) {

    /** How long a text may be. */
    public static final int MOST = 500;

    public Notice {
        if (record < 1) {
            throw new IllegalArgumentException("a notice is about a record from 1 on, found " + record);
        }
        if (paused && deadline != null) {
            throw new IllegalArgumentException("a turn that is paused has no deadline");
        }
        if (text.length() > MOST) {
            throw new IllegalArgumentException("the text of a notice has at most " + MOST + " characters");
        }
    }
}

package dmhq.format.json;

import java.io.Serial;

/** Text that is not the JSON it should be; the message says where, what was found, what expected. */
public final class JsonException extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    /** Makes one with a sentence that has no full stop. */
    public JsonException(String message) {
        super(message);
    }

    JsonException(String message, Throwable cause) {
        super(message, cause);
    }
}

package dmhq.cli;

import java.time.Instant;
import java.util.List;

/**
 * A form in which a cover is written, part after part. Whatever is said may be made by somebody else; the
 * form sees to it that it is shown and nothing more.
 */
interface CoverForm {

    /** Says something, as a paragraph. */
    void say(String sentences);

    /** Begins a part that has a heading. */
    void head(String words);

    /** Lists phrases. */
    void list(List<String> phrases);

    /** Shows the words of a person. */
    void quote(String who, String words);

    /** Shows an instant, in all the words for it. */
    void show(Instant instant, List<String> words);

    /** Shows what to type, a line each. */
    void type(String... commands);

    /**
     * Says something that is read once, below all else.
     *
     * @param file the name of the attached one
     */
    void note(List<String> lines, String file);
}

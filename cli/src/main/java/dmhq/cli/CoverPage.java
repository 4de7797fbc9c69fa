package dmhq.cli;

import dmhq.transports.Cover;
import dmhq.transports.Cover.Occasion;
import java.time.Instant;
import java.util.List;

/** A cover under way, as plain text and as a page at once. */
final class CoverPage implements CoverForm {

    private final String session;
    private final String title;
    private final Occasion occasion;
    private final CoverText text;
    private final CoverHtml html;

    /**
     * Begins a cover.
     *
     * @param session the session's name
     * @param title what it is about, in a few words; with the session's name it is the subject
     */
    CoverPage(String session, String title, Occasion occasion) {
        this.session = session;
        this.title = title;
        this.occasion = occasion;
        this.text = new CoverText(title);
        this.html = new CoverHtml(session, title);
    }

    @Override
    public void say(String sentences) {
        text.say(sentences);
        html.say(sentences);
    }

    @Override
    public void head(String words) {
        text.head(words);
        html.head(words);
    }

    @Override
    public void list(List<String> phrases) {
        text.list(phrases);
        html.list(phrases);
    }

    @Override
    public void quote(String who, String words) {
        text.quote(who, words);
        html.quote(who, words);
    }

    @Override
    public void show(Instant instant, List<String> words) {
        text.show(instant, words);
        html.show(instant, words);
    }

    @Override
    public void type(String... commands) {
        text.type(commands);
        html.type(commands);
    }

    @Override
    public void note(List<String> lines, String file) {
        text.note(lines, file);
        html.note(lines, file);
    }

    /**
     * Returns the cover as it is by now.
     *
     * @param thread of which it is a part
     */
    Cover cover(String thread) {
        return new Cover(Quoted.of("[" + session + "] " + title), text.text(), html.page(), thread, occasion);
    }
}

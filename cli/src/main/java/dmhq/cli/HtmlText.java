package dmhq.cli;

import java.util.regex.Pattern;

/** Any text as it stands in a page of HTML, where it is read and nothing more. */
final class HtmlText {

    private static final String TURNED =
            "[\\p{IsHebrew}\\p{IsArabic}\\p{IsSyriac}\\p{IsThaana}\\p{IsNko}\\p{IsAdlam}\\p{IsMandaic}]";
    private static final Pattern TURNED_WORDS = Pattern.compile(TURNED + "(?:[^\\p{L}<>&]*" + TURNED + ")*");

    private HtmlText() {}

    /**
     * Returns a text for an element. Words that run from right to left are kept apart, so that they do not turn
     * round what stands beside them.
     */
    static String of(String text) {
        return TURNED_WORDS.matcher(plain(text)).replaceAll("<bdi>$0</bdi>");
    }

    /** Returns a text for an attribute between quotes, or for an element that holds no others. */
    static String plain(String text) {
        return Quoted.of(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
